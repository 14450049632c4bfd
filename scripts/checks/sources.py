"""Sources are declared, cited, and told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from scripts.diagnostics import Code, Problem
from scripts.loading.dataset import Dataset, Document
from scripts.loading.yaml_tree import Mapping, Node, Path, Scalar, as_written, value_at
from scripts.model.case import Basis
from scripts.model.messages import told
from scripts.text.suggestions import did_you_mean


def not_declared(dataset: Dataset) -> Iterator[Problem]:
    """A source that is cited is declared in the file, or among the shared ones."""
    shared = dataset.ids("sources")
    for document in dataset.documents():
        declared = _declared(document) | shared
        for path, cited in _citations(document):
            if cited.raw not in declared:
                hint = did_you_mean(cited.raw, declared) or "Lägg till den under sources sist i filen"
                yield document.problem(path, Code.SOURCE_NOT_DECLARED, f'källan "{cited.raw}" är inte angiven', hint)


def not_cited(dataset: Dataset) -> Iterator[Problem]:
    """A source that is declared is cited: in its own file, or anywhere when it is shared."""
    everywhere = {cited.raw for document in dataset.documents() for _, cited in _citations(document)}
    for document in dataset.cases:
        here = {cited.raw for _, cited in _citations(document)}
        for path, _ in document.select("sources", "*"):
            if path[-1] not in here:
                yield document.problem(path, *told(Code.SOURCE_NOT_CITED, source=path[-1]), at_key=True)
    shared = dataset.catalogue["sources"]
    for path, node in shared.select("*", "id"):
        if as_written(node) not in everywhere:
            yield shared.problem(path, *told(Code.SOURCE_NOT_CITED, source=as_written(node)))


def same_id_twice(dataset: Dataset) -> Iterator[Problem]:
    """An id means one source in all files. Where many are cited on a page, one could be taken for another."""
    shared = dataset.catalogue["sources"]
    seen = {as_written(node): f"{shared.file}:{shared.line(path)}" for path, node in shared.select("*", "id")}
    for case in dataset.cases:
        for path, _ in case.select("sources", "*"):
            id_ = str(path[-1])
            if id_ in seen:
                message = f'källan "{id_}" finns redan, på {seen[id_]}'
                hint = f'Använd den om det är samma. Välj annars ett annat id, till exempel "{case.id}-{id_}"'
                yield case.problem(path, Code.SAME_ID, message, hint, at_key=True)
            else:
                seen[id_] = f"{case.file}:{case.line(path)}"


def same_page_twice(dataset: Dataset) -> Iterator[Problem]:
    """A page is declared once. Two versions of it are told apart by `version`."""
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
                yield document.problem((*path, "url"), *told(Code.SAME_ADDRESS, source=seen[page]))
            else:
                seen[page] = name


def facts_without_basis(dataset: Dataset) -> Iterator[Problem]:
    """A fact in the fact box has its sources under `basis`, and there is no basis without a fact."""
    for document in dataset.cases:
        if not isinstance(document.at("basis"), Mapping):
            continue
        for fact in Basis.model_fields:
            given, grounded = _is_given(document.at(fact)), _is_given(document.at("basis", fact))
            if given and not grounded:
                hint = f'Lägg till "{fact}: {{sources: [id]}}" under basis'
                yield document.problem((fact,), Code.NO_BASIS, f'"{fact}" saknar källa', hint, at_key=True)
            elif grounded and not given:
                message = f'basis har källor för "{fact}", som inte är angivet'
                hint = f'Lägg till "{fact}", eller ta bort raden'
                yield document.problem(("basis", fact), Code.NO_BASIS, message, hint, at_key=True)


def page_of(address: str) -> str:
    """What tells one page from another: the address without scheme, `www.` and a slash at the end."""
    return re.sub(r"^https?://(www\.)?", "", address).rstrip("/")


def _is_given(node: Node | None) -> bool:
    """Whether there is a value, and not only a key with nothing after it."""
    return node is not None and not (isinstance(node, Scalar) and node.data is None)


def _declared(document: Document[Any]) -> frozenset[str]:
    return frozenset(str(path[-1]) for path, _ in document.select("sources", "*"))


def _citations(document: Document[Any]) -> Iterator[tuple[Path, Scalar]]:
    """Every place where a source is cited: an item of a list under the key `sources`."""
    for path, node in document.scalars():
        if len(path) > 2 and path[-2] == "sources" and isinstance(path[-1], int):
            yield path, node
