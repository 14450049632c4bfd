"""The page addresses that are derived from ids, and the redirects from addresses that have moved.

They are read from the YAML trees rather than from the models, so that the pages are known even when a file has a
mistake in it or an older format.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from itertools import chain
from typing import Any

from scripts.loading.dataset import Dataset, Document
from scripts.loading.yaml_tree import Path, as_written, scalars, value_at
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
    "decisions": "beslut",
    "advice": "rad",
    "work_templates": "mallar",
    "stories": "berattelser",
    "activities": "verksamhet",
}
"""Kind of page → folder. Links to these addresses exist, so they must not change."""

_OWN_FOLDER = ("questions", "decisions", "advice", "work_templates", "stories", "activities")
"""The editorial files whose records have pages in a folder of their own."""

_FOLDER_BY_FILE = {
    **{kind: FOLDERS[kind] for kind in (*TOPIC_KINDS, "tags", *_OWN_FOLDER)},
    "leading_questions": FOLDERS["questions"],
    "phases": FOLDERS["guide"],
    "steps": FOLDERS["guide"],
    "roles": FOLDERS["guide"],
}
"""Catalogue file → folder of the pages whose addresses are derived from its ids."""

_RETIRED = (*TOPIC_KINDS, "tags", "phases")
"""The kinds of records that can be replaced by another record, whose page then replaces theirs."""

_ADDRESS = re.compile(rf"(?:{'|'.join(FOLDERS.values())})/(?!index$)(?:{SLUG.strip('^$')})")


def is_address(text: str) -> bool:
    """Return whether a text is a folder and an id: `slussar/alfa`. The list page of a folder does not count."""
    return _ADDRESS.fullmatch(text) is not None


def addresses(dataset: Dataset) -> dict[str, str]:
    """Return the pages whose addresses are derived from ids.

    Args:
        dataset: The data, with or without problems.

    Returns:
        Address without leading or trailing slash → title or name. A tag that is not used has no page.
    """
    pages = {f"{FOLDERS['cases']}/{case.id}": as_written(case.at("title")) for case in dataset.cases}
    phases = dict(_named(dataset.catalogue["phases"]))
    steps = {id_: phases.get(id_, "") for id_, _ in _named(dataset.catalogue["steps"])}
    used_tags = _used_tags(dataset)
    for kind in (*TOPIC_KINDS, "tags", *_OWN_FOLDER, "leading_questions"):
        retired = dataset.retired(kind)
        for id_, name in _named(dataset.catalogue[kind]):
            if id_ not in retired and (kind != "tags" or id_ in used_tags):
                pages[f"{_FOLDER_BY_FILE[kind]}/{id_}"] = name
    if steps:
        guide = chain(steps.items(), _named(dataset.catalogue["roles"]))
        pages |= {f"{FOLDERS['guide']}/{id_}": name for id_, name in guide}
    return pages


def unread_addresses(dataset: Dataset) -> frozenset[str]:
    """Return the folders and addresses of pages that may exist in files that could not be read in full."""
    broken = {kind for kind, document in dataset.catalogue.items() if document.hides_ids}
    folders = {folder for kind, folder in _FOLDER_BY_FILE.items() if kind in broken}
    if broken.intersection(TOPIC_KINDS) or dataset.unread_cases or any(case.is_unread for case in dataset.cases):
        folders.add(FOLDERS["tags"])
    return frozenset(folders) | {f"{FOLDERS['cases']}/{id_}" for id_ in dataset.unread_cases}


def may_exist(address: str, unread: Container[str]) -> bool:
    """Return whether an address may be that of a page that could not be read.

    Args:
        address: The address of a page.
        unread: The result of `unread_addresses`.
    """
    return address in unread or address.partition("/")[0] in unread


def listed_redirects(dataset: Dataset) -> dict[str, str]:
    """Return the redirects that are listed in the file of redirects.

    Args:
        dataset: The data, with or without problems.

    Returns:
        Old address → new address. The first entry with an old address takes precedence.
    """
    moves: dict[str, str] = {}
    for _, node in dataset.catalogue["redirects"].select("*"):
        old, new = (as_written(value_at(node, (key,))) for key in ("old", "new"))
        moves.setdefault(old, new)
    return moves


def replacements(dataset: Dataset) -> dict[str, str]:
    """Return the address of each retired record → the address of the record that replaced it.

    A method, factor or lesson can be replaced by one of another kind, since they share their ids.
    """
    kind_of = {id_: kind for kind in TOPIC_KINDS for id_ in dataset.ids(kind)}
    return {
        f"{_FOLDER_BY_FILE[kind]}/{old}": f"{_FOLDER_BY_FILE[kind_of.get(new, kind)]}/{new}"
        for kind in _RETIRED
        for old, new in dataset.retired(kind).items()
    }


def follow(address: str, moves: Mapping[str, str]) -> str | None:
    """Follow redirects from an address to the end.

    Args:
        address: The address to start from.
        moves: Old address → new address.

    Returns:
        The final address; None when the redirects form a loop.
    """
    seen = set()
    while address in moves:
        if address in seen:
            return None
        seen.add(address)
        address = moves[address]
    return address


def redirects(dataset: Dataset) -> dict[str, str]:
    """Return the redirects from all addresses that have moved.

    Args:
        dataset: The data, with or without problems.

    Returns:
        Old address → address of the page that it finally leads to. Redirects that lead to no page, and redirects
        from the address of an existing page, are left out.
    """
    pages = addresses(dataset)
    moves = {**replacements(dataset), **listed_redirects(dataset)}
    ends = {old: follow(old, moves) for old in moves if is_address(old) and old not in pages}
    return {old: end for old, end in ends.items() if end in pages}


def _named(document: Document[Any]) -> Iterator[tuple[str, str]]:
    """Yield the id and name of each record that has an id."""
    for _, node in document.select("*"):
        if id_ := as_written(value_at(node, ("id",))):
            yield id_, as_written(value_at(node, ("name",)))


def _used_tags(dataset: Dataset) -> frozenset[str]:
    """Return the tags of cases, of records that are not retired, and of the statements in them."""
    used = {as_written(tag) for case in dataset.cases for path, tag in case.scalars if is_tag(path)}
    for kind in TOPIC_KINDS:
        for _, record in dataset.catalogue[kind].select("*"):
            if value_at(record, ("replaced_by",)) is None:
                used |= {as_written(tag) for path, tag in scalars(record) if is_tag(path)}
    return frozenset(used)


def is_tag(path: Path) -> bool:
    """Return whether a path leads to an item in a list of tags."""
    return len(path) > 1 and path[-2] == "tags"
