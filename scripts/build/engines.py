"""What makes HTML of the pages: MkDocs, or Zensical.

Both read the same Markdown, the same `mkdocs.yml` and the same frame. Here is all that differs in how
they are called.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path

from scripts.build.process import BuildError, run
from scripts.settings import ROOT

Engine = Callable[[Path, Path, Mapping[str, str]], None]
"""Builds a folder of pages into a new folder, strictly, with what the settings file reads from the environment.

Its temporary files go beside the new folder, which is in a staging directory.
"""

_INSTALLED_BY = {"mkdocs": ("MkDocs", "make site"), "zensical": ("Zensical", "make zensical")}
"""What each package is called, and what installs it."""

_COLOUR = re.compile(r"\x1b\[[\d;]*m")


def mkdocs(docs: Path, target: Path, environment: Mapping[str, str]) -> None:
    """Build with MkDocs. The folder of pages is a setting of the file, so it gets one of its own.

    Not with `--quiet`: what it does not tell of, it is not strict about either.
    """
    config = target.with_suffix(".yml")
    config.write_text(_inheriting(docs_dir=str(docs.resolve())), encoding="utf-8")
    command = [*_module("mkdocs"), "build", "--strict", "--clean"]
    run([*command, "--site-dir", str(target.resolve()), "--config-file", str(config.resolve())], environment)


def zensical(docs: Path, target: Path, environment: Mapping[str, str]) -> None:
    """Build with Zensical. It builds only what is in the folder of its settings file, and there it leaves its cache."""
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        project = Path(folder)
        shutil.copytree(docs, project / "docs")
        config = project / "mkdocs.yml"
        config.write_text(_inheriting(), encoding="utf-8")
        try:
            run([*_module("zensical"), "build", "--strict", "--config-file", str(config.resolve())], environment)
        except BuildError as error:
            raise BuildError(_plain(str(error))) from None
        (project / "site").rename(target)
    # An index for the search of its own theme.
    (target / "search.json").unlink(missing_ok=True)


ENGINES: Mapping[str, Engine] = {"mkdocs": mkdocs, "zensical": zensical}
"""By the name on the command line."""


def _inheriting(**settings: str) -> str:
    """A settings file that lies somewhere else than the one it goes by. JSON is YAML, whatever the paths hold."""
    theme = {"custom_dir": str(ROOT / "overrides")}
    return json.dumps({"INHERIT": str(ROOT / "mkdocs.yml"), "theme": theme, **settings}, ensure_ascii=False)


def _module(name: str) -> tuple[str, ...]:
    """The beginning of a command that runs an installed package."""
    if find_spec(name) is None:
        title, command = _INSTALLED_BY[name]
        raise BuildError(f"{title} är inte installerat. Installera och bygg med: {command}")
    return sys.executable, "-m", name


def _plain(printed: str) -> str:
    """What went wrong, without colours, and without where in the program it was found."""
    return re.sub(r"^Traceback .*\n(?=\S)", "", _COLOUR.sub("", printed), flags=re.MULTILINE | re.DOTALL)
