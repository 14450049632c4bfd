"""The exports of the full data, with and without an address, made once."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from scripts.build.pipeline import files_of
from scripts.settings import Settings

PUBLISHED = Settings(
    site_url="https://example.org/ideslussar",
    repository_url="https://example.org/kod/ideslussar",
    publisher="Exempelmyndigheten",
    contact="redaktionen@example.org",
)
"""Everything that only the published site has."""

HOSTILE = "</script><script>alert(1)</script> ]]> & \" ' \\ ; =1+1"
"""What would end something, or begin something, wherever it was not made harmless."""


@pytest.fixture(scope="session")
def published(full: Path) -> Mapping[str, str]:
    """Every generated file, as for the published site."""
    return files_of(full, PUBLISHED)


@pytest.fixture(scope="session")
def local(full: Path) -> Mapping[str, str]:
    """Every generated file, as on a laptop."""
    return files_of(full, Settings())


@pytest.fixture(scope="session")
def answers(published: Mapping[str, str]) -> Mapping[str, Any]:
    """The JSON of the published interface: path within its folder → value."""
    return {
        path.removeprefix("api/v1/"): json.loads(text)
        for path, text in published.items()
        if path.startswith("api/v1/") and path.endswith(".json")
    }


def with_text(folder: Path, text: str) -> Path:
    """The small data with a text of one's own in a statement, a title of a source and the name of a record."""
    quoted = json.dumps(text, ensure_ascii=False)
    for file, old in (
        ("alfa.yml", "text: Exempel visades i ett nyhetsbrev."),
        ("alfa.yml", "title: Idea sluice Alfa"),
        ("catalogue/lessons.yml", "name: Räkna med att det tar tid"),
    ):
        path = folder / file
        content = path.read_text("utf-8")
        assert old in content
        path.write_text(content.replace(old, f"{old.split(':')[0]}: {quoted}"), encoding="utf-8")
    return folder
