"""The site is rebuilt with the settings that `serve` was started with."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Self

import pytest

from scripts.commands.serve.rebuild import Builds
from scripts.settings import VARIABLES, Folders, Settings
from tests.conftest import PUBLISHED


class FakeProcess:
    """A fake build that records its environment."""

    environment: Mapping[str, str] = {}
    returncode = 0

    def __init__(self, command: list[str], *, env: Mapping[str, str], **_: Any) -> None:
        assert command[2:4] == ["scripts", "build"]
        FakeProcess.environment = env

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def communicate(self) -> tuple[str, None]:
        """Return empty output."""
        return "", None


@pytest.mark.parametrize("settings", [PUBLISHED, Settings(), Settings(pdf=True, source_date_epoch=0)])
def test_a_build_gets_the_settings_whatever_the_environment_holds(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in VARIABLES.values():
        monkeypatch.setenv(name, "1")
    monkeypatch.setattr(subprocess, "Popen", FakeProcess)
    results: list[tuple[int, str]] = []
    builds = Builds(Folders(tmp_path, tmp_path, tmp_path), settings, lambda *build: results.append(build))
    builds.wait(builds.ask())
    assert results == [(1, "")]
    for name, value in FakeProcess.environment.items():
        monkeypatch.setenv(name, value)
    assert Settings.from_environment() == settings
