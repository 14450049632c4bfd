"""The statements that conclusions rest on: they must exist, and be done where the conclusion says so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scripts.diagnostics import Code, Problem
from scripts.library.evidence import Standing, standing_of
from scripts.library.pointers import PointerIndex, Target
from scripts.loading.dataset import Dataset, Document
from scripts.loading.yaml_tree import Path, Scalar, as_written
from scripts.model.enums import Stage, Stance
from scripts.model.messages import explain
from scripts.model.registry import TOPIC_KINDS

_LABELS = {member.value: member.label.lower() for choice in (Stage, Stance) for member in choice}
"""Stored stage or stance → its label."""

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
    methods = dataset.catalogue["methods"]
    of_prestudies = {
        as_written(methods.at(path[0], "id")) for path, node in methods.select("*", "prestudy") if _is(node, True)
    }
    for document, path, pointer in _pointers(dataset):
        if path[-2] != "rests_on" or _is(document.at(*path[:-2], "done"), False):
            continue
        uses = tuple(_uses(index.find(pointer)))
        standings = (standing_of(*use, belongs_to_prestudies=pointer.split("/")[-1] in of_prestudies) for use in uses)
        if uses and Standing.DONE not in standings:
            words = ", ".join(_LABELS[value] for value in uses[0])
            yield document.problem(path, explain(Code.NOT_DONE, pointer=pointer, words=words))


def _pointers(dataset: Dataset) -> Iterator[tuple[Document[Any], Path, str]]:
    """Yield every pointer as text, with its file and path."""
    for document in dataset.catalogue.values():
        for path, node in document.scalars:
            if len(path) > 1 and path[-2] in _POINTER_KEYS:
                yield document, path, as_written(node)


def _uses(target: Target | None) -> Iterator[tuple[str, str]]:
    """Yield the stage and the stance of each use that a target consists of."""
    for path in target.paths if target else ():
        stage, stance = (as_written(target.document.at(*path, key)) if target else "" for key in ("stage", "stance"))
        if path[0] in TOPIC_KINDS and stage in set(Stage) and stance in set(Stance):
            yield stage, stance


def _is(node: object, value: bool) -> bool:
    return isinstance(node, Scalar) and node.data is value
