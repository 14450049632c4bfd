"""When a page was last changed: the day of the files that what it shows comes from."""

from __future__ import annotations

import posixpath

from scripts.library.context import FOLDERS, GLOSSARY, Site
from scripts.library.kinds import Kind
from scripts.model.registry import TOPIC_KINDS
from scripts.site.page import Page

_OF_ITS_OWN = {
    GLOSSARY: "catalogue/glossary.yml",
    "tidslinje/index.md": "catalogue/timeline.yml",
}
"""The pages that show one file and nothing else."""

_KINDS = {FOLDERS[kind]: kind for kind in TOPIC_KINDS}


def modified(page: Page, site: Site) -> str:
    """The day a page was last changed.

    Args:
        page: The page.
        site: Knows the days of the files.

    Returns:
        The day, as `2026-11-25`. Empty when it is not known, and for pages that do not come out of the data.
    """
    if page.kind is Kind.ABOUT and not page.path.startswith("programmet/"):
        return ""
    folder, name = posixpath.split(posixpath.dirname(page.path))
    if page.kind is Kind.CASE:
        return site.dates.of([f"{name}.yml"])
    if folder in _KINDS and name in site.library.topic_by_id:
        mentioned_in = [f"{mention.entry.id}.yml" for mention in site.library.topic_by_id[name].mentions]
        return site.dates.of([f"catalogue/{_KINDS[folder]}.yml", *mentioned_in])
    if page.path in _OF_ITS_OWN:
        return site.dates.of([_OF_ITS_OWN[page.path]])
    return site.dates.of_all()
