"""The page of open data: what there is to fetch, what is promised of it, and how to begin."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from scripts.exports.inventory import CHANGES, DCAT, FEEDS, FOLDER, LISTS, PAGE, TABLES, VERSION
from scripts.library.context import Site
from scripts.library.kinds import Kind
from scripts.site.page import Context, Page

LOCAL = "http://127.0.0.1:8000"
"""Where `make serve` shows the site, for the example of a site without an address."""


@dataclass(frozen=True)
class Feed:
    """A feed in Atom: its path within the site, its title, and what it holds."""

    path: str
    title: str
    description: str


@dataclass(frozen=True)
class Change:
    """A version of the interface: its number, its day, and what it brought."""

    version: str
    day: str
    description: str


@dataclass(frozen=True)
class OpenDataPage(Context):
    """The page of open data.

    Attributes:
        folder: Folder of the interface.
        address: Address of that folder, for the example.
        lists: What each list in JSON holds, by its name.
        tables: What each table in CSV holds, by its name.
        feeds: The feeds; none when the address of the site is not known.
        dcat: The description for data portals; empty when it is not made.
        version: Version of the interface.
        changes: Every version, the latest first.
    """

    template: ClassVar[str] = "open_data.md.jinja"

    folder: str
    address: str
    lists: Mapping[str, str]
    tables: Mapping[str, str]
    feeds: tuple[Feed, ...]
    dcat: str
    version: str
    changes: tuple[Change, ...]


def open_data(site: Site) -> Page:
    """Return the page of open data."""
    feeds = tuple(Feed(path, title, description) for path, (title, description) in FEEDS.items())
    return Page(
        path=PAGE,
        title="Öppna data",
        description="Allt på webbplatsen som JSON och som tabeller för Excel, fritt att använda, och vad vi lovar.",
        kind=Kind.ABOUT,
        section="oppna-data",
        context=OpenDataPage(
            folder=FOLDER,
            address=f"{site.settings.site_url or LOCAL}/{FOLDER}",
            lists=LISTS,
            tables=TABLES,
            feeds=feeds if site.settings.site_url else (),
            dcat=DCAT if site.settings.site_url and site.settings.publisher else "",
            version=VERSION,
            changes=tuple(Change(*change) for change in CHANGES),
        ),
    )
