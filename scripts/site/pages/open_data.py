"""The page of open data: files to download, guarantees, and how to get started."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from scripts.exports.inventory import CHANGES, DCAT, FEEDS, FOLDER, LISTS, PAGE, TABLES, VERSION
from scripts.library.context import Site
from scripts.library.kinds import Kind
from scripts.site.page import Context, Page

LOCAL = "http://127.0.0.1:8000"
"""Address that `make serve` serves the site at, used in the example when the site has no address."""


@dataclass(frozen=True)
class Feed:
    """An Atom feed: its path within the site, its title and its description."""

    path: str
    title: str
    description: str


@dataclass(frozen=True)
class Change:
    """A version of the API: its number, its day and its changes."""

    version: str
    day: str
    description: str


@dataclass(frozen=True)
class OpenDataPage(Context):
    """The page of open data.

    Attributes:
        folder: Folder of the API.
        address: Address of that folder, for the example.
        lists: Description of each list in JSON, by its name.
        tables: Description of each table in CSV, by its name.
        feeds: The feeds; none when the address of the site is not known.
        dcat: Path of the DCAT description for data portals; empty when it is not generated.
        version: Version of the API.
        changes: All versions, the latest first.
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
