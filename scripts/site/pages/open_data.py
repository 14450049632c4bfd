"""The page of open data: what there is to fetch, what is promised of it, and how to begin."""

from __future__ import annotations

from scripts.exports.inventory import CHANGES, DCAT, FEEDS, FOLDER, LISTS, PAGE, TABLES, VERSION
from scripts.library.context import Site
from scripts.library.kinds import Kind
from scripts.site.page import Page

LOCAL = "http://127.0.0.1:8000"
"""Where `make serve` shows the site, for the example of a site without an address."""


def open_data(site: Site) -> Page:
    """The page."""
    return Page(
        path=PAGE,
        title="Öppna data",
        description="Allt på webbplatsen som JSON och som tabeller för Excel, fritt att använda, och vad vi lovar.",
        template="open_data.md.jinja",
        kind=Kind.ABOUT,
        section="oppna-data",
        context={
            "folder": FOLDER,
            "address": f"{site.settings.site_url or LOCAL}/{FOLDER}",
            "lists": LISTS,
            "tables": TABLES,
            "feeds": FEEDS if site.settings.site_url else {},
            "dcat": DCAT if site.settings.site_url and site.settings.publisher else "",
            "version": VERSION,
            "changes": CHANGES,
        },
    )
