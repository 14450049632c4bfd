"""The engines that turn Markdown pages into HTML: MkDocs and Zensical.

Both read the same Markdown, the same `mkdocs.yml` and the same frame, and only how they are called differs. Settings of
a site are added by a configuration file that inherits from `mkdocs.yml`.
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
"""A function that builds a folder of pages into a new folder, with the settings and the version of the site.

Its temporary files go beside the new folder, which is in a staging directory.
"""

_INSTALLED_BY = {"mkdocs": ("MkDocs", "make site"), "zensical": ("Zensical", "make zensical")}
"""The title of each package, and the command that installs it."""

_COLOUR = re.compile(r"\x1b\[[\d;]*m")


def extra_values(settings: Settings, version: Version) -> dict[str, str]:
    """Return the values of `extra` in `mkdocs.yml` that depend on the build. The frame of a page reads them."""
    return {
        "repository": settings.repository_url,
        "publisher": settings.publisher,
        "contact": settings.contact,
        "commit": version.commit,
        "date": version.date,
    }


def mkdocs(docs: Path, target: Path, settings: Settings, version: Version) -> None:
    """Build with MkDocs, with a configuration file that names the folder of pages.

    Without `--quiet`, because warnings that are not shown are not counted by `--strict` either.
    """
    config = target.with_suffix(".yml")
    config.write_text(_inheriting(settings, version, docs_dir=str(docs.resolve())), encoding="utf-8")
    command = [*_module("mkdocs"), "build", "--strict", "--clean"]
    run([*command, "--site-dir", str(target.resolve()), "--config-file", str(config.resolve())], _clock(version))


def zensical(docs: Path, target: Path, settings: Settings, version: Version) -> None:
    """Build with Zensical, which builds only from the folder of its configuration file and leaves its cache there."""
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
    # The index of the theme's own search, which the site does not use.
    (target / "search.json").unlink(missing_ok=True)


ENGINES: Mapping[str, Engine] = {"mkdocs": mkdocs, "zensical": zensical}
"""The engines, by their names on the command line."""

DEFAULT_ENGINE = "mkdocs"


def _inheriting(settings: Settings, version: Version, **paths: str) -> str:
    """Write a configuration that inherits from `mkdocs.yml`, as JSON, which is YAML without quoting issues."""
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
    """Return the first words of a command that runs an installed package."""
    if find_spec(name) is None:
        title, command = _INSTALLED_BY[name]
        raise BuildError(f"{title} är inte installerat. Installera och bygg med: {command}")
    return sys.executable, "-m", name


def _plain(printed: str) -> str:
    """Strip colours and tracebacks from an error message."""
    return re.sub(r"^Traceback .*\n(?=\S)", "", _COLOUR.sub("", printed), flags=re.MULTILINE | re.DOTALL)
