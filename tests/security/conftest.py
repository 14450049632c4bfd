"""Fixtures for trying hostile strings, one kind at a time."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import SMALL
from tests.security.attacks import ATTACKS

each_kind = pytest.mark.parametrize(
    "texts",
    [
        pytest.param(tried, id=f"{kind}{name}", marks=[*marks, pytest.mark.xdist_group(f"attacks-{kind}")])
        for kind, texts in ATTACKS.items()
        for tried, name, marks in ((texts[:1], "", []), (texts, ", all", [pytest.mark.attacks]))
    ],
)
"""Run a test with one string of each kind, and nightly with all of them.

The tests of a kind run in one process, so that each string is tried once.
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the small data that tests overwrite."""
    return Path(shutil.copytree(SMALL, tmp_path_factory.mktemp("attacks") / "cases"))
