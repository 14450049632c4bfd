"""Day of the last change of a page, taken from the data files that the page shows."""

from __future__ import annotations

import posixpath

from scripts.library.context import FOLDERS, GLOSSARY, Site
from scripts.library.kinds import Kind
from scripts.model.registry import TOPIC_KINDS
from scripts.site.page import Page

_SINGLE_FILE = {
    GLOSSARY: "catalogue/glossary.yml",
    "tidslinje/index.md": "catalogue/timeline.yml",
}
"""Data file of each page that shows a single file."""

_KIND_BY_FOLDER = {FOLDERS[kind]: kind for kind in TOPIC_KINDS}


def modified(page: Page, site: Site) -> str:
    """Return the day of the last change of a page.

    Args:
        page: The page.
        site: Site with the library and the dates of the data files.

    Returns:
        The day, as `2026-11-25`. Empty when it is not known, and for pages that are not made from data.
    """
    if page.kind is Kind.ABOUT and not page.path.startswith("programmet/"):
        return ""
    folder, name = posixpath.split(posixpath.dirname(page.path))
    if page.kind is Kind.CASE:
        return site.dates.of([f"{name}.yml"])
    if folder in _KIND_BY_FOLDER and name in site.library.topic_by_id:
        mentioned_in = [f"{mention.entry.id}.yml" for mention in site.library.topic_by_id[name].mentions]
        return site.dates.of([f"catalogue/{_KIND_BY_FOLDER[folder]}.yml", *mentioned_in])
    if page.path in _SINGLE_FILE:
        return site.dates.of([_SINGLE_FILE[page.path]])
    return site.dates.of_all()
