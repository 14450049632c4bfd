"""A contribution without mistakes is accepted, whatever the data holds, and a broken one is told of at its line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from scripts.__main__ import main
from tests.contributions.contributions import CONTRIBUTIONS, Contribution

each_contribution = pytest.mark.parametrize("contribution", CONTRIBUTIONS, ids=lambda found: found.name)


@pytest.fixture
def cases(live_cases: Path, tmp_path: Path) -> Path:
    """A copy of the live data."""
    return Path(shutil.copytree(live_cases, tmp_path / "cases"))


def check(cases: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """What the checker answers: its exit code, and what it prints but for warnings."""
    code = main(["check", "--cases", str(cases)])
    lines = capsys.readouterr().out.splitlines()
    return code, "\n".join(line for line in lines if ": V" not in line)


@each_contribution
def test_a_contribution_without_mistakes_is_accepted(
    contribution: Contribution, cases: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    contribution.add(cases)
    assert check(cases, capsys) == (0, "")


@each_contribution
def test_a_broken_contribution_is_told_of_at_its_line(
    contribution: Contribution, cases: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    contribution.add(cases)
    line = contribution.spoil(cases)
    code, said = check(cases, capsys)
    assert code == 1
    assert f"{contribution.broken[0]}:{line}:" in said
    assert f" {contribution.code} " in said
    assert said.count("\n") == 0
