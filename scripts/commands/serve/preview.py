"""Render the page of a saved case at once, before the rest of the site is rebuilt.

Only the saved files are loaded again, and only their pages rendered, with the same data, templates and engine, so that
a page is equal to the byte to the one that the build makes. The build also checks it against all other files.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from jinja2 import TemplateError
from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.structure.files import File, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation

from scripts.build.engines import extra_values
from scripts.checks import check
from scripts.diagnostics import Problem, mistakes
from scripts.git.last_modified import Dates, dates
from scripts.git.version import read_version
from scripts.library.context import Site
from scripts.library.linking import build_library
from scripts.loading.dataset import Dataset, read
from scripts.settings import ROOT, Folders, Settings
from scripts.site.page import Page
from scripts.site.pages.cases import page_of_case
from scripts.site.render import environment, render


@dataclass(frozen=True)
class SavedPages:
    """The result of saving some files.

    Attributes:
        dataset: All data, with the saved files loaded again.
        problems: The problems in the saved files.
        pages: The HTML of each of their pages, by its path within the site.
    """

    dataset: Dataset
    problems: tuple[Problem, ...] = ()
    pages: Mapping[str, str] | None = None


def preview(saved: Iterable[Path], before: Dataset, folders: Folders, settings: Settings, days: Dates) -> SavedPages:
    """Load saved files, and render their pages.

    Args:
        saved: The files that were changed, added or removed.
        before: The data as it was loaded before.
        folders: The folders of the data and of the pages of the latest build.
        settings: The addresses of the site.
        days: When the files were last changed. These are days of commits, so saving does not change them.

    Returns:
        The data with either problems or pages; with neither when no case was saved.
    """
    ids = {path.stem for path in saved if path.parent.resolve() == folders.cases.resolve()}
    dataset = read(folders.cases, known={case.id: case for case in before.cases if case.id not in ids})
    cases = tuple(case for case in dataset.cases if case.id in ids)
    files = {case.file for case in cases}
    problems = tuple(problem for problem in check(replace(dataset, cases=cases)) if problem.file in files)
    complete = all(document.content is not None for document in dataset.documents())
    if mistakes(problems) or not complete or not cases:
        return SavedPages(dataset, problems)
    try:
        site = Site(build_library(dataset), settings, days)
        pages = [page_of_case(site.library.case_by_id[case.id], site) for case in cases]
        return SavedPages(dataset, pages={_html_path(page): _html(page, site, folders) for page in pages})
    except (LookupError, TemplateError, ValueError):
        # Another file refers to a removed record, a template is incomplete, or SOURCE_DATE_EPOCH is set and empty,
        # which MkDocs cannot read. The build reports the problem.
        return SavedPages(dataset)


def days_of(folders: Folders, settings: Settings) -> Dates:
    """Look up when the files were last changed, which holds until the next commit."""
    return dates(folders.cases, source_date_epoch=settings.source_date_epoch)


def _html_path(page: Page) -> str:
    return page.path.removesuffix(".md") + ".html"


def _html(page: Page, site: Site, folders: Folders) -> str:
    """Render a page to HTML with the engine."""
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    settings = site.settings
    config = load_config(str(ROOT / "mkdocs.yml"), docs_dir=str(folders.docs.resolve()), site_url=settings.site_url)
    config.extra.update(extra_values(settings, read_version(ROOT, settings.source_date_epoch)))
    files = get_files(config)
    if (old := files.get_file_from_path(page.path)) is not None:
        files.remove(old)
    file = File(page.path, str(folders.docs), config.site_dir, config.use_directory_urls)
    file.content_string = render(page, site, environment())
    files.append(file)
    templates = config.theme.get_env()
    files.add_files_from_theme(templates, config)
    set_exclusions(files, config)
    menu = get_navigation(files, config)
    mkdocs_page = file.page
    if mkdocs_page is None:
        raise LookupError(page.path)
    mkdocs_page.read_source(config)
    mkdocs_page.render(config, files)
    mkdocs_page.active = True
    return templates.get_template("main.html").render(get_context(menu, files, config, mkdocs_page))
