"""Run the programs that a build needs."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping, Sequence

from scripts.errors import CommandError
from scripts.settings import ROOT, child_environment

QUIET = {"NO_MKDOCS_2_WARNING": "1", "PYTHONWARNINGS": "ignore::DeprecationWarning"}
"""Silences the theme's notice about its end of life, which does not concern contributors."""

UTF_8 = {"PYTHONIOENCODING": "utf-8"}
"""Makes Python programs print UTF-8."""


class BuildError(CommandError):
    """A program failed. The message is its output."""


def run(command: Sequence[str], environment: Mapping[str, str] | None = None) -> str:
    """Run a program in the root of the repository, and capture its output.

    Args:
        command: The program and its arguments.
        environment: Variables to add to its environment.

    Returns:
        Its output.

    Raises:
        BuildError: When it fails.
    """
    done = subprocess.run(
        command, cwd=ROOT, env=child_environment({**QUIET, **UTF_8, **(environment or {})}),
        capture_output=True, text=True, encoding="utf-8", errors="replace", check=False,
    )  # fmt: skip
    if done.returncode:
        raise BuildError(f"{done.stdout}{done.stderr}".strip())
    return done.stdout
