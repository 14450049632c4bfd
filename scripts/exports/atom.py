"""Atom feeds of new and changed sluices and lessons (RFC 4287).

The id of an entry is the absolute URL of its page, so no feeds are generated when the site has no address.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from scripts.exports import inventory
from scripts.exports.urls import file_url, page_url
from scripts.library.case_outline import cited
from scripts.library.conclusions import placed_texts
from scripts.library.context import FOLDERS, Site
from scripts.model.claims import Source
from scripts.settings import SITE_NAME

ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True)
class Entry:
    """A page in a feed: its absolute URL, its title, a summary, and the day of the last change as `2026-11-25`."""

    url: str
    title: str
    summary: str
    changed: str


def files(site: Site) -> dict[str, str]:
    """Return the feeds.

    Args:
        site: The context of pages and exports.

    Returns:
        Path → XML. Empty when the site has no address.
    """
    if not site.settings.site_url:
        return {}
    feeds = {
        "flode/slussar.xml": (_cases(site), "cases"),
        "flode/rad.xml": (_advice(site), "advice"),
        "flode/lardomar.xml": (_lessons(site), "lessons"),
    }
    return {
        path: _feed(site, path, f"{FOLDERS[kind]}/index.md", sorted(entries, key=_latest_first))
        for path, (entries, kind) in feeds.items()
    }


def _latest_first(entry: Entry) -> tuple[int, str]:
    return -int(entry.changed.replace("-", "")), entry.url


def _cases(site: Site) -> Iterator[Entry]:
    for entry in site.library.cases:
        changed = site.dates.of([f"{entry.id}.yml"]) or _latest_read(entry.sources[key] for key in cited(entry))
        yield Entry(page_url(site, entry), entry.case.title, entry.case.summary, changed)


def _advice(site: Site) -> Iterator[Entry]:
    """Yield the advice and the decision sheets, dated by the latest day that one of their texts was reviewed."""
    reviewed: dict[int, str] = {}
    for placed in placed_texts(site.library):
        reviewed[id(placed.record)] = max(reviewed.get(id(placed.record), ""), placed.text.reviewed)
    for sheet in site.library.guidance.decisions:
        yield Entry(page_url(site, sheet), sheet.name, sheet.answer.text, _day(reviewed[id(sheet)]))
    for advice in site.library.guidance.advice:
        yield Entry(page_url(site, advice), advice.name, advice.lead, _day(reviewed[id(advice)]))


def _lessons(site: Site) -> Iterator[Entry]:
    """Yield the lessons, dated by the last change to the lines of the record rather than to the file of all lessons."""
    for entry in site.library.topics["lessons"]:
        description = entry.record.description
        changed = site.dates.records.get(entry.id) or site.dates.of(["catalogue/lessons.yml"])
        read = _latest_read(site.library.sources[key] for claim in description for key in claim.sources)
        summary = f"{description[0].text} Underlag: {entry.where}."
        yield Entry(page_url(site, entry), entry.name, summary, changed or read)


def _latest_read(sources: Iterable[Source]) -> str:
    """Return the latest day on which any of the sources was read, for entries that have no date in the Git history."""
    return _day(max(source.read for source in sources))


def _day(date: str) -> str:
    """Return the first day of a year or month, and a day unchanged."""
    return f"{date}-01-01"[: len("2026-11-25")]


def _feed(site: Site, path: str, page: str, entries: Iterable[Entry]) -> str:
    title, subtitle = inventory.FEEDS[path]
    entries = tuple(entries)
    feed = Element("feed", {"xmlns": ATOM, "xml:lang": "sv"})
    _add(feed, "id", file_url(site, path))
    _add(feed, "title", f"{title} – {SITE_NAME}")
    _add(feed, "subtitle", subtitle)
    _add(feed, "updated", _timestamp(max((entry.changed for entry in entries), default="2026-01-01")))
    _add(feed, "link", rel="self", type="application/atom+xml", href=file_url(site, path))
    _add(feed, "link", rel="alternate", type="text/html", href=page_url(site, page))
    _add(SubElement(feed, "author"), "name", site.settings.publisher or SITE_NAME)
    _add(feed, "rights", "CC BY 4.0")
    for entry in entries:
        element = SubElement(feed, "entry")
        _add(element, "id", entry.url)
        _add(element, "title", entry.title)
        _add(element, "link", rel="alternate", type="text/html", href=entry.url)
        _add(element, "updated", _timestamp(entry.changed))
        _add(element, "summary", entry.summary)
    indent(feed, " ")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(feed, encoding="unicode")}\n'


def _timestamp(day: str) -> str:
    return f"{day}T00:00:00Z"


def _add(parent: Element, tag: str, text: str | None = None, **attributes: str) -> None:
    SubElement(parent, tag, attributes).text = text
