"""Documents set everything that `case_content` returns, including marks and sections that are new to them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace

import pypdf
import pytest

from scripts.documents.blocks import Item, Section
from scripts.documents.book import book_content
from scripts.documents.build import Imprint
from scripts.documents.case import case_record
from scripts.documents.compiler import Compiler
from scripts.documents.handouts import Layout, handout_content, whole_record
from scripts.library import case_content
from scripts.library.case_content import Mark, Statement
from scripts.library.library import Library
from scripts.model.claims import Example, Figure, MethodUse, TaggedClaim
from scripts.model.enums import Precision
from tests.pdf.reading import text_of, words


def handout_text(id_: str, library: Library) -> str:
    """Return the letters and digits of a hand-out."""
    entry = library.case_by_id.get(id_) or library.topic_by_id[id_]
    content = handout_content(whole_record(entry, library), library, Layout(10.0))
    return text_of(pypdf.PdfReader(io.BytesIO(Compiler("handout.typ", 0).pdf(Imprint(book=False), content))))


def book_text(library: Library) -> str:
    """Return the letters and digits of the book."""
    return text_of(pypdf.PdfReader(io.BytesIO(Compiler("book.typ", 0).pdf(Imprint(book=True), book_content(library)))))


@pytest.fixture
def new_mark(monkeypatch: pytest.MonkeyPatch) -> str:
    """Give every use of a method, and every example, a mark unknown to the documents; return its label in letters."""

    def marks(claim: TaggedClaim) -> Iterator[Mark]:
        if isinstance(claim, MethodUse | Example):
            yield Mark("scale", "pilot", "Bara som försök")

    monkeypatch.setattr("scripts.library.case_content._marks", marks)
    return words("Bara som försök")


@pytest.mark.parametrize("id_", ["alfa", "idecoach"])
def test_a_new_mark_is_on_the_hand_outs(id_: str, new_mark: str, small_library: Library) -> None:
    assert new_mark in handout_text(id_, small_library)


def test_a_new_mark_is_in_the_book_for_each_case_and_each_method(new_mark: str, small_library: Library) -> None:
    uses = sum(len(entry.case.methods) for entry in small_library.cases)
    examples = sum(len(entry.case.examples) for entry in small_library.cases)
    assert book_text(small_library).count(new_mark) == 2 * uses + examples


def test_what_is_planned_or_only_mentioned_is_marked_and_what_is_done_is_not(library: Library) -> None:
    def bearings(id_: str, section: str) -> list[tuple[str, str] | None]:
        record = case_record(library.case_by_id[id_], library)
        items = next(part.items for part in record.sections if part.id == section)
        shown = [claim.bearing for item in items if isinstance(item, Item) for claim in item.claims]
        return [(bearing.standing.value, bearing.words) if bearing else None for bearing in shown]

    assert ("planned", "Planerat") in bearings("bergvik", "methods")
    assert {("planned", "I förstudien"), ("mentioned", "Samma ämne")} <= set(bearings("dalby-elmsta", "methods"))
    assert ("mentioned", "Åsikt eller råd") in bearings("orsala", "lessons")
    assert ("against", "Talar emot") in bearings("asby", "lessons")
    assert set(bearings("junby", "methods")) == {None}


def test_the_time_of_an_outcome_is_shown_and_an_undated_one_is_said_to_be(library: Library) -> None:
    text = handout_text("asby", library)
    assert words("Läget december 2019") in text
    assert words("Läget 2020") in text
    assert words("Källan är odaterad") in text


def test_stance_and_outcome_are_shown_once(small_library: Library) -> None:
    record = case_record(small_library.case_by_id["alfa"], small_library)
    (example,) = (item for section in record.sections if section.id == "examples" for item in section.items)
    assert isinstance(example, Item)
    assert example.state == "Testad"
    text = handout_text("alfa", small_library)
    assert text.count(words("Talar emot")) == 1
    assert text.count(words("(testad)")) == 1


def test_a_figure_that_is_neither_drawn_nor_a_key_figure_is_set_beside_its_statement(
    monkeypatch: pytest.MonkeyPatch, small_library: Library
) -> None:
    original = case_content.statement
    figure = Figure(value=4000, unit="timmar", precision=Precision.ABOUT)

    def with_figure(field: str, claim: TaggedClaim, library: Library) -> Statement:
        statement = original(field, claim, library)
        return replace(statement, figures=(figure,)) if field == "goals" else statement

    assert words("cirka 4000 timmar") not in handout_text("alfa", small_library)
    monkeypatch.setattr(case_content, "statement", with_figure)
    assert words("cirka 4000 timmar") in handout_text("alfa", small_library)
    assert words("cirka 4000 timmar") in book_text(small_library)


def test_a_key_figure_is_shown_once(small_library: Library) -> None:
    assert handout_text("alfa", small_library).count(words("172 uppslag")) == 1


def test_other_cases_on_a_topic_are_counted_when_they_are_too_many_to_name(
    monkeypatch: pytest.MonkeyPatch, small_library: Library
) -> None:
    assert words("andra som gjort det: 1 slussar") not in book_text(small_library)
    monkeypatch.setattr(case_content, "MOST_NAMED", 0)
    assert words("andra som gjort det: 1 slussar") in book_text(small_library)


def test_a_new_section_of_texts_without_sources_is_set(small_library: Library) -> None:
    record = case_record(small_library.case_by_id["alfa"], small_library)
    new = Section("risks", "Farhågor", ("Att ingen vågar skicka in något.",))
    content = handout_content(replace(record, sections=(new,)), small_library, Layout(10.0))
    text = text_of(pypdf.PdfReader(io.BytesIO(Compiler("handout.typ", 0).pdf(Imprint(book=False), content))))
    assert words("Farhågor • Att ingen vågar skicka in något.") in text
