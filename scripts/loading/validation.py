"""Tree to model: what pydantic finds, said in Swedish at the place in the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
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
from scripts.model.messages import WORDING
from scripts.model.types import SLUG
from scripts.text.suggestions import did_you_mean

_CODES = frozenset(Code)
_ID_HINT = "Ett id är a–z, 0–9 och bindestreck, utan å, ä och ö"
_KINDS = {
    "string": "text",
    "int": "ett heltal",
    "float": "ett tal",
    "bool": "true eller false",
    "tuple": "en lista",
    "dict": "ett block med nycklar",
    "mapping": "ett block med nycklar",
    "model": "ett block med nycklar",
}
_LIST_HINT = 'Varje post i en lista börjar med "- ", eller skriv [a, b]'
_TYPE_HINTS = {
    "tuple": _LIST_HINT,
    "int": "Skriv talet med bara siffror, utan mellanslag: 4000000",
    "float": "Skriv talet med bara siffror, och punkt före decimaler",
    "bool": "Skriv true eller false",
}

M = TypeVar("M", bound=BaseModel)


def validate(model: type[M], node: Node, file: str) -> tuple[M | None, tuple[Problem, ...]]:
    """Make a model out of a tree.

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
        return None, tuple(
            _problem(model, node, file, details) for details in error.errors() if not _only_follows(node, details)
        )


def _only_follows(root: Node, details: ErrorDetails) -> bool:
    """Whether a list is only called too short because the items in it have mistakes of their own."""
    found = value_at(root, tuple(details["loc"]))
    return details["type"] == "too_short" and isinstance(found, Sequence) and bool(found.items)


@dataclass(frozen=True)
class _Finding:
    """One of pydantic's errors, with what is needed to explain it."""

    model: type[BaseModel]
    root: Node
    path: Path
    kind: str
    message: str
    context: dict[str, Any]

    @property
    def node(self) -> Node | None:
        """What stands at the place of the error."""
        return value_at(self.root, self.path)

    @property
    def written(self) -> str:
        """The text of it, when it is a single value."""
        return as_written(self.node)

    @property
    def field(self) -> str:
        """The nearest key, as it is named in messages."""
        return f'"{next((step for step in reversed(self.path) if isinstance(step, str)), "filen")}"'


_Explained = tuple[Code, str, str]
"""Code, message and hint."""


def _problem(model: type[BaseModel], root: Node, file: str, details: ErrorDetails) -> Problem:
    finding = _Finding(model, root, tuple(details["loc"]), details["type"], details["msg"], details.get("ctx", {}))
    code, message, hint = _explain(finding)
    place = _place(finding)
    return Problem(file, place.line, place.column, code, message, hint)


def _place(finding: _Finding) -> Place:
    """Where the mistake is: usually at the value, for a key at the key."""
    root, path = finding.root, finding.path
    if path[-1:] == ("[key]",):
        return key_place(root, path[:-1])
    if finding.kind == "missing":
        return nearest_place(root, path[:-1])
    if finding.kind == "extra_forbidden":
        return key_place(root, path)
    return nearest_place(root, (*path, finding.context["field"]) if "field" in finding.context else path)


def _explain(finding: _Finding) -> _Explained:
    if finding.path[-1:] == ("[key]",):
        return Code.ID_FORM, f'"{finding.path[-2]}" är inget id', _ID_HINT
    if finding.kind in _CODES:
        code = Code(finding.kind)
        return code, finding.message, WORDING[code].hint.format(**finding.context)
    return _EXPLANATIONS.get(finding.kind, _wrong_type)(finding)


def _missing(finding: _Finding) -> _Explained:
    key = str(finding.path[-1])
    owner = _model_at(finding.model, finding.path[:-1])
    title = owner.model_fields[key].title if owner else None
    hint = f'Lägg till "{key}: …"' + (f" ({title[0].lower()}{title[1:]})" if title else "")
    return Code.MISSING_KEY, f'nyckeln "{key}" saknas', hint


def _unknown_key(finding: _Finding) -> _Explained:
    key = str(finding.path[-1])
    owner = _model_at(finding.model, finding.path[:-1])
    known = tuple(owner.model_fields) if owner else ()
    hint = did_you_mean(key, known) or f"Här kan stå: {', '.join(known)}"
    return Code.UNKNOWN_KEY, f'nyckeln "{key}" finns inte', hint


def _unknown_choice(finding: _Finding) -> _Explained:
    choices = _choices_at(finding.model, finding.path)
    hint = did_you_mean(finding.written, choices) or f"Välj ett av: {', '.join(choices)}"
    return Code.UNKNOWN_CHOICE, f'"{finding.written}" går inte att välja för {finding.field}', hint


def _wrong_pattern(finding: _Finding) -> _Explained:
    if finding.context["pattern"] == SLUG:
        return Code.ID_FORM, f'"{finding.written}" är inget id', _ID_HINT
    return (
        Code.UNKNOWN_MUNICIPALITY,
        f'"{finding.written}" är ingen kommunkod',
        'En kommunkod är fyra siffror inom citattecken: "0180"',
    )


def _too_long(finding: _Finding) -> _Explained:
    return Code.TOO_LONG, f"{finding.field} är för långt, högst {finding.context['max_length']} tecken", "Korta det"


def _empty_list(finding: _Finding) -> _Explained:
    return Code.LIST_LENGTH, f"listan {finding.field} är tom", "Skriv minst en post"


def _long_list(finding: _Finding) -> _Explained:
    limit = finding.context["max_length"]
    return Code.LIST_LENGTH, f"listan {finding.field} har fler än {limit} poster", "Ta bort eller slå ihop"


def _out_of_range(finding: _Finding) -> _Explained:
    limit = f"minst {finding.context['ge']}" if "ge" in finding.context else f"högst {finding.context['le']}"
    return Code.NUMBER_RANGE, f"{finding.field} ska vara {limit}", "Kontrollera talet"


def _wrong_type(finding: _Finding) -> _Explained:
    """A value of another kind than the field takes."""
    wanted, node, field = finding.kind.split("_")[0], finding.node, finding.field
    if wanted == "string" and isinstance(node, Scalar):
        quoted = f'Sätt citattecken om det: "{node.raw}"'
        if node.data is None:
            return Code.EMPTY_TEXT, f"{field} är tomt", WORDING[Code.EMPTY_TEXT].hint
        if isinstance(node.data, bool):
            return Code.BOOLEAN_FOR_TEXT, f"{node.raw} utan citattecken är sant eller falskt, inte text", quoted
        return Code.NUMBER_FOR_TEXT, f"{node.raw} utan citattecken är ett tal, inte text", quoted
    hint = _TYPE_HINTS.get(wanted, "Jämför med en annan fil av samma slag")
    return Code.WRONG_TYPE, f"{field} ska vara {_KINDS.get(wanted, 'något annat')}", hint


_EXPLANATIONS: dict[str, Callable[[_Finding], _Explained]] = {
    "missing": _missing,
    "extra_forbidden": _unknown_key,
    "enum": _unknown_choice,
    "string_pattern_mismatch": _wrong_pattern,
    "string_too_long": _too_long,
    "too_short": _empty_list,
    "too_long": _long_list,
    "greater_than_equal": _out_of_range,
    "less_than_equal": _out_of_range,
}


def _model_at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """The model that a path leads to in the fields of another."""
    models = _models(_annotation_at(model, path))
    return next(models, None)


def _choices_at(model: type[BaseModel], path: Path) -> tuple[str, ...]:
    annotation = _annotation_at(model, path)
    for kind in (annotation, *get_args(annotation)):
        if isinstance(kind, type) and issubclass(kind, Enum):
            return tuple(member.value for member in kind)
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
    """The models in an annotation that is a model, or an optional one."""
    if isinstance(annotation, type) and get_origin(annotation) is None and issubclass(annotation, BaseModel):
        yield annotation
    elif get_origin(annotation) not in (tuple, None):
        for argument in get_args(annotation):
            yield from _models(argument)
