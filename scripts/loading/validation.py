"""Validate trees with pydantic, and report its errors in Swedish at their places in the file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from types import NoneType
from typing import Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from scripts.diagnostics import Code, Problem
from scripts.loading.yaml_tree import (
    Node,
    Path,
    Place,
    Scalar,
    Sequence,
    as_written,
    key_place,
    nearest_place,
    plain_data,
    value_at,
)
from scripts.model.case import Case
from scripts.model.enums import Choice
from scripts.model.messages import Explanation, explain
from scripts.model.types import SLUG
from scripts.text.suggestions import did_you_mean

_CODES = frozenset(Code)
_TYPE_VARIANTS = {
    "string": "text",
    "int": "integer",
    "float": "number",
    "bool": "boolean",
    "tuple": "list",
    "dict": "block",
    "mapping": "block",
    "model": "block",
}
"""The variant of the message for a wrong type, by the first word of pydantic's name for the error."""

M = TypeVar("M", bound=BaseModel)


def validate(model: type[M], node: Node, file: str) -> tuple[M | None, tuple[Problem, ...]]:
    """Create a model from a tree.

    Args:
        model: The model.
        node: The tree of a file, or a part of it.
        file: The path to show in problems.

    Returns:
        The model, or None when there are problems, and the problems.
    """
    try:
        return model.model_validate(plain_data(node)), ()
    except ValidationError as error:
        return None, tuple(_problem(model, node, file, details) for details in _independent(error.errors()))


def _independent(errors: Iterable[ErrorDetails]) -> Iterator[ErrorDetails]:
    """Drop errors about short lists whose items have errors of their own."""
    errors = tuple(errors)
    around = {details["loc"][:depth] for details in errors for depth in range(len(details["loc"]))}
    return (details for details in errors if details["type"] != "too_short" or details["loc"] not in around)


@dataclass(frozen=True)
class _Finding:
    """An error from pydantic, with its context."""

    model: type[BaseModel]
    root: Node
    path: Path
    kind: str
    message: str
    context: dict[str, Any]

    @property
    def node(self) -> Node | None:
        """The node at the place of the error."""
        return value_at(self.root, self.path)

    @property
    def written(self) -> str:
        """The text of a scalar as written; otherwise empty."""
        return as_written(self.node)

    @property
    def field(self) -> str:
        """The nearest key, quoted for messages."""
        return f'"{next((step for step in reversed(self.path) if isinstance(step, str)), "filen")}"'


def _problem(model: type[BaseModel], root: Node, file: str, details: ErrorDetails) -> Problem:
    finding = _Finding(model, root, tuple(details["loc"]), details["type"], details["msg"], details.get("ctx", {}))
    place = _place(finding)
    return Problem(file, place.line, place.column, *_explain(finding))


def _place(finding: _Finding) -> Place:
    """Return the place of the mistake: usually the value, for a key the key."""
    root, path = finding.root, finding.path
    if path[-1:] == ("[key]",):
        return key_place(root, path[:-1])
    if finding.kind == "missing":
        return nearest_place(root, path[:-1])
    if finding.kind == "extra_forbidden":
        return key_place(root, path)
    return nearest_place(root, (*path, finding.context["field"]) if "field" in finding.context else path)


def _explain(finding: _Finding) -> Explanation:
    if finding.path[-1:] == ("[key]",):
        return explain(Code.ID_FORM, id=str(finding.path[-2]))
    if finding.kind in _CODES:
        return explain(Code(finding.kind), **finding.context)
    return _EXPLANATIONS.get(finding.kind, _wrong_type)(finding)


def _missing(finding: _Finding) -> Explanation:
    key = str(finding.path[-1])
    owner = _model_at(finding.model, finding.path[:-1])
    title = owner.model_fields[key].title if owner else None
    if not title:
        return explain(Code.MISSING_KEY, key=key)
    title = f"{title[0].lower()}{title[1:]}"
    if choices := _choices_at(finding.model, finding.path):
        values = ", ".join(f"{choice} ({choice.label})" if isinstance(choice, Choice) else choice for choice in choices)
        return explain(Code.MISSING_KEY, "choice", key=key, title=title, choices=values)
    return explain(Code.MISSING_KEY, "titled", key=key, title=title)


def _unknown_key(finding: _Finding) -> Explanation:
    key = str(finding.path[-1])
    owner = _model_at(finding.model, finding.path[:-1])
    known = tuple(owner.model_fields) if owner else ()
    return explain(Code.UNKNOWN_KEY, suggestion=did_you_mean(key, known), key=key, known=", ".join(known))


def _unknown_choice(finding: _Finding) -> Explanation:
    choices = _choices_at(finding.model, finding.path)
    return explain(
        Code.UNKNOWN_CHOICE,
        suggestion=did_you_mean(finding.written, choices),
        value=finding.written,
        field=finding.field,
        choices=", ".join(choices),
    )


def _wrong_pattern(finding: _Finding) -> Explanation:
    if finding.context["pattern"] == SLUG:
        return explain(Code.ID_FORM, id=finding.written)
    return explain(Code.UNKNOWN_MUNICIPALITY, "form", code=finding.written)


def _too_long(finding: _Finding) -> Explanation:
    return explain(Code.TOO_LONG, "id", field=finding.field, limit=finding.context["max_length"])


def _short_list(finding: _Finding) -> Explanation:
    variant = "few" if isinstance(finding.node, Sequence) and finding.node.items else ""
    return explain(Code.LIST_LENGTH, variant, field=finding.field, limit=finding.context["min_length"])


def _long_list(finding: _Finding) -> Explanation:
    return explain(Code.LIST_LENGTH, "many", field=finding.field, limit=finding.context["max_length"])


def _too_small(finding: _Finding) -> Explanation:
    return explain(Code.NUMBER_RANGE, field=finding.field, limit=finding.context["ge"])


def _too_large(finding: _Finding) -> Explanation:
    return explain(Code.NUMBER_RANGE, "most", field=finding.field, limit=finding.context["le"])


def _wrong_type(finding: _Finding) -> Explanation:
    """Explain a value of the wrong type."""
    wanted, node, field = finding.kind.split("_")[0], finding.node, finding.field
    if wanted == "string" and isinstance(node, Scalar):
        if node.data is None:
            return explain(Code.EMPTY_TEXT, "key", field=field)
        return explain(Code.BOOLEAN_FOR_TEXT if isinstance(node.data, bool) else Code.NUMBER_FOR_TEXT, value=node.raw)
    whole = "case" if finding.model is Case else "record"
    variant = _TYPE_VARIANTS.get(wanted, "") if finding.path else whole
    return explain(Code.WRONG_TYPE, variant, field=field, first=next(iter(finding.model.model_fields)))


_EXPLANATIONS: dict[str, Callable[[_Finding], Explanation]] = {
    "missing": _missing,
    "extra_forbidden": _unknown_key,
    "enum": _unknown_choice,
    "string_pattern_mismatch": _wrong_pattern,
    "string_too_long": _too_long,
    "too_short": _short_list,
    "too_long": _long_list,
    "greater_than_equal": _too_small,
    "less_than_equal": _too_large,
}


def _model_at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """Return the nested model that a path leads to."""
    models = _models(_annotation_at(model, path))
    return next(models, None)


def _choices_at(model: type[BaseModel], path: Path) -> tuple[StrEnum, ...]:
    annotation = _annotation_at(model, path)
    for kind in (annotation, *get_args(annotation)):
        if isinstance(kind, type) and issubclass(kind, StrEnum):
            return tuple(kind)
    return ()


def _annotation_at(model: type[BaseModel], path: Path) -> Any:
    annotation: Any = model
    for step in path:
        owner = next(_models(annotation), None)
        if isinstance(step, str) and owner is not None and step in owner.model_fields:
            annotation = owner.model_fields[step].annotation
        else:
            arguments = [kind for kind in get_args(annotation) if kind not in (NoneType, Ellipsis)]
            annotation = arguments[-1] if arguments else None
    return annotation


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    """Yield the models in an annotation: a model, or an optional model."""
    if isinstance(annotation, type) and get_origin(annotation) is None and issubclass(annotation, BaseModel):
        yield annotation
    elif get_origin(annotation) not in (tuple, None):
        for argument in get_args(annotation):
            yield from _models(argument)
