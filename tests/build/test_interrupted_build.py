"""A build that is killed leaves the old site or the new one, and nothing in the way of the next build."""

from __future__ import annotations

import ctypes
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from scripts.build.exchange import put_in_place
from scripts.build.pipeline import build, generate
from scripts.build.staging import PREFIX, workshop
from scripts.settings import ROOT, Folders, Settings
from scripts.site.writer import MANIFEST
from tests.conftest import SMALL, change, contents

MOMENTS = 8
"""How many times a build is killed, from its beginning to its end."""


def folder_of(path: Path, text: str) -> Path:
    """A folder with a file in it."""
    path.mkdir()
    (path / "index.html").write_text(text, encoding="utf-8")
    return path


def building(folders: Folders) -> subprocess.Popen[bytes]:
    """A build, begun in a group of processes of its own."""
    arguments = ["--cases", str(folders.cases), "--docs", str(folders.docs), "--site", str(folders.site)]
    return subprocess.Popen([sys.executable, "-m", "scripts", "build", *arguments], cwd=ROOT, start_new_session=True)


def kill_after(seconds: float, process: subprocess.Popen[bytes]) -> None:
    """Let a process work for a while, and then kill it with all that it has started."""
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def leftovers(folders: Folders) -> list[Path]:
    """What lies beside the site, and was only there for a build."""
    return list(folders.site.parent.glob(f"{PREFIX}*"))


def failed(site: Path) -> None:
    """A build that comes halfway."""
    with workshop(site) as folder:
        folder_of(folder / "fresh", "halv")
        raise RuntimeError


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
    new = contents(clean.site)
    assert old != new

    folders = Folders(small, tmp_path / "docs", tmp_path / "site")
    # The latest first: a build that gets done after all sweeps up after the others.
    for moment in range(MOMENTS, 0, -1):
        kill_after(duration * moment / MOMENTS, building(folders))
        found = contents(folders.site)
        assert found in (old, new), f"killed after {moment}/{MOMENTS} of a build"
        if found == new:
            shutil.rmtree(folders.site)
            shutil.copytree(tmp_path / "old", folders.site)
    assert leftovers(folders) != [], "or nothing was killed in the middle"

    assert building(folders).wait() == 0
    assert contents(folders.site) == new
    assert contents(folders.docs) == contents(clean.docs)
    assert leftovers(folders) == []


@pytest.mark.reproducible
def test_at_no_time_during_a_build_is_there_no_site(tmp_path: Path) -> None:
    folders = Folders(SMALL, tmp_path / "docs", tmp_path / "site")
    page = folder_of(folders.site, "den gamla") / "index.html"
    seen = []
    process = building(folders)
    while process.poll() is None:
        text = page.read_text("utf-8")
        if text not in seen:
            seen.append(text)
    assert process.returncode == 0
    assert seen == ["den gamla", page.read_text("utf-8")]


def test_a_finished_folder_changes_places_with_the_old_one(tmp_path: Path) -> None:
    fresh, place = folder_of(tmp_path / "fresh", "ny"), folder_of(tmp_path / "site", "gammal")
    put_in_place(fresh, place)
    assert (place / "index.html").read_text("utf-8") == "ny"
    assert (fresh / "index.html").read_text("utf-8") == "gammal", "in one step: nothing was moved out of the way"


def test_the_first_one_just_goes_there(tmp_path: Path) -> None:
    fresh = folder_of(tmp_path / "fresh", "ny")
    put_in_place(fresh, tmp_path / "site")
    assert contents(tmp_path) == {"site/index.html": b"ny"}


@pytest.fixture
def _no_such_step(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that can do one thing at a time."""

    class Library:
        """A library without the functions that are looked for."""

    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: Library())


@pytest.mark.usefixtures("_no_such_step")
def test_where_there_is_no_such_step_it_is_done_in_two(tmp_path: Path) -> None:
    put_in_place(folder_of(tmp_path / "a", "första"), tmp_path / "site")
    put_in_place(folder_of(tmp_path / "b", "andra"), tmp_path / "site")
    assert (tmp_path / "site" / "index.html").read_text("utf-8") == "andra"


@pytest.mark.usefixtures("_no_such_step")
def test_what_cannot_be_put_in_place_leaves_the_old_one_there(tmp_path: Path) -> None:
    place = folder_of(tmp_path / "site", "gammal")
    with pytest.raises(FileNotFoundError):
        put_in_place(tmp_path / "finns-inte", place)
    assert contents(tmp_path) == {"site/index.html": b"gammal"}


def test_a_build_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError):
        failed(tmp_path / "site")
    assert list(tmp_path.iterdir()) == []


def test_a_build_that_is_at_work_is_left_alone(tmp_path: Path) -> None:
    with workshop(tmp_path / "site") as one:
        with workshop(tmp_path / "site") as other:
            assert one != other
        assert one.is_dir()
        assert not other.exists()


def test_what_is_left_over_is_swept_away_by_the_next_build_that_succeeds(tmp_path: Path) -> None:
    left = folder_of(tmp_path / f"{PREFIX}abc", "halv")
    elses = folder_of(tmp_path / ".site-data", "någon annans")
    with pytest.raises(RuntimeError):
        failed(tmp_path / "site")
    assert left.is_dir(), "it may hold the only site there is"
    with workshop(tmp_path / "site"):
        assert left.is_dir()
    assert list(tmp_path.iterdir()) == [elses]


def test_a_page_half_written_is_whole_after_the_next_run(tmp_path: Path) -> None:
    folders = Folders(SMALL, tmp_path / "docs", tmp_path / "site")
    generate(folders, Settings())
    whole = contents(folders.docs)
    (folders.docs / "index.md").write_bytes(whole["index.md"][:100])
    (folders.docs / f"{MANIFEST}.new").write_bytes(whole[MANIFEST][:100])
    generate(folders, Settings())
    found = contents(folders.docs)
    assert {path: found[path] for path in whole} == whole
