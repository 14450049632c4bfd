"""JSON Schemas for text editors, written from the models.

Editors with the YAML language server find them through the first line of a data file, and complete and explain keys.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from scripts.model.case import Case
from scripts.model.registry import CATALOGUE_FILES


def schemas() -> dict[str, dict[str, Any]]:
    """Return the schema of each kind of file by stem: `case`, and one for each file of the catalogue."""
    by_kind: dict[str, dict[str, Any]] = {"case": Case.model_json_schema()}
    for kind, record in CATALOGUE_FILES.items():
        by_kind[kind] = TypeAdapter(tuple[record, ...]).json_schema()  # type: ignore[valid-type]
    return {
        kind: {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema} for kind, schema in by_kind.items()
    }


def as_text(schema: dict[str, Any]) -> str:
    """Serialize a schema."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def write_schemas(folder: Path) -> int:
    """Write all schemas into a folder, and return how many there are."""
    folder.mkdir(parents=True, exist_ok=True)
    by_kind = schemas()
    for kind, schema in by_kind.items():
        (folder / f"{kind}.json").write_text(as_text(schema), encoding="utf-8")
    return len(by_kind)
