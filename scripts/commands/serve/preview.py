"""The page of a case that has just been saved, before the rest of the site is built again.

A whole build reads every file and writes every page, which takes its time when they are many. Here
only the files that were saved are read again, and only their pages are made: of the same data, with
the same templates and by the same engine, so that a page is the same to the byte as after a build.
Whether it goes with all other files is for the build to say.
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
from scripts.library.library import build_library
from scripts.loading.dataset import Dataset, read
from scripts.settings import ROOT, Folders, Settings
from scripts.site.page import Page
from scripts.site.pages.cases import page_of_case
from scripts.site.render import environment, render


@dataclass(frozen=True)
class FirstLook:
    """What saving some files gave.

    Attributes:
        dataset: Everything, with the saved files read again.
        problems: What is wrong in the saved files.
        pages: The HTML of each of their pages, by its path within the site.
    """

    dataset: Dataset
    problems: tuple[Problem, ...] = ()
    pages: Mapping[str, str] | None = None


def look(saved: Iterable[Path], before: Dataset, folders: Folders, settings: Settings, days: Dates) -> FirstLook:
    """Read what was saved, and make its pages.

    Args:
        saved: The files that were saved, written anew or removed.
        before: Everything as it was read before.
        folders: Where the data is, and the pages of the latest build.
        settings: The addresses of the site.
        days: When the files were last changed. Saving changes no day: committing does.

    Returns:
        The data, with either problems or pages. Neither, when what was saved is no case.
    """
    ids = {path.stem for path in saved if path.parent.resolve() == folders.cases.resolve()}
    dataset = read(folders.cases, known={case.id: case for case in before.cases if case.id not in ids})
    cases = tuple(case for case in dataset.cases if case.id in ids)
    files = {case.file for case in cases}
    problems = tuple(found for found in check(replace(dataset, cases=cases)) if found.file in files)
    whole = all(document.content is not None for document in dataset.documents())
    if mistakes(problems) or not whole or not cases:
        return FirstLook(dataset, problems)
    try:
        site = Site(build_library(dataset), settings, days)
        pages = [page_of_case(site.library.case_by_id[case.id], site) for case in cases]
        return FirstLook(dataset, pages={_html_path(page): _html(page, site, folders) for page in pages})
    except (LookupError, TemplateError, ValueError):
        # Another file refers to what is gone, a template is being written, or SOURCE_DATE_EPOCH is set and empty,
        # which MkDocs cannot read. The build says what is wrong.
        return FirstLook(dataset)


def days_of(folders: Folders, settings: Settings) -> Dates:
    """When the files were last changed, for as long as nothing is committed."""
    return dates(folders.cases, source_date_epoch=settings.source_date_epoch)


def _html_path(page: Page) -> str:
    return page.path.removesuffix(".md") + ".html"


def _html(page: Page, site: Site, folders: Folders) -> str:
    """A page as the engine makes it."""
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
    made = file.page
    if made is None:
        raise LookupError(page.path)
    made.read_source(config)
    made.render(config, files)
    made.active = True
    return templates.get_template("main.html").render(get_context(menu, files, config, made))
