"""What a command costs: its time, and the memory of the largest process it starts."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from scripts.build.process import QUIET
from scripts.settings import ROOT


@dataclass(frozen=True)
class Cost:
    """Seconds and megabytes."""

    seconds: float
    megabytes: float


def scripts(*words: str) -> tuple[str, ...]:
    """A command of the project."""
    return sys.executable, "-m", "scripts", *words


def bare(docs: Path, site: Path, folder: Path) -> tuple[str, ...]:
    """MkDocs as it comes, with its own theme and search, over the same Markdown.

    Args:
        docs: The generated pages.
        site: Where the site goes.
        folder: Where the settings file goes.

    Returns:
        The command.
    """
    config = folder / "bare.yml"
    config.write_text(
        f"site_name: Bare\ndocs_dir: {docs.as_posix()!r}\ntheme: mkdocs\n"
        "markdown_extensions: [attr_list, md_in_html, tables]\n",
        encoding="utf-8",
    )
    return sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(config), "--site-dir", str(site)


def run(command: Sequence[str]) -> Cost:
    """Run a command once.

    Args:
        command: The program and its arguments.

    Returns:
        What it cost, with all that it started and waited for.

    Raises:
        subprocess.CalledProcessError: When it fails.
    """
    began = time.perf_counter()
    with subprocess.Popen(
        command, cwd=ROOT, env={**os.environ, **QUIET}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    # Kilobytes on Linux, bytes on macOS.
    unit = 1024 if sys.platform != "darwin" else 1024 * 1024
    return Cost(time.perf_counter() - began, usage.ru_maxrss / unit)


def in_turn(commands: Iterable[tuple[str, Sequence[str], Callable[[], object]]], times: int) -> dict[str, Cost]:
    """Run some commands over and over, one after the other, so that a slow minute hits them all alike.

    Args:
        commands: The name of each, its words, and what is done before it.
        times: How many times.

    Returns:
        The median time and the largest memory of each, by name.
    """
    commands = tuple(commands)
    found: dict[str, list[Cost]] = {name: [] for name, _, _ in commands}
    for turn in range(times):
        for name, command, before in commands:
            before()
            found[name].append(run(command))
            print(f"  {turn + 1}/{times} {name}: {found[name][-1].seconds:.1f} s", file=sys.stderr, flush=True)
    return {
        name: Cost(statistics.median(cost.seconds for cost in costs), max(cost.megabytes for cost in costs))
        for name, costs in found.items()
    }
