"""Sources: they are declared, cited and distinct.

A file that could not be read is not judged: neither citations of its sources, nor the sources that it may cite.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from scripts.diagnostics import Code, Problem
from scripts.loading.dataset import Dataset, Document
from scripts.loading.yaml_tree import Mapping, Node, Path, Scalar, as_written, value_at
from scripts.model.case import Basis
from scripts.model.messages import explain
from scripts.text.suggestions import did_you_mean


def not_declared(dataset: Dataset) -> Iterator[Problem]:
    """Report citations of sources that are declared neither in the file nor among the shared ones."""
    if dataset.catalogue["sources"].hides_ids:
        return
    shared = dataset.ids("sources")
    for case in filter(_tells_its_sources, dataset.cases):
        yield from _undeclared(case, _declared(case) | shared)
    for document in dataset.catalogue.values():
        yield from _undeclared(document, shared, "catalogue")


def _undeclared(document: Document[Any], declared: frozenset[str], variant: str = "") -> Iterator[Problem]:
    for path, cited in _citations(document):
        if cited.raw not in declared:
            suggestion = did_you_mean(cited.raw, declared)
            explanation = explain(Code.SOURCE_NOT_DECLARED, variant, suggestion=suggestion, id=cited.raw)
            yield document.problem(path, explanation)


def not_cited(dataset: Dataset) -> Iterator[Problem]:
    """Report sources that are not cited: in their own file, or anywhere for shared ones."""
    everywhere = {cited.raw for document in dataset.documents() for _, cited in _citations(document)}
    for document in dataset.cases:
        here = {cited.raw for _, cited in _citations(document)}
        for path, _ in document.select("sources", "*"):
            if path[-1] not in here:
                yield document.problem(path, explain(Code.SOURCE_NOT_CITED, source=path[-1]), at_key=True)
    if dataset.unread_cases or any(document.is_unread for document in dataset.documents()):
        return
    shared = dataset.catalogue["sources"]
    for path, node in shared.select("*", "id"):
        if as_written(node) not in everywhere:
            yield shared.problem(path, explain(Code.SOURCE_NOT_CITED, source=as_written(node)))


def same_id_twice(dataset: Dataset) -> Iterator[Problem]:
    """Report ids that two sources share, since pages cite the sources of several files."""
    shared = dataset.catalogue["sources"]
    seen = {as_written(node): f"{shared.file}:{shared.line(path)}" for path, node in shared.select("*", "id")}
    for case in dataset.cases:
        for path, _ in case.select("sources", "*"):
            id_ = str(path[-1])
            if id_ in seen:
                proposed = f"{case.id}-{id_}"
                explanation = explain(Code.SAME_ID, "source", id=id_, place=seen[id_], proposed=proposed)
                yield case.problem(path, explanation, at_key=True)
            else:
                seen[id_] = f"{case.file}:{case.line(path)}"


def same_page_twice(dataset: Dataset) -> Iterator[Problem]:
    """Report pages that are declared twice with the same `version`."""
    seen: dict[tuple[str, str], str] = {}
    shared = dataset.catalogue["sources"]
    places: list[tuple[Document[Any], tuple[str, ...]]] = [(shared, ("*",))]
    places += [(case, ("sources", "*")) for case in dataset.cases]
    for document, pattern in places:
        for path, node in document.select(*pattern):
            address, version = (as_written(value_at(node, (key,))) for key in ("url", "version"))
            if not address:
                continue
            page = (page_of(address), version)
            name = as_written(value_at(node, ("id",))) or str(path[-1])
            if page in seen:
                yield document.problem((*path, "url"), explain(Code.SAME_ADDRESS, source=seen[page]))
            else:
                seen[page] = name


def facts_without_basis(dataset: Dataset) -> Iterator[Problem]:
    """Report facts without sources under `basis`, and sources without a fact."""
    for document in dataset.cases:
        if not isinstance(document.at("basis"), Mapping):
            continue
        for fact in Basis.model_fields:
            given, grounded = _is_given(document.at(fact)), _is_given(document.at("basis", fact))
            if given and not grounded:
                yield document.problem((fact,), explain(Code.NO_BASIS, fact=fact), at_key=True)
            elif grounded and not given:
                yield document.problem(("basis", fact), explain(Code.NO_BASIS, "no-fact", fact=fact), at_key=True)


def page_of(address: str) -> str:
    """Return the address without scheme, `www.` and trailing slash, to compare pages by."""
    return re.sub(r"^https?://(www\.)?", "", address).rstrip("/")


def _is_given(node: Node | None) -> bool:
    """Return whether there is a value, and not only a key."""
    return node is not None and not (isinstance(node, Scalar) and node.data is None)


def _declared(document: Document[Any]) -> frozenset[str]:
    return frozenset(str(path[-1]) for path, _ in document.select("sources", "*"))


def _tells_its_sources(case: Document[Any]) -> bool:
    """Return whether the sources that a case declares could be read.

    A case without any may do with the shared ones, but not when its list is empty, of another kind, or under a
    key that is misspelled.
    """
    sources = case.at("sources")
    if sources is not None:
        return isinstance(sources, Mapping)
    return not any(problem.code is Code.UNKNOWN_KEY for problem in case.problems)


def _citations(document: Document[Any]) -> Iterator[tuple[Path, Scalar]]:
    """Yield every citation: the items of lists under the key `sources`."""
    for path, node in document.scalars:
        if len(path) > 2 and path[-2] == "sources" and isinstance(path[-1], int):
            yield path, node
