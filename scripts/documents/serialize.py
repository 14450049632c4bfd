"""Convert the content of a document to JSON for its typst template, and collect the sources that it cites."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import TypeAlias

Json: TypeAlias = bool | int | float | str | list["Json"] | dict[str, "Json"] | None


def fields_as_json(content: object) -> dict[str, Json]:
    """Convert the fields of a dataclass to values that `json.dumps` accepts.

    Fields that are None are left out, so that a template can test `"figure" in item`.

    Raises:
        TypeError: The content is not a dataclass, or holds values other than dataclasses, mappings, tuples, lists,
            enum members, texts, numbers and None.
    """
    return {name: to_json(value) for name, value in _fields(content) if value is not None}


def to_json(value: object) -> Json:
    """Convert a value to one that `json.dumps` accepts, as `fields_as_json` does for each field."""
    match value:
        case Enum():
            return to_json(value.value)
        case None | bool() | int() | float() | str():
            return value
        case tuple() | list():
            return [to_json(item) for item in value]
        case Mapping():
            return {str(key): to_json(item) for key, item in value.items()}
    return fields_as_json(value)


def cited(content: object) -> tuple[str, ...]:
    """Return the ids of the sources that a document cites, without duplicates, in reading order.

    The fields of a dataclass must be declared in reading order, and ids stored in fields called `sources`.
    """
    return tuple(dict.fromkeys(_cited(content)))


def _cited(content: object) -> Iterator[str]:
    match content:
        case None | bool() | int() | float() | str():
            return
        case tuple() | list():
            for item in content:
                yield from _cited(item)
        case Mapping():
            yield from _cited(tuple(content.values()))
        case _:
            for name, value in _fields(content):
                if name == "sources" and isinstance(value, tuple):
                    yield from value
                else:
                    yield from _cited(value)


def _fields(value: object) -> Iterator[tuple[str, object]]:
    if not is_dataclass(value) or isinstance(value, type):
        raise TypeError(f"{type(value).__name__} cannot stand in a document")
    return ((field.name, getattr(value, field.name)) for field in fields(value))
