"""Fixtures shared by all tests: invented data, the sites built from it, and the live data."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings

from scripts.build.pagefind import FOLDER
from scripts.build.pipeline import build
from scripts.library.library import Library
from scripts.library.linking import build_library
from scripts.loading.dataset import read
from scripts.settings import ROOT, Folders, Settings

# A busy machine must not fail a test, so examples have no deadline.
settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")

SMALL = ROOT / "tests" / "data" / "small"
"""Two invented sluices with a small catalogue, without mistakes."""

FULL = ROOT / "tests" / "data" / "full"
"""Seven invented sluices that together use every field, choice and kind of page, without mistakes."""

LATEST = "asby"
"""The case of the full data that was committed last."""

COMMITTED, LATEST_COMMITTED = "2026-11-20", "2026-12-24"
"""The dates of the commits of the full data."""

PUBLISHED = Settings(
    site_url="https://example.org/ideslussar",
    repository_url="https://example.org/kod/ideslussar",
    contact="redaktionen@example.org",
)
"""The settings of an invented published site."""

NIGHTLY = ("attacks", "content", "contribution", "engine", "pdf", "reproducible")
"""Marks of the tests that run every night and not in `make test`."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: Sequence[pytest.Item]) -> None:
    """Mark tests that read the live data, and nightly tests, so that a run can select them or leave them out."""
    for item in items:
        if "live_cases" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.live)
        if any(item.get_closest_marker(name) for name in NIGHTLY):
            item.add_marker(pytest.mark.nightly)


@pytest.fixture(scope="session")
def live_cases() -> Path:
    """Return the folder of the published data.

    Anyone may add to it, so a test may assume only what holds for any data without mistakes.
    """
    return ROOT / "cases"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return a copy of the small data that the test may change."""
    return Path(shutil.copytree(SMALL, tmp_path / "cases"))


def git(folder: Path, *arguments: str, environment: Mapping[str, str] | None = None) -> str:
    """Run Git in a temporary repository, ignoring the configuration of the user.

    Args:
        folder: A folder of the repository.
        arguments: The command line.
        environment: Environment variables to add.

    Returns:
        The output.
    """
    identity = ["-c", "user.name=Test", "-c", "user.email=test@example.org"]
    command = [shutil.which("git") or "git", "-C", str(folder), *identity, *arguments]
    isolation = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    variables = {**os.environ, **isolation, **(environment or {})}
    return subprocess.run(
        command, check=True, capture_output=True, text=True, encoding="utf-8", env=variables
    ).stdout.strip()


def commit(folder: Path, day: str = "", message: str = "Ändring") -> None:
    """Commit all changes.

    Args:
        folder: A folder of the repository.
        day: The date of the commit, as `2026-11-25`; today by default.
        message: The commit message.
    """
    git(folder, "add", "--all")
    dates = {"GIT_COMMITTER_DATE": f"{day}T12:00:00Z", "GIT_AUTHOR_DATE": "2001-01-01T12:00:00Z"} if day else {}
    git(folder, "commit", "--quiet", "--message", message, environment=dates)


def change(path: Path, old: str, new: str) -> None:
    """Replace a text in a file."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def contents(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file in a folder, by path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def reproducible(site: Path) -> dict[str, bytes]:
    """Return the files of a site that are identical in every build of a commit: all but Pagefind's index."""
    return {path: content for path, content in contents(site).items() if not path.startswith(f"{FOLDER}/")}


@pytest.fixture
def committed(small: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the small data as the only commit of a repository, which is the working directory."""
    git(small.parent, "init", "--quiet", "--initial-branch", "main")
    commit(small.parent)
    monkeypatch.chdir(small.parent)
    return Path(small.name)


@pytest.fixture(scope="session")
def full(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Return the full data in a repository with two commits. Tests must not change it."""
    folder = _shared(tmp_path_factory, worker_id)
    cases = folder / "full" / "cases"
    with FileLock(folder / "full.lock"):
        if not cases.exists():
            shutil.copytree(FULL, cases, ignore=shutil.ignore_patterns(f"{LATEST}.yml"))
            git(cases.parent, "init", "--quiet", "--initial-branch", "main")
            commit(cases.parent, COMMITTED)
            shutil.copy(FULL / f"{LATEST}.yml", cases)
            commit(cases.parent, LATEST_COMMITTED)
    return cases


@pytest.fixture(scope="session")
def small_library() -> Library:
    """Return the linked small data."""
    return build_library(read(SMALL))


@pytest.fixture(scope="session")
def library() -> Library:
    """Return the linked full data."""
    return build_library(read(FULL))


@pytest.fixture(scope="session")
def site(full: Path, tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Return the site of the full data, with the settings of a published site."""
    return _built(full, "mkdocs", _shared(tmp_path_factory, worker_id) / "mkdocs")


@pytest.fixture(scope="session")
def next_site(full: Path, tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Return the same site, built with the next engine."""
    return _built(full, "zensical", _shared(tmp_path_factory, worker_id) / "zensical")


@pytest.fixture(scope="session")
def live_site(live_cases: Path, tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Return the site of the live data, with the settings of a published site."""
    return _built(live_cases, "mkdocs", _shared(tmp_path_factory, worker_id) / "live")


def _shared(factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Return a folder shared by all test processes."""
    folder = factory.getbasetemp()
    return folder if worker_id == "master" else folder.parent


def _built(cases: Path, engine: str, folder: Path) -> Path:
    """Build a site once for all test processes."""
    folders = Folders(cases=cases, docs=folder / "docs", site=folder / "site")
    with FileLock(f"{folder}.lock"):
        if not folders.site.exists():
            build(folders, PUBLISHED, engine)
    return folders.site
