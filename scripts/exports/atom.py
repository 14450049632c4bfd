"""What is new, for those who follow: Atom feeds of sluices and of lessons (RFC 4287).

An entry is known by the address of its page, so there are no feeds without the address of the site.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from scripts.exports import inventory
from scripts.exports.urls import page_url, whole
from scripts.library.case_outline import cited
from scripts.library.context import FOLDERS, Site
from scripts.model.claims import Source
from scripts.settings import SITE_NAME

ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True)
class Entry:
    """A page in a feed: its address, its title, a summary, and the day it was last changed."""

    url: str
    title: str
    summary: str
    changed: str


def files(site: Site) -> dict[str, str]:
    """The feeds.

    Args:
        site: What all pages share.

    Returns:
        Path → XML. Nothing when the site's address is not known.
    """
    if not site.settings.site_url:
        return {}
    entries = {"flode/slussar.xml": (_cases(site), "cases"), "flode/lardomar.xml": (_lessons(site), "lessons")}
    return {
        path: _feed(site, path, f"{FOLDERS[kind]}/index.md", sorted(found, key=_latest_first))
        for path, (found, kind) in entries.items()
    }


def _latest_first(entry: Entry) -> tuple[int, str]:
    return -int(entry.changed.replace("-", "")), entry.url


def _cases(site: Site) -> Iterator[Entry]:
    for entry in site.library.cases:
        changed = site.dates.of([f"{entry.id}.yml"]) or _read(entry.sources[key] for key in cited(entry))
        yield Entry(page_url(site, entry), entry.case.title, entry.case.summary, changed)


def _lessons(site: Site) -> Iterator[Entry]:
    """The lessons. One is changed when its own lines are, and not when another in the same file is."""
    for entry in site.library.topics["lessons"]:
        told = entry.record.description
        changed = site.dates.records.get(entry.id) or site.dates.of(["catalogue/lessons.yml"])
        read = _read(site.library.sources[key] for claim in told for key in claim.sources)
        summary = f"{told[0].text} Underlag: {entry.evidence.level.label}."
        yield Entry(page_url(site, entry), entry.name, summary, changed or read)


def _read(sources: Iterable[Source]) -> str:
    """The day that stands in for one that Git does not tell: when the latest of the sources was read."""
    latest = max(source.read for source in sources)
    return f"{latest}-01-01"[: len("2026-11-25")]


def _feed(site: Site, path: str, page: str, entries: Iterable[Entry]) -> str:
    title, subtitle = inventory.FEEDS[path]
    entries = tuple(entries)
    feed = Element("feed", {"xmlns": ATOM, "xml:lang": "sv"})
    _add(feed, "id", whole(site, path))
    _add(feed, "title", f"{title} – {SITE_NAME}")
    _add(feed, "subtitle", subtitle)
    _add(feed, "updated", _moment(max((entry.changed for entry in entries), default="2026-01-01")))
    _add(feed, "link", rel="self", type="application/atom+xml", href=whole(site, path))
    _add(feed, "link", rel="alternate", type="text/html", href=page_url(site, page))
    _add(SubElement(feed, "author"), "name", site.settings.publisher or SITE_NAME)
    _add(feed, "rights", "CC BY 4.0")
    for entry in entries:
        found = SubElement(feed, "entry")
        _add(found, "id", entry.url)
        _add(found, "title", entry.title)
        _add(found, "link", rel="alternate", type="text/html", href=entry.url)
        _add(found, "updated", _moment(entry.changed))
        _add(found, "summary", entry.summary)
    indent(feed, " ")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(feed, encoding="unicode")}\n'


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"


def _add(parent: Element, tag: str, text: str | None = None, **attributes: str) -> None:
    SubElement(parent, tag, attributes).text = text
