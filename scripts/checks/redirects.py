"""Addresses that have moved lead to a page that exists, and stand in the way of none."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.diagnostics import Code, Problem
from scripts.library.urls import FOLDERS, addresses, follow, is_address, replaced, unread, written
from scripts.loading.dataset import Dataset
from scripts.loading.yaml_tree import Path, Scalar
from scripts.text.suggestions import did_you_mean


def form(dataset: Dataset) -> Iterator[Problem]:
    """An address is a folder whose pages have their addresses from ids, and an id."""
    for key in ("old", "new"):
        for path, node in dataset.catalogue["redirects"].select("*", key):
            if isinstance(node, Scalar) and isinstance(node.data, str) and not is_address(node.raw):
                yield dataset.catalogue["redirects"].problem(
                    path, Code.ADDRESS_FORM, f'"{node.raw}" är ingen adress',
                    _proposed(node.raw) or f"Skriv en mapp ({', '.join(FOLDERS.values())}), ett snedstreck och ett id",
                )  # fmt: skip


def same_address_twice(dataset: Dataset) -> Iterator[Problem]:
    """An address leads to one place: it is told once, and not when a retired record tells it already."""
    document, seen, retired = dataset.catalogue["redirects"], dict[str, int](), replaced(dataset)
    for path, old in _addresses(dataset, "old"):
        if old in seen:
            message, hint = f'"{old}" finns redan, på rad {seen[old]}', "Ta bort den ena raden"
            yield document.problem(path, Code.SAME_REDIRECT, message, hint)
        elif old in retired:
            message = f'"{old}" leder redan vidare, eftersom posten har replaced_by'
            yield document.problem(path, Code.SAME_REDIRECT, message, "Ta bort raden")
        seen.setdefault(old, document.line(path))


def from_a_page(dataset: Dataset) -> Iterator[Problem]:
    """An address that has moved is not that of a page."""
    pages = addresses(dataset)
    for path, old in _addresses(dataset, "old"):
        if old in pages:
            message = f'"{old}" är en sida som finns'
            hint = "Ta bort raden, eller ge sidan ett annat id"
            yield dataset.catalogue["redirects"].problem(path, Code.REDIRECT_FROM_PAGE, message, hint)


def to_nothing(dataset: Dataset) -> Iterator[Problem]:
    """A new address is that of a page, or of another that leads to one."""
    pages, file_moves, unknown = addresses(dataset), written(dataset), unread(dataset)
    moves = {**replaced(dataset), **file_moves}
    for path, new in _addresses(dataset, "new"):
        # What the file itself leads on is reported where it ends.
        if new in pages or new in file_moves:
            continue
        end = follow(new, moves)
        if end is not None and end not in pages and end.partition("/")[0] not in unknown:
            message = f'det finns ingen sida på adressen "{new}"'
            hint = did_you_mean(new, pages) or "Skriv adressen till en sida som finns"
            yield dataset.catalogue["redirects"].problem(path, Code.REDIRECT_TO_NOTHING, message, hint)


def circular(dataset: Dataset) -> Iterator[Problem]:
    """Following an address that has moved comes to an end."""
    moves = {**replaced(dataset), **written(dataset)}
    for path, new in _addresses(dataset, "new"):
        if follow(new, moves) is None:
            message, hint = f'"{new}" leder runt i en ring', "Låt en av adresserna leda till sidan som gäller"
            yield dataset.catalogue["redirects"].problem(path, Code.CIRCULAR_REDIRECT, message, hint)


def _addresses(dataset: Dataset, key: str) -> Iterator[tuple[Path, str]]:
    """The old or the new addresses that have the right form."""
    for path, node in dataset.catalogue["redirects"].select("*", key):
        if isinstance(node, Scalar) and is_address(node.raw):
            yield path, node.raw


def _proposed(text: str) -> str:
    """The same address without what is too much around it, when that is all that is wrong."""
    trimmed = text.strip().partition("#")[0].removesuffix(".md").strip("/")
    last_two = "/".join(trimmed.split("/")[-2:])
    return f'Skriv "{last_two}"' if is_address(last_two) else ""
