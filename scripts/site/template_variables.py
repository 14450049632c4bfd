"""Variables, functions and filters that every page template has."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol, TypedDict

from markupsafe import Markup

from scripts.library import pdf_urls
from scripts.library.citations import Citations
from scripts.library.context import Site, address, host, relative
from scripts.library.kinds import kind_of
from scripts.library.library import Library
from scripts.site.page import Page
from scripts.text import swedish
from scripts.text.markdown import as_markdown, paragraphs


class LinkFunction(Protocol):
    """A function that returns the link to a target, or to a fragment of its page."""

    def __call__(self, target: object, fragment: str = "") -> Markup:
        """Return the link. The target is a path of a Markdown file, or what has a page of its own."""


class SharedVariables(TypedDict):
    """The variables that a template has besides the fields of its page's context.

    Attributes:
        page: The page that is rendered.
        site: Settings, dates and addresses.
        library: All data, linked; short for `site.library`.
        to: Returns a link in Markdown.
        href: Returns a link in HTML.
        site_file: Returns the link to another file of the site, by its path.
        linked: Returns a text whose words of the glossary open their definitions.
        citations: Numbers the sources of the page as they are cited.
    """

    page: Page
    site: Site
    library: Library
    to: LinkFunction
    href: LinkFunction
    site_file: Callable[[str], Markup]
    linked: Callable[[str], Markup]
    citations: Citations


@dataclass(frozen=True)
class Links:
    """Links from a page, relative to it.

    Attributes:
        page: The page that the links stand on.
        site: Knows the paths of pages.
    """

    page: Page
    site: Site

    def to(self, target: object, fragment: str = "") -> Markup:
        """Return a link in Markdown, which leads to a Markdown file."""
        return _with_fragment(relative(self.page.path, self.site.path_of(target)), fragment)

    def href(self, target: object, fragment: str = "") -> Markup:
        """Return a link in HTML, which leads to the address of a page."""
        return _with_fragment(address(self.page.path, self.site.path_of(target)), fragment)

    def site_file(self, file: str) -> Markup:
        """Return the link to a file, by its path within the site."""
        return Markup(f"{address(self.page.path, 'index.md')}{file}")


def _with_fragment(link: str, fragment: str) -> Markup:
    return Markup(f"{link}#{fragment}" if fragment else link)


def web_address(url: str) -> Markup:
    """Return an address for a link out.

    Raises:
        ValueError: When a browser would do anything with it but fetch a page.
    """
    if not url.startswith(("https://", "http://")):
        raise ValueError(f"no web address: {url[:60]!r}")
    return as_markdown(url)


GLOBALS: Mapping[str, object] = {
    "counted": swedish.counted,
    "period": swedish.period,
    "host": host,
    "kind_of": kind_of,
    "handout": pdf_urls.handout,
    "BOOK": pdf_urls.BOOK,
}
"""Functions and constants that do not depend on the page.

counted: A count with its noun: `tre slussar`.
period: From one date to another, in words.
host: The server that a source is at.
kind_of: The kind of page that a case, topic or tag has.
handout: The path of the hand-out of a case or topic.
BOOK: The path of the book.
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
"""How values are written.

paragraphs: A text divided at its blank lines.
text: A text so that it stands for itself in Markdown and HTML. It is also what happens without a filter.
date: A year, month or day in words.
number: A number with groups of three and a decimal comma.
kronor: An amount of money.
listed: Words as a list in running text.
sentence: Words with a capital first and a full stop last.
web_address: An address for a link out, refused when it is anything but `http` or `https`.
"""
