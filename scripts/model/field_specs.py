"""Field specifications of the models, for everyone who fills one in.

Made from the JSON Schema of the models, so that the form on the site, the template for a new case and the field
reference never say anything else than the checker does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from pydantic import BaseModel

from scripts.model.case import Case

SEVERAL_LINES = 200
"""The length in characters above which a text gets several lines to be written on."""


class FieldType(StrEnum):
    """The type of a field, by the control that fills it in."""

    TEXT = "text"
    CHOICE = "choice"
    WHOLE_NUMBER = "integer"
    NUMBER = "number"
    TRUTH = "boolean"
    DATE = "date"
    ADDRESS = "address"
    MUNICIPALITY = "municipality"
    REFERENCE = "reference"
    BLOCK = "block"
    LIST = "list"
    REGISTER = "register"

    @property
    def holds_others(self) -> bool:
        """Whether it contains other fields."""
        return self in {FieldType.BLOCK, FieldType.LIST, FieldType.REGISTER}


@dataclass(frozen=True)
class Option:
    """A value that can be chosen, and its label."""

    value: str
    label: str


@dataclass(frozen=True)
class FieldSpec:
    """The specification of a field.

    Attributes:
        key: Its name in the file; empty for the items of a list.
        title: Its label.
        explanation: What to write there; empty when the title says it all.
        type: Its type.
        required: Whether it is required.
        example: An example value as written; empty for fields that contain others.
        least: The fewest characters or items, or the lowest number.
        most: The most characters or items, or the highest number.
        options: The values to choose from.
        initial: The default value.
        refers_to: The kind of record that it refers to, by the stem of its file.
        fields: The fields of a block, or of each block in a register.
        item: The specification of the items of a list.
    """

    key: str
    title: str
    explanation: str
    type: FieldType
    required: bool
    example: str = ""
    least: float | None = None
    most: float | None = None
    options: tuple[Option, ...] = ()
    initial: str = ""
    refers_to: str = ""
    fields: tuple[FieldSpec, ...] = ()
    item: FieldSpec | None = None

    @property
    def is_long(self) -> bool:
        """Whether a text may need several lines."""
        return self.type is FieldType.TEXT and (self.most or 0) > SEVERAL_LINES

    @property
    def blocks(self) -> tuple[FieldSpec, ...]:
        """The fields of a block, or of the items of a list."""
        return self.fields or (self.item.fields if self.item else ())


@cache
def field_specs(model: type[BaseModel] = Case) -> tuple[FieldSpec, ...]:
    """Return the field specifications of a model, in the order they are best written.

    Args:
        model: The model.

    Returns:
        The fields, with those of nested blocks.
    """
    schema = model.model_json_schema()
    return tuple(_fields(schema, schema.get("$defs", {})))


def _fields(schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> Iterator[FieldSpec]:
    required = schema.get("required", ())
    for key, value in schema["properties"].items():
        yield _field(key, value, definitions, required=key in required)


def _field(key: str, schema: Mapping[str, Any], definitions: Mapping[str, Any], *, required: bool) -> FieldSpec:
    resolved = _resolved(schema, definitions)
    type_ = _field_type(resolved)
    examples = schema.get("examples") or ("",)
    item = None
    fields: tuple[FieldSpec, ...] = ()
    if type_ is FieldType.LIST:
        named = {**resolved["items"], "title": schema.get("title"), "examples": examples}
        item = _field("", named, definitions, required=True)
    elif type_ is FieldType.REGISTER:
        (block,) = resolved["patternProperties"].values()
        fields = tuple(_fields(_resolved(block, definitions), definitions))
    elif type_ is FieldType.BLOCK:
        fields = tuple(sorted(_fields(resolved, definitions), key=_rank))
    initial = schema.get("default")
    return FieldSpec(
        key=key,
        # A field without a title of its own has that of its type.
        title=schema.get("title") or resolved.get("title", ""),
        # The description of a type is its docstring, which is written for developers.
        explanation=schema.get("description", ""),
        type=type_,
        required=required,
        example="" if type_.holds_others else str(examples[0]),
        least=_limit(resolved, "minLength", "minItems", "minimum"),
        most=_limit(resolved, "maxLength", "maxItems", "maxProperties", "maximum"),
        options=tuple(map(Option, resolved.get("enum", ()), resolved.get("enumDescriptions", ()))),
        initial=initial if isinstance(initial, str) else "",
        refers_to=resolved.get("x-refers-to", ""),
        fields=fields,
        item=item,
    )


def _resolved(schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> Mapping[str, Any]:
    """Follow references, and look past `null` in optional fields."""
    if "anyOf" in schema:
        (schema,) = (choice for choice in schema["anyOf"] if choice.get("type") != "null")
    if "$ref" in schema:
        resolved: Mapping[str, Any] = definitions[schema["$ref"].rpartition("/")[2]]
        return resolved
    return schema


def _field_type(schema: Mapping[str, Any]) -> FieldType:
    if "enum" in schema:
        return FieldType.CHOICE
    if "x-refers-to" in schema:
        return FieldType.REFERENCE
    match schema["type"], schema.get("format"):
        case "string", "partial-date":
            return FieldType.DATE
        case "string", "uri":
            return FieldType.ADDRESS
        case "string", "municipality-code":
            return FieldType.MUNICIPALITY
        case "string", _:
            return FieldType.TEXT
        case "array", _:
            return FieldType.LIST
        case "object", _:
            return FieldType.REGISTER if "patternProperties" in schema else FieldType.BLOCK
        case other, _:
            return FieldType(other)


def _limit(schema: Mapping[str, Any], *names: str) -> float | None:
    return next((schema[name] for name in names if name in schema), None)


def _rank(field: FieldSpec) -> int:
    """Sort the record that a statement is about first, then simple fields, text and sources, and nested fields."""
    if field.type is FieldType.REFERENCE:
        return 0
    if field.key in {"text", "sources"}:
        return 2
    return 3 if field.type.holds_others else 1
