"""A killed build leaves the old site or the new one, and does not disturb the next build."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from scripts.build.pipeline import build, generate
from scripts.build.staging import LEFT_OVER, PREFIX, replace_directory, staging_directory
from scripts.settings import ROOT, Folders, Settings
from scripts.site.writer import MANIFEST
from tests.conftest import SMALL, change, contents, reproducible

MOMENTS = 8
"""The number of times a build is killed, spread over its duration."""


def folder_of(path: Path, text: str) -> Path:
    """Create a folder with a page, and return it."""
    path.mkdir()
    (path / "index.html").write_text(text, encoding="utf-8")
    return path


def building(folders: Folders) -> subprocess.Popen[bytes]:
    """Start a build in its own process group."""
    arguments = ["--cases", str(folders.cases), "--docs", str(folders.docs), "--site", str(folders.site)]
    return subprocess.Popen([sys.executable, "-m", "scripts", "build", *arguments], cwd=ROOT, start_new_session=True)


def kill_after(seconds: float, process: subprocess.Popen[bytes]) -> None:
    """Let a process run for a while, and then kill its process group."""
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def leftovers(folders: Folders) -> list[Path]:
    """Return the temporary directories beside the site."""
    return list(folders.site.parent.glob(f"{PREFIX}*"))


def failing_build(site: Path) -> None:
    """Start writing a site, and fail."""
    with staging_directory(site) as directory:
        folder_of(directory / "fresh", "halv")
        raise RuntimeError


def killed_build(site: Path, ago: float) -> Path:
    """Create the temporary directory of a build that was killed some seconds ago, and return it."""
    left = folder_of(site.parent / f"{PREFIX}{ago}", "halv")
    os.utime(left, (time.time() - ago, time.time() - ago))
    return left


@pytest.mark.reproducible
def test_whenever_a_build_is_killed_the_site_is_the_old_or_the_new_one(small: Path, tmp_path: Path) -> None:
    build(Folders(SMALL, tmp_path / "docs", tmp_path / "site"), Settings())
    shutil.copytree(tmp_path / "site", tmp_path / "old")
    old = contents(tmp_path / "old")
    change(small / "alfa.yml", "Idésluss Alfa\n", "Idésluss Nya Alfa\n")

    clean = Folders(small, tmp_path / "clean" / "docs", tmp_path / "clean" / "site")
    began = time.monotonic()
    assert building(clean).wait() == 0
    duration = time.monotonic() - began
    new = reproducible(clean.site)
    assert reproducible(tmp_path / "old") != new

    folders = Folders(small, tmp_path / "docs", tmp_path / "site")
    for moment in range(MOMENTS, 0, -1):
        kill_after(duration * moment / MOMENTS, building(folders))
        if contents(folders.site) != old:
            assert reproducible(folders.site) == new, f"killed after {moment}/{MOMENTS} of a build"
            shutil.rmtree(folders.site)
            shutil.copytree(tmp_path / "old", folders.site)
    assert leftovers(folders) != [], "no build was killed in the middle"

    assert building(folders).wait() == 0
    assert reproducible(folders.site) == new
    assert contents(folders.docs) == contents(clean.docs)


@pytest.mark.reproducible
def test_during_a_build_readers_see_the_old_site_and_then_the_new_one(tmp_path: Path) -> None:
    folders = Folders(SMALL, tmp_path / "docs", tmp_path / "site")
    page = folder_of(folders.site, "den gamla") / "index.html"
    seen: list[str] = []
    process = building(folders)
    while process.poll() is None:
        # The page is missing between the two renames.
        with suppress(FileNotFoundError):
            text = page.read_text("utf-8")
            if text not in seen:
                seen.append(text)
    assert process.returncode == 0
    assert seen == ["den gamla", page.read_text("utf-8")]


def test_a_finished_directory_replaces_the_old_one(tmp_path: Path) -> None:
    site = folder_of(tmp_path / "site", "gammal")
    with staging_directory(site) as directory:
        replace_directory(folder_of(directory / "fresh", "ny"), site)
    assert contents(tmp_path) == {"site/index.html": b"ny"}


def test_the_first_site_needs_no_old_one(tmp_path: Path) -> None:
    site = tmp_path / "published" / "site"
    with staging_directory(site) as directory:
        replace_directory(folder_of(directory / "fresh", "ny"), site)
    assert contents(tmp_path) == {"published/site/index.html": b"ny"}


def test_a_failed_replacement_leaves_the_old_site(tmp_path: Path) -> None:
    site = folder_of(tmp_path / "site", "gammal")
    with pytest.raises(FileNotFoundError), staging_directory(site) as directory:
        replace_directory(directory / "finns-inte", site)
    assert contents(tmp_path) == {"site/index.html": b"gammal"}


def test_an_interrupt_between_the_renames_leaves_the_old_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site, rename = folder_of(tmp_path / "site", "gammal"), Path.rename

    def interrupted(path: Path, target: Path) -> Path:
        if path.name == "fresh":
            raise KeyboardInterrupt
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", interrupted)
    with pytest.raises(KeyboardInterrupt), staging_directory(site) as directory:
        replace_directory(folder_of(directory / "fresh", "ny"), site)
    assert contents(tmp_path) == {"site/index.html": b"gammal"}


def test_a_build_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError):
        failing_build(tmp_path / "site")
    assert list(tmp_path.iterdir()) == []


def test_simultaneous_builds_do_not_disturb_each_other(tmp_path: Path) -> None:
    with staging_directory(tmp_path / "site") as one:
        with staging_directory(tmp_path / "site") as other:
            assert one != other
        assert one.is_dir()
        assert not other.exists()


def test_a_successful_build_removes_leftovers_older_than_a_day(tmp_path: Path) -> None:
    site = tmp_path / "site"
    left, recent = killed_build(site, ago=LEFT_OVER + 60), killed_build(site, ago=LEFT_OVER - 60)
    unrelated = folder_of(tmp_path / ".site-data", "någon annans")
    with pytest.raises(RuntimeError):
        failing_build(site)
    assert left.is_dir(), "it may contain the only copy of the site"
    with staging_directory(site):
        assert left.is_dir()
    assert sorted(tmp_path.iterdir()) == sorted([recent, unrelated])


def test_a_half_written_page_is_complete_after_the_next_run(tmp_path: Path) -> None:
    folders = Folders(SMALL, tmp_path / "docs", tmp_path / "site")
    generate(folders, Settings())
    complete = contents(folders.docs)
    (folders.docs / "index.md").write_bytes(complete["index.md"][:100])
    (folders.docs / f"{MANIFEST}.new").write_bytes(complete[MANIFEST][:100])
    generate(folders, Settings())
    repaired = contents(folders.docs)
    assert {path: repaired[path] for path in complete} == complete
