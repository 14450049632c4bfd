"""The command `verify`: check a built site before it is published.

The tests check much more, but on sites that they build themselves. This is the final check of the folder to upload.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from scripts.settings import Settings
from scripts.site.writer import MANIFEST

LOCAL = "http://webbplatsen.invalid"
"""A placeholder for the address of a site without one."""

LOCAL_HOSTS = {"localhost", "127.0.0.1", "::1"}
"""Hosts that refer to the building machine, so that visitors cannot reach them."""

REQUIRED = ("index.html", "404.html", "sitemap.xml")


class _Links(HTMLParser):
    """A collector of the links and resources of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.urls: dict[str, None] = {}

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Collect the addresses of an element, except the canonical address of the page."""
        values = dict(attrs)
        if values.get("rel") != "canonical":
            self.urls.update((values[name] or "", None) for name in ("href", "src") if name in values)


def run(site: Path, docs: Path, settings: Settings) -> int:
    """Print the faults of a built site, one per line.

    Returns:
        0 when it can be published, otherwise 1.
    """
    faults = verify(site, docs, settings)
    sys.stdout.writelines(f"{fault}\n" for fault in faults)
    return 1 if faults else 0


def verify(site: Path, docs: Path, settings: Settings) -> tuple[str, ...]:
    """Find the faults of a built site.

    Args:
        site: The folder that is to be published.
        docs: The folder of the Markdown pages.
        settings: The settings that it was built with.

    Returns:
        The faults, one Swedish sentence each.
    """
    return (*_missing(site, docs), *_search(site), *_broken_links(site, settings))


def _missing(site: Path, docs: Path) -> Iterator[str]:
    """Yield a fault for each required or generated file that is missing."""
    try:
        pages = json.loads((docs / MANIFEST).read_text("utf-8"))
    except (OSError, ValueError):
        yield f"{(docs / MANIFEST).as_posix()} går inte att läsa. Bygg webbplatsen först: make site"
        pages = []
    for path in (*REQUIRED, *map(_html_of, pages)):
        if not (site / path).is_file():
            yield f"{path} saknas"


def _html_of(page: str) -> str:
    """Return the path that a generated file has in the site: pages become HTML, data is copied."""
    if not page.endswith(".md"):
        return page
    stem = page.removesuffix(".md")
    return f"{stem}.html" if stem == "index" or stem.endswith("/index") else f"{stem}/index.html"


def _search(site: Path) -> Iterator[str]:
    """Report a search index that is missing or empty."""
    try:
        entry = json.loads((site / "pagefind" / "pagefind-entry.json").read_text("utf-8"))
        pages = sum(language["page_count"] for language in entry["languages"].values())
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        yield "sökningens register saknas eller går inte att läsa (pagefind/pagefind-entry.json)"
        return
    if not pages:
        yield "sökningens register är tomt (pagefind/pagefind-entry.json)"


def _broken_links(site: Path, settings: Settings) -> Iterator[str]:
    """Yield a fault for each link to the site's host that leaves its folder or has no target."""
    base = f"{settings.site_url or LOCAL}/"
    leads: dict[str, str] = {}
    for path in sorted(site.rglob("*.html")):
        page = path.relative_to(site).as_posix()
        for target in _targets(path, urljoin(base, page)):
            leads.setdefault(target, page)
    for target, page in leads.items():
        repository = settings.repository_url and target.startswith(settings.repository_url)
        if not repository and (why := _fault(target, site, base)):
            yield f"{page} leder till {target}, {why}"


def _targets(path: Path, address: str) -> Iterator[str]:
    links = _Links()
    links.feed(path.read_text("utf-8"))
    yield from (urljoin(address, link).partition("#")[0] for link in links.urls)


def _fault(target: str, site: Path, base: str) -> str:
    """Return the fault of an address; empty when there is none."""
    parts, own = urlsplit(target), urlsplit(base)
    if parts.scheme == "file" or (parts.hostname in LOCAL_HOSTS and parts.netloc != own.netloc):
        return "som bara finns på den dator som byggde"
    if parts.netloc != own.netloc:
        return ""
    if not parts.path.startswith(own.path):
        return "som ligger utanför webbplatsens mapp"
    file = site / unquote(parts.path.removeprefix(own.path))
    return "" if file.is_file() or (file / "index.html").is_file() else "som inte finns"
