"""The addresses that are made from ids: which there are, and where those that have moved lead.

They come from the trees rather than the models, so that a file with a mistake in it, or one of an
older form, still tells which pages there are.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from itertools import chain
from typing import Any

from scripts.loading.dataset import Dataset, Document
from scripts.loading.yaml_tree import as_written, select, value_at
from scripts.model.registry import TOPIC_KINDS
from scripts.model.types import SLUG

FOLDERS = {
    "cases": "slussar",
    "methods": "metoder",
    "success_factors": "framgangsfaktorer",
    "lessons": "lardomar",
    "tags": "taggar",
    "questions": "fragor",
    "guide": "vagledning",
}
"""The folder of each kind of page. The addresses are a promise: links to them exist."""

_MADE_FROM = {
    **{kind: FOLDERS[kind] for kind in (*TOPIC_KINDS, "tags", "questions")},
    "leading_questions": FOLDERS["questions"],
    "phases": FOLDERS["guide"],
    "steps": FOLDERS["guide"],
    "roles": FOLDERS["guide"],
}
"""The files of the catalogue that give pages their addresses, and the folder of those pages."""

_RETIRED = (*TOPIC_KINDS, "tags", "phases")
"""The kinds whose records have pages until another replaces them."""

_ADDRESS = re.compile(rf"(?:{'|'.join(FOLDERS.values())})/(?!index$)(?:{SLUG.strip('^$')})")


def is_address(text: str) -> bool:
    """Whether a text is a folder and an id: `slussar/alfa`. The list in a folder is none."""
    return _ADDRESS.fullmatch(text) is not None


def addresses(dataset: Dataset) -> dict[str, str]:
    """Every page that has its address from an id, with its title or name.

    Args:
        dataset: What was read.

    Returns:
        Address without slashes around it → title. A tag that nothing carries has no page.
    """
    found = {f"{FOLDERS['cases']}/{case.id}": as_written(case.at("title")) for case in dataset.cases}
    phases = dict(_named(dataset.catalogue["phases"]))
    steps = {id_: phases.get(id_, "") for id_, _ in _named(dataset.catalogue["steps"])}
    carried = _carried_tags(dataset)
    for kind in (*TOPIC_KINDS, "tags", "questions", "leading_questions"):
        retired = dataset.retired(kind)
        for id_, name in _named(dataset.catalogue[kind]):
            if id_ not in retired and (kind != "tags" or id_ in carried):
                found[f"{_MADE_FROM[kind]}/{id_}"] = name
    if steps:
        guide = chain(steps.items(), _named(dataset.catalogue["roles"]))
        found |= {f"{FOLDERS['guide']}/{id_}": name for id_, name in guide}
    return found


def unread(dataset: Dataset) -> frozenset[str]:
    """The folders and addresses of pages that may exist, since a file that they depend on could not be read in full."""
    broken = {kind for kind, document in dataset.catalogue.items() if document.hides_ids}
    folders = {folder for kind, folder in _MADE_FROM.items() if kind in broken}
    if broken.intersection(TOPIC_KINDS) or dataset.unread_cases or any(case.is_unread for case in dataset.cases):
        folders.add(FOLDERS["tags"])
    return frozenset(folders) | {f"{FOLDERS['cases']}/{id_}" for id_ in dataset.unread_cases}


def may_exist(address: str, unread: Container[str]) -> bool:
    """Whether an address may be that of a page that could not be read. See `unread`."""
    return address in unread or address.partition("/")[0] in unread


def written(dataset: Dataset) -> dict[str, str]:
    """The redirects of the file: old address → new. Of two with the same old address, the first counts."""
    found: dict[str, str] = {}
    for _, node in dataset.catalogue["redirects"].select("*"):
        old, new = (as_written(value_at(node, (key,))) for key in ("old", "new"))
        found.setdefault(old, new)
    return found


def replaced(dataset: Dataset) -> dict[str, str]:
    """The addresses of retired records, and that of the record that replaced each."""
    return {
        f"{_MADE_FROM[kind]}/{old}": f"{_MADE_FROM[kind]}/{new}"
        for kind in _RETIRED
        for old, new in dataset.retired(kind).items()
    }


def follow(address: str, moves: Mapping[str, str]) -> str | None:
    """Where an address leads in the end; None when following it never ends."""
    seen = set()
    while address in moves:
        if address in seen:
            return None
        seen.add(address)
        address = moves[address]
    return address


def redirects(dataset: Dataset) -> dict[str, str]:
    """Every address that has moved, and the page that it leads to in the end.

    Args:
        dataset: What was read.

    Returns:
        Old address → address of a page. Those that lead nowhere, or stand in the way of a page,
        are left out.
    """
    pages = addresses(dataset)
    moves = {**replaced(dataset), **written(dataset)}
    ends = {old: follow(old, moves) for old in moves if is_address(old) and old not in pages}
    return {old: end for old, end in ends.items() if end in pages}


def _named(document: Document[Any]) -> Iterator[tuple[str, str]]:
    """The id and name of every record."""
    for _, node in document.select("*"):
        if id_ := as_written(value_at(node, ("id",))):
            yield id_, as_written(value_at(node, ("name",)))


def _carried_tags(dataset: Dataset) -> frozenset[str]:
    tags = {as_written(tag) for case in dataset.cases for _, tag in case.select("tags", "*")}
    for kind in TOPIC_KINDS:
        for _, record in dataset.catalogue[kind].select("*"):
            if value_at(record, ("replaced_by",)) is None:
                tags |= {as_written(tag) for _, tag in select(record, "tags", "*")}
    return frozenset(tags)
