"""Tests of the similar sluices, and of the reasons for the similarity."""

from __future__ import annotations

import re
from pathlib import Path

from scripts.library.library import Library
from scripts.library.linking import build_library
from scripts.library.similarity import similar
from scripts.loading.dataset import read


def test_cases_that_share_form_and_topics_are_similar(small_library: Library) -> None:
    (other,) = similar(small_library.case_by_id["alfa"], small_library)
    assert other.entry.id == "overby"


def test_the_reasons_are_given(library: Library) -> None:
    reasons = {other.entry.id: other.reasons for other in similar(library.case_by_id["orsala"], library)}
    assert reasons["bergvik"][:2] == ("också i en kommuns egen organisation", "upphörde också")


def test_an_unknown_outcome_is_not_a_similarity(small: Path) -> None:
    for name in ("alfa", "overby"):
        path = small / f"{name}.yml"
        path.write_text(re.sub(r"outcome: (continued|ended)", "outcome: unknown", path.read_text("utf-8")), "utf-8")
    library = build_library(read(small))
    (other,) = similar(library.case_by_id["alfa"], library)
    assert not any("känt" in reason for reason in other.reasons)


def test_a_case_is_not_similar_to_itself(library: Library) -> None:
    for entry in library.cases:
        assert entry.id not in {other.entry.id for other in similar(entry, library)}
