"""Fixtures for the tests of exports: the generated files of the full data, with and without an address."""

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
"""The settings of an invented published site."""

HOSTILE = "</script><script>alert(1)</script> ]]> & \" ' \\ ; =1+1"
"""A text that would break out of HTML, XML, CSV or JSON where it is not escaped."""


@pytest.fixture(scope="session")
def published(full: Path) -> Mapping[str, str]:
    """Return the generated files of a published site: path → text."""
    return files_of(full, PUBLISHED)


@pytest.fixture(scope="session")
def local(full: Path) -> Mapping[str, str]:
    """Return the generated files of a local site, which has no address: path → text."""
    return files_of(full, Settings())


@pytest.fixture(scope="session")
def responses(published: Mapping[str, str]) -> Mapping[str, Any]:
    """Return the JSON files of the published API: path within its folder → parsed value."""
    return {
        path.removeprefix("api/v1/"): json.loads(text)
        for path, text in published.items()
        if path.startswith("api/v1/") and path.endswith(".json")
    }


def with_text(folder: Path, text: str) -> Path:
    """Put a text in a statement, the title of a source and the name of a lesson.

    Args:
        folder: A copy of the small data, which is changed.
        text: The text.

    Returns:
        The folder.
    """
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
