"""What the tests share: data to work on, and the real site, built once."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings

from scripts.build.pagefind import FOLDER
from scripts.build.pipeline import build
from scripts.library.library import Library, build_library
from scripts.loading.dataset import read
from scripts.settings import ROOT, Folders, Settings

# That a machine is busy with other things is no mistake in what is tested.
settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")

SMALL = ROOT / "tests" / "data" / "small"
"""Two invented sluices with a small catalogue, without mistakes."""

PUBLISHED = Settings(
    site_url="https://example.org/ideslussar",
    repository_url="https://example.org/kod/ideslussar",
    contact="redaktionen@example.org",
)
"""The addresses of an invented published site."""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A copy of the small data, to change at will."""
    return Path(shutil.copytree(SMALL, tmp_path / "cases"))


def git(folder: Path, *arguments: str) -> str:
    """What Git answers in a repository of the tests' own."""
    who = ["-c", "user.name=Test", "-c", "user.email=test@example.org"]
    command = [shutil.which("git") or "git", "-C", str(folder), *who, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout.strip()


def change(path: Path, old: str, new: str) -> None:
    """Write something else in a file."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, by its path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def reproducible(site: Path) -> dict[str, bytes]:
    """Every file of a site that is the same in every build of a commit: all but Pagefind's index."""
    return {path: content for path, content in contents(site).items() if not path.startswith(f"{FOLDER}/")}


@pytest.fixture
def committed(small: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small data as the only commit of a repository, where one stands."""
    git(small.parent, "init", "--quiet", "--initial-branch", "main")
    git(small.parent, "add", "--all")
    git(small.parent, "commit", "--quiet", "--message", "Allt")
    monkeypatch.chdir(small.parent)
    return Path(small.name)


@pytest.fixture(scope="session")
def small_library() -> Library:
    """The small data, linked."""
    return build_library(read(SMALL))


@pytest.fixture(scope="session")
def library() -> Library:
    """The real data, linked."""
    return build_library(read(ROOT / "cases"))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The real site, built as it is published."""
    return _built("mkdocs", tmp_path_factory.getbasetemp(), worker_id)


@pytest.fixture(scope="session")
def next_site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The same, built with the next engine."""
    return _built("zensical", tmp_path_factory.getbasetemp(), worker_id)


def _built(engine: str, folder: Path, worker_id: str) -> Path:
    """Build once, however many processes the tests run in."""
    if worker_id != "master":
        folder = folder.parent
    folders = Folders(docs=folder / engine / "docs", site=folder / engine / "site")
    with FileLock(folder / f"{engine}.lock"):
        if not folders.site.exists():
            build(folders, PUBLISHED, engine)
    return folders.site
