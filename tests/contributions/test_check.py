"""`check` accepts a valid contribution to the live data, and reports a broken one at the right line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from scripts.__main__ import main
from tests.contributions.contributions import CONTRIBUTIONS, Contribution

each_contribution = pytest.mark.parametrize("contribution", CONTRIBUTIONS, ids=lambda contribution: contribution.name)


@pytest.fixture
def cases(live_cases: Path, tmp_path: Path) -> Path:
    """Return a copy of the live data."""
    return Path(shutil.copytree(live_cases, tmp_path / "cases"))


def check(cases: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """Return the exit code of `check`, and its output without warnings."""
    code = main(["check", "--cases", str(cases)])
    lines = capsys.readouterr().out.splitlines()
    return code, "\n".join(line for line in lines if ": V" not in line)


@each_contribution
def test_valid_contribution_is_accepted(
    contribution: Contribution, cases: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    contribution.add(cases)
    assert check(cases, capsys) == (0, "")


@each_contribution
def test_broken_contribution_is_reported_at_its_line(
    contribution: Contribution, cases: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    contribution.add(cases)
    line = contribution.spoil(cases)
    code, said = check(cases, capsys)
    assert code == 1
    assert f"{contribution.broken[0]}:{line}:" in said
    assert f" {contribution.code} " in said
    assert said.count("\n") == 0
