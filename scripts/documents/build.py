"""Compile the book and the hand-outs to bytes, which `scripts.build.pdf_files` writes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from scripts.documents.book import book_content
from scripts.documents.compiler import Compiler
from scripts.documents.handouts import handout_content, layouts, most_pages, whole_record
from scripts.git.version import Version
from scripts.library import document_urls
from scripts.library.context import Site, web_path
from scripts.library.library import CaseEntry, Library, TopicEntry
from scripts.settings import SITE_NAME, Settings


@dataclass(frozen=True)
class PdfFile:
    """A PDF: its path within the site, its bytes, and whether it exceeds its page limit."""

    path: str
    content: bytes
    too_long: bool = False


@dataclass(frozen=True)
class Imprint:
    """The origin of a document.

    Attributes:
        book: Whether it is the book, in which references include page numbers.
        address: The address of the site or of the record's page; empty when unknown.
        site: The name of the site.
        publisher: The organisation responsible for the site.
        date: The date of the commit, in words; empty when unknown.
        commit: The abbreviated hash of the commit; empty when unknown.
    """

    book: bool
    address: str = ""
    site: str = SITE_NAME
    publisher: str = ""
    date: str = ""
    commit: str = ""


def book(library: Library, settings: Settings, version: Version) -> PdfFile:
    """Compile the book.

    Args:
        library: The linked data.
        settings: The address of the site and its publisher.
        version: The commit to name, and the creation time to store in the file.
    """
    imprint = _imprint(settings, version, book=True)
    return PdfFile(document_urls.BOOK, Compiler("book.typ", version.build_time).pdf(imprint, book_content(library)))


def handouts(library: Library, settings: Settings, version: Version) -> Iterator[PdfFile]:
    """Compile a hand-out for each case, method, success factor and lesson. The arguments are those of `book`."""
    compiler = Compiler("handout.typ", version.build_time)
    imprint = _imprint(settings, version, book=False)
    site = Site(library, settings)
    records: tuple[CaseEntry | TopicEntry, ...] = (*library.cases, *library.topic_by_id.values())
    for entry in records:
        page = f"{settings.site_url}/{web_path(site.path_of(entry))}" if settings.site_url else ""
        yield _largest_that_fits(entry, library, compiler, replace(imprint, address=page))


def _imprint(settings: Settings, version: Version, *, book: bool) -> Imprint:
    return Imprint(
        book=book,
        address=settings.site_url,
        publisher=settings.publisher,
        date=version.date,
        commit=version.commit[:7],
    )


def _largest_that_fits(
    entry: CaseEntry | TopicEntry, library: Library, compiler: Compiler, imprint: Imprint
) -> PdfFile:
    """Compile a hand-out in the largest type that fits, or in the smallest with as little as possible left out.

    When no layout fits, the hand-out exceeds its page limit, because items are never cut.
    """
    record = whole_record(entry, library)
    choices = layouts(record)
    path = document_urls.handout(entry)
    # A binary search, since each layout takes less room than the one before.
    first, last = 0, len(choices) - 1
    best: bytes | None = None
    while best is None or first <= last:
        middle = min((first + last) // 2, len(choices) - 1)
        pdf = compiler.pdf(imprint, handout_content(record, library, choices[middle]))
        if compiler.pages() <= most_pages(entry):
            best, last = pdf, middle - 1
        elif middle == len(choices) - 1:
            return PdfFile(path, pdf, too_long=True)
        else:
            first = middle + 1
            last = max(first, last)
    return PdfFile(path, best)
