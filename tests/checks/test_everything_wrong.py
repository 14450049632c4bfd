"""The complete output for data with all mistakes at once: codes, positions, messages and order."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from scripts.checks import check
from scripts.diagnostics import Code, as_text
from scripts.loading.dataset import read
from scripts.settings import ROOT

FOLDER = ROOT / "tests" / "data" / "everything_wrong"


@pytest.fixture
def wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the folder, with two more files that cannot be in Git: one not UTF-8, one too large."""
    shutil.copytree(FOLDER, tmp_path / "cases", ignore=shutil.ignore_patterns("expected.txt"))
    (tmp_path / "cases" / "latin.yml").write_bytes("title: Överby\nplace: Överby".encode("latin-1"))
    (tmp_path / "cases" / "stor.yml").write_text("#" * 300_000, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return Path("cases")


def test_the_complete_output(wrong: Path) -> None:
    assert as_text(check(read(wrong))) == (FOLDER / "expected.txt").read_text("utf-8")


def test_every_code_is_among_the_mistakes(wrong: Path) -> None:
    only_against_an_earlier_version = {Code.ADDRESS_GONE}
    assert {problem.code for problem in check(read(wrong))} == set(Code) - only_against_an_earlier_version
