"""The same commit gives the same site, apart from Pagefind's index, wherever and whenever it is built."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from scripts.git.version import read_version
from scripts.settings import ROOT, Settings
from tests.conftest import PUBLISHED, reproducible

pytestmark = pytest.mark.reproducible

HERE = {"TZ": "Pacific/Kiritimati", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}

ELSEWHERE = {"TZ": "Pacific/Pago_Pago", "LANG": "C", "LC_ALL": "C", "PYTHONHASHSEED": "4294967295"}
"""An environment with another day, locale and hash seed."""


def running(
    arguments: Iterable[str], settings: Settings, where: Mapping[str, str], umask: int
) -> subprocess.Popen[str]:
    """Start a command in an environment."""
    return subprocess.Popen(
        [sys.executable, "-m", "scripts", *arguments],
        cwd=ROOT, env={**os.environ, **settings.as_environment(), **where}, umask=umask,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8",
    )  # fmt: skip


def building(
    cases: Path, folder: Path, settings: Settings, where: Mapping[str, str], umask: int
) -> subprocess.Popen[str]:
    """Start a build in an environment."""
    folders = ["--cases", str(cases), "--docs", str(folder / "docs"), "--site", str(folder / "site")]
    return running(["build", *folders], settings, where, umask)


def differing(first: Path, second: Path) -> list[str]:
    """Return the paths of files that differ between two folders."""
    left, right = reproducible(first), reproducible(second)
    assert len(left) > 100
    return sorted(path for path in {*left, *right} if left.get(path) != right.get(path))


def test_two_builds_are_the_same(full: Path, tmp_path: Path) -> None:
    folders = tmp_path / "a", tmp_path / "en-mapp-med-ett-langre-namn" / "och en till"
    builds = [
        building(full, folders[0], Settings(), HERE, 0o022),
        building(full, folders[1], Settings(), ELSEWHERE, 0o077),
    ]
    assert [build.communicate()[0] for build in builds] == ["", ""]
    assert differing(folders[0] / "docs", folders[1] / "docs") == []
    assert differing(folders[0] / "site", folders[1] / "site") == []


def test_the_published_site_is_the_same_when_it_is_built_elsewhere(full: Path, site: Path, tmp_path: Path) -> None:
    assert building(full, tmp_path, PUBLISHED, ELSEWHERE, 0o077).communicate()[0] == ""
    assert differing(site, tmp_path / "site") == []


def test_the_packed_site_map_has_the_time_of_the_commit(site: Path) -> None:
    packed = [path for path, content in reproducible(site).items() if content.startswith(b"\x1f\x8b")]
    assert packed == ["sitemap.xml.gz"]
    with gzip.open(site / "sitemap.xml.gz") as file:
        file.read()
        assert file.mtime == read_version(ROOT).build_time // 86400 * 86400, "the day of the commit"
