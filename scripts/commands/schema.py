"""The command `schema`: write the JSON Schema that editors read."""

from __future__ import annotations

from pathlib import Path

from scripts.model.json_schema import write_schemas


def run(cases: Path) -> int:
    """Write the schemas into the folder of data, and print their number.

    Returns:
        0.
    """
    print(f"{write_schemas(cases / 'schema')} scheman skrivna")
    return 0
