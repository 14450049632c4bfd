"""A case with a value in every field, and the same case with one field changed.

Made from the field specifications, so a field that is added to a model is there from the start.
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

SOURCES = ("provstad-1", "provstad-2", "provstad-3")

Spot = tuple[str | int, ...]
"""The way to one value in the data of a case."""

DEPENDENT = {"start": ("2016-02", "2016-03"), "end": ("2019-04", "2019-05")}
"""The first and the second value of fields that depend on each other."""


class Generator:
    """Makes values for fields, the first or the second that each may have."""

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
        """Return a value that a field may have; the second is never equal to the first."""
        if spec.key in DEPENDENT:
            return DEPENDENT[spec.key][second]
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
        """Return a block with a value in every field. An actor is a municipality."""
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
    """An organisation besides the municipality, in a list of actors."""
    is_actor = any(field.key == "organisation" for field in spec.fields)
    return [{"organisation": "Provförbundet"}] if is_actor else []


def leaves(fields: tuple[FieldSpec, ...] = field_specs(), way: Spot = ()) -> Iterator[tuple[str, Spot, FieldSpec]]:
    """Yield every field that holds a value of its own: its name, where its first value stands, and what it is."""
    for field in fields:
        yield from _leaves_of(field, (*way, field.key))


def _leaves_of(field: FieldSpec, spot: Spot) -> Iterator[tuple[str, Spot, FieldSpec]]:
    match field.type:
        case FieldType.BLOCK:
            yield from leaves(field.fields, spot)
        case FieldType.REGISTER:
            yield from leaves(field.fields, (*spot, SOURCES[0]))
        case FieldType.LIST if field.item is not None and field.item.type is FieldType.BLOCK:
            yield from leaves(field.item.fields, (*spot, 0))
        case FieldType.LIST if field.item is not None:
            yield _name(spot), (*spot, 0), replace(field.item, key=field.key)
        case _:
            yield _name(spot), spot, field


def _name(spot: Spot) -> str:
    return ".".join(step for step in spot if isinstance(step, str) and step not in SOURCES)


def changed(data: dict[str, Any], spot: Spot, value: object) -> dict[str, Any]:
    """Return the data of a case with another value in one place."""
    result = copy.deepcopy(data)
    place: Any = result
    for step in spot[:-1]:
        place = place[step]
    if spot[-1] == "organisation":
        del place["municipality"]
    place[spot[-1]] = value
    return result


def with_case(dataset: Dataset, data: dict[str, Any]) -> Dataset:
    """Return a dataset with a case added."""
    case = Case.model_validate(data, strict=False)
    return replace(dataset, cases=(*dataset.cases, Document(f"{ID}.yml", ID, None, case, ())))


def with_two_of_each(dataset: Dataset) -> Dataset:
    """Return a dataset with a copy of the first record of every kind of topic, so that there is one to change to."""
    catalogue = dict(dataset.catalogue)
    for kind in TOPIC_KINDS:
        document = catalogue[kind]
        assert document.content
        record = document.content[0].model_copy(update={"id": f"{kind}-kopia", "name": f"Kopia av {kind}"})
        catalogue[kind] = replace(document, content=(*document.content, record))
    return replace(dataset, catalogue=catalogue)
