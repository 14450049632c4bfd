"""Wrong examples on the page of problem codes have the problem, and right examples do not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scripts.checks import check
from scripts.diagnostics import Code, Problem
from scripts.loading.dataset import read
from scripts.loading.yaml_parser import LARGEST_FILE
from scripts.model.messages import Message, messages

DESCRIBED = frozenset({Code.NOT_UTF8, Code.FILE_SIZE, Code.MISSING_FILE, Code.ADDRESS_GONE})
"""Codes whose examples only describe the mistake: it concerns bytes, a file size or missing data."""

MALFORMED = frozenset(
    {Code.TAB, Code.SYNTAX, Code.DUPLICATE_KEY, Code.ANCHOR_OR_TAG, Code.UNKNOWN_KEY, Code.WRONG_TYPE}
)
"""Codes that no right example may have."""

TESTABLE = sorted(set(messages()) - DESCRIBED)


def problems_of(example: str, message: Message, folder: Path) -> tuple[Problem, ...]:
    """Insert an example into the data and return the problems on its lines."""
    if example.startswith("cases/"):
        case = (folder / "overby.yml").read_text("utf-8")
        for name in example.splitlines():
            (folder / name.removeprefix("cases/")).write_text(case, encoding="utf-8")
        names = {(folder / name.removeprefix("cases/")).as_posix() for name in example.splitlines()}
        return tuple(problem for problem in check(read(folder)) if problem.file in names)
    # The examples of conclusions point to a case by a name that reads well.
    example = example.replace("exempelstad/", "alfa/").replace("case: exempelstad", "case: alfa")
    if message.file:
        path, first = folder / message.file, 1
        path.write_text(example, encoding="utf-8")
    else:
        path = folder / "alfa.yml"
        kept = without(path.read_text("utf-8"), set(re.findall(r"^(\w+):", example, re.MULTILINE)))
        first = kept.count("\n") + 1
        path.write_text(kept + example, encoding="utf-8")
    last = first + example.count("\n") - 1
    problems = (problem for problem in check(read(folder)) if problem.file == path.as_posix())
    return tuple(problem for problem in problems if first <= problem.line <= last)


def without(case: str, keys: set[str]) -> str:
    """Return a case without some top-level keys and their values."""
    blocks = re.split(r"^(?=\w)", case, flags=re.MULTILINE)
    return "".join(block for block in blocks if block.split(":")[0] not in keys)


@pytest.mark.parametrize("code", TESTABLE)
def test_a_wrong_example_has_the_problem(code: Code, small: Path) -> None:
    message = messages()[code]
    assert code in {problem.code for problem in problems_of(message.wrong, message, small)}


@pytest.mark.parametrize("code", TESTABLE)
def test_a_right_example_is_well_formed_and_does_not_have_the_problem(code: Code, small: Path) -> None:
    message = messages()[code]
    assert not (MALFORMED | {code}).intersection(problem.code for problem in problems_of(message.right, message, small))


def test_the_right_example_of_an_encoding_is_wrong_in_another_encoding(small: Path) -> None:
    message = messages()[Code.NOT_UTF8]
    (small / "ny.yml").write_bytes(message.right.encode("latin-1"))
    (problem,) = (problem for problem in check(read(small)) if problem.file.endswith("ny.yml"))
    assert problem.code is Code.NOT_UTF8
    assert message.wrong == message.right.encode("latin-1").decode("utf-8", "replace")


def test_the_examples_of_file_size_are_on_each_side_of_the_limit() -> None:
    message = messages()[Code.FILE_SIZE]
    sizes = [int(re.findall(r"(\d+) KiB", example)[0]) * 1024 for example in (message.right, message.wrong)]
    assert sizes[0] < LARGEST_FILE < sizes[1]


def test_the_wrong_example_of_a_missing_file_is_a_misnamed_file(small: Path) -> None:
    message = messages()[Code.MISSING_FILE]
    wrong, right = (small / example.strip().removeprefix("cases/") for example in (message.wrong, message.right))
    right.rename(wrong)
    codes = {problem.file: problem.code for problem in check(read(small))}
    assert codes == {right.as_posix(): Code.MISSING_FILE, wrong.as_posix(): Code.UNREAD_FILE}


def test_the_right_example_of_a_lost_address_keeps_it(small: Path) -> None:
    before = read(small)
    path = small / "catalogue" / "methods.yml"
    path.write_text(path.read_text("utf-8").replace("- id: gamla-exempel", "- id: exempel"), encoding="utf-8")
    assert check(read(small), before)[0].code is Code.ADDRESS_GONE
    redirect = messages()[Code.ADDRESS_GONE].right.replace("metoder/coacher", "metoder/gamla-exempel")
    (small / "catalogue" / "redirects.yml").write_text(redirect, encoding="utf-8")
    assert check(read(small), before) == ()
