"""Published addresses that no longer lead anywhere."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass

from scripts.diagnostics import Code, Problem
from scripts.library.urls import addresses, may_exist, redirects, unread_addresses
from scripts.loading.dataset import Dataset
from scripts.model.messages import explain
from scripts.text.suggestions import closest


@dataclass(frozen=True)
class Gone:
    """An address that no longer exists.

    Attributes:
        address: The address.
        successor: The probable new address of its page; empty when there is none.
    """

    address: str
    successor: str = ""


def lost_addresses(before: Dataset, now: Dataset) -> tuple[Problem, ...]:
    """Report each earlier address that is now neither a page nor a redirect.

    Args:
        before: The data as it was.
        now: The data as it is. What depends on a file that cannot be read is not judged.

    Returns:
        The problems, at the end of the file of redirects, with the line to add.
    """
    pages, unknown = addresses(before), unread_addresses(now)
    earlier = {**{old: pages[end] for old, end in redirects(before).items()}, **pages}
    document = now.catalogue["redirects"]
    line = max((node.place.line for _, node in document.scalars), default=1)
    return tuple(
        Problem(document.file, line, 1, *explain(
            Code.ADDRESS_GONE,
            address=lost.address, successor=lost.successor or _open(lost.address), file=document.file,
        ))
        for lost in gone(earlier, addresses(now), redirects(now))
        if not may_exist(lost.address, unknown)
    )  # fmt: skip


def gone(before: Mapping[str, str], now: Mapping[str, str], moved: Container[str]) -> Iterator[Gone]:
    """Find the addresses that are gone, sorted, each with its probable successor.

    Args:
        before: Address → title, as it was.
        now: Address → title, as it is.
        moved: The addresses that lead on.

    Yields:
        The addresses that are gone.
    """
    fresh = {address: title for address, title in now.items() if address not in before}
    for address, title in sorted(before.items()):
        if address not in now and address not in moved:
            same_kind = {new: name for new, name in fresh.items() if _folder(new) == _folder(address)}
            yield Gone(address, _successor(address, title, same_kind))


def _successor(address: str, title: str, fresh: Mapping[str, str]) -> str:
    """Return the new address with the same title, or else with the most similar id."""
    for new, name in fresh.items():
        if title and name.casefold() == title.casefold():
            return new
    ids = {new.rpartition("/")[2]: new for new in fresh}
    near = closest(address.rpartition("/")[2], ids)
    return ids[near] if near else ""


def _folder(address: str) -> str:
    return address.partition("/")[0]


def _open(address: str) -> str:
    """Return a template to fill in, when no successor can be guessed."""
    return f"{_folder(address)}/…"
