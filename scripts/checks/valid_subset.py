"""The largest part of the data that holds together, so that a page with a mistake can still be shown.

What a problem points at is cut out, and what needed it with it, until nothing refers to what is not
there. The problems themselves are told elsewhere.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from scripts.checks import check
from scripts.diagnostics import Code, Problem
from scripts.loading.dataset import Dataset, Document
from scripts.loading.validation import validate
from scripts.loading.yaml_tree import Mapping, Node, Place, Scalar, Sequence
from scripts.model.case import Case, FactBasis
from scripts.model.registry import CATALOGUE_FILES
from scripts.model.types import FrozenModel

CUT = frozenset({
    Code.UNKNOWN_METHOD, Code.UNKNOWN_FACTOR, Code.UNKNOWN_LESSON, Code.UNKNOWN_TAG, Code.UNKNOWN_RECORD,
    Code.RETIRED_RECORD, Code.UNKNOWN_MUNICIPALITY, Code.SOURCE_NOT_DECLARED, Code.SAME_ID,
    Code.PERSONAL_NUMBER, Code.EMAIL, Code.TELEPHONE,
})  # fmt: skip
"""What refers to what is not there, what could be taken for another, and what is not to be shown once more."""

Places = Collection[Place]


def whole(dataset: Dataset) -> Dataset:
    """The part of the data that pages can be made of.

    Args:
        dataset: What was read, with or without problems.

    Returns:
        The same data when it has none, otherwise as much of it as holds together.
    """
    if not check(dataset):
        return dataset
    shrunk = _without(dataset if dataset.municipalities else replace(dataset, cases=()), {})
    while cuts := _cuts(check(shrunk)):
        smaller = _without(shrunk, cuts)
        if smaller == shrunk:
            return replace(shrunk, cases=())
        shrunk = smaller
    return shrunk


def _cuts(problems: Collection[Problem]) -> dict[str, set[Place]]:
    """The places to cut, by file."""
    found: dict[str, set[Place]] = {}
    for problem in problems:
        if problem.code in CUT:
            found.setdefault(problem.file, set()).add(Place(problem.line, problem.column))
    return found


def _without(dataset: Dataset, cuts: dict[str, set[Place]]) -> Dataset:
    """The data without what stands at some places, and without what is not valid then."""
    cases = (_case(case, cuts.get(case.file, ())) for case in dataset.cases)
    catalogue = {kind: _records(found, kind, cuts.get(found.file, ())) for kind, found in dataset.catalogue.items()}
    return Dataset(tuple(case for case in cases if case is not None), catalogue, dataset.municipalities, ())


def _case(document: Document[Case], places: Places) -> Document[Case] | None:
    if document.content is not None and not places:
        return replace(document, content=_with_basis(document.content), problems=())
    root = _cut(document.root, places)
    found = _valid(Case, root, document.file)
    return Document(document.file, document.id, found[0], _with_basis(found[1]), ()) if found else None


def _with_basis(case: Case) -> Case:
    """The case with a place for the sources of its summary, which every page has, when there are none."""
    if case.basis.summary is not None:
        return case
    none = FactBasis.model_construct(sources=(), note=None)
    return case.model_copy(update={"basis": case.basis.model_copy(update={"summary": none})})


def _records(document: Document[Any], kind: str, places: Places) -> Document[Any]:
    if document.content is not None and not places:
        return replace(document, problems=())
    root = _cut(document.root, places)
    items = root.items if isinstance(root, Sequence) else ()
    found = [valid for item in items if (valid := _valid(CATALOGUE_FILES[kind], item, document.file))]
    if not isinstance(root, Sequence):
        return Document(document.file, kind, None, (), ())
    kept = replace(root, items=tuple(node for node, _ in found))
    return Document(document.file, kind, kept, tuple(record for _, record in found), ())


def _valid(model: type[Any], node: Node | None, file: str) -> tuple[Node, Any] | None:
    """A tree cut down until it is valid, and its model; None when nothing is left."""
    while node is not None:
        found, problems = validate(model, node, file)
        if isinstance(found, FrozenModel):
            return node, found
        shrunk = _cut(node, {Place(problem.line, problem.column) for problem in problems})
        node = None if shrunk == node else shrunk
    return None


def _cut(node: Node | None, places: Places) -> Node | None:
    """A tree without the innermost keys and items that stand at some places; None when that is all of it."""
    match node:
        case Mapping():
            at_key = {at for at, _ in node.entries.values() if at in places}
            pairs = ((key, at, _cut(value, places)) for key, (at, value) in node.entries.items() if at not in at_key)
            entries = {key: (at, value) for key, at, value in pairs if value is not None}
            whole_block = node.place in places and node.place not in at_key
            return None if whole_block or not entries else replace(node, entries=entries)
        case Sequence():
            items = tuple(kept for item in node.items if (kept := _cut(item, places)) is not None)
            return None if node.place in places or not items else replace(node, items=items)
        case Scalar():
            return None if node.place in places else node
    return None
