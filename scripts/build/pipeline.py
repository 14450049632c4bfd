"""The pipeline from data to a built and indexed site."""

from __future__ import annotations

import shutil
from pathlib import Path

from scripts.build.engines import DEFAULT_ENGINE, ENGINES
from scripts.build.pagefind import index
from scripts.build.staging import replace_directory, staging_directory
from scripts.checks import check
from scripts.diagnostics import DataError, mistakes
from scripts.documents.sheets import sheet_files
from scripts.exports.all_files import exports
from scripts.git.last_modified import dates
from scripts.git.version import read_version
from scripts.library.context import Site
from scripts.library.library import Library
from scripts.library.linking import build_library
from scripts.loading.dataset import Dataset, read
from scripts.settings import ROOT, Folders, Settings
from scripts.site import icons
from scripts.site.pages import all_pages
from scripts.site.render import render_all
from scripts.site.writer import write

ASSETS = ROOT / "docs" / "assets"

THEME_FILES = ("javascripts", "stylesheets", "images")
"""Folders that the theme adds to the assets and that no page uses."""


def library_of(cases: Path) -> Library:
    """Read and check a folder of data.

    Args:
        cases: The folder.

    Returns:
        The linked data.

    Raises:
        DataError: When the data has mistakes.
    """
    return build_library(_without_mistakes(cases))


def pages_of(cases: Path, settings: Settings) -> dict[str, str]:
    """Check a folder of data and make its pages.

    Args:
        cases: The folder.
        settings: The addresses of the site.

    Returns:
        Path → Markdown.

    Raises:
        DataError: When the data has mistakes. Warnings are ignored.
    """
    site = _site_of(cases, settings)
    return render_all(all_pages(site), site)


def files_of(cases: Path, settings: Settings) -> dict[str, str]:
    """Check a folder of data and make its pages, the icons and the exports.

    Args:
        cases: The folder.
        settings: The addresses of the site.

    Returns:
        Path → text.

    Raises:
        DataError: When the data has mistakes.
    """
    return _files(_site_of(cases, settings))


def _files(site: Site) -> dict[str, str]:
    return {**render_all(all_pages(site), site), **exports(site), **icons.files()}


def _site_of(cases: Path, settings: Settings) -> Site:
    dataset = _without_mistakes(cases)
    # Only the feeds need the days of single lessons, and they are made only when the address is known.
    dated = (dataset.catalogue["lessons"],) if settings.site_url else ()
    return Site(build_library(dataset), settings, dates(cases, *dated, source_date_epoch=settings.source_date_epoch))


def _without_mistakes(cases: Path) -> Dataset:
    dataset = read(cases)
    problems = check(dataset)
    if mistakes(problems):
        raise DataError(problems)
    return dataset


def generate(folders: Folders, settings: Settings) -> tuple[int, int]:
    """Write the pages and the exports.

    Returns:
        The number of files written, and the number removed.

    Raises:
        DataError: When the data has mistakes. Then nothing is written.
    """
    return write(files_of(folders.cases, settings), folders.docs, ASSETS)


def build(folders: Folders, settings: Settings, engine: str = DEFAULT_ENGINE) -> None:
    """Generate, build and index. The old site stays in place until the new one is complete.

    Args:
        folders: The folders of the data, the pages and the site.
        settings: The addresses of the site.
        engine: The name of one of the `ENGINES`.

    Raises:
        DataError: When the data has mistakes.
        BuildError: When the engine or Pagefind fails, or is not installed.
        CompileError: When typst does not accept a decision sheet.
    """
    site = _site_of(folders.cases, settings)
    write(_files(site), folders.docs, ASSETS)
    version = read_version(ROOT, settings.source_date_epoch)
    with staging_directory(folders.site) as directory:
        fresh = directory / "fresh"
        ENGINES[engine](folders.docs, fresh, settings, version)
        for file in sheet_files(site, version):
            path = fresh / file.path
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(file.content)
        for unused in THEME_FILES:
            shutil.rmtree(fresh / "assets" / unused, ignore_errors=True)
        index(fresh)
        replace_directory(fresh, folders.site)
