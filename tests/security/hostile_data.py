"""Data in which any field can be set to a hostile string.

The list of fields is read from the JSON schemas, which are generated from the models. Fields that the small data
lacks are added, so that every field has a value to replace.
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
"""The path of a field: file stem and keys, with `*` for every item of a list or value of a mapping."""

Spot = tuple[str | int, ...]
"""The path of a value: file stem, keys and indices."""

CASE = "alfa"
OTHER_CASE = "overby"

_NOTE = {"sources": ["a-slut"], "note": "Ett förbehåll som visas."}
_FIGURES = [{"value": 172, "unit": "uppslag", "precision": "about"}, {"value": 12, "unit": "införda"}]
_CLAIM = {"text": "Det som står i en annan källa.", "sources": ["forskning"]}

_POINTER = "alfa/aftermath"
_CONCLUSION = {"text": "Låt någon äga slussen.", "rests_on": [_POINTER], "done": False, "reviewed": "2026-11-01"}

SHORTEST_TO_STATEMENT = 3
"""The length of the longest path to the id of a record: file, item and key."""

_MUNICIPALITY = {"municipality": "2281", "unit": "Kansliet"}

RETIRED = {
    "success_factors": "egen-bemanning", "lessons": "det-tar-tid", "tags": "samverkan", "areas": "ledning",
    "phases": "besluta", "glossary": "idecoach-ord",
}  # fmt: skip
"""The kinds that get a retired record, so that `replaced_by` is in use, with the id of the replacement."""

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
    ("programme", 0, "claims", 0, "figure"): {
        "value": 12,
        "unit": "slussar",
        "precision": "exact",
        "counts": "reached",
    },
    ("questions", 0, "aliases"): ["Vad blev priset?"],
    ("questions", 0, "answer", 1, "sources"): ["forskning"],
    ("sources", 0, "language"): "sv",
    (CASE, "examples", 0, "as_of"): "2019",
    (CASE, "aftermath", "as_of"): "2020",
    ("sources", 0, "version"): "Första",
    (CASE, "staff"): 3,
    (CASE, "minute"): {part: {**_CLAIM} for part in ("did", "gave", "after")},
    (CASE, "milestones"): [{"date": "2017-02", **_CLAIM}],
    (CASE, "goal_outcomes"): [{"goal": "200 uppslag", "outcome": "172 uppslag", **_CLAIM}],
    (CASE, "results", 0, "figure", "counts"): "ideas",
    (CASE, "flow", "stages", 0, "counts"): "ideas",
    ("decisions", 0, "aliases"): ["Starta en sluss"],
    ("decisions", 0, "templates"): ["uppdrag"],
    ("decisions", 0, "scope"): "För en kommun som alla andra.",
    ("decisions", 0, "refrain"): "Avstå om",
    ("decisions", 0, "unknown", 0, "rests_on"): [_POINTER],
    ("advice", 0, "aliases"): ["Timmar"],
    ("advice", 0, "tags"): ["samverkan"],
    ("activities", 0, "aliases"): ["Omsorg om äldre"],
    ("activities", 0, "advice"): ["ge-tid"],
    ("activities", 0, "conclusion"): _CONCLUSION,
    ("work_templates", 0, "aliases"): ["Tjänst"],
    ("work_templates", 0, "advice"): ["ge-tid"],
    ("work_templates", 0, "sections", 0, "text"): "Skriv tillsammans.",
    ("work_templates", 0, "sections", 0, "items"): ["Skriv vad som ska göras."],
    ("work_templates", 0, "sections", 0, "table"): {"head": ["Månad", "Beslut"], "rows": [["Noll", "Starta"]]},
    ("questions", 0, "conclusion"): _CONCLUSION,
    ("questions", 0, "advice"): ["ge-tid"],
    ("leading_questions", 0, "conclusion"): _CONCLUSION,
    ("roles", 0, "conclusion"): _CONCLUSION,
    ("roles", 0, "advice"): ["ge-tid"],
    ("steps", 0, "conclusion"): _CONCLUSION,
    ("steps", 0, "advice"): ["ge-tid"],
    ("steps", 0, "months"): [{"when": "Månad 1", "text": "Utse någon"}],
}
for _fact in ("summary", "official_title", "title_en", "diary_number", "status", "form", "period", "funding_sek"):
    ADDED[CASE, "basis", _fact] = _NOTE
for _fact in ("employees", "coordinator", "participants", "staffing", "staff", "way_in"):
    ADDED[CASE, "basis", _fact] = _NOTE


def complete_data() -> dict[str, Any]:
    """Return the content of every file by stem, with a value in every field. Callers may change it."""
    return dict(json.loads(_complete_json()))


@cache
def _complete_json() -> str:
    """Return the data as JSON, so that no object is shared: YAML would write shared objects as anchors."""
    data = {
        path.stem: yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader) for path in sorted(SMALL.rglob("*.yml"))
    }
    for spot, value in ADDED.items():
        put(data, [spot], value)
    for pattern in fields():
        if pattern[-2:] == ("tags", "*"):
            put(data, [(*spot[:-1], "tags") for spot in spots(data, (*pattern[:-2], "text"))], ["samverkan"])
        # Statements, unlike records, need no id. Two in the same section must not share one.
        if pattern[-1] == "id" and (pattern[0] == CASE or len(pattern) > SHORTEST_TO_STATEMENT):
            put(
                data,
                [(*spot[:-1], "id") for spot in spots(data, (*pattern[:-1], "text"))[:1]],
                f"prov-{pattern[-2]}".strip("-*"),
            )
        if pattern[-2:] == ("against", "*"):
            put(data, [(*spot[:-1], "against") for spot in spots(data, (*pattern[:-2], "rests_on"))], [_POINTER])
        if pattern[-1] == "calculation":
            put(data, [(*spot[:-1], "calculation") for spot in spots(data, (*pattern[:-1], "text"))], "Räknat så här.")
    data["redirects"] = [{"old": "slussar/forr", "new": "slussar/alfa"}]
    data["prestudies"].append({**data["prestudies"][0], "id": "annan", "name": "Annan", "coordinator": _MUNICIPALITY})
    for kind, replacement in RETIRED.items():
        retired = {"id": f"ersatt-{kind.partition('_')[0]}", "name": f"Ersatt {kind}", "replaced_by": replacement}
        data[kind].append({**data[kind][0], **retired})
    return json.dumps(data, default=str)


def fields() -> dict[Pattern, Mapping[str, Any]]:
    """Return the schema of every field whose value is a string, including ids, dates and choices, by path."""
    schema_by_path: dict[Pattern, Mapping[str, Any]] = {}
    for kind, schema in schemas().items():
        file = CASE if kind == "case" else kind
        leaves = _leaves(schema, schema.get("$defs", {}))
        schema_by_path.update({(file, *path): leaf for path, leaf in leaves})
    return schema_by_path


def _leaves(schema: Mapping[str, Any], defs: Mapping[str, Any]) -> Iterator[tuple[Pattern, Mapping[str, Any]]]:
    if "$ref" in schema:
        yield from _leaves(defs[schema["$ref"].rpartition("/")[2]], defs)
    for choice in schema.get("anyOf", ()):
        yield from _leaves(choice, defs)
    for key, inner in schema.get("properties", {}).items():
        yield from (((key, *path), leaf) for path, leaf in _leaves(inner, defs))
    for inner in (*schema.get("patternProperties", {}).values(), schema.get("items"), *schema.get("prefixItems", ())):
        if inner:
            yield from ((("*", *path), leaf) for path, leaf in _leaves(inner, defs))
    if schema.get("type") == "string":
        yield (), schema


def is_free(leaf: Mapping[str, Any]) -> bool:
    """Return whether a field accepts any plain text."""
    return "minLength" in leaf


def is_name(leaf: Mapping[str, Any]) -> bool:
    """Return whether a field holds an id or a reference to one."""
    return leaf.get("pattern") == SLUG


def spots(data: Mapping[str, Any], pattern: Pattern) -> list[Spot]:
    """Return the paths of all values in the data that match a pattern. A pattern of one case applies to both."""
    files = (CASE, OTHER_CASE) if pattern[0] == CASE else pattern[:1]
    values: list[tuple[Spot, Any]] = [((file,), data[file]) for file in files]
    for step in pattern[1:]:
        values = [((*spot, key), child) for spot, parent in values for key, child in _children(parent, step)]
    return [spot for spot, _ in values]


def _children(value: Any, step: str) -> list[tuple[str | int, Any]]:
    if step == "*":
        return list(value.items() if isinstance(value, dict) else enumerate(value))
    return [(step, value[step])] if isinstance(value, dict) and step in value else []


def at(data: Any, spot: Spot) -> Any:
    """Return the value at a path."""
    for step in spot:
        data = data[step]
    return data


def put(data: Any, targets: Iterable[Spot], value: Any) -> None:
    """Set the values at some paths."""
    for spot in targets:
        at(data, spot[:-1])[spot[-1]] = value


def write_files(data: Mapping[str, Any], folder: Path) -> dict[str, str]:
    """Write the data to a folder that is a copy of the small data, and return the texts by stem."""
    texts = {stem: as_yaml(content) for stem, content in data.items()}
    for stem, text in texts.items():
        path = folder / f"{stem}.yml" if stem in {CASE, OTHER_CASE} else folder / "catalogue" / f"{stem}.yml"
        path.write_text(text, encoding="utf-8")
    return texts


def as_yaml(content: Any) -> str:
    """Return content as YAML, as a program might write it."""
    return str(yaml.dump(content, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10_000))


def positions(stem: str, text: str) -> dict[Spot, tuple[int, int]]:
    """Return the line and column of every scalar in a file, by path, according to PyYAML."""
    position_by_spot: dict[Spot, tuple[int, int]] = {}

    def visit(node: yaml.Node, spot: Spot) -> None:
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                visit(value, (*spot, key.value))
        elif isinstance(node, yaml.SequenceNode):
            for index, value in enumerate(node.value):
                visit(value, (*spot, index))
        else:
            position_by_spot[spot] = (node.start_mark.line + 1, node.start_mark.column + 1)

    root = yaml.compose(text, Loader=yaml.CSafeLoader)
    assert root is not None
    visit(root, (stem,))
    return position_by_spot
