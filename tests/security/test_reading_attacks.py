"""Hostile strings in every field: refused at their place, or read as they are, and told of in one line."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from scripts.checks import check
from scripts.diagnostics import Code, Problem, as_github, as_json, as_text, mistakes
from scripts.loading.dataset import read
from scripts.model.types import LONGEST_ID, SLUG
from tests.security.attacks import EVERY
from tests.security.conftest import each_kind
from tests.security.hostile_data import (
    CASE,
    Pattern,
    Spot,
    fields,
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

IDS = frozenset(pattern for pattern, leaf in FIELDS.items() if is_name(leaf) and pattern[1:] == ("*", "id")) - STEPS
REFERENCES = frozenset(pattern for pattern, leaf in FIELDS.items() if is_name(leaf)) - IDS
VALUES = frozenset(FIELDS) - IDS - REFERENCES

SAME = {Code.SAME_NAME, Code.SAME_ADDRESS}
"""What is only wrong because a string stands in many fields at once."""

COMMAND = re.compile(r"::error file=[^:,]+,line=\d+,col=\d+,title=K\d{3}::[^\r\n]+$")


@dataclass(frozen=True)
class Tried:
    """What came of a string in every field."""

    refused: frozenset[Pattern]
    accepted: frozenset[Pattern]
    problems: tuple[Problem, ...]


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


@each_kind
def test_a_string_in_any_field_is_refused_at_its_place_or_read_as_it_is(texts: Sequence[str], folder: Path) -> None:
    for text in texts:
        result = tried(text, folder)
        data = whole()
        for pattern in result.accepted - IDS:
            put(data, spots(data, pattern), text)
        _, left = checked(data, folder)
        assert {problem.code for problem in left} <= SAME, (text, [str(problem) for problem in left])
        assert result.refused >= REFERENCES, text
        assert result.refused >= IDS or re.fullmatch(SLUG, text), text


@each_kind
def test_a_problem_is_one_line_that_no_program_takes_for_more(texts: Sequence[str], folder: Path) -> None:
    for text in texts:
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
