"""Which sluices are called alike, and why."""

from __future__ import annotations

from scripts.library.library import Library
from scripts.library.similarity import similar


def test_cases_that_share_form_and_topics_are_alike(small_library: Library) -> None:
    (other,) = similar(small_library.case_by_id["alfa"], small_library)
    assert other.entry.id == "overby"


def test_the_reason_is_said(library: Library) -> None:
    found = {likeness.entry.id: likeness.reasons for likeness in similar(library.case_by_id["tranas"], library)}
    assert found["skaraborg"][:2] == ("också flera kommuner tillsammans", "upphörde också")


def test_an_unknown_outcome_is_no_likeness(library: Library) -> None:
    for likeness in similar(library.case_by_id["lerum"], library):
        assert not any("känt" in reason for reason in likeness.reasons)


def test_a_case_is_not_like_itself(library: Library) -> None:
    for entry in library.cases:
        assert entry.id not in {likeness.entry.id for likeness in similar(entry, library)}
