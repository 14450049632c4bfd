"""The statements that conclusions rest on: they must exist, and be done where the conclusion says so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scripts.diagnostics import Code, Problem
from scripts.library.evidence import Standing, standing
from scripts.library.library import use_id
from scripts.library.pointers import PointerIndex, Target
from scripts.loading.dataset import Dataset, Document
from scripts.loading.yaml_tree import Path, Scalar, as_written
from scripts.model.catalogue import Topic
from scripts.model.claims import Use
from scripts.model.messages import explain
from scripts.model.registry import TOPIC_KINDS
from scripts.model.types import value_of

_POINTER_KEYS = ("rests_on", "against")


def unknown_pointers(dataset: Dataset) -> Iterator[Problem]:
    """Report pointers to statements that do not exist."""
    index = PointerIndex(dataset)
    for document, path, pointer in _pointers(dataset):
        if not index.is_known(pointer):
            explanation = explain(Code.UNKNOWN_POINTER, pointer=pointer, suggestion=index.suggestion(pointer))
            yield document.problem(path, explanation)


def not_done(dataset: Dataset) -> Iterator[Problem]:
    """Report conclusions that say that something was done, but rest on statements that do not count."""
    index = PointerIndex(dataset)
    records = {
        record.id: record
        for kind in TOPIC_KINDS
        for record in dataset.catalogue[kind].content or ()
        if isinstance(record, Topic)
    }
    for document, path, pointer in _pointers(dataset):
        if path[-2] != "rests_on" or _is_false(document.at(*path[:-2], "done")):
            continue
        uses = _uses(index.find(pointer))
        known = [(use, records[use_id(use)]) for use in uses if use_id(use) in records]
        if known and not any(standing(use, record) is Standing.DONE for use, record in known):
            use, _ = known[0]
            words = f"{use.stage.label}, {use.stance.label}".lower()
            yield document.problem(path, explain(Code.NOT_DONE, pointer=pointer, words=words))


def _pointers(dataset: Dataset) -> Iterator[tuple[Document[Any], Path, str]]:
    """Yield every pointer as text, with its file and path."""
    for document in dataset.catalogue.values():
        for path, node in document.scalars:
            if len(path) > 1 and path[-2] in _POINTER_KEYS:
                yield document, path, as_written(node)


def _uses(target: Target | None) -> tuple[Use, ...]:
    """Return the uses that a target consists of; none when its file has mistakes."""
    if target is None or target.document.content is None:
        return ()
    values = (value_of(target.document.content, path) for path in target.paths)
    return tuple(value for value in values if isinstance(value, Use))


def _is_false(node: object) -> bool:
    return isinstance(node, Scalar) and node.data is False
