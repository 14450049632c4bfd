"""What is named exists: methods, factors, lessons, tags, phases, areas, municipalities."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

from scripts.diagnostics import Code, Problem
from scripts.loading.dataset import Dataset, Document
from scripts.loading.yaml_tree import Scalar, as_written
from scripts.model.registry import TOPIC_KINDS
from scripts.text.suggestions import closest, did_you_mean


@dataclass(frozen=True)
class _Expected:
    """What a reference may point at."""

    known: Collection[str]
    retired: Mapping[str, str]
    code: Code
    what: str


def from_cases(dataset: Dataset) -> Iterator[Problem]:
    """A case names methods, factors, lessons and tags that are in the catalogue and not retired."""
    for kind, pattern, code, what in (
        ("methods", ("methods", "*", "method"), Code.UNKNOWN_METHOD, "metoden"),
        ("success_factors", ("success_factors", "*", "factor"), Code.UNKNOWN_FACTOR, "framgångsfaktorn"),
        ("lessons", ("lessons", "*", "lesson"), Code.UNKNOWN_LESSON, "lärdomen"),
        ("tags", ("tags", "*"), Code.UNKNOWN_TAG, "taggen"),
    ):
        expected = _Expected(dataset.ids(kind), dataset.retired(kind), code, what)
        for document in dataset.cases:
            yield from _references(document, pattern, expected)


def between_records(dataset: Dataset) -> Iterator[Problem]:
    """A record names phases, areas, tags and other records that exist and are not retired."""
    topics = frozenset(chain.from_iterable(dataset.ids(kind) for kind in TOPIC_KINDS))
    retired = {key: value for kind in TOPIC_KINDS for key, value in dataset.retired(kind).items()}
    fields = {
        "phases": _Expected(dataset.ids("phases"), dataset.retired("phases"), Code.UNKNOWN_RECORD, "skedet"),
        "tags": _Expected(dataset.ids("tags"), dataset.retired("tags"), Code.UNKNOWN_RECORD, "taggen"),
        "related": _Expected(topics, retired, Code.UNKNOWN_RECORD, "posten"),
    }
    for kind in TOPIC_KINDS:
        for field, expected in fields.items():
            yield from _references(dataset.catalogue[kind], ("*", field, "*"), expected)
    areas = _Expected(dataset.ids("areas"), dataset.retired("areas"), Code.UNKNOWN_RECORD, "området")
    yield from _references(dataset.catalogue["lessons"], ("*", "area"), areas)
    yield from _guidance(dataset, fields["related"])
    for kind, document in dataset.catalogue.items():
        successors = _Expected(dataset.ids(kind), {}, Code.UNKNOWN_RECORD, "posten")
        yield from _references(document, ("*", "replaced_by"), successors)


def _guidance(dataset: Dataset, topics: _Expected) -> Iterator[Problem]:
    """What the editors write leads to topics, cases, phases and questions that exist."""
    case_ids = frozenset(case.id for case in dataset.cases)
    cases = _Expected(case_ids, {}, Code.UNKNOWN_RECORD, "slussen")
    either = _Expected(case_ids | frozenset(topics.known), topics.retired, Code.UNKNOWN_RECORD, "posten eller slussen")
    phases = _Expected(dataset.ids("phases"), {}, Code.UNKNOWN_RECORD, "skedet")
    questions = _Expected(
        dataset.ids("questions") | dataset.ids("leading_questions"), {}, Code.UNKNOWN_RECORD, "frågan"
    )
    for kind, pattern, expected in (
        ("glossary", ("*", "related", "*"), topics),
        ("prestudies", ("*", "led_to"), cases),
        ("questions", ("*", "see", "*"), either),
        ("leading_questions", ("*", "by_case", "*", "case"), cases),
        ("steps", ("*", "id"), phases),
        ("steps", ("*", "reading", "*", "case"), cases),
        ("roles", ("*", "topics", "*"), topics),
        ("roles", ("*", "cases", "*"), cases),
        ("roles", ("*", "questions", "*"), questions),
    ):
        yield from _references(dataset.catalogue[kind], pattern, expected)


def circular_replacements(dataset: Dataset) -> Iterator[Problem]:
    """Following `replaced_by` from a record never leads back to it."""
    for kind, document in dataset.catalogue.items():
        replacements = dataset.retired(kind)
        for path, node in document.select("*", "replaced_by"):
            first = as_written(document.at(*path[:-1], "id"))
            seen, current = {first}, as_written(node)
            while current in replacements and current not in seen:
                seen.add(current)
                current = replacements[current]
            if current == first:
                yield document.problem(
                    path, Code.CIRCULAR_REPLACEMENT, f'"{first}" ersätts till slut av sig själv',
                    "Ta bort replaced_by på den post som gäller",
                )  # fmt: skip


def municipalities(dataset: Dataset) -> Iterator[Problem]:
    """A municipality is one of the 290."""
    known = dataset.municipalities
    if not known:
        return
    for document in dataset.documents():
        for path, node in document.scalars():
            code = as_written(node)
            if path[-1:] != ("municipality",) or code in known or not re.fullmatch(r"[0-9]{4}", code):
                continue
            near = closest(code, known)
            hint = f'Menade du "{near}" ({known[near].name})?' if near else "Koderna står i municipalities.csv"
            yield document.problem(path, Code.UNKNOWN_MUNICIPALITY, f'ingen kommun har koden "{code}"', hint)


def _references(document: Document[Any], pattern: tuple[str, ...], expected: _Expected) -> Iterator[Problem]:
    for path, node in document.select(*pattern):
        if not isinstance(node, Scalar) or not isinstance(node.data, str):
            continue
        if node.raw not in expected.known:
            message = f'{expected.what} "{node.raw}" finns inte i katalogen'
            yield document.problem(path, expected.code, message, did_you_mean(node.raw, expected.known))
        elif node.raw in expected.retired:
            hint = f'Skriv "{expected.retired[node.raw]}"'
            yield document.problem(path, Code.RETIRED_RECORD, f'{expected.what} "{node.raw}" är ersatt', hint)
