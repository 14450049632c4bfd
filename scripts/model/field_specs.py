"""The models as field specifications: what a person who fills one in has to know of each field.

Made from the JSON Schema that the models give, so that the form on the site, the template for a new
case and the field reference never say anything else than the checker does.
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
"""The length from which a text is given more than one line to be written on."""


class FieldType(StrEnum):
    """How a field is filled in."""

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
        """Whether there are fields inside it."""
        return self in {FieldType.BLOCK, FieldType.LIST, FieldType.REGISTER}


@dataclass(frozen=True)
class Option:
    """One of the values that can be chosen, and the words for it."""

    value: str
    label: str


@dataclass(frozen=True)
class FieldSpec:
    """One field of a block.

    Attributes:
        key: Its name in the file; empty for what a list is a list of.
        title: Its name for people.
        explanation: What to write there; empty when the title says it all.
        type: How it is filled in.
        required: Whether it has to be there.
        example: What could stand there, as it is written; empty for what holds other fields.
        least: The fewest characters or items, or the lowest number.
        most: The most characters or items, or the highest number.
        options: What there is to choose from.
        initial: What holds when nothing is written.
        refers_to: The kind of record that a reference names, by the stem of its file.
        fields: The fields of a block, or of each block in a register.
        item: What a list is a list of.
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
        """The fields of the blocks inside it: its own, or those of its items."""
        return self.fields or (self.item.fields if self.item else ())


@cache
def field_specs(model: type[BaseModel] = Case) -> tuple[FieldSpec, ...]:
    """The fields of a model, in the order they are best written.

    Args:
        model: The model.

    Returns:
        Its fields, those of the blocks inside it included.
    """
    schema = model.model_json_schema()
    return tuple(_fields(schema, schema.get("$defs", {})))


def _fields(schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> Iterator[FieldSpec]:
    required = schema.get("required", ())
    for key, value in schema["properties"].items():
        yield _field(key, value, definitions, required=key in required)


def _field(key: str, schema: Mapping[str, Any], definitions: Mapping[str, Any], *, required: bool) -> FieldSpec:
    found = _resolved(schema, definitions)
    type_ = _field_type(found)
    examples = schema.get("examples") or ("",)
    item = None
    fields: tuple[FieldSpec, ...] = ()
    if type_ is FieldType.LIST:
        named = {**found["items"], "title": schema.get("title"), "examples": examples}
        item = _field("", named, definitions, required=True)
    elif type_ is FieldType.REGISTER:
        (block,) = found["patternProperties"].values()
        fields = tuple(_fields(_resolved(block, definitions), definitions))
    elif type_ is FieldType.BLOCK:
        fields = tuple(sorted(_fields(found, definitions), key=_rank))
    initial = schema.get("default")
    return FieldSpec(
        key=key,
        # A title that is also the name of its type is only said there.
        title=schema.get("title") or found.get("title", ""),
        # The description of a type is its docstring, which is for those who read the code.
        explanation=schema.get("description", ""),
        type=type_,
        required=required,
        example="" if type_.holds_others else str(examples[0]),
        least=_limit(found, "minLength", "minItems", "minimum"),
        most=_limit(found, "maxLength", "maxItems", "maxProperties", "maximum"),
        options=tuple(map(Option, found.get("enum", ()), found.get("enumDescriptions", ()))),
        initial=initial if isinstance(initial, str) else "",
        refers_to=found.get("x-refers-to", ""),
        fields=fields,
        item=item,
    )


def _resolved(schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> Mapping[str, Any]:
    """What a schema says of its value, whether directly, by reference, or as one that may be left out."""
    if "anyOf" in schema:
        (schema,) = (choice for choice in schema["anyOf"] if choice.get("type") != "null")
    if "$ref" in schema:
        found: Mapping[str, Any] = definitions[schema["$ref"].rpartition("/")[2]]
        return found
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
    """What a block is about comes first, then what is said of it and by whom, then what belongs to it."""
    if field.key in {"text", "sources"}:
        return 1
    return 2 if field.type.holds_others else 0
