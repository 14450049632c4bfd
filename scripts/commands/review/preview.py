"""A page as the generator makes it, in the Markdown that GitHub shows in a summary.

The page's own Markdown is made into the HTML that readers get, and that is told again with the few
means that a summary has. So the preview holds what the page holds, and every word of it passes one
place that keeps it text.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element, TreeBuilder

import markdown

from scripts.commands.review.escape import JOINER, plain

EXTENSIONS = ("attr_list", "md_in_html", "tables")
"""What the pages are written with, as in `mkdocs.yml`."""

_VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "use"})
_INLINE = frozenset({"a", "b", "br", "button", "cite", "code", "em", "i", "small", "span", "strong", "sup"})
_LEFT_OUT = frozenset({"nav", "svg", "script", "style", "summary"})
_LEFT_OUT_CLASSES = frozenset({"term-note", "suggest"})
_HEADINGS = {"h2": "####", "h3": "#####", "h4": "######"}
_NUMBERED = re.compile(r"^(\d{1,9})([.)])")


def preview(page: str, path: str, site_url: str) -> str:
    """The body of a page, below its title.

    Args:
        page: The page as Markdown with front matter.
        path: Its file, within the folder of pages.
        site_url: The address of the site. Without it, links between pages are text.

    Returns:
        Markdown for GitHub, without anything live but links to sources and to the site.
    """
    body = page.split("---\n", 2)[2]
    reader = _Reader()
    reader.feed(markdown.markdown(body, extensions=EXTENSIONS))
    return "\n\n".join(_Writer(path, site_url).blocks(reader.tree()))


class _Reader(HTMLParser):
    """HTML to a tree."""

    def __init__(self) -> None:
        super().__init__()
        self._builder = TreeBuilder()
        self._builder.start("div", {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins; one that cannot hold anything ends as well."""
        self._builder.start(tag, {key: value or "" for key, value in attrs})
        if tag in _VOID:
            self._builder.end(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element that ends where it begins."""
        self._builder.start(tag, {key: value or "" for key, value in attrs})
        self._builder.end(tag)

    def handle_endtag(self, tag: str) -> None:
        """An element ends."""
        if tag not in _VOID:
            self._builder.end(tag)

    def handle_data(self, data: str) -> None:
        """Text."""
        self._builder.data(data)

    def tree(self) -> Element:
        """All of it, in one element."""
        self.close()
        self._builder.end("div")
        return self._builder.close()


@dataclass(frozen=True)
class _Writer:
    """Tells a tree again."""

    path: str
    site_url: str

    def blocks(self, element: Element) -> Iterator[str]:
        """The paragraphs, headings, lists and tables in an element, in order."""
        line = [_text(element.text)]
        for child in element:
            if child.tag in _INLINE:
                line.append(self._inline(child))
            elif not _is_left_out(child):
                yield from _paragraph("".join(line))
                line.clear()
                yield from self._block(child)
            line.append(_text(child.tail))
        yield from _paragraph("".join(line))

    def _block(self, element: Element) -> Iterator[str]:
        match element.tag:
            case "h1":
                pass
            case "h2" | "h3" | "h4":
                yield f"{_HEADINGS[element.tag]} {self._words(element)}"
            case "p":
                yield from _paragraph(_marked(element, self._words(element)))
            case "ul" | "ol":
                yield from self._list(element)
            case "dl":
                yield "\n".join(f"- **{term}:** {found}" for term, found in self._facts(element))
            case "table":
                yield from self._table(element)
            case _:
                yield from self.blocks(element)

    def _list(self, element: Element) -> Iterator[str]:
        items = [" – ".join(filter(None, self._pieces(item))) for item in element.iter("li")]
        label = plain(element.get("aria-label", ""))
        if "tags" in element.get("class", "").split():
            yield f"**{label}:** {', '.join(items)}"
            return
        if label:
            yield f"**{label}**"
        marks = [f"{number}." if element.tag == "ol" else "-" for number in range(1, len(items) + 1)]
        yield "\n".join(f"{mark} {_guarded(item)}" for mark, item in zip(marks, items, strict=True))

    def _pieces(self, element: Element) -> Iterator[str]:
        """What stands in an item of a list: a line of its own, or the headings and paragraphs of a card."""
        if all(child.tag in _INLINE for child in element):
            yield self._words(element)
        else:
            yield from (self._words(child) for child in element if not _is_left_out(child))

    def _facts(self, element: Element) -> Iterator[tuple[str, str]]:
        terms, found = element.iter("dt"), element.iter("dd")
        yield from ((self._words(term), self._words(value)) for term, value in zip(terms, found, strict=True))

    def _table(self, element: Element) -> Iterator[str]:
        if (caption := element.find("caption")) is not None:
            yield f"**{self._words(caption)}**"
        rows = [[self._words(cell) for cell in row if cell.tag in {"th", "td"}] for row in element.iter("tr")]
        if rows:
            rows.insert(1, ["---"] * len(rows[0]))
            yield "\n".join(f"| {' | '.join(row)} |" for row in rows)

    def _words(self, element: Element) -> str:
        """All that an element says, on one line."""
        return re.sub(r" {2,}", " ", self._inside(element)).strip()

    def _inside(self, element: Element) -> str:
        parts = [_text(element.text)]
        for child in element:
            parts += [self._inline(child), _text(child.tail)]
        return "".join(parts)

    def _inline(self, element: Element) -> str:
        if _is_left_out(element):
            return ""
        classes, words = element.get("class", "").split(), self._inside(element)
        if "cite" in classes:
            return f"<sup>[{words}]</sup>"
        if element.tag == "a":
            return self._link(element.get("href", ""), words)
        if "note" in classes or "state" in classes:
            return f" ({words.strip()})"
        return f"**{words}**" if element.tag in {"b", "strong"} and words.strip() == words != "" else words

    def _link(self, href: str, words: str) -> str:
        target = self._address(href)
        return f"[{words}](<{_in_brackets(target)}>)" if target else words

    def _address(self, href: str) -> str:
        """Where a link leads, as a whole address; empty when that is not known, or on the same page."""
        parts = urlsplit(href)
        if parts.scheme in {"http", "https"}:
            return href
        if parts.scheme or not self.site_url or not parts.path:
            return ""
        return urljoin(f"{self.site_url}/{posixpath.dirname(self.path)}/", href.replace("index.md", "", 1))


def _is_left_out(element: Element) -> bool:
    """Whether an element says nothing in a summary: drawings, menus, what only a screen reader skips."""
    hidden = element.get("aria-hidden") == "true" or _LEFT_OUT_CLASSES.intersection(element.get("class", "").split())
    return element.tag in _LEFT_OUT or bool(hidden)


def _text(text: str | None) -> str:
    """Text of the page, with a space at an end where it has one."""
    text = (text or "").replace(JOINER, "")
    before, after = (" " if text[place : place + 1].isspace() else "" for place in (0, len(text) - 1))
    words = plain(text.strip())
    return f"{before}{words}{after}" if words else before


def _paragraph(words: str) -> Iterator[str]:
    if words.strip():
        yield _guarded(words.strip())


def _guarded(words: str) -> str:
    """A line that does not begin a list, also when its number and full stop came from different elements."""
    return _NUMBERED.sub(lambda found: f"{found[1]}&#{ord(found[2])};", words)


def _marked(element: Element, words: str) -> str:
    """Who is speaking in italics, and what speaks against in bold, as their looks say on the page."""
    classes = element.get("class", "").split()
    if words and "who" in classes:
        return f"*{words}*"
    return f"**{words}**" if words and "against" in classes else words


def _in_brackets(address: str) -> str:
    """An address as it stands between angle brackets, where only a few characters mean something."""
    escapes = {"&": "&amp;", "<": "%3C", ">": "%3E", "\\": "%5C", "|": "%7C", "`": "%60", " ": "%20"}
    return "".join(escapes.get(letter, letter) for letter in address)
