"""From the data to a built and searchable site."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from scripts.checks import check
from scripts.library import build_library
from scripts.pages import all_pages
from scripts.pages.page import Site
from scripts.problems import Problem, mistakes
from scripts.reading.files import read
from scripts.rendering import render_all, write
from scripts.revision import revision
from scripts.settings import ROOT, Settings

ASSETS = ROOT / "docs" / "assets"

THEME_FILES = ("javascripts", "stylesheets", "images")
"""What the theme puts in the folder of assets, and no page asks for."""

NOT_SEARCHED = (".cite", ".sources", ".who", ".trail", ".contents", ".ask .by")
"""What says nothing of its own, and would only stand in the way of the sentence that matched."""

PAGEFIND = (
    sys.executable, "-m", "pagefind", "--force-language", "sv", "--quiet",
    "--exclude-selectors", ",".join(NOT_SEARCHED),
)  # fmt: skip


class DataError(Exception):
    """The data has mistakes, so there is nothing to make pages of."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(f"{len(self.problems)} problem i data")


class BuildError(Exception):
    """A program that the build runs did not succeed. The message is what it printed."""


@dataclass(frozen=True)
class Folders:
    """Where the data is, where the pages go, and where the site goes."""

    cases: Path = ROOT / "cases"
    docs: Path = ROOT / "docs"
    site: Path = ROOT / "site"


def pages_of(cases: Path, settings: Settings) -> dict[str, str]:
    """Check a folder of data and make its pages.

    Args:
        cases: The folder.
        settings: The addresses of the site.

    Returns:
        Path → Markdown.

    Raises:
        DataError: When the data has mistakes. Warnings stop nothing.
    """
    dataset = read(cases)
    problems = check(dataset)
    if mistakes(problems):
        raise DataError(problems)
    site = Site(build_library(dataset), settings)
    return render_all(all_pages(site), site)


def generate(folders: Folders, settings: Settings) -> tuple[int, int]:
    """Write the pages.

    Returns:
        How many files were written, and how many removed.

    Raises:
        DataError: When the data has mistakes. Then nothing is written.
    """
    return write(pages_of(folders.cases, settings), folders.docs, ASSETS)


def build(folders: Folders, settings: Settings) -> None:
    """Generate, build and index. The old site stays in place until the new one is whole.

    Raises:
        DataError: When the data has mistakes.
        BuildError: When MkDocs or Pagefind fails.
    """
    generate(folders, settings)
    folders.site.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folders.site.parent, prefix=".site-") as workshop:
        fresh = Path(workshop) / "fresh"
        _run_mkdocs(folders.docs, fresh, settings)
        for unused in THEME_FILES:
            shutil.rmtree(fresh / "assets" / unused, ignore_errors=True)
        _run([*PAGEFIND, "--site", str(fresh)])
        _replace(folders.site, fresh, Path(workshop) / "old")


def _run_mkdocs(docs: Path, target: Path, settings: Settings) -> None:
    """Build with MkDocs, strictly. The folder of pages is a setting of the file, so it may need one of its own."""
    environment = settings.as_environment() | revision(ROOT)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--clean", "--quiet", "--site-dir", str(target)]
    if docs.resolve() == (ROOT / "docs").resolve():
        _run([*command, "--config-file", str(ROOT / "mkdocs.yml")], environment)
        return
    with tempfile.NamedTemporaryFile("w", suffix=".yml", dir=ROOT, prefix=".mkdocs-", encoding="utf-8") as config:
        config.write(f"INHERIT: mkdocs.yml\ndocs_dir: {docs.resolve().as_posix()!r}\n")
        config.flush()
        _run([*command, "--config-file", config.name], environment)


def _run(command: list[str], environment: Mapping[str, str] | None = None) -> None:
    # The theme's notice about its own end of life says nothing to a contributor.
    quiet = {"NO_MKDOCS_2_WARNING": "1", "PYTHONWARNINGS": "ignore::DeprecationWarning"}
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **quiet, **(environment or {})},
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    if done.returncode:
        raise BuildError(f"{done.stdout}{done.stderr}".strip())


def _replace(site: Path, fresh: Path, old: Path) -> None:
    """Put a finished site where the old one is."""
    if site.exists():
        site.rename(old)
    fresh.rename(site)
    shutil.rmtree(old, ignore_errors=True)
