"""How the addresses of files and pages are written for other programs."""

from __future__ import annotations

from scripts.library.context import Site, web_path


def whole(site: Site, path: str) -> str:
    """An address: whole when that of the site is known, otherwise relative to the site's first page."""
    return f"{site.settings.site_url}/{path}" if site.settings.site_url else path


def page_url(site: Site, target: object, fragment: str = "") -> str:
    """The address of the page that something has."""
    return whole(site, web_path(site.path_of(target))) + (f"#{fragment}" if fragment else "")
