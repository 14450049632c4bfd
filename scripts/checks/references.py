"""References to methods, factors, lessons, tags, phases, areas, cases and municipalities.

References into a file that could not be read are not judged: the mistake is reported in that file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from scripts.diagnostics import Code, Problem
from scripts.loading.dataset import Dataset, Document
from scripts.loading.yaml_tree import Node, Path, Scalar, as_written
from scripts.model.messages import explain
from scripts.model.registry import TOPIC_KINDS
from scripts.text.suggestions import closest, did_you_mean


@dataclass(frozen=True)
class _Expected:
    """The valid targets of a reference.

    Attributes:
        what: The word for a target in messages.
        where: The place of the ids, in words.
        known: The ids.
        retired: The retired ids, and the successor of each.
        code: The code of a reference to anything else.
        is_complete: Whether all ids are known. If not, an unknown one may be in a part that could not be read.
    """

    what: str
    where: str
    known: frozenset[str]
    retired: Mapping[str, str] = field(default_factory=dict)
    code: Code = Code.UNKNOWN_RECORD
    is_complete: bool = True


def from_cases(dataset: Dataset) -> Iterator[Problem]:
    """Report references from cases to methods, factors, lessons and tags that do not exist or are retired."""
    for kind, pattern, code, what in (
        ("methods", ("methods", "*", "method"), Code.UNKNOWN_METHOD, "metoden"),
        ("success_factors", ("success_factors", "*", "factor"), Code.UNKNOWN_FACTOR, "framgångsfaktorn"),
        ("lessons", ("lessons", "*", "lesson"), Code.UNKNOWN_LESSON, "lärdomen"),
        ("tags", ("tags", "*"), Code.UNKNOWN_TAG, "taggen"),
    ):
        expected = _records(dataset, what, kind, code=code)
        for document in dataset.cases:
            yield from _references(document, pattern, expected)


def of_statements(dataset: Dataset) -> Iterator[Problem]:
    """Report tags on statements that do not exist or are retired."""
    expected = _records(dataset, "taggen", "tags", code=Code.UNKNOWN_TAG)
    # The tags of a case or of a record are not those of a statement. They are at the second or third step of a path.
    depths = ((2, dataset.cases), (3, dataset.catalogue.values()))
    for depth, documents in depths:
        for document in documents:
            for path, node in document.scalars:
                if len(path) > depth and path[-2] == "tags":
                    yield from _reference(document, path, node, expected)


def between_records(dataset: Dataset) -> Iterator[Problem]:
    """Report references between records to targets that do not exist or are retired."""
    topics = _records(dataset, "posten", *TOPIC_KINDS)
    fields = {
        "phases": _records(dataset, "skedet", "phases"),
        "tags": _records(dataset, "taggen", "tags"),
        "related": topics,
    }
    for kind in TOPIC_KINDS:
        for key, expected in fields.items():
            yield from _references(dataset.catalogue[kind], ("*", key, "*"), expected)
    yield from _references(dataset.catalogue["lessons"], ("*", "area"), _records(dataset, "området", "areas"))
    yield from _editorial(dataset, topics)
    for kind, document in dataset.catalogue.items():
        # A successor may be retired in turn: it is followed to the end.
        successors = _records(dataset, "posten", *_share_ids(kind), may_be_retired=True)
        yield from _references(document, ("*", "replaced_by"), successors)


def _editorial(dataset: Dataset, topics: _Expected) -> Iterator[Problem]:
    """Report references from editorial content to targets that do not exist or are retired."""
    # A case that could not be read still has an id.
    ids = frozenset(case.id for case in dataset.cases) | dataset.unread_cases
    cases = _Expected("slussen", "filernas namn", ids)
    either = _Expected(
        "posten eller slussen",
        f"{topics.where} eller {cases.where}",
        ids | topics.known,
        topics.retired,
        is_complete=topics.is_complete,
    )
    phases = _records(dataset, "skedet", "phases", may_be_retired=True)
    questions = _records(dataset, "frågan", "questions", "leading_questions", may_be_retired=True)
    advice = _records(dataset, "rådet", "advice", may_be_retired=True)
    activities = _records(dataset, "verksamheten", "activities", may_be_retired=True)
    tags = _records(dataset, "taggen", "tags")
    for kind, pattern, expected in (
        ("glossary", ("*", "related", "*"), topics),
        ("prestudies", ("*", "led_to"), cases),
        ("questions", ("*", "see", "*"), either),
        ("leading_questions", ("*", "by_case", "*", "case"), cases),
        ("steps", ("*", "id"), phases),
        ("steps", ("*", "reading", "*", "case"), cases),
        ("steps", ("*", "advice", "*"), advice),
        ("roles", ("*", "advice", "*"), advice),
        ("roles", ("*", "cases", "*"), cases),
        ("roles", ("*", "questions", "*"), questions),
        ("questions", ("*", "advice", "*"), advice),
        ("decisions", ("*", "advice", "*"), advice),
        ("decisions", ("*", "questions", "*"), questions),
        ("decisions", ("*", "templates", "*"), _records(dataset, "mallen", "work_templates", may_be_retired=True)),
        ("advice", ("*", "topics", "*"), topics),
        ("advice", ("*", "tags", "*"), tags),
        ("advice", ("*", "examples", "*", "case"), cases),
        ("advice", ("*", "checklist", "*", "case"), cases),
        ("takeaways", ("*", "case"), cases),
        ("work_templates", ("*", "advice", "*"), advice),
        ("stories", ("*", "case"), cases),
        ("stories", ("*", "activity"), activities),
        ("activities", ("*", "tags", "*"), tags),
        ("activities", ("*", "advice", "*"), advice),
    ):
        yield from _references(dataset.catalogue[kind], pattern, expected)


def circular_replacements(dataset: Dataset) -> Iterator[Problem]:
    """Report records that are replaced by themselves, directly or through others."""
    for kind, document in dataset.catalogue.items():
        replacements = {old: new for other in _share_ids(kind) for old, new in dataset.retired(other).items()}
        for path, node in document.select("*", "replaced_by"):
            first = as_written(document.at(*path[:-1], "id"))
            seen, current = {first}, as_written(node)
            while current in replacements and current not in seen:
                seen.add(current)
                current = replacements[current]
            if current == first:
                yield document.problem(path, explain(Code.CIRCULAR_REPLACEMENT, id=first))


def municipalities(dataset: Dataset) -> Iterator[Problem]:
    """Report codes that no municipality has."""
    known = dataset.municipalities
    if not known:
        return
    for document in dataset.documents():
        for path, node in document.scalars:
            code = as_written(node)
            if path[-1:] != ("municipality",) or code in known or not re.fullmatch(r"[0-9]{4}", code):
                continue
            if near := closest(code, known):
                explanation = explain(Code.UNKNOWN_MUNICIPALITY, "near", code=code, near=near, name=known[near].name)
            else:
                explanation = explain(Code.UNKNOWN_MUNICIPALITY, code=code)
            yield document.problem(path, explanation)


def _share_ids(kind: str) -> tuple[str, ...]:
    """Return the kinds whose records can replace each other."""
    return TOPIC_KINDS if kind in TOPIC_KINDS else (kind,)


def _records(
    dataset: Dataset, what: str, *kinds: str, code: Code = Code.UNKNOWN_RECORD, may_be_retired: bool = False
) -> _Expected:
    """Return the valid targets of a reference to records of some kinds."""
    retired = {} if may_be_retired else {old: new for kind in kinds for old, new in dataset.retired(kind).items()}
    *files, last = (f"catalogue/{kind}.yml" for kind in kinds)
    return _Expected(
        what,
        " eller ".join(filter(None, (", ".join(files), last))),
        frozenset().union(*(dataset.ids(kind) for kind in kinds)),
        retired,
        code,
        is_complete=not any(dataset.catalogue[kind].hides_ids for kind in kinds),
    )


def _references(document: Document[Any], pattern: tuple[str, ...], expected: _Expected) -> Iterator[Problem]:
    for path, node in document.select(*pattern):
        yield from _reference(document, path, node, expected)


def _reference(document: Document[Any], path: Path, node: Node, expected: _Expected) -> Iterator[Problem]:
    if not isinstance(node, Scalar) or not isinstance(node.data, str):
        return
    id_, what = node.raw, expected.what
    if id_ in expected.retired:
        successor = expected.retired[id_]
        variant = "" if successor in expected.known else "moved"
        yield document.problem(path, explain(Code.RETIRED_RECORD, variant, what=what, id=id_, successor=successor))
    elif id_ not in expected.known and expected.is_complete:
        suggestion = did_you_mean(id_, expected.known)
        explanation = explain(expected.code, suggestion=suggestion, what=what, id=id_, where=expected.where)
        yield document.problem(path, explanation)
