"""A case with a value in every field, and variants of it with one field changed.

The case is generated from the field specifications, so it includes new fields of a model from the start.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from scripts.library.library import Library
from scripts.loading.dataset import Dataset, Document
from scripts.model.case import Case
from scripts.model.field_specs import FieldSpec, FieldType, field_specs
from scripts.model.registry import TOPIC_KINDS

ID = "provstad"
"""The id of the generated case."""

SOURCES = ("provstad-1", "provstad-2", "provstad-3")
"""The ids of its sources."""

KeyPath = tuple[str | int, ...]
"""The keys and positions that lead to one value in the data of a case."""

FIXED = {"start": ("2016-02", "2016-03"), "end": ("2019-04", "2019-05"), "id": ("prov", "andra")}
"""The first and second values of fields that must agree with each other or have a certain form."""


class Generator:
    """A generator of two different valid values for each field."""

    def __init__(self, library: Library) -> None:
        codes = tuple(library.municipalities)
        ids = {kind: tuple(entry.id for entry in entries) for kind, entries in library.topics.items()}
        self._ids = {**ids, "tags": tuple(tag.record.id for tag in library.tags), "sources": SOURCES}
        self._simple: dict[FieldType, tuple[object, object]] = {
            FieldType.WHOLE_NUMBER: (1234, 4321),
            FieldType.NUMBER: (1234, 4321),
            FieldType.TRUTH: (False, True),
            FieldType.DATE: ("2017-07", "2018-08"),
            FieldType.ADDRESS: ("https://prov.example.org/ett", "https://prov.example.org/andra"),
            FieldType.MUNICIPALITY: (codes[-2], codes[-1]),
        }

    def value(self, spec: FieldSpec, second: bool = False) -> Any:
        """Return the first or the second value of a field. The two values differ."""
        if spec.key in FIXED:
            return FIXED[spec.key][second]
        if spec.type in self._simple:
            return self._simple[spec.type][second]
        match spec.type:
            case FieldType.TEXT:
                return f"{'Andra' if second else 'Prov'} {spec.key or spec.title}"[: int(spec.most or 90)].ljust(
                    12, "."
                )
            case FieldType.CHOICE:
                return spec.options[second].value
            case FieldType.REFERENCE:
                return self._ids[spec.refers_to][second]
            case FieldType.BLOCK:
                return self.block(spec.fields)
            case FieldType.REGISTER:
                return {id_: {**self.block(spec.fields), "url": f"https://example.org/{id_}"} for id_ in SOURCES}
        return self._list(spec)

    def _list(self, spec: FieldSpec) -> list[Any]:
        assert spec.item is not None
        items = [self.value(spec.item) for _ in range(max(1, int(spec.least or 0)))]
        return [*items, *_organisation(spec.item)]

    def block(self, fields: tuple[FieldSpec, ...]) -> dict[str, Any]:
        """Return a block with a value in every field. In an actor, the municipality excludes the organisation."""
        keys = {field.key for field in fields}
        return {
            field.key: self.value(field)
            for field in fields
            if not (field.key == "organisation" and "municipality" in keys)
        }

    def case(self) -> dict[str, Any]:
        """Return the data of a case with a value in every field."""
        return self.block(field_specs())


def _organisation(spec: FieldSpec) -> list[dict[str, str]]:
    """Return an organisation to add to a list of actors, which otherwise only holds a municipality."""
    is_actor = any(field.key == "organisation" for field in spec.fields)
    return [{"organisation": "Provförbundet"}] if is_actor else []


def leaves(
    fields: tuple[FieldSpec, ...] = field_specs(), parent: KeyPath = ()
) -> Iterator[tuple[str, KeyPath, FieldSpec]]:
    """Yield the fields that contain a value rather than other fields.

    Args:
        fields: The fields to search, by default all fields of a case.
        parent: The path of the block that contains them.

    Yields:
        The dotted name of a field, the path of its first value, and its specification.
    """
    for field in fields:
        yield from _leaves_of(field, (*parent, field.key))


def _leaves_of(field: FieldSpec, path: KeyPath) -> Iterator[tuple[str, KeyPath, FieldSpec]]:
    match field.type:
        case FieldType.BLOCK:
            yield from leaves(field.fields, path)
        case FieldType.REGISTER:
            yield from leaves(field.fields, (*path, SOURCES[0]))
        case FieldType.LIST if field.item is not None and field.item.type is FieldType.BLOCK:
            yield from leaves(field.item.fields, (*path, 0))
        case FieldType.LIST if field.item is not None:
            yield _name(path), (*path, 0), replace(field.item, key=field.key)
        case _:
            yield _name(path), path, field


def _name(path: KeyPath) -> str:
    return ".".join(key for key in path if isinstance(key, str) and key not in SOURCES)


def changed(data: dict[str, Any], path: KeyPath, value: object) -> dict[str, Any]:
    """Return a copy of the data of a case with another value at a path."""
    result = copy.deepcopy(data)
    parent: Any = result
    for key in path[:-1]:
        parent = parent[key]
    if path[-1] == "organisation":
        del parent["municipality"]
    parent[path[-1]] = value
    return result


def with_case(dataset: Dataset, data: dict[str, Any]) -> Dataset:
    """Return a copy of a dataset with a case added."""
    case = Case.model_validate(data, strict=False)
    return replace(dataset, cases=(*dataset.cases, Document(f"{ID}.yml", ID, None, case, ())))


def with_two_of_each(dataset: Dataset) -> Dataset:
    """Return a copy of a dataset with a second record of each kind of topic, so that every reference can change."""
    catalogue = dict(dataset.catalogue)
    for kind in TOPIC_KINDS:
        document = catalogue[kind]
        assert document.content
        record = document.content[0].model_copy(update={"id": f"{kind}-kopia", "name": f"Kopia av {kind}"})
        catalogue[kind] = replace(document, content=(*document.content, record))
    return replace(dataset, catalogue=catalogue)
