"""Hostile strings in every field: refused at their place, or shown as the text they are."""

from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import markdown
import pytest
from lxml import html
from mkdocs.config import load_config
from mkdocs.utils.meta import get_data
from pydantic import BaseModel

from scripts.checks import check
from scripts.diagnostics import Code, Problem, as_github, as_json, as_text, mistakes
from scripts.library.context import Site
from scripts.library.library import Library, build_library
from scripts.loading.dataset import Dataset, read
from scripts.model.editorial import Term
from scripts.model.types import CONTROL, LONGEST_ID, SLUG
from scripts.settings import ROOT, Settings
from scripts.site.glossary_links import Terms
from scripts.site.pages import all_pages
from scripts.site.render import render_all
from scripts.site.template_variables import web_address
from scripts.site.writer import write
from scripts.text.markdown import as_markdown
from tests.conftest import SMALL
from tests.security.attacks import ATTACKS, EVERY
from tests.security.hostile_data import (
    CASE,
    Pattern,
    Spot,
    fields,
    is_free,
    is_name,
    places,
    put,
    spots,
    whole,
    written,
)

FIELDS = fields()
STEPS = {("steps", "*", "id")}
"""The id of a step is that of its phase, so it is a reference."""

FREE = frozenset(pattern for pattern, leaf in FIELDS.items() if is_free(leaf))
IDS = frozenset(pattern for pattern, leaf in FIELDS.items() if is_name(leaf) and pattern[1:] == ("*", "id")) - STEPS
REFERENCES = frozenset(pattern for pattern, leaf in FIELDS.items() if is_name(leaf)) - IDS
VALUES = frozenset(FIELDS) - IDS - REFERENCES

SAME = {Code.SAME_NAME, Code.SAME_ADDRESS}
"""What is only wrong because a string stands in many fields at once."""

every_kind = pytest.mark.parametrize(
    "kind", [pytest.param(kind, id=kind, marks=pytest.mark.xdist_group(f"attacks-{kind}")) for kind in ATTACKS]
)
"""The tests of a kind run in one process, so that each string is tried once."""


@dataclass(frozen=True)
class Tried:
    """What came of a string in every field."""

    refused: frozenset[Pattern]
    accepted: frozenset[Pattern]
    problems: tuple[Problem, ...]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with data, written over again and again."""
    return Path(shutil.copytree(SMALL, tmp_path_factory.mktemp("attacks") / "cases"))


def checked(data: Mapping[str, Any], folder: Path) -> tuple[dict[Spot, tuple[str, int, int]], tuple[Problem, ...]]:
    """Where every value stands, as file, line and column, and the mistakes that a check finds."""
    texts = written(data, folder)
    where = {spot: (stem, *place) for stem, text in texts.items() for spot, place in places(stem, text).items()}
    return where, mistakes(check(read(folder)))


@cache
def tried(text: str, folder: Path) -> Tried:
    """Put a string in every field, and see what the checker says of each."""
    refused: set[Pattern] = set()
    problems: list[Problem] = []
    # Apart, since a reference to a hostile id would otherwise exist.
    for group in (VALUES | REFERENCES, IDS):
        data = whole()
        held = {pattern: spots(data, pattern) for pattern in group}
        for pattern in group:
            put(data, held[pattern], text)
        data[CASE][text] = "En nyckel som inte finns."
        where, found = checked(data, folder)
        problems += found
        wrong = {(Path(p.file).stem, p.line, p.column) for p in found if p.code not in SAME}
        refused |= {pattern for pattern in group if any(where[spot] in wrong for spot in held[pattern])}
    return Tried(frozenset(refused), frozenset(FIELDS) - refused, tuple(problems))


def test_every_field_of_the_models_has_a_place_in_the_data() -> None:
    data = whole()
    assert [pattern for pattern in FIELDS if not spots(data, pattern)] == []
    assert len(FIELDS) > 200


def test_the_data_without_attacks_has_no_problem(folder: Path) -> None:
    assert checked(whole(), folder)[1] == ()


@every_kind
def test_a_string_in_any_field_is_refused_at_its_place_or_read_as_it_is(kind: str, folder: Path) -> None:
    for text in ATTACKS[kind]:
        result = tried(text, folder)
        data = whole()
        for pattern in result.accepted - IDS:
            put(data, spots(data, pattern), text)
        _, left = checked(data, folder)
        assert {problem.code for problem in left} <= SAME, (text, [str(problem) for problem in left])
        assert result.refused >= REFERENCES, text
        assert result.refused >= IDS or re.fullmatch(SLUG, text), text


@every_kind
def test_a_problem_is_one_line_that_no_program_takes_for_more(kind: str, folder: Path) -> None:
    for text in ATTACKS[kind]:
        problems = tried(text, folder).problems
        assert problems
        lines, commands = as_text(problems), as_github(problems)
        assert (lines.count("\n"), commands.count("\n")) == (len(problems), len(problems)), text
        assert all(line.isprintable() for line in (*lines.split("\n"), *commands.split("\n"))), text
        assert not re.search(r"^\s*(::|##\[)", lines, re.MULTILINE), text
        assert all(COMMAND.match(line) for line in commands.splitlines()), text
        assert len(json.loads(as_json(problems))) == len(problems)


def test_every_string_is_refused_as_the_id_of_a_source(folder: Path) -> None:
    data = whole()
    source = data[CASE]["sources"]["a-slut"]
    data[CASE]["sources"] |= {text: {**source, "version": str(number)} for number, text in enumerate(EVERY)}
    _, problems = checked(data, folder)
    refused = {problem.line for problem in problems if problem.code == Code.ID_FORM}
    assert len(refused) == sum(not re.fullmatch(SLUG, text) or len(text) > LONGEST_ID for text in EVERY)


COMMAND = re.compile(r"::error file=[^:,]+,line=\d+,col=\d+,title=K\d{3}::[^\r\n]+$")
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
FOUND_BY = CONFIG.theme.get_env().get_template("partials/found-by.html")
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
        tree = html.document_fromstring(f"<body>{ENGINE.convert(body)}{FOUND_BY.render(meta=meta)}</body>")
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


@every_kind
def test_the_renderer_alone_shows_any_string_as_the_text_it_is(
    kind: str, neutral: Dataset, paths: frozenset[str]
) -> None:
    expected: dict[int, Shown] = {}
    for text in map(str.strip, ATTACKS[kind]):
        count = sum(bool(part.strip()) for part in re.split(r"\n\s*\n", text))
        harmless = "\n\n".join([HARMLESS] * count)
        if count not in expected:
            expected[count] = shown(library_with(neutral, harmless), paths)
        found = shown(library_with(neutral, text), paths)
        assert found.elements == expected[count].elements, (text, found.elements - expected[count].elements)
        assert found.schemes == expected[count].schemes, text
        if not CONTROL.search(text):
            assert found.words() == expected[count].words(harmless, text), text


@every_kind
def test_the_form_shows_any_string_as_the_text_it_is(kind: str, neutral: Dataset) -> None:
    text = " ".join(map(str.strip, ATTACKS[kind]))
    expected, found = (shown(library_with(neutral, said), [FORM]) for said in (HARMLESS, text))
    assert found.elements == expected.elements
    assert found.schemes == expected.schemes


@every_kind
def test_a_word_of_the_glossary_is_only_a_word(kind: str, neutral: Dataset) -> None:
    term = (neutral.catalogue["glossary"].content or ())[0]
    assert isinstance(term, Term)
    for text in map(str.strip, ATTACKS[kind]):
        terms = Terms([term.model_copy(update={"words": (text,), "name": text})], "../ordlista/", as_markdown)
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
