"""Variables, functions and filters available in every page template."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol, TypedDict

from markupsafe import Markup

from scripts.library import document_urls
from scripts.library.citations import Citations, read_note
from scripts.library.context import Site, address, host, relative
from scripts.library.grounds import Ground
from scripts.library.kinds import kind_of
from scripts.library.library import Library
from scripts.model.conclusions import Grounded, Unknown
from scripts.site.page import Page
from scripts.text import swedish
from scripts.text.markdown import as_markdown, paragraphs


class LinkFunction(Protocol):
    """A function that returns the link to a page, or to a fragment of it."""

    def __call__(self, target: object, fragment: str = "") -> Markup:
        """Return the link.

        Args:
            target: The path of a Markdown file, or an object that has a page.
            fragment: Id within the page; empty for the page itself.
        """


class SharedVariables(TypedDict):
    """The variables available in every template, besides the fields of its context.

    Attributes:
        page: The page that is rendered.
        site: Settings, dates and addresses.
        library: All data, linked; short for `site.library`.
        to: Returns a link in Markdown.
        href: Returns a link in HTML.
        site_file: Returns the link to another file of the site, by its path.
        linked: Returns a text with links to the glossary.
        citations: Numbers the sources of the page as they are cited.
        grounds: Returns the statements that pointers name.
        sources_of: Returns the sources of the statements that a text rests on.
    """

    page: Page
    site: Site
    library: Library
    to: LinkFunction
    href: LinkFunction
    site_file: Callable[[str], Markup]
    linked: Callable[[str], Markup]
    citations: Citations
    grounds: Callable[[Iterable[str]], tuple[Ground, ...]]
    sources_of: Callable[[Grounded | Unknown], tuple[str, ...]]


@dataclass(frozen=True)
class Links:
    """Links from a page, relative to it.

    Attributes:
        page: The page that contains the links.
        site: Site with the paths of all pages.
    """

    page: Page
    site: Site

    def to(self, target: object, fragment: str = "") -> Markup:
        """Return a link for Markdown: the path of a Markdown file."""
        return _with_fragment(relative(self.page.path, self.site.path_of(target)), fragment)

    def href(self, target: object, fragment: str = "") -> Markup:
        """Return a link for HTML: the address of a page."""
        return _with_fragment(address(self.page.path, self.site.path_of(target)), fragment)

    def site_file(self, file: str) -> Markup:
        """Return the link to a file, by its path within the site."""
        return Markup(f"{address(self.page.path, 'index.md')}{file}")


def _with_fragment(link: str, fragment: str) -> Markup:
    return Markup(f"{link}#{fragment}" if fragment else link)


def web_address(url: str) -> Markup:
    """Return the address of an external link, escaped.

    Raises:
        ValueError: When the scheme is not `http` or `https`.
    """
    if not url.startswith(("https://", "http://")):
        raise ValueError(f"no web address: {url[:60]!r}")
    return as_markdown(url)


GLOBALS: Mapping[str, object] = {
    "counted": swedish.counted,
    "period": swedish.period,
    "host": host,
    "kind_of": kind_of,
    "read_note": read_note,
    "handout": document_urls.handout,
    "pdf_file": document_urls.sheet_pdf,
    "word_file": document_urls.word,
    "BOOK": document_urls.BOOK,
}
"""Functions and constants that do not depend on the page.

counted: Return a count with its noun: `tre slussar`.
period: Return the period between two dates in words.
host: Return the host name of a source.
kind_of: Return the kind of page of a case, topic or tag.
read_note: Return when and in which language a source was read, and whether it is a plan, in words.
handout: Return the path of the hand-out of a case or topic.
pdf_file: Return the path of the PDF of a decision sheet.
word_file: Return the path of the Word file of a decision sheet or a template.
BOOK: Path of the book.
"""

FILTERS: Mapping[str, Callable[..., object]] = {
    "paragraphs": paragraphs,
    "text": as_markdown,
    "date": swedish.partial_date,
    "number": swedish.number,
    "kronor": swedish.kronor,
    "listed": swedish.listed,
    "sentence": swedish.sentence,
    "web_address": web_address,
}
"""Filters that format values.

paragraphs: Split a text at its blank lines.
text: Escape a text for Markdown and HTML, as is also done without a filter.
date: Write a year, month or day in words.
number: Write a number with a thousands separator and a decimal comma.
kronor: Write an amount of money.
listed: Join words to a list in running text.
sentence: Add an initial capital and a full stop.
web_address: Escape the address of an external link, and reject schemes other than `http` and `https`.
"""
