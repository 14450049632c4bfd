"""Hostile strings in every field are refused at their position or read unchanged, and problems are single lines."""

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
    complete_data,
    fields,
    is_name,
    positions,
    put,
    spots,
    write_files,
)

FIELDS = fields()
STEPS = {("steps", "*", "id")}
"""Excluded from ids: the id of a step is a reference to its phase."""

IDS = frozenset(pattern for pattern, leaf in FIELDS.items() if is_name(leaf) and pattern[1:] == ("*", "id")) - STEPS
REFERENCES = frozenset(pattern for pattern, leaf in FIELDS.items() if is_name(leaf)) - IDS
VALUES = frozenset(FIELDS) - IDS - REFERENCES

DUPLICATES = {Code.SAME_NAME, Code.SAME_ADDRESS}
"""Codes that occur only because the same string is in many fields at once."""

COMMAND = re.compile(r"::error file=[^:,]+,line=\d+,col=\d+,title=K\d{3}::[^\r\n]+$")


@dataclass(frozen=True)
class Outcome:
    """The result of a check with the same string in every field."""

    refused: frozenset[Pattern]
    accepted: frozenset[Pattern]
    problems: tuple[Problem, ...]


def checked(data: Mapping[str, Any], folder: Path) -> tuple[dict[Spot, tuple[str, int, int]], tuple[Problem, ...]]:
    """Return the file, line and column of every value, and the mistakes that a check reports."""
    texts = write_files(data, folder)
    locations = {
        spot: (stem, *position) for stem, text in texts.items() for spot, position in positions(stem, text).items()
    }
    return locations, mistakes(check(read(folder)))


@cache
def outcome_of(text: str, folder: Path) -> Outcome:
    """Check the data with a string in every field."""
    refused: set[Pattern] = set()
    problems: list[Problem] = []
    # Ids are tried separately, because otherwise references to a hostile id would be valid.
    for group in (VALUES | REFERENCES, IDS):
        data = complete_data()
        spots_by_pattern = {pattern: spots(data, pattern) for pattern in group}
        for pattern in group:
            put(data, spots_by_pattern[pattern], text)
        data[CASE][text] = "En nyckel som inte finns."
        locations, reported = checked(data, folder)
        problems += reported
        wrong = {(Path(p.file).stem, p.line, p.column) for p in reported if p.code not in DUPLICATES}
        refused |= {pattern for pattern in group if any(locations[spot] in wrong for spot in spots_by_pattern[pattern])}
    return Outcome(frozenset(refused), frozenset(FIELDS) - refused, tuple(problems))


def test_every_field_of_the_models_has_a_value_in_the_data() -> None:
    data = complete_data()
    assert [pattern for pattern in FIELDS if not spots(data, pattern)] == []
    assert len(FIELDS) > 200


def test_the_data_without_attacks_has_no_problem(folder: Path) -> None:
    assert checked(complete_data(), folder)[1] == ()


@each_kind
def test_a_string_in_any_field_is_refused_at_its_position_or_read_unchanged(texts: Sequence[str], folder: Path) -> None:
    for text in texts:
        result = outcome_of(text, folder)
        data = complete_data()
        for pattern in result.accepted - IDS:
            put(data, spots(data, pattern), text)
        _, remaining = checked(data, folder)
        assert {problem.code for problem in remaining} <= DUPLICATES, (text, [str(problem) for problem in remaining])
        assert result.refused >= REFERENCES, text
        assert result.refused >= IDS or re.fullmatch(SLUG, text), text


@each_kind
def test_a_problem_is_one_printable_line_and_one_workflow_command(texts: Sequence[str], folder: Path) -> None:
    for text in texts:
        problems = outcome_of(text, folder).problems
        assert problems
        lines, commands = as_text(problems), as_github(problems)
        assert (lines.count("\n"), commands.count("\n")) == (len(problems), len(problems)), text
        assert all(line.isprintable() for line in (*lines.split("\n"), *commands.split("\n"))), text
        assert not re.search(r"^\s*(::|##\[)", lines, re.MULTILINE), text
        assert all(COMMAND.match(line) for line in commands.splitlines()), text
        assert len(json.loads(as_json(problems))) == len(problems)


def test_every_string_is_refused_as_the_id_of_a_source(folder: Path) -> None:
    data = complete_data()
    source = data[CASE]["sources"]["a-slut"]
    data[CASE]["sources"] |= {text: {**source, "version": str(number)} for number, text in enumerate(EVERY)}
    _, problems = checked(data, folder)
    refused = {problem.line for problem in problems if problem.code == Code.ID_FORM}
    assert len(refused) == sum(not re.fullmatch(SLUG, text) or len(text) > LONGEST_ID for text in EVERY)
