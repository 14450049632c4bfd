"""A YAML document as a tree in which every value has its place in the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

Path = tuple[str | int, ...]
"""The path from the root to a value: keys and list indices."""


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """A place in a file, counted from 1 as editors do."""

    line: int
    column: int


class Number:
    """A number that YAML 1.1 reads as another number than the one intended.

    `0123` is read as 83 (octal) and `1:30` as 90 (sexagesimal). No field accepts such a value, and a text field
    reports that quotation marks are missing.
    """

    __slots__ = ()


PECULIAR_NUMBER: Final = Number()

Data = str | int | float | bool | None | Number


@dataclass(frozen=True, slots=True)
class Scalar:
    """A scalar: the text as written, and the value that YAML reads."""

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
    """Keys and their values, in the order of the file. Of a duplicate key, the first is kept."""

    place: Place
    entries: dict[str, tuple[Place, Node]]


Node = Scalar | Sequence | Mapping


def plain_data(node: Node) -> object:
    """Return the values of a tree without places, as dicts, tuples and scalars."""
    match node:
        case Mapping():
            return {key: plain_data(value) for key, (_, value) in node.entries.items()}
        case Sequence():
            return tuple(plain_data(item) for item in node.items)
        case Scalar():
            return node.data


def as_written(node: Node | None) -> str:
    """Return the text of a scalar as written; empty for anything else."""
    return node.raw if isinstance(node, Scalar) else ""


def value_at(node: Node, path: Path) -> Node | None:
    """Return the value of a path, or None."""
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
    """Return the place of the last key of a path, or of its value when the last step is an index."""
    parent = value_at(node, path[:-1])
    if isinstance(parent, Mapping) and path[-1] in parent.entries:
        return parent.entries[str(path[-1])][0]
    return nearest_place(node, path)


def nearest_place(node: Node, path: Path) -> Place:
    """Return the place of the value of a path, or of its closest existing ancestor."""
    while (value := value_at(node, path)) is None:
        path = path[:-1]
    return value.place


def scalars(node: Node) -> Iterator[tuple[Path, Scalar]]:
    """Yield every scalar of a tree with its path, in the order of the file."""
    # Iterative, because nested generators are slow and every check visits every value.
    waiting: list[tuple[Path, Node]] = [((), node)]
    while waiting:
        path, current = waiting.pop()
        match current:
            case Scalar():
                yield path, current
            case Mapping():
                waiting += [((*path, key), value) for key, (_, value) in reversed(current.entries.items())]
            case Sequence():
                waiting += reversed([((*path, position), item) for position, item in enumerate(current.items)])


def select(node: Node, *steps: str) -> Iterator[tuple[Path, Node]]:
    """Yield every value that a pattern matches.

    Args:
        node: Where to start.
        steps: Keys, or `"*"` for every item of a list and every value of a mapping.

    Yields:
        The path from `node`, and the value.
    """
    matches: list[tuple[Path, Node]] = [((), node)]
    for step in steps:
        matches = [((*path, key), child) for path, parent in matches for key, child in _children(parent, step)]
    yield from matches


def _children(node: Node, step: str) -> Iterator[tuple[str | int, Node]]:
    match node:
        case Sequence() if step == "*":
            yield from enumerate(node.items)
        case Mapping() if step == "*":
            yield from ((key, value) for key, (_, value) in node.entries.items())
        case Mapping() if step in node.entries:
            yield step, node.entries[step][1]
