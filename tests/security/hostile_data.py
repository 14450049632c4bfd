"""Data with any string in any of its fields.

The fields are found in the schemas, and so in the models. What the small data leaves out is added, so
that every field has a place to stand in.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from scripts.model.json_schema import schemas
from scripts.model.types import SLUG
from tests.conftest import SMALL

Pattern = tuple[str, ...]
"""File, and the way from its root to a field; `*` for every item of a list or value of a mapping."""

Spot = tuple[str | int, ...]
"""File, and the way to one value."""

CASE = "alfa"
OTHER_CASE = "overby"

_NOTE = {"sources": ["a-slut"], "note": "Ett förbehåll som visas."}
_FIGURES = [{"value": 172, "unit": "uppslag", "precision": "about"}, {"value": 12, "unit": "införda"}]
_CLAIM = {"text": "Det som står i en annan källa.", "sources": ["forskning"]}

_MUNICIPALITY = {"municipality": "2281", "unit": "Kansliet"}

RETIRED = {
    "success_factors": "egen-bemanning", "lessons": "det-tar-tid", "tags": "samverkan", "areas": "ledning",
    "phases": "besluta", "glossary": "idecoach-ord",
}  # fmt: skip
"""The kinds that get a retired record, so that there is a field to say what replaced it, and what that is."""

ADDED: dict[Spot, object] = {
    (CASE, "flow"): {"stages": _FIGURES, "text": "Så gick det med uppslagen.", "sources": ["a-slut"]},
    (CASE, "coordinator"): {"organisation": "Alfa förbund", "unit": "Kansliet"},
    (CASE, "participants", 0): {"municipality": "2280", "unit": "Skolan"},
    (OTHER_CASE, "coordinator"): _MUNICIPALITY,
    (CASE, "success_factors", 0, "stance"): "supports",
    (CASE, "results", 0, "figure", "precision"): "exact",
    ("methods", 0, "studies"): [_CLAIM],
    ("methods", 0, "elsewhere"): [{**_CLAIM, "place": "Norrstad"}],
    ("methods", 0, "questions"): ["Vem tar emot en idé?"],
    ("success_factors", 0, "elsewhere"): [{**_CLAIM, "place": "Söderstad"}],
    ("success_factors", 0, "studies"): [_CLAIM],
    ("success_factors", 0, "questions"): ["Vem är anställd?"],
    ("success_factors", 0, "aliases"): ["Anställda"],
    ("success_factors", 0, "tags"): ["samverkan"],
    ("success_factors", 0, "related"): ["idecoach"],
    ("lessons", 0, "elsewhere"): [{**_CLAIM, "place": "Västerstad"}],
    ("lessons", 0, "questions"): ["Hur lång tid har ni?"],
    ("lessons", 0, "aliases"): ["Tid"],
    ("lessons", 0, "tags"): ["samverkan"],
    ("lessons", 0, "related"): ["idecoach"],
    ("areas", 0, "aliases"): ["Styrning"],
    ("phases", 0, "aliases"): ["Välja"],
    ("glossary", 0, "aliases"): ["Coach för idéer"],
    ("glossary", 0, "words"): ["idécoach"],
    ("prestudies", 0, "note"): "Ett förbehåll om förstudien.",
    ("prestudies", 0, "coordinator"): {"organisation": "Alfa förbund", "unit": "Kansliet"},
    ("prestudies", 0, "participants"): [{"municipality": "2280", "unit": "Skolan"}, {"organisation": "Exempel AB"}],
    ("programme", 0, "claims", 0, "figure"): {"value": 12, "unit": "slussar", "precision": "exact"},
    ("questions", 0, "aliases"): ["Vad blev priset?"],
    ("questions", 0, "answer", 1, "sources"): ["forskning"],
    ("sources", 0, "language"): "sv",
    ("sources", 0, "version"): "Första",
}
for _fact in ("summary", "official_title", "title_en", "diary_number", "status", "form", "period", "funding_sek"):
    ADDED[CASE, "basis", _fact] = _NOTE
for _fact in ("employees", "coordinator", "participants", "staffing", "way_in"):
    ADDED[CASE, "basis", _fact] = _NOTE


def whole() -> dict[str, Any]:
    """The data of every file by stem, with something in every field. It may be changed at will."""
    return dict(json.loads(_whole()))


@cache
def _whole() -> str:
    """As JSON, so that nothing stands in two places at once: YAML would write that as an anchor."""
    data = {
        path.stem: yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader) for path in sorted(SMALL.rglob("*.yml"))
    }
    for spot, value in ADDED.items():
        put(data, [spot], value)
    data["redirects"] = [{"old": "slussar/forr", "new": "slussar/alfa"}]
    data["prestudies"].append({**data["prestudies"][0], "id": "annan", "name": "Annan", "coordinator": _MUNICIPALITY})
    for kind, heir in RETIRED.items():
        retired = {"id": f"ersatt-{kind.partition('_')[0]}", "name": f"Ersatt {kind}", "replaced_by": heir}
        data[kind].append({**data[kind][0], **retired})
    return json.dumps(data)


def fields() -> dict[Pattern, Mapping[str, Any]]:
    """Every field that holds text of any kind, ids, dates and choices included, with its schema."""
    found: dict[Pattern, Mapping[str, Any]] = {}
    for kind, schema in schemas().items():
        file = CASE if kind == "case" else kind
        found.update({(file, *way): leaf for way, leaf in _leaves(schema, schema.get("$defs", {}))})
    return found


def _leaves(schema: Mapping[str, Any], defs: Mapping[str, Any]) -> Iterator[tuple[Pattern, Mapping[str, Any]]]:
    if "$ref" in schema:
        yield from _leaves(defs[schema["$ref"].rpartition("/")[2]], defs)
    for choice in schema.get("anyOf", ()):
        yield from _leaves(choice, defs)
    for key, inner in schema.get("properties", {}).items():
        yield from (((key, *way), leaf) for way, leaf in _leaves(inner, defs))
    for inner in (*schema.get("patternProperties", {}).values(), schema.get("items"), *schema.get("prefixItems", ())):
        if inner:
            yield from ((("*", *way), leaf) for way, leaf in _leaves(inner, defs))
    if schema.get("type") == "string":
        yield (), schema


def is_free(leaf: Mapping[str, Any]) -> bool:
    """Whether a field takes any plain text."""
    return "minLength" in leaf


def is_name(leaf: Mapping[str, Any]) -> bool:
    """Whether a field takes an id, of its own or of something else."""
    return leaf.get("pattern") == SLUG


def spots(data: Mapping[str, Any], pattern: Pattern) -> list[Spot]:
    """Every value in the data that a pattern leads to. What is said of one case goes for the other."""
    files = (CASE, OTHER_CASE) if pattern[0] == CASE else pattern[:1]
    found: list[tuple[Spot, Any]] = [((file,), data[file]) for file in files]
    for step in pattern[1:]:
        found = [((*spot, key), child) for spot, parent in found for key, child in _children(parent, step)]
    return [spot for spot, _ in found]


def _children(value: Any, step: str) -> list[tuple[str | int, Any]]:
    if step == "*":
        return list(value.items() if isinstance(value, dict) else enumerate(value))
    return [(step, value[step])] if isinstance(value, dict) and step in value else []


def at(data: Any, spot: Spot) -> Any:
    """The value in a place."""
    for step in spot:
        data = data[step]
    return data


def put(data: Any, where: Iterable[Spot], value: Any) -> None:
    """Put a value in places."""
    for spot in where:
        at(data, spot[:-1])[spot[-1]] = value


def written(data: Mapping[str, Any], folder: Path) -> dict[str, str]:
    """Write the data as files, in a folder made as a copy of the small one. Returns their texts by stem."""
    texts = {stem: dumped(content) for stem, content in data.items()}
    for stem, text in texts.items():
        path = folder / f"{stem}.yml" if stem in {CASE, OTHER_CASE} else folder / "catalogue" / f"{stem}.yml"
        path.write_text(text, encoding="utf-8")
    return texts


def dumped(content: Any) -> str:
    """YAML, as a program of the contributor's would write it."""
    return str(yaml.dump(content, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10_000))


def places(stem: str, text: str) -> dict[Spot, tuple[int, int]]:
    """Line and column of every single value in a file, by PyYAML's own composer."""
    found: dict[Spot, tuple[int, int]] = {}

    def visit(node: yaml.Node, spot: Spot) -> None:
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                visit(value, (*spot, key.value))
        elif isinstance(node, yaml.SequenceNode):
            for position, value in enumerate(node.value):
                visit(value, (*spot, position))
        else:
            found[spot] = (node.start_mark.line + 1, node.start_mark.column + 1)

    root = yaml.compose(text, Loader=yaml.CSafeLoader)
    assert root is not None
    visit(root, (stem,))
    return found
