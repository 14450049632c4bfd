"""What a check says about conclusions: their pointers, what is done, and the ids of statements."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.checks import check
from scripts.loading.dataset import read
from tests.conftest import change


def found(folder: Path) -> list[tuple[str, int, str]]:
    """Return the file, line and code of every problem."""
    return [(Path(problem.file).name, problem.line, problem.code) for problem in check(read(folder))]


def line_of(folder: Path, file: str, words: str) -> int:
    lines = (folder / "catalogue" / file).read_text("utf-8").splitlines()
    return next(number for number, line in enumerate(lines, start=1) if words in line)


@pytest.mark.parametrize("pointers", ["rests_on: [alfa/stafing]", "rests_on: [alfa/staffing], against: [alfa/stafing]"])
def test_a_pointer_to_nothing_is_reported_at_its_line_with_the_nearest(small: Path, pointers: str) -> None:
    change(small / "catalogue" / "takeaways.yml", "rests_on: [alfa/staffing]", pointers)
    (problem,) = check(read(small))
    assert (problem.code, problem.line) == ("K057", line_of(small, "takeaways.yml", "alfa/stafing"))
    assert problem.hint == 'Menade du "alfa/staffing"?'


def test_a_conclusion_that_says_that_something_is_done_may_only_rest_on_what_counts(small: Path) -> None:
    path = small / "catalogue" / "takeaways.yml"
    change(path, "rests_on: [alfa/staffing], done: false", "rests_on: [alfa/lessons/mindre-byrakrati]")
    assert found(small) == [("takeaways.yml", 1, "K058")]
    change(path, "rests_on: [alfa/lessons/mindre-byrakrati]", "rests_on: [alfa/lessons/mindre-byrakrati], done: false")
    assert found(small) == []


def test_what_speaks_against_need_not_count(small: Path) -> None:
    change(
        small / "catalogue" / "takeaways.yml",
        "rests_on: [alfa/staffing], done: false",
        "rests_on: [alfa/aftermath], against: [alfa/lessons/mindre-byrakrati]",
    )
    assert found(small) == []


def test_a_conclusion_needs_a_basis(small: Path) -> None:
    change(small / "catalogue" / "takeaways.yml", "rests_on: [alfa/staffing]", "rests_on: []")
    assert found(small) == [("takeaways.yml", 1, "K044")]


def test_two_statements_of_a_section_cannot_share_an_id(small: Path) -> None:
    path = small / "alfa.yml"
    change(path, "  - text: Så många uppslag", "  - id: samma\n    text: Så många uppslag")
    change(path, "  - text: Projektet uppger", "  - id: samma\n    text: Projektet uppger")
    assert [code for _, _, code in found(small)] == ["K032"]


def test_a_mistake_in_a_case_gives_no_further_problem_in_a_conclusion(small: Path) -> None:
    change(small / "catalogue" / "takeaways.yml", "alfa/staffing", "alfa/methods/idecoach")
    change(small / "alfa.yml", "method: idecoach", "method: idecoash")
    assert [code for _, _, code in found(small)] == ["K012"]
