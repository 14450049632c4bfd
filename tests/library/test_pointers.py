"""Pointers from conclusions to the statements they rest on."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.library.grounds import grounds, sources_of
from scripts.library.library import Library
from scripts.library.pointers import PointerIndex, gap_id
from scripts.loading.dataset import read
from tests.conftest import FULL, change

KNOWN = {
    "asby/aftermath": ("Åsby", "Vad som hände sedan"),
    "asby/flow": ("Åsby", "Idéernas väg i siffror"),
    "asby/funding_sek": ("Åsby", "Från Vinnova"),
    "asby/summary": ("Åsby", "Sammanfattning"),
    "asby/minute/did": ("Åsby", "Vad de gjorde: Vad de gjorde"),
    "asby/results/inkomna": ("Åsby", "Resultat"),
    "asby/milestones/oppnade": ("Åsby", "Månad för månad: Februari\N{NO-BREAK SPACE}2017"),
    "asby/methods/idecoach": ("Åsby", "Metod: Idécoacher"),
    "methods/idecoach/description": ("Idécoacher", "Metod: Idécoacher"),
    "timeline/start": ("Tidslinjen", None),
    "prestudies/forstudie-asby": ("Förstudie", None),
    "glossary/prototyp": ("Ordlistan", None),
    "municipalities/2281": ("Sundsvall", "Kommunregistret"),
}
"""Pointer → the place that it leads to, and what the statement is about; None where the data may word it freely."""


@pytest.fixture(scope="module")
def index() -> PointerIndex:
    return PointerIndex(read(FULL))


@pytest.mark.parametrize("pointer", KNOWN)
def test_a_pointer_leads_to_its_statement(pointer: str, index: PointerIndex, library: Library) -> None:
    place, about = KNOWN[pointer]
    found = grounds([pointer], library)
    assert index.is_known(pointer)
    assert found
    assert found[0].place == place
    assert about is None or found[0].about == about


def test_a_pointer_to_a_method_leads_to_every_statement_on_it(library: Library) -> None:
    entry = library.case_by_id["asby"]
    texts = [use.text for use in entry.case.methods if use.method == "idecoach"]
    assert [ground.text for ground in grounds(["asby/methods/idecoach"], library)] == texts
    assert len(texts) > 1


def test_a_pointer_to_numbers_shows_them(library: Library) -> None:
    (flow,) = grounds(["asby/flow"], library)
    assert flow.text.startswith("172 idéer in, cirka 86 testade, drygt 29 införda. ")


def test_a_gap_is_named_by_its_first_words(library: Library) -> None:
    entry = next(entry for entry in library.cases if entry.case.gaps)
    (ground,) = grounds([f"{entry.id}/gaps/{gap_id(entry.case.gaps[0])}"], library)
    assert (ground.text, ground.sources) == (entry.case.gaps[0], ())
    assert gap_id("Om slussen finns i Åsby i dag, och vad den kostar.") == "om-slussen-finns-i-asby-i-dag-och"


def test_the_sources_of_a_text_are_those_of_all_that_it_rests_on(library: Library) -> None:
    (sheet, *_) = library.guidance.decisions
    keys = [key for ground in grounds(sheet.answer.rests_on, library) for key in ground.sources]
    assert sources_of(sheet.answer, library) == tuple(dict.fromkeys(keys))


@pytest.mark.parametrize(
    "pointer", ["asby", "asby/aftermat", "asby/results", "asby/results/annat", "ingen/aftermath", "municipalities/0000"]
)
def test_anything_else_is_unknown(pointer: str, index: PointerIndex, library: Library) -> None:
    assert not index.is_known(pointer)
    assert grounds([pointer], library) == ()


def test_the_nearest_pointer_is_suggested(index: PointerIndex) -> None:
    assert index.suggestion("asby/aftermat") == 'Menade du "asby/aftermath"?'
    assert index.suggestion("asby/results/inkomnna") == 'Menade du "asby/results/inkomna"?'


def test_a_file_that_cannot_be_read_may_hold_any_statement(small: Path) -> None:
    (small / "alfa.yml").write_text("title: [", encoding="utf-8")
    assert PointerIndex(read(small)).is_known("alfa/results/vad-som-helst")


def test_a_misspelt_record_is_only_reported_where_it_stands(small: Path) -> None:
    change(small / "alfa.yml", "method: idecoach", "method: idecoash")
    assert PointerIndex(read(small)).is_known("alfa/methods/idecoach")
    assert not PointerIndex(read(small)).is_known("alfa/lessons/annat")
