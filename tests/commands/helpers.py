"""Helpers that run commands and break data."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from scripts.settings import ROOT
from tests.conftest import change


def run(*arguments: str | Path, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run a command to its end."""
    command = [sys.executable, "-m", "scripts", *map(str, arguments)]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)


def break_case(small: Path) -> None:
    """Misspell the id of a method in the small data."""
    change(small / "alfa.yml", "method: idecoach", "method: idecoash")
