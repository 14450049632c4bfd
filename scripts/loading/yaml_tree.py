"""A YAML document as a tree that remembers where in the file every value stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

Path = tuple[str | int, ...]
"""The way from the root to a value: keys and positions in lists."""


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """A place in a file, counted from 1 as editors do."""

    line: int
    column: int


class Number:
    """A number written in a way that YAML reads as another than the one that is meant.

    `0123` is 83 in YAML 1.1 (octal) and `1:30` is 90 (sexagesimal). No field takes such a value;
    a field of text can say that quotation marks are missing.
    """

    __slots__ = ()


PECULIAR_NUMBER: Final = Number()

Data = str | int | float | bool | None | Number


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value: the text as written, and what YAML takes it for."""

    place: Place
    raw: str
    data: Data
    plain: bool = True


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    place: Place
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and their values, in the order of the file. A key that is written twice stands once."""

    place: Place
    entries: dict[str, tuple[Place, Node]]


Node = Scalar | Sequence | Mapping


def plain_data(node: Node) -> object:
    """The values of a tree without their places: dicts, tuples and scalars."""
    match node:
        case Mapping():
            return {key: plain_data(value) for key, (_, value) in node.entries.items()}
        case Sequence():
            return tuple(plain_data(item) for item in node.items)
        case Scalar():
            return node.data


def as_written(node: Node | None) -> str:
    """The text of a single value as it stands in the file; empty for anything else."""
    return node.raw if isinstance(node, Scalar) else ""


def value_at(node: Node, path: Path) -> Node | None:
    """The value that a path leads to, or None where there is none."""
    for step in path:
        match node:
            case Mapping() if step in node.entries:
                node = node.entries[str(step)][1]
            case Sequence() if isinstance(step, int) and step < len(node.items):
                node = node.items[step]
            case _:
                return None
    return node


def key_place(node: Node, path: Path) -> Place:
    """Where the last key of a path is written; where its value stands when it is no key."""
    parent = value_at(node, path[:-1])
    if isinstance(parent, Mapping) and path[-1] in parent.entries:
        return parent.entries[str(path[-1])][0]
    return nearest_place(node, path)


def nearest_place(node: Node, path: Path) -> Place:
    """Where the value of a path stands, or the closest value around it that exists."""
    while (found := value_at(node, path)) is None:
        path = path[:-1]
    return found.place


def scalars(node: Node) -> Iterator[tuple[Path, Scalar]]:
    """Every single value of a tree, with the path to it, in the order of the file."""
    # Not a function that calls itself: every check goes through every value, and then each level costs anew.
    waiting: list[tuple[Path, Node]] = [((), node)]
    while waiting:
        path, found = waiting.pop()
        match found:
            case Scalar():
                yield path, found
            case Mapping():
                waiting += [((*path, key), value) for key, (_, value) in reversed(found.entries.items())]
            case Sequence():
                waiting += reversed([((*path, position), item) for position, item in enumerate(found.items)])


def select(node: Node, *steps: str) -> Iterator[tuple[Path, Node]]:
    """Every value that a pattern leads to.

    Args:
        node: Where to start.
        steps: Keys, or `"*"` for every item of a list and every value of a mapping.

    Yields:
        The path from `node`, and the value.
    """
    found: list[tuple[Path, Node]] = [((), node)]
    for step in steps:
        found = [((*path, key), child) for path, parent in found for key, child in _children(parent, step)]
    yield from found


def _children(node: Node, step: str) -> Iterator[tuple[str | int, Node]]:
    match node:
        case Sequence() if step == "*":
            yield from enumerate(node.items)
        case Mapping() if step == "*":
            yield from ((key, value) for key, (_, value) in node.entries.items())
        case Mapping() if step in node.entries:
            yield step, node.entries[step][1]
