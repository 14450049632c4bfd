"""What makes HTML of the pages: MkDocs, or Zensical.

Both read the same Markdown, the same `mkdocs.yml` and the same frame. Here is all that differs in how
they are called. What differs from site to site is added to `mkdocs.yml` by a file that inherits it.
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
from scripts.git.version import Version
from scripts.settings import ROOT, Settings

Engine = Callable[[Path, Path, Settings, Version], None]
"""Builds a folder of pages into a new folder, strictly, with the settings of the site and the version it is built from.

Its temporary files go beside the new folder, which is in a staging directory.
"""

_INSTALLED_BY = {"mkdocs": ("MkDocs", "make site"), "zensical": ("Zensical", "make zensical")}
"""What each package is called, and what installs it."""

_COLOUR = re.compile(r"\x1b\[[\d;]*m")


def extra_values(settings: Settings, version: Version) -> dict[str, str]:
    """Return what is added to `extra` in `mkdocs.yml`, which the frame of a page reads."""
    return {
        "repository": settings.repository_url,
        "publisher": settings.publisher,
        "contact": settings.contact,
        "commit": version.commit,
        "date": version.date,
    }


def mkdocs(docs: Path, target: Path, settings: Settings, version: Version) -> None:
    """Build with MkDocs. The folder of pages is a setting of the file, so it gets one of its own.

    Not with `--quiet`: what it does not tell of, it is not strict about either.
    """
    config = target.with_suffix(".yml")
    config.write_text(_inheriting(settings, version, docs_dir=str(docs.resolve())), encoding="utf-8")
    command = [*_module("mkdocs"), "build", "--strict", "--clean"]
    run([*command, "--site-dir", str(target.resolve()), "--config-file", str(config.resolve())], _clock(version))


def zensical(docs: Path, target: Path, settings: Settings, version: Version) -> None:
    """Build with Zensical. It builds only what is in the folder of its settings file, and there it leaves its cache."""
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        project = Path(folder)
        shutil.copytree(docs, project / "docs")
        config = project / "mkdocs.yml"
        config.write_text(_inheriting(settings, version), encoding="utf-8")
        try:
            run([*_module("zensical"), "build", "--strict", "--config-file", str(config.resolve())], _clock(version))
        except BuildError as error:
            raise BuildError(_plain(str(error))) from None
        (project / "site").rename(target)
    # An index for the search of its own theme.
    (target / "search.json").unlink(missing_ok=True)


ENGINES: Mapping[str, Engine] = {"mkdocs": mkdocs, "zensical": zensical}
"""By the name on the command line."""

DEFAULT_ENGINE = "mkdocs"


def _inheriting(settings: Settings, version: Version, **paths: str) -> str:
    """A configuration file in another folder than the one it inherits. JSON is YAML, whatever the values hold."""
    added = {
        "INHERIT": str(ROOT / "mkdocs.yml"),
        "theme": {"custom_dir": str(ROOT / "overrides")},
        "site_url": settings.site_url,
        "extra": extra_values(settings, version),
    }
    return json.dumps({**added, **paths}, ensure_ascii=False)


def _clock(version: Version) -> dict[str, str]:
    """Make an engine take the time from the commit instead of the clock."""
    return {"SOURCE_DATE_EPOCH": str(version.build_time)}


def _module(name: str) -> tuple[str, ...]:
    """The beginning of a command that runs an installed package."""
    if find_spec(name) is None:
        title, command = _INSTALLED_BY[name]
        raise BuildError(f"{title} är inte installerat. Installera och bygg med: {command}")
    return sys.executable, "-m", name


def _plain(printed: str) -> str:
    """What went wrong, without colours, and without where in the program it was found."""
    return re.sub(r"^Traceback .*\n(?=\S)", "", _COLOUR.sub("", printed), flags=re.MULTILINE | re.DOTALL)
