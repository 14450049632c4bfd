"""What makes HTML of the pages: MkDocs, or Zensical.

Both read the same Markdown, the same `mkdocs.yml` and the same frame. Here is all that differs in how
they are called.
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path

from scripts.programs import BuildError, run
from scripts.settings import ROOT

Engine = Callable[[Path, Path, Mapping[str, str]], None]
"""Builds a folder of pages into a new folder, strictly, with what the settings file reads from the environment."""

_INSTALLED_BY = {"mkdocs": ("MkDocs", "make site"), "zensical": ("Zensical", "make zensical")}
"""What each package is called, and what installs it."""

_COLOUR = re.compile(r"\x1b\[[\d;]*m")


def mkdocs(docs: Path, target: Path, environment: Mapping[str, str]) -> None:
    """Build with MkDocs. The folder of pages is a setting of the file, so it may need one of its own.

    Not with `--quiet`: what it does not tell of, it is not strict about either.
    """
    command = [*_module("mkdocs"), "build", "--strict", "--clean", "--site-dir", str(target)]
    if docs.resolve() == (ROOT / "docs").resolve():
        run([*command, "--config-file", str(ROOT / "mkdocs.yml")], environment)
        return
    with tempfile.NamedTemporaryFile("w", suffix=".yml", dir=ROOT, prefix=".mkdocs-", encoding="utf-8") as config:
        config.write(f"INHERIT: mkdocs.yml\ndocs_dir: {docs.resolve().as_posix()!r}\n")
        config.flush()
        run([*command, "--config-file", config.name], environment)


def zensical(docs: Path, target: Path, environment: Mapping[str, str]) -> None:
    """Build with Zensical. It builds only what is in the folder of its settings file, and there it leaves its cache."""
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        project = Path(folder)
        shutil.copytree(docs, project / "docs")
        config = project / "mkdocs.yml"
        config.write_text(
            f"INHERIT: {(ROOT / 'mkdocs.yml').as_posix()!r}\n"
            f"theme: {{custom_dir: {(ROOT / 'overrides').as_posix()!r}}}\n",
            encoding="utf-8",
        )
        try:
            run(
                [*_module("zensical"), "build", "--strict", "--config-file", str(config)],
                environment,
            )
        except BuildError as error:
            raise BuildError(_plain(str(error))) from None
        (project / "site").rename(target)
    # An index for the search of its own theme.
    (target / "search.json").unlink(missing_ok=True)


ENGINES: Mapping[str, Engine] = {"mkdocs": mkdocs, "zensical": zensical}
"""By the name on the command line."""


def _module(name: str) -> tuple[str, ...]:
    """The beginning of a command that runs an installed package."""
    if find_spec(name) is None:
        title, command = _INSTALLED_BY[name]
        raise BuildError(f"{title} är inte installerat. Installera och bygg med: {command}")
    return sys.executable, "-m", name


def _plain(printed: str) -> str:
    """What went wrong, without colours, and without where in the program it was found."""
    return re.sub(r"^Traceback .*\n(?=\S)", "", _COLOUR.sub("", printed), flags=re.MULTILINE | re.DOTALL)
