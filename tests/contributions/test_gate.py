"""What `make test` runs is green for every contribution without mistakes, with or without Git and its history.

The tests that read the live data are run on each contribution. The others are run where there is no data
to read, so nothing that somebody adds can reach them.
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
"""The contributions that are tried in a folder without Git. The others are in a clone without history."""


def selection() -> str:
    """The tests that `make test` runs, as it tells pytest."""
    makefile = (ROOT / "Makefile").read_text("utf-8")
    (found,) = re.findall(r'^test:.*\n\t.*pytest .*-m "(.+)"$', makefile, re.MULTILINE)
    return str(found)


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run pytest in a copy of the repository."""
    link_packages(folder)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)


def assert_green(folder: Path, expression: str) -> None:
    """Run some tests in a copy of the repository, in the way that `make test` does."""
    done = run(folder, "-n", "2", "--dist", "loadgroup", "-m", expression, "--ignore", "tests/contributions")
    assert done.returncode == 0, done.stdout[-20_000:] + done.stderr
    assert " passed" in done.stdout


@pytest.mark.parametrize("contribution", CONTRIBUTIONS, ids=lambda found: found.name)
def test_the_gate_is_green_for_a_contribution(contribution: Contribution, tmp_path: Path) -> None:
    folder = unpacked(tmp_path / "repository")
    contribution.add(folder / "cases")
    if contribution.name not in WITHOUT_GIT:
        folder = shallow(folder)
    assert_green(folder, f"({selection()}) and live")


def test_the_rest_of_the_gate_is_green_without_any_data(tmp_path: Path) -> None:
    folder = unpacked(tmp_path / "repository")
    for path in (folder / "cases").rglob("*.*"):
        if path.suffix in {".yml", ".csv"}:
            path.unlink()
    assert_green(folder, f"({selection()}) and not live")


def test_what_a_contribution_lacks_is_a_gap_and_no_error(tmp_path: Path) -> None:
    folder = unpacked(tmp_path / "repository")
    CONTRIBUTIONS[0].add(folder / "cases")
    done = run(folder, "-m", "content", "tests/content/test_english.py")
    assert done.returncode == 0, done.stdout + done.stderr
    gap = r"^lucka .* Varje sluss har en sammanfattning på engelska.*\n +(.*)$"
    assert re.findall(gap, done.stdout, re.MULTILINE) == ["pahittad"]
