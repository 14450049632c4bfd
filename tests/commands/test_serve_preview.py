"""The page of a saved case, before the whole site is built: the same page, at once."""

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
    """A built site."""
    found = Folders(small, tmp_path / "docs", tmp_path / "site")
    build(found, PUBLISHED)
    return found


def saved(folders: Folders, name: str, old: str, new: str) -> SavedPages:
    """Return the preview after a change to a file."""
    before, path = read(folders.cases), folders.cases / name
    change(path, old, new)
    return preview([path], before, folders, PUBLISHED, days_of(folders, PUBLISHED))


def test_the_page_is_the_same_to_the_byte_as_after_a_build(folders: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    # Only the settings count, and not what the environment has come to hold.
    for name in VARIABLES.values():
        monkeypatch.setenv(name, "1")
    found = saved(folders, "alfa.yml", "Idésluss Alfa\n", "Idésluss Nya Alfa\n")
    build(folders, PUBLISHED)
    path = "slussar/alfa/index.html"
    assert found.pages == {path: (folders.site / path).read_text("utf-8")}
    assert "Idésluss Nya Alfa" in found.pages[path]


def test_a_new_case_is_shown_too(folders: Folders) -> None:
    before = read(folders.cases)
    path = folders.cases / "beta.yml"
    text = (folders.cases / "alfa.yml").read_text("utf-8")
    path.write_text(text.replace("Idésluss Alfa\n", "Idésluss Beta\n"), encoding="utf-8")
    found = preview([path], before, folders, PUBLISHED, days_of(folders, PUBLISHED))
    assert found.pages is not None
    assert "Idésluss Beta" in found.pages["slussar/beta/index.html"]


def test_what_is_wrong_is_told_and_no_page_is_made(folders: Folders) -> None:
    found = saved(folders, "alfa.yml", "method: idecoach", "method: idecoash")
    assert found.pages is None
    assert [problem.hint for problem in found.problems] == ['Menade du "idecoach"?']


@pytest.mark.parametrize("name", ["catalogue/methods.yml", "municipalities.csv"])
def test_what_is_no_case_is_left_to_the_build(folders: Folders, name: str) -> None:
    found = preview([folders.cases / name], read(folders.cases), folders, PUBLISHED, days_of(folders, PUBLISHED))
    assert (found.pages, found.problems) == (None, ())


def test_a_removed_case_is_left_to_the_build(folders: Folders) -> None:
    before = read(folders.cases)
    (folders.cases / "alfa.yml").unlink()
    found = preview([folders.cases / "alfa.yml"], before, folders, PUBLISHED, days_of(folders, PUBLISHED))
    assert found.pages is None
    assert "alfa" not in {case.id for case in found.dataset.cases}
