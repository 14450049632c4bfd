"""Hostile strings on every page are shown as plain text, even if validation has not refused them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import markdown
import pytest
from lxml import html
from mkdocs.config import load_config
from mkdocs.utils.meta import get_data
from pydantic import BaseModel

from scripts.library.context import Site
from scripts.library.library import Library
from scripts.library.linking import build_library
from scripts.loading.dataset import Dataset, read
from scripts.model.editorial import Term
from scripts.model.types import CONTROL
from scripts.settings import ROOT, Settings
from scripts.site.glossary_links import GlossaryLinker
from scripts.site.pages import all_pages
from scripts.site.render import render_all
from scripts.site.template_variables import web_address
from scripts.site.writer import write
from scripts.text.markdown import as_markdown
from tests.security.attacks import ATTACKS
from tests.security.conftest import each_kind
from tests.security.hostile_data import (
    complete_data,
    fields,
    is_free,
    put,
    spots,
    write_files,
)

FREE = frozenset(pattern for pattern, leaf in fields().items() if is_free(leaf))

HARMLESS = "Harmlöstprovord"

SEARCH_WORDS = ("glossary", "*", "words", "*")
"""A field that is not shown but matched in other texts, and therefore tested separately."""


@pytest.fixture(scope="module")
def neutral(folder: Path) -> Dataset:
    """Return the data with the same harmless word in every field of free text."""
    data = complete_data()
    for pattern in FREE - {SEARCH_WORDS}:
        put(data, spots(data, pattern), HARMLESS)
    write_files(data, folder)
    dataset = read(folder)
    assert dataset.problems == ()
    return dataset


def swapped(value: Any, text: str) -> Any:
    """Return models with a string in place of the harmless word, without validation, to test the renderer alone."""
    if isinstance(value, BaseModel):
        return value.model_copy(update={key: swapped(inner, text) for key, inner in value})
    if isinstance(value, tuple):
        return tuple(swapped(inner, text) for inner in value)
    if isinstance(value, dict):
        return {key: swapped(inner, text) for key, inner in value.items()}
    return text if value == HARMLESS else value


def library_with(neutral: Dataset, text: str) -> Library:
    """Return the linked data with a string in place of the harmless word."""
    cases = tuple(replace(document, content=swapped(document.content, text)) for document in neutral.cases)
    catalogue = {
        kind: replace(document, content=swapped(document.content, text)) for kind, document in neutral.catalogue.items()
    }
    return build_library(replace(neutral, cases=cases, catalogue=catalogue))


@dataclass(frozen=True)
class Shown:
    """The content of all pages together.

    Attributes:
        elements: The number of elements, by tag and attribute names.
        schemes: The schemes of all addresses.
        texts: The text of each page, outside figures.
        drawn: The text in figures.
    """

    elements: Counter[tuple[str, ...]]
    schemes: frozenset[str]
    texts: tuple[str, ...]
    drawn: str

    def words(self, harmless: str = "", text: str = "") -> tuple[Counter[str], Counter[str]]:
        """Return the number of each word, and of each character in figures, where names break at any character.

        Args:
            harmless: A text to replace first, if any.
            text: The replacement.
        """

        def replaced(shown_text: str) -> str:
            shown_text = folded(shown_text)
            return shown_text.replace(folded(harmless), folded(text)) if harmless else shown_text

        words = Counter(word for page_text in self.texts for word in replaced(page_text).split())
        return words, Counter("".join(replaced(self.drawn).split()))


CONFIG = load_config(str(ROOT / "mkdocs.yml"))
ENGINE = markdown.Markdown(extensions=CONFIG.markdown_extensions, extension_configs=CONFIG.mdx_configs)
SEARCH_METADATA = CONFIG.theme.get_env().get_template("partials/search-metadata.html")
WITH_ADDRESS = ("href", "src", "action", "formaction", "xlink:href", "data", "srcset", "poster", "style")


FORM = "bidra/formular/index.md"
"""Tested separately with all strings of a kind at once, because the page is long."""


@pytest.fixture(scope="module")
def paths(neutral: Dataset) -> frozenset[str]:
    """Return the path of the longest page of each template that shows data."""
    site = Site(library_with(neutral, HARMLESS), Settings())
    pages = tuple(all_pages(site))
    texts = render_all(pages, site)
    by_length = sorted((page for page in pages if HARMLESS in texts[page.path]), key=lambda page: len(texts[page.path]))
    return frozenset({page.template: page.path for page in by_length}.values()) - {FORM}


def shown(library: Library, paths: Collection[str]) -> Shown:
    """Return the content of some pages as HTML, including their search metadata."""
    elements: Counter[tuple[str, ...]] = Counter()
    schemes: set[str] = set()
    texts: list[str] = []
    drawn: list[str] = []
    site = Site(library, Settings())
    pages = render_all((page for page in all_pages(site) if page.path in paths), site)
    for path in paths:
        body, meta = get_data(pages[path])
        ENGINE.reset()
        tree = html.document_fromstring(f"<body>{ENGINE.convert(body)}{SEARCH_METADATA.render(meta=meta)}</body>")
        for element in tree.iter():
            if not isinstance(element.tag, str):
                elements["not an element", str(element)[:20]] += 1
                continue
            schemes |= {urlsplit(element.get(name, "")).scheme for name in WITH_ADDRESS}
            if element.tag == "text":
                drawn.append("".join(map(str, element.itertext())))
                element.text = ""
            else:
                elements[element.tag, *sorted(map(str, element.attrib))] += 1
        # Title and description come from the front matter, parsed as YAML.
        texts.append(" ".join(map(str, (*tree.itertext(), meta["title"], meta["description"]))))
    return Shown(elements, frozenset(schemes), tuple(texts), " ".join(drawn))


def folded(text: str) -> str:
    """Return a text with single spaces, without case and full stops, which templates may change."""
    return " ".join(text.replace(".", "").casefold().split())


@each_kind
def test_the_renderer_alone_shows_any_string_as_plain_text(
    texts: Sequence[str], neutral: Dataset, paths: frozenset[str]
) -> None:
    expected: dict[int, Shown] = {}
    for text in map(str.strip, texts):
        count = sum(bool(part.strip()) for part in re.split(r"\n\s*\n", text))
        harmless = "\n\n".join([HARMLESS] * count)
        if count not in expected:
            expected[count] = shown(library_with(neutral, harmless), paths)
        actual = shown(library_with(neutral, text), paths)
        assert actual.elements == expected[count].elements, (text, actual.elements - expected[count].elements)
        assert actual.schemes == expected[count].schemes, text
        if not CONTROL.search(text):
            assert actual.words() == expected[count].words(harmless, text), text


@each_kind
def test_the_form_shows_any_string_as_plain_text(texts: Sequence[str], neutral: Dataset) -> None:
    text = " ".join(map(str.strip, texts))
    expected, actual = (shown(library_with(neutral, string), [FORM]) for string in (HARMLESS, text))
    assert actual.elements == expected.elements
    assert actual.schemes == expected.schemes


@each_kind
def test_a_hostile_glossary_word_adds_only_the_elements_of_a_term(texts: Sequence[str], neutral: Dataset) -> None:
    term = (neutral.catalogue["glossary"].content or ())[0]
    assert isinstance(term, Term)
    for text in map(str.strip, texts):
        terms = GlossaryLinker([term.model_copy(update={"words": (text,), "name": text})], "../ordlista/", as_markdown)
        body = terms.link(as_markdown(f"Före {text} efter. {text.upper()} och {text.lower()}."))
        ENGINE.reset()
        tree = html.document_fromstring(f"<body>{ENGINE.convert(f'{body}' + chr(10) * 2 + terms.notes())}</body>")
        assert {(element.tag, *sorted(map(str, element.attrib))) for element in tree.iter()} <= TERM_ELEMENTS, text


TERM_ELEMENTS = {
    ("html",), ("body",), ("p",), ("strong",), ("a", "href"), ("button", "class", "popovertarget", "type"),
    ("div", "class", "id", "popover"),
}  # fmt: skip


@pytest.mark.parametrize("address", [text for text in ATTACKS["address"] if not text.startswith("http")])
def test_a_link_that_is_not_to_a_web_page_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="no web address"):
        web_address(address)


@pytest.mark.parametrize("path", ["../utanför.md", "/utanför.md", "slussar/../../utanför.md"])
def test_a_page_outside_the_folder_is_refused(path: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="outside"):
        write({"inuti.md": "# Inuti", path: "# Utanför"}, tmp_path / "docs")
    assert list(tmp_path.rglob("*.md")) == []
