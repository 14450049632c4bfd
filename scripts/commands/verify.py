"""The command `verify`: what a built site must hold before it is published.

The tests promise far more, of a site that they build themselves. This is the last look, at the very
folder that is about to be uploaded.
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
"""Stands in for the address of a site that has none."""

HERE = {"localhost", "127.0.0.1", "::1"}
"""Hosts that mean another machine to everyone else."""

NEEDED = ("index.html", "404.html", "sitemap.xml")


class _Links(HTMLParser):
    """Collects what a page leads to and what it loads."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, None] = {}

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the addresses of an element, the page's own address excepted."""
        values = dict(attrs)
        if values.get("rel") != "canonical":
            self.found.update((values[name] or "", None) for name in ("href", "src") if name in values)


def run(site: Path, docs: Path, settings: Settings) -> int:
    """Print what is wrong with a built site, a line each.

    Returns:
        0 when it can be published, otherwise 1.
    """
    faults = verify(site, docs, settings)
    sys.stdout.writelines(f"{fault}\n" for fault in faults)
    return 1 if faults else 0


def verify(site: Path, docs: Path, settings: Settings) -> tuple[str, ...]:
    """Look through a built site.

    Args:
        site: The folder that is to be published.
        docs: The folder of the pages it was built from.
        settings: The addresses it was built with.

    Returns:
        What is wrong, in Swedish, a sentence each. Empty when all is well.
    """
    return (*_missing(site, docs), *_search(site), *_astray(site, settings))


def _missing(site: Path, docs: Path) -> Iterator[str]:
    """Files that every site has, and what was generated and is not there."""
    try:
        pages = json.loads((docs / MANIFEST).read_text("utf-8"))
    except (OSError, ValueError):
        yield f"{(docs / MANIFEST).as_posix()} går inte att läsa. Bygg webbplatsen först: make site"
        pages = []
    for path in (*NEEDED, *map(_html_of, pages)):
        if not (site / path).is_file():
            yield f"{path} saknas"


def _html_of(page: str) -> str:
    """What a generated file becomes: a page has a folder of its own, and data stays as it is."""
    if not page.endswith(".md"):
        return page
    stem = page.removesuffix(".md")
    return f"{stem}.html" if stem == "index" or stem.endswith("/index") else f"{stem}/index.html"


def _search(site: Path) -> Iterator[str]:
    """A search index that is not there, or that no page is in."""
    try:
        entry = json.loads((site / "pagefind" / "pagefind-entry.json").read_text("utf-8"))
        pages = sum(language["page_count"] for language in entry["languages"].values())
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        yield "sökningens register saknas eller går inte att läsa (pagefind/pagefind-entry.json)"
        return
    if not pages:
        yield "sökningens register är tomt (pagefind/pagefind-entry.json)"


def _astray(site: Path, settings: Settings) -> Iterator[str]:
    """Links that leave the site's folder on its own host, or lead to nothing within it."""
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
    yield from (urljoin(address, link).partition("#")[0] for link in links.found)


def _fault(target: str, site: Path, base: str) -> str:
    """What is wrong with an address; empty when nothing is."""
    parts, own = urlsplit(target), urlsplit(base)
    if parts.scheme == "file" or (parts.hostname in HERE and parts.netloc != own.netloc):
        return "som bara finns på den dator som byggde"
    if parts.netloc != own.netloc:
        return ""
    if not parts.path.startswith(own.path):
        return "som ligger utanför webbplatsens mapp"
    file = site / unquote(parts.path.removeprefix(own.path))
    return "" if file.is_file() or (file / "index.html").is_file() else "som inte finns"
