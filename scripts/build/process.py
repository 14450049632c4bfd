"""Programs that the build runs."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping, Sequence

from scripts.errors import CommandError
from scripts.settings import ROOT, child_environment

QUIET = {"NO_MKDOCS_2_WARNING": "1", "PYTHONWARNINGS": "ignore::DeprecationWarning"}
"""The theme's notice about its own end of life says nothing to a contributor."""

UTF_8 = {"PYTHONIOENCODING": "utf-8"}
"""How programs in Python are to print what we read."""


class BuildError(CommandError):
    """A program that the build runs did not succeed. The message is what it printed."""


def run(command: Sequence[str], environment: Mapping[str, str] | None = None) -> str:
    """Run a program in the repository, and keep quiet when it succeeds.

    Args:
        command: The program and its arguments.
        environment: What it reads from the environment beside what is there already.

    Returns:
        What it printed.

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
