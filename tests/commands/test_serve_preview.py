"""The page of a saved case is shown before the site is built, and equals the built page."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.build.pipeline import build
from scripts.commands.serve.preview import SavedPages, days_of, preview
from scripts.loading.dataset import read
from scripts.settings import VARIABLES, Folders
from tests.conftest import PUBLISHED, change

pytestmark = pytest.mark.site


@pytest.fixture
def folders(small: Path, tmp_path: Path) -> Folders:
    """Build a site and return its folders."""
    folders = Folders(small, tmp_path / "docs", tmp_path / "site")
    build(folders, PUBLISHED)
    return folders


def saved(folders: Folders, name: str, old: str, new: str) -> SavedPages:
    """Return the preview after a change to a file."""
    before, path = read(folders.cases), folders.cases / name
    change(path, old, new)
    return preview([path], before, folders, PUBLISHED, days_of(folders, PUBLISHED))


def test_the_page_is_identical_to_the_built_page(folders: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    # The settings apply even if the environment has changed since.
    for name in VARIABLES.values():
        monkeypatch.setenv(name, "1")
    result = saved(folders, "alfa.yml", "Idésluss Alfa\n", "Idésluss Nya Alfa\n")
    build(folders, PUBLISHED)
    path = "slussar/alfa/index.html"
    assert result.pages == {path: (folders.site / path).read_text("utf-8")}
    assert "Idésluss Nya Alfa" in result.pages[path]


def test_a_new_case_is_shown_too(folders: Folders) -> None:
    before = read(folders.cases)
    path = folders.cases / "beta.yml"
    text = (folders.cases / "alfa.yml").read_text("utf-8")
    path.write_text(text.replace("Idésluss Alfa\n", "Idésluss Beta\n"), encoding="utf-8")
    result = preview([path], before, folders, PUBLISHED, days_of(folders, PUBLISHED))
    assert result.pages is not None
    assert "Idésluss Beta" in result.pages["slussar/beta/index.html"]


def test_problems_are_reported_and_no_page_is_rendered(folders: Folders) -> None:
    result = saved(folders, "alfa.yml", "method: idecoach", "method: idecoash")
    assert result.pages is None
    assert [problem.hint for problem in result.problems] == ['Menade du "idecoach"?']


@pytest.mark.parametrize("name", ["catalogue/methods.yml", "municipalities.csv"])
def test_files_other_than_cases_are_left_to_the_build(folders: Folders, name: str) -> None:
    result = preview([folders.cases / name], read(folders.cases), folders, PUBLISHED, days_of(folders, PUBLISHED))
    assert (result.pages, result.problems) == (None, ())


def test_a_removed_case_is_left_to_the_build(folders: Folders) -> None:
    before = read(folders.cases)
    (folders.cases / "alfa.yml").unlink()
    result = preview([folders.cases / "alfa.yml"], before, folders, PUBLISHED, days_of(folders, PUBLISHED))
    assert result.pages is None
    assert "alfa" not in {case.id for case in result.dataset.cases}
