"""The largest valid subset of data with mistakes, so that a page with a mistake can still be previewed.

The value at each problem is removed, and then everything that depended on it, until no reference is broken. The
problems themselves are reported elsewhere.
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
"""The problems whose values are removed: broken references, ambiguous ids and personal data."""

Places = Collection[Place]


def valid_subset(dataset: Dataset) -> Dataset:
    """Reduce data to the part that pages can be made from.

    Args:
        dataset: The loaded data, with or without problems.

    Returns:
        The same data when it has no problems, otherwise its largest valid subset.
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
    """Return the places to cut, by file."""
    places: dict[str, set[Place]] = {}
    for problem in problems:
        if problem.code in CUT:
            places.setdefault(problem.file, set()).add(Place(problem.line, problem.column))
    return places


def _without(dataset: Dataset, cuts: dict[str, set[Place]]) -> Dataset:
    """Remove the values at some places, and what is not valid without them."""
    cases = (_case(case, cuts.get(case.file, ())) for case in dataset.cases)
    catalogue = {
        kind: _records(records, kind, cuts.get(records.file, ())) for kind, records in dataset.catalogue.items()
    }
    return Dataset(tuple(case for case in cases if case is not None), catalogue, dataset.municipalities, ())


def _case(document: Document[Case], places: Places) -> Document[Case] | None:
    if document.content is not None and not places:
        return replace(document, content=_with_basis(document.content), problems=())
    root = _cut(document.root, places)
    valid = _valid(Case, root, document.file)
    return Document(document.file, document.id, valid[0], _with_basis(valid[1]), ()) if valid else None


def _with_basis(case: Case) -> Case:
    """Add an empty basis for the summary where there is none, because every page shows it."""
    if case.basis.summary is not None:
        return case
    none = FactBasis.model_construct(sources=(), note=None)
    return case.model_copy(update={"basis": case.basis.model_copy(update={"summary": none})})


def _records(document: Document[Any], kind: str, places: Places) -> Document[Any]:
    if document.content is not None and not places:
        return replace(document, problems=())
    root = _cut(document.root, places)
    items = root.items if isinstance(root, Sequence) else ()
    kept_items = [valid for item in items if (valid := _valid(CATALOGUE_FILES[kind], item, document.file))]
    if not isinstance(root, Sequence):
        return Document(document.file, kind, None, (), ())
    kept = replace(root, items=tuple(node for node, _ in kept_items))
    return Document(document.file, kind, kept, tuple(record for _, record in kept_items), ())


def _valid(model: type[Any], node: Node | None, file: str) -> tuple[Node, Any] | None:
    """Cut a tree until it is valid. Returns it with its model, or None when nothing is left."""
    while node is not None:
        valid, problems = validate(model, node, file)
        if isinstance(valid, FrozenModel):
            return node, valid
        shrunk = _cut(node, {Place(problem.line, problem.column) for problem in problems})
        node = None if shrunk == node else shrunk
    return None


def _cut(node: Node | None, places: Places) -> Node | None:
    """Remove the innermost keys and items at some places. Returns None when nothing is left."""
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
