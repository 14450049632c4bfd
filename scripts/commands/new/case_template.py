"""A new case file with comments: known values filled in, and an example for every other field.

Made from the field specifications of the models, so that it never asks for anything the loader refuses.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from textwrap import wrap
from typing import Any

from scripts.model.field_specs import FieldSpec, FieldType, field_specs

HEAD = """\
# yaml-language-server: $schema=schema/case.json
# Rader som börjar med # är förklaringar. Ta bort # framför det du fyller i.
"""

WIDTH = 110
"""The length in characters that comments are wrapped at."""

_PLAIN = re.compile(r"[^\W\d_][\w ,.()–/%-]*")
_TAKEN = re.compile(r"y|yes|n|no|on|off|true|false|null", re.IGNORECASE)
_BARE = {
    FieldType.DATE,
    FieldType.CHOICE,
    FieldType.REFERENCE,
    FieldType.WHOLE_NUMBER,
    FieldType.NUMBER,
    FieldType.TRUTH,
}

Values = Mapping[str, Any]


def template(values: Values) -> str:
    """Return the text of a case file.

    Args:
        values: The known values by key, in the shape of the file.

    Returns:
        The text of the file. It has every field of a case with an explanation, and fields without a value as comments.
    """
    parts = ("\n".join(_explained(field, values.get(field.key))) for field in field_specs())
    return HEAD + "\n" + "\n\n".join(parts) + "\n"


def _explained(field: FieldSpec, value: Any) -> Iterator[str]:
    needed = " (krävs)" if field.required else ""
    yield from _comment(f"{field.title}{needed}{f'. {field.explanation}' if field.explanation else ''}")
    if field.options:
        yield from _comment(f"Välj ett av: {_options(field)}")
    for choice in field.blocks:
        if choice.options and choice.required:
            yield from _comment(f"{choice.title} ({choice.key}). Välj ett av: {_options(choice)}. {choice.explanation}")
    if field.key == "basis" and value:
        yield from _entry(field, value, "")
    elif value is None:
        yield from (f"# {line}" for line in _entry(field, _example(field), ""))
    else:
        yield from _entry(field, value, "")


def _comment(text: str) -> list[str]:
    return wrap(text, WIDTH, initial_indent="# ", subsequent_indent="#   ", break_long_words=False)


def _options(field: FieldSpec) -> str:
    return ", ".join(f"{option.value} ({option.label})" for option in field.options)


def _entry(field: FieldSpec, value: Any, indent: str) -> Iterator[str]:
    """Yield the lines of a key and its value."""
    name = f"{indent}{field.key}:"
    match field.type:
        case FieldType.BLOCK:
            yield name
            yield from _block(field.fields, value, f"{indent}  ")
        case FieldType.REGISTER:
            yield name
            for key, block in value.items():
                yield f"{indent}  {key}:"
                yield from _block(field.fields, block, f"{indent}    ")
        case FieldType.LIST if field.item is not None and field.item.type is FieldType.REFERENCE:
            yield f"{name} [{', '.join(value)}]"
        case FieldType.LIST:
            yield name
            for item in value:
                first, *rest = _item(field, item)
                yield f"{indent}  - {first}"
                yield from (f"{indent}    {line}" for line in rest)
        case _:
            yield f"{name} {_scalar(field, value)}"


def _item(field: FieldSpec, item: Any) -> Iterator[str]:
    if field.blocks:
        yield from _block(field.blocks, item, "")
    elif field.item is not None:
        yield _scalar(field.item, item)


def _block(fields: tuple[FieldSpec, ...], values: Values, indent: str) -> Iterator[str]:
    for field in fields:
        if field.key in values:
            yield from _entry(field, values[field.key], indent)


def _scalar(field: FieldSpec, value: Any) -> str:
    if field.type in _BARE:
        return str(value)
    text = str(value)
    plain = _PLAIN.fullmatch(text) and not _TAKEN.fullmatch(text) and text == text.strip()
    return text if plain and field.type is FieldType.TEXT else json.dumps(text, ensure_ascii=False)


def _example(field: FieldSpec) -> Any:
    """Return an example value with the required fields only."""
    match field.type:
        case FieldType.BLOCK:
            return _example_block(field.fields)
        case FieldType.REGISTER:
            return {"exempelstad-slutrapport": _example_block(field.fields)}
        case FieldType.LIST if field.blocks:
            return [_example_block(field.blocks)] * max(1, int(field.least or 0))
        case FieldType.LIST if field.item is not None:
            return [field.item.example]
        case FieldType.CHOICE:
            return field.options[0].value
        case _:
            return field.example


def _example_block(fields: tuple[FieldSpec, ...]) -> dict[str, Any]:
    needed = [field for field in fields if field.required] or fields[:1]
    return {field.key: _example(field) for field in needed}
