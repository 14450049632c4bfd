"""The command `check`: read and check data."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from scripts.checks import check
from scripts.diagnostics import FORMATS, Problem, mistakes
from scripts.loading.dataset import read, shown


def run(cases: Path, paths: Sequence[Path], output_format: str, since: str | None) -> int:
    """Print the problems in a folder of data.

    Args:
        cases: The folder.
        paths: The files and folders whose problems are printed; all when there are none. A file elsewhere is read as
            a case of the folder.
        output_format: The name of one of the `FORMATS`.
        since: A commit, whose addresses are to be there still.

    Returns:
        0 when there are no mistakes, otherwise 1.

    Raises:
        GitError: When there is no such commit.
    """
    inside = cases.resolve()
    extra = [path for path in paths if path.is_file() and inside not in path.resolve().parents]
    dataset = read(cases, extra)
    problems: Sequence[Problem] = check(dataset)
    if since is not None:
        from scripts.checks.lost_urls import lost_addresses
        from scripts.git.snapshot import read_at

        problems = sorted([*problems, *lost_addresses(read_at(since, cases), dataset)])
    if paths:
        wanted = {shown(path) for path in paths}
        problems = [problem for problem in problems if any(_is_within(problem.file, path) for path in wanted)]
    sys.stdout.write(FORMATS[output_format](problems))
    return 1 if mistakes(problems) else 0


def _is_within(file: str, path: str) -> bool:
    return path in {file, "."} or file.startswith(f"{path.rstrip('/')}/")
