"""Hostile strings on every page: shown as the text they are, also when nothing has refused them."""

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
from scripts.library.library import Library, build_library
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
    fields,
    is_free,
    put,
    spots,
    whole,
    written,
)

FREE = frozenset(pattern for pattern, leaf in fields().items() if is_free(leaf))

HARMLESS = "Harmlöstprovord"

NOT_SHOWN = ("glossary", "*", "words", "*")
"""What is not shown but looked for: with a string here, other places change. It has a test of its own."""


@pytest.fixture(scope="module")
def neutral(folder: Path) -> Dataset:
    """The data with the same harmless word in every field of free text."""
    data = whole()
    for pattern in FREE - {NOT_SHOWN}:
        put(data, spots(data, pattern), HARMLESS)
    written(data, folder)
    found = read(folder)
    assert found.problems == ()
    return found


def swapped(value: Any, text: str) -> Any:
    """Models with a string in place of the harmless word. Nothing validates it: the renderer is on its own."""
    if isinstance(value, BaseModel):
        return value.model_copy(update={key: swapped(inner, text) for key, inner in value})
    if isinstance(value, tuple):
        return tuple(swapped(inner, text) for inner in value)
    if isinstance(value, dict):
        return {key: swapped(inner, text) for key, inner in value.items()}
    return text if value == HARMLESS else value


def library_with(neutral: Dataset, text: str) -> Library:
    """The neutral data with a string everywhere, linked."""
    cases = tuple(replace(document, content=swapped(document.content, text)) for document in neutral.cases)
    catalogue = {
        kind: replace(document, content=swapped(document.content, text)) for kind, document in neutral.catalogue.items()
    }
    return build_library(replace(neutral, cases=cases, catalogue=catalogue))


@dataclass(frozen=True)
class Shown:
    """What is on all pages together: elements with the names of their attributes, schemes of addresses, text."""

    elements: Counter[tuple[str, ...]]
    schemes: frozenset[str]
    said: tuple[str, ...]
    drawn: str

    def words(self, harmless: str = "", text: str = "") -> tuple[Counter[str], Counter[str]]:
        """The words, and the letters in figures, where names are broken anywhere; with a string for a harmless one."""

        def put_in(said: str) -> str:
            return folded(said).replace(folded(harmless), folded(text)) if harmless else folded(said)

        words = Counter(word for said in self.said for word in put_in(said).split())
        return words, Counter("".join(put_in(self.drawn).split()))


CONFIG = load_config(str(ROOT / "mkdocs.yml"))
ENGINE = markdown.Markdown(extensions=CONFIG.markdown_extensions, extension_configs=CONFIG.mdx_configs)
SEARCH_METADATA = CONFIG.theme.get_env().get_template("partials/search-metadata.html")
WITH_ADDRESS = ("href", "src", "action", "formaction", "xlink:href", "data", "srcset", "poster", "style")


FORM = "bidra/formular/index.md"
"""Long, and the same for every string but where records are chosen: it shows all strings of a kind at once."""


@pytest.fixture(scope="module")
def paths(neutral: Dataset) -> frozenset[str]:
    """The longest page of each template that shows any of the data."""
    site = Site(library_with(neutral, HARMLESS), Settings())
    pages = tuple(all_pages(site))
    written = render_all(pages, site)
    by_length = sorted(
        (page for page in pages if HARMLESS in written[page.path]), key=lambda page: len(written[page.path])
    )
    return frozenset({page.template: page.path for page in by_length}.values()) - {FORM}


def shown(library: Library, paths: Collection[str]) -> Shown:
    """Pages as HTML, with what search knows of them."""
    elements: Counter[tuple[str, ...]] = Counter()
    schemes: set[str] = set()
    said: list[str] = []
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
        # What is in the front matter has been through YAML.
        said.append(" ".join(map(str, (*tree.itertext(), meta["title"], meta["description"]))))
    return Shown(elements, frozenset(schemes), tuple(said), " ".join(drawn))


def folded(text: str) -> str:
    """A text with single spaces. Templates put a capital first and a full stop last in some places."""
    return " ".join(text.replace(".", "").casefold().split())


@each_kind
def test_the_renderer_alone_shows_any_string_as_the_text_it_is(
    texts: Sequence[str], neutral: Dataset, paths: frozenset[str]
) -> None:
    expected: dict[int, Shown] = {}
    for text in map(str.strip, texts):
        count = sum(bool(part.strip()) for part in re.split(r"\n\s*\n", text))
        harmless = "\n\n".join([HARMLESS] * count)
        if count not in expected:
            expected[count] = shown(library_with(neutral, harmless), paths)
        found = shown(library_with(neutral, text), paths)
        assert found.elements == expected[count].elements, (text, found.elements - expected[count].elements)
        assert found.schemes == expected[count].schemes, text
        if not CONTROL.search(text):
            assert found.words() == expected[count].words(harmless, text), text


@each_kind
def test_the_form_shows_any_string_as_the_text_it_is(texts: Sequence[str], neutral: Dataset) -> None:
    text = " ".join(map(str.strip, texts))
    expected, found = (shown(library_with(neutral, said), [FORM]) for said in (HARMLESS, text))
    assert found.elements == expected.elements
    assert found.schemes == expected.schemes


@each_kind
def test_a_word_of_the_glossary_is_only_a_word(texts: Sequence[str], neutral: Dataset) -> None:
    term = (neutral.catalogue["glossary"].content or ())[0]
    assert isinstance(term, Term)
    for text in map(str.strip, texts):
        terms = GlossaryLinker([term.model_copy(update={"words": (text,), "name": text})], "../ordlista/", as_markdown)
        body = terms.link(as_markdown(f"Före {text} efter. {text.upper()} och {text.lower()}."))
        ENGINE.reset()
        tree = html.document_fromstring(f"<body>{ENGINE.convert(f'{body}' + chr(10) * 2 + terms.notes())}</body>")
        assert {(element.tag, *sorted(map(str, element.attrib))) for element in tree.iter()} <= OF_A_TERM, text


OF_A_TERM = {
    ("html",), ("body",), ("p",), ("strong",), ("a", "href"), ("button", "class", "popovertarget", "type"),
    ("div", "class", "id", "popover"),
}  # fmt: skip


@pytest.mark.parametrize("address", [text for text in ATTACKS["address"] if not text.startswith("http")])
def test_a_link_to_anything_but_a_web_page_is_not_written(address: str) -> None:
    with pytest.raises(ValueError, match="no web address"):
        web_address(address)


@pytest.mark.parametrize("path", ["../utanför.md", "/utanför.md", "slussar/../../utanför.md"])
def test_a_page_outside_the_folder_is_not_written(path: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="outside"):
        write({"inuti.md": "# Inuti", path: "# Utanför"}, tmp_path / "docs")
    assert list(tmp_path.rglob("*.md")) == []
