"""JSON Schema for editors, written from the models.

Editors with the YAML language server read them through the first line of a data file, and then
complete keys and explain them.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from scripts.model.case import Case
from scripts.model.registry import CATALOGUE_FILES


def schemas() -> dict[str, dict[str, Any]]:
    """The schema of each kind of file, by stem: `case`, and one for each file of the catalogue."""
    found: dict[str, dict[str, Any]] = {"case": Case.model_json_schema()}
    for kind, record in CATALOGUE_FILES.items():
        found[kind] = TypeAdapter(tuple[record, ...]).json_schema()  # type: ignore[valid-type]
    return {
        kind: {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema} for kind, schema in found.items()
    }


def as_text(schema: dict[str, Any]) -> str:
    """A schema as it is stored."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def write_schemas(folder: Path) -> int:
    """Write all schemas into a folder, and return how many there are."""
    folder.mkdir(parents=True, exist_ok=True)
    found = schemas()
    for kind, schema in found.items():
        (folder / f"{kind}.json").write_text(as_text(schema), encoding="utf-8")
    return len(found)
