"""What the tests share: data to work on, and the real site, built once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from scripts.library import Library, build_library
from scripts.reading.files import read
from scripts.settings import ROOT, Settings
from scripts.site import Folders, build

SMALL = ROOT / "tests" / "data" / "small"
"""Two invented sluices with a small catalogue, without mistakes."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the tests of the built site in one process, so that it is built once."""
    for item in items:
        if item.get_closest_marker("site") or item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.xdist_group("site"))


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A copy of the small data, to change at will."""
    return Path(shutil.copytree(SMALL, tmp_path / "cases"))


@pytest.fixture(scope="session")
def small_library() -> Library:
    """The small data, linked."""
    return build_library(read(SMALL))


@pytest.fixture(scope="session")
def library() -> Library:
    """The real data, linked."""
    return build_library(read(ROOT / "cases"))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built as it is published, in a folder of its own."""
    folder = tmp_path_factory.mktemp("site")
    folders = Folders(docs=folder / "docs", site=folder / "site")
    build(folders, Settings("https://example.org/ideslussar", "https://example.org/kod/ideslussar"))
    return folders.site
