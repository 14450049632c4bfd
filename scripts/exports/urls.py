"""The URLs of files and pages in exports."""

from __future__ import annotations

from scripts.library.context import Site, web_path


def file_url(site: Site, path: str) -> str:
    """Return the URL of a path within the site: absolute when the site has an address, otherwise the path itself."""
    return f"{site.settings.site_url}/{path}" if site.settings.site_url else path


def page_url(site: Site, target: object, fragment: str = "") -> str:
    """Return the URL of a page, in the form of `file_url`.

    Args:
        site: The context of pages and exports.
        target: A record with a page of its own or a Markdown file, as for `Site.path_of`.
        fragment: The id of an element on the page; empty for the page itself.
    """
    return file_url(site, web_path(site.path_of(target))) + (f"#{fragment}" if fragment else "")
