"""Warnings on what cannot count as evidence, and the list of records that nothing counts for."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.checks import check
from scripts.checks.evidence import uncounted
from scripts.diagnostics import Code, Problem
from scripts.loading.dataset import read
from tests.conftest import change

FIRST = "Två coacher tog emot idéerna och prövade dem tillsammans med den som haft idén."


def warnings(folder: Path, code: Code) -> list[Problem]:
    return [problem for problem in check(read(folder)) if problem.code is code]


@pytest.mark.parametrize("true", ["true", "True", "yes"])
def test_a_plan_alone_does_not_show_that_something_is_done(small: Path, true: str) -> None:
    change(small / "alfa.yml", "version: Pågående", f"plan: {true}, version: Pågående")
    change(small / "alfa.yml", f"{FIRST}\n    sources: [a-slut]", f"{FIRST}\n    sources: [a-plan]")
    (problem,) = warnings(small, Code.PLAN_AS_DONE)
    assert problem.is_warning
    assert 'Skriv "stage: planned"' in problem.hint


def test_a_plan_with_another_source_may_show_that_something_is_done(small: Path) -> None:
    change(small / "alfa.yml", "version: Pågående", "plan: true, version: Pågående")
    change(small / "alfa.yml", f"{FIRST}\n    sources: [a-slut]", f"{FIRST}\n    sources: [a-slut, a-plan]")
    assert warnings(small, Code.PLAN_AS_DONE) == []


@pytest.mark.parametrize(
    ("text", "source", "repeated"),
    [
        ("Coacherna tog emot idéerna och prövade dem med den som haft idén.", "a-slut", True),
        ("Coacherna tog emot idéerna och prövade dem med den som haft idén.", "a-en", False),
        ("Förvaltningarna betalade en del av kostnaden själva.", "a-slut", False),
    ],
)
def test_the_same_statement_under_two_records(small: Path, text: str, source: str, repeated: bool) -> None:
    written = f"{text}\n    sources: [{source}]"
    change(small / "alfa.yml", "Exempel visades i ett nyhetsbrev.\n    sources: [a-en]", written)
    assert [problem.is_warning for problem in warnings(small, Code.REPEATED)] == [True] * repeated


def test_records_that_nothing_counts_for_are_listed(small: Path) -> None:
    before = uncounted(read(small))
    change(small / "alfa.yml", "method: goda-exempel\n    stage: done", "method: goda-exempel\n    stage: view")
    assert set(uncounted(read(small))) - set(before) == {"Goda exempel"}
