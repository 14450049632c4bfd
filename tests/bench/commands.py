"""The cost of a command: its time, and the memory of its largest process."""

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
    """The time in seconds and the memory in megabytes."""

    seconds: float
    megabytes: float


def scripts(*words: str) -> tuple[str, ...]:
    """Return a command of the project."""
    return sys.executable, "-m", "scripts", *words


def bare(docs: Path, site: Path, folder: Path) -> tuple[str, ...]:
    """Return a command that builds the same Markdown with MkDocs, its own theme and its own search.

    Args:
        docs: The generated pages.
        site: The folder of the site.
        folder: The folder of the configuration file, which is written.

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
        The cost, including that of the processes that it started and waited for.

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
    """Run some commands repeatedly in turn, so that a slow period affects all of them.

    Args:
        commands: The name of each, the command, and a function to call before it.
        times: The number of runs of each.

    Returns:
        The median time and the largest memory of each, by name.
    """
    commands = tuple(commands)
    costs_by_name: dict[str, list[Cost]] = {name: [] for name, _, _ in commands}
    for turn in range(times):
        for name, command, before in commands:
            before()
            costs_by_name[name].append(run(command))
            print(f"  {turn + 1}/{times} {name}: {costs_by_name[name][-1].seconds:.1f} s", file=sys.stderr, flush=True)
    return {
        name: Cost(statistics.median(cost.seconds for cost in costs), max(cost.megabytes for cost in costs))
        for name, costs in costs_by_name.items()
    }
