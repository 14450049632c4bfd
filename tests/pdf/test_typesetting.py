"""Typesetting: text is never evaluated, drawings match the site, and pages link to the files that are written."""

from __future__ import annotations

import io
import re
from dataclasses import fields, is_dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Any

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from scripts.__main__ import main
from scripts.build.pdf_files import write_pdf_files
from scripts.build.pipeline import pages_of
from scripts.documents import build
from scripts.documents.book import book_content
from scripts.documents.build import Imprint
from scripts.documents.compiler import NO_LETTER, Compiler
from scripts.documents.handouts import handout_content, layouts, whole_record
from scripts.documents.svg import drawing, palette, stylesheet
from scripts.documents.topic import topic_record
from scripts.library import document_urls
from scripts.library.library import Library
from scripts.library.linking import build_library
from scripts.loading.dataset import read
from scripts.settings import ROOT, Settings
from tests.conftest import SMALL, change
from tests.pdf.reading import SETTINGS, VERSION, opened, records, text_of, words

pytestmark = pytest.mark.xdist_group("book")
"""Run in one process, so that other processes do not wait while the book is compiled."""

ATTACKS = (
    '#panic("x")', "$ x^2 $", "*fet* och _kursiv_", "@kalla-a-slut <alfa>", r"\u{41} \ #\"", '"citat" \'citat\'',
    "// kommentar /* mer */", "{{ 7*7 }} {% x %}", "= Rubrik", "#let data = 1; #data", "`rå` ```x```",
    "](javascript:x)", "~ -- --- ... <- ->", "https://example.org/#x",
)  # fmt: skip
"""Strings that have a meaning in typst, in templates or in HTML."""

each_attack = pytest.mark.parametrize(
    "attack", [ATTACKS[0], *(pytest.param(attack, marks=pytest.mark.attacks) for attack in ATTACKS[1:])]
)
"""Run a test with one attack, and nightly with all of them."""


@each_attack
def test_text_on_a_hand_out_is_not_evaluated(attack: str, library: Library) -> None:
    record = _everywhere(whole_record(library.topic_by_id["idecoach"], library), attack)
    imprint = Imprint(book=False, site=attack, publisher=attack, date=attack)
    pdf = Compiler("handout.typ", 0).pdf(imprint, handout_content(record, library, layouts(record)[0]))
    assert words(attack) in text_of(pypdf.PdfReader(io.BytesIO(pdf)))


@each_attack
def test_text_in_the_book_is_not_evaluated(attack: str, small_library: Library) -> None:
    imprint = Imprint(book=True, site=attack, publisher=attack)
    pdf = Compiler("book.typ", 0).pdf(imprint, _everywhere(book_content(small_library), attack))
    assert words(attack) in text_of(pypdf.PdfReader(io.BytesIO(pdf)))


def _everywhere(content: Any, attack: str) -> Any:
    """Return content with every text from the data replaced by an attack."""
    names = {"name", "text", "lead", "about", "strength", "note", "value", "unit", "title", "publisher", "who", "state"}
    lists = {"paragraphs", "questions", "unknown"}
    if isinstance(content, tuple):
        return tuple(_everywhere(value, attack) for value in content)
    if not is_dataclass(content) or isinstance(content, type):
        return content
    values = {field.name: getattr(content, field.name) for field in fields(content)}
    return replace(
        content,
        **{
            name: attack
            if name in names and isinstance(value, str)
            else tuple(attack for _ in value)
            if name in lists and all(isinstance(item, str) for item in value)
            else _everywhere(value, attack)
            for name, value in values.items()
        },
    )


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(text=st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40))
def test_any_text_compiles(text: str, library: Library) -> None:
    record = replace(topic_record(library.topic_by_id["hackathon"], library), area=text, phases=text)
    content = handout_content(record, library, layouts(record)[0])
    assert Compiler("handout.typ", 0).pdf(Imprint(book=False), content).startswith(b"%PDF")


def test_a_character_missing_in_the_fonts_is_replaced(small: Path) -> None:
    change(small / "alfa.yml", "Exempel visades i ett nyhetsbrev.", "Ett emoji \U0001f600 och \u4e2d i en mening.")
    library = build_library(read(small))
    (sheet,) = (file for file in build.handouts(library, SETTINGS, VERSION) if file.path == "pdf/slussar/alfa.pdf")
    text = "".join(page.extract_text() for page in opened(sheet).pages)
    assert "\U0001f600" not in text
    assert NO_LETTER in text
    assert words("i en mening") in words(text)


def test_drawings_have_the_colours_of_the_site() -> None:
    style = stylesheet()
    assert "var(" not in style
    assert ":is(" not in style
    assert set(re.findall(r"#[0-9a-f]{6}", style)) <= set(palette().values())
    used = set(re.findall(r"\.drawing \.([\w-]+)", (ROOT / "docs/assets/css/figures.css").read_text("utf-8")))
    assert used <= set(re.findall(r"\.([\w-]+)", style))


def test_a_drawing_is_standalone_svg_with_style_and_alternative_text(library: Library) -> None:
    from scripts import figures

    figure = figures.sweden(library)
    assert figure is not None
    sheet = drawing(figure)
    root = etree.fromstring(sheet.svg)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert root.find("{*}style") is not None
    assert all(entry.name in sheet.alt for entry in library.cases)


def test_the_command_writes_to_the_site_and_prints_the_number_of_files(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["pdf", "--cases", str(SMALL), "--site", str(tmp_path)]) == 0
    written = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.pdf")}
    library = build_library(read(SMALL))
    assert written == {document_urls.BOOK, *(document_urls.handout(entry) for entry in records(library))}
    assert capsys.readouterr().out == f"{len(written)} PDF-filer skrivna\n"


def test_the_creation_date_can_be_set(small_library: Library, tmp_path: Path) -> None:
    settings = replace(SETTINGS, source_date_epoch=1_500_000_000)
    (book,) = (file for file in write_pdf_files(small_library, settings, tmp_path) if file.path == document_urls.BOOK)
    metadata = opened(book).metadata
    assert metadata is not None
    assert metadata.creation_date is not None
    assert metadata.creation_date.year == 2017


def test_the_command_reports_mistakes_in_the_data_and_writes_nothing(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(small / "alfa.yml", "method: idecoach", "method: idecoash")
    assert main(["pdf", "--cases", str(small), "--site", str(tmp_path / "site")]) == 1
    assert 'Menade du "idecoach"?' in capsys.readouterr().out
    assert not (tmp_path / "site").exists()


def test_pages_link_to_pdf_files_only_when_they_are_built() -> None:
    without, with_pdf = pages_of(SMALL, Settings()), pages_of(SMALL, Settings(pdf=True))
    assert not any("pdf/" in text for text in without.values())
    library = build_library(read(SMALL))
    links = set(chain.from_iterable(re.findall(r'href="[./]*(pdf/[^"]+)"', text) for text in with_pdf.values()))
    assert links == {document_urls.BOOK, *(document_urls.handout(entry) for entry in records(library))}
