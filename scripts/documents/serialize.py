"""Turn the content of a document into JSON for its typst template, and gather the sources that it cites."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import TypeAlias

Json: TypeAlias = bool | int | float | str | list["Json"] | dict[str, "Json"] | None


def fields_as_json(content: object) -> dict[str, Json]:
    """Convert the fields of a dataclass to what `json.dumps` accepts.

    A field that is None is left out, so that a template can ask `"figure" in item`.

    Raises:
        TypeError: The content is not a dataclass, or holds something else than dataclasses, mappings, tuples, enum
            members, texts and numbers.
    """
    return {name: to_json(value) for name, value in _fields(content) if value is not None}


def to_json(value: object) -> Json:
    """Convert a value of such a field."""
    match value:
        case Enum():
            return to_json(value.value)
        case None | bool() | int() | float() | str():
            return value
        case tuple() | list():
            return [to_json(each) for each in value]
        case Mapping():
            return {str(key): to_json(each) for key, each in value.items()}
    return fields_as_json(value)


def cited(content: object) -> tuple[str, ...]:
    """Return the ids of the sources that a content cites, each once, in reading order.

    The fields of a dataclass stand in the order that they are read in; ids stand in fields called `sources`.
    """
    return tuple(dict.fromkeys(_cited(content)))


def _cited(content: object) -> Iterator[str]:
    match content:
        case None | bool() | int() | float() | str():
            return
        case tuple() | list():
            for each in content:
                yield from _cited(each)
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
