"""The tests of `make test` pass for every valid contribution, with and without Git and its history.

Tests that read the live data run on each contribution. All other tests run without any live data, so
no contribution can affect them.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.settings import ROOT
from tests.contributions.contributions import CONTRIBUTIONS, Contribution
from tests.contributions.repository_copies import link_packages, shallow, unpacked

pytestmark = pytest.mark.contribution

WITHOUT_GIT = {"minimal case", "whole case"}
"""Contributions tested in a folder outside Git. The others are tested in a clone of depth 1."""


def selection() -> str:
    """Return the mark expression of `make test`."""
    makefile = (ROOT / "Makefile").read_text("utf-8")
    (expression,) = re.findall(r'^test:.*\n\t.*pytest .*-m "(.+)"$', makefile, re.MULTILINE)
    return str(expression)


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run pytest in a copy of the repository."""
    link_packages(folder)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)


def assert_green(folder: Path, expression: str) -> None:
    """Run tests in a copy of the repository as `make test` does, and assert that they pass."""
    done = run(folder, "-n", "2", "--dist", "loadgroup", "-m", expression, "--ignore", "tests/contributions")
    assert done.returncode == 0, done.stdout[-20_000:] + done.stderr
    assert " passed" in done.stdout


@pytest.mark.parametrize("contribution", CONTRIBUTIONS, ids=lambda contribution: contribution.name)
def test_gate_passes_for_contribution(contribution: Contribution, tmp_path: Path) -> None:
    folder = unpacked(tmp_path / "repository")
    contribution.add(folder / "cases")
    if contribution.name not in WITHOUT_GIT:
        folder = shallow(folder)
    assert_green(folder, f"({selection()}) and live")


def test_rest_of_gate_passes_without_live_data(tmp_path: Path) -> None:
    folder = unpacked(tmp_path / "repository")
    for path in (folder / "cases").rglob("*.*"):
        if path.suffix in {".yml", ".csv"}:
            path.unlink()
    assert_green(folder, f"({selection()}) and not live")


def test_missing_english_summary_is_a_gap_and_no_error(tmp_path: Path) -> None:
    folder = unpacked(tmp_path / "repository")
    CONTRIBUTIONS[0].add(folder / "cases")
    done = run(folder, "-m", "content", "tests/content/test_english.py")
    assert done.returncode == 0, done.stdout + done.stderr
    gap = r"^lucka .* Varje sluss har en sammanfattning på engelska.*\n +(.*)$"
    assert re.findall(gap, done.stdout, re.MULTILINE) == ["pahittad"]
