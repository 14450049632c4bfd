"""Redirects: they lead to a page that exists and do not start at one."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.diagnostics import Code, Problem
from scripts.library.urls import (
    FOLDERS,
    addresses,
    follow,
    is_address,
    listed_redirects,
    may_exist,
    replacements,
    unread_addresses,
)
from scripts.loading.dataset import Dataset
from scripts.loading.yaml_tree import Path, Scalar
from scripts.model.messages import explain
from scripts.text.suggestions import did_you_mean


def form(dataset: Dataset) -> Iterator[Problem]:
    """Report addresses that are not a folder and an id."""
    for key in ("old", "new"):
        for path, node in dataset.catalogue["redirects"].select("*", key):
            if isinstance(node, Scalar) and isinstance(node.data, str) and not is_address(node.raw):
                proposed, folders = _proposed(node.raw), ", ".join(FOLDERS.values())
                variant = "trimmed" if proposed else ""
                explanation = explain(Code.ADDRESS_FORM, variant, address=node.raw, proposed=proposed, folders=folders)
                yield dataset.catalogue["redirects"].problem(path, explanation)


def same_address_twice(dataset: Dataset) -> Iterator[Problem]:
    """Report addresses that are redirected twice, or that a retired record already redirects."""
    document, seen, retired = dataset.catalogue["redirects"], dict[str, int](), replacements(dataset)
    for path, old in _addresses(dataset, "old"):
        if old in seen:
            yield document.problem(path, explain(Code.SAME_REDIRECT, address=old, line=seen[old]))
        elif old in retired:
            yield document.problem(path, explain(Code.SAME_REDIRECT, "replaced", address=old))
        seen.setdefault(old, document.line(path))


def from_a_page(dataset: Dataset) -> Iterator[Problem]:
    """Report redirects from an address that is a page."""
    pages = addresses(dataset)
    for path, old in _addresses(dataset, "old"):
        if old in pages:
            yield dataset.catalogue["redirects"].problem(path, explain(Code.REDIRECT_FROM_PAGE, address=old))


def to_nothing(dataset: Dataset) -> Iterator[Problem]:
    """Report redirects to an address that is neither a page nor redirected to one."""
    pages, file_moves, unknown = addresses(dataset), listed_redirects(dataset), unread_addresses(dataset)
    moves = {**replacements(dataset), **file_moves}
    for path, new in _addresses(dataset, "new"):
        # A chain of redirects is reported at its last link.
        if new in pages or new in file_moves:
            continue
        end = follow(new, moves)
        if end is not None and end not in pages and not may_exist(end, unknown):
            explanation = explain(Code.REDIRECT_TO_NOTHING, suggestion=did_you_mean(new, pages), address=new)
            yield dataset.catalogue["redirects"].problem(path, explanation)


def circular(dataset: Dataset) -> Iterator[Problem]:
    """Report redirects that lead in a circle."""
    moves = {**replacements(dataset), **listed_redirects(dataset)}
    for path, new in _addresses(dataset, "new"):
        if follow(new, moves) is None:
            yield dataset.catalogue["redirects"].problem(path, explain(Code.CIRCULAR_REDIRECT, address=new))


def _addresses(dataset: Dataset, key: str) -> Iterator[tuple[Path, str]]:
    """Yield the old or the new addresses that are well-formed."""
    for path, node in dataset.catalogue["redirects"].select("*", key):
        if isinstance(node, Scalar) and is_address(node.raw):
            yield path, node.raw


def _proposed(text: str) -> str:
    """Suggest the address without surplus parts; empty when it would still be malformed."""
    trimmed = text.strip().partition("#")[0].removesuffix(".md").strip("/")
    last_two = "/".join(trimmed.split("/")[-2:])
    return last_two if is_address(last_two) else ""
