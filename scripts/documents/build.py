"""The book and all hand-outs, written into the folder of the site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scripts.documents.blocks import Data
from scripts.documents.book import volume
from scripts.documents.compiler import Press
from scripts.documents.handouts import handout, layouts, most_pages, record
from scripts.git.version import Version, read_version
from scripts.library import pdf_urls
from scripts.library.context import Site, web_path
from scripts.library.library import CaseEntry, Library, TopicEntry
from scripts.settings import ROOT, SITE_NAME, Settings


@dataclass(frozen=True)
class Printed:
    """A finished file: where it goes within the site, its bytes, and whether it is longer than it was meant to be."""

    path: str
    content: bytes
    too_long: bool = False


def book(library: Library, settings: Settings) -> Printed:
    """The book."""
    version = read_version(ROOT, settings.source_date_epoch)
    press = Press("book.typ", {**_shared(settings, version), "book": True}, version.build_time)
    return Printed(pdf_urls.BOOK, press.pdf({**volume(library), "address": settings.site_url}))


def handouts(library: Library, settings: Settings) -> Iterator[Printed]:
    """A hand-out for each sluice, method, success factor and lesson."""
    version = read_version(ROOT, settings.source_date_epoch)
    press = Press("handout.typ", {**_shared(settings, version), "book": False}, version.build_time)
    site = Site(library, settings)
    records: tuple[CaseEntry | TopicEntry, ...] = (*library.cases, *library.topic_by_id.values())
    for entry in records:
        page = web_path(site.path_of(entry))
        address = f"{settings.site_url}/{page}" if settings.site_url else ""
        yield _fitted(entry, address, library, press)


def _shared(settings: Settings, version: Version) -> Data:
    return {
        "site": SITE_NAME,
        "publisher": settings.publisher,
        "date": version.date,
        "commit": version.commit[:7],
    }


def _fitted(entry: CaseEntry | TopicEntry, address: str, library: Library, press: Press) -> Printed:
    """A hand-out in the largest type that fits, or in the smallest with as little as possible left out.

    One that does not fit even then is as long as it has to be: nothing is ever cut.
    """
    found = record(entry, library)
    ways = layouts(found)
    # Each way takes less room than the one before, so the first that fits is found by halving.
    first, last = 0, len(ways) - 1
    best: bytes | None = None
    while best is None or first <= last:
        middle = min((first + last) // 2, len(ways) - 1)
        content = press.pdf({**handout(found, library, ways[middle]), "address": address})
        if press.pages() <= most_pages(entry):
            best, last = content, middle - 1
        elif middle == len(ways) - 1:
            return Printed(pdf_urls.handout(entry), content, too_long=True)
        else:
            first = middle + 1
            last = max(first, last)
    return Printed(pdf_urls.handout(entry), best)
