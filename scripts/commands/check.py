"""The command `check`: read and check data."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from scripts.checks import check
from scripts.checks.evidence import uncounted
from scripts.checks.selection import files_elsewhere, folders_elsewhere, unchecked, within
from scripts.diagnostics import FORMATS, mistakes
from scripts.errors import UsageError
from scripts.loading.dataset import read
from scripts.settings import Settings

_UNCOUNTED = "Nämns av slussar, men ingen har gjort det såvitt vi vet. Står därför bland dem från andra håll"


def run(cases: Path, paths: Sequence[Path], output_format: str, since: str | None, settings: Settings) -> int:
    """Print the problems in a folder of data.

    Args:
        cases: The folder.
        paths: The files and folders whose problems are printed; all if empty. A file outside the folder is checked as
            if it were a case in it.
        output_format: The name of one of the `FORMATS`.
        since: A commit. Addresses that existed then and are gone now are reported too; None to skip this.
        settings: The address of the site, for links to explanations of the codes.

    Returns:
        0 when there are no mistakes, otherwise 1.

    Raises:
        GitError: When there is no such commit.
        UsageError: When a path is a folder outside the folder of data.
    """
    if outside := folders_elsewhere(paths, cases):
        raise UsageError(
            f'"{outside[0]}" ligger utanför "{cases}". Skriv filerna en och en, eller --cases {outside[0]}'
        )
    dataset = read(cases, files_elsewhere(paths, cases))
    before = None
    if since is not None:
        from scripts.git.snapshot import read_at

        before = read_at(since, cases)
    problems = check(dataset, before)
    if paths:
        problems = within(problems, paths)
        for path in unchecked(paths, dataset):
            print(f'"{path}" innehåller inga data och kontrolleras inte', file=sys.stderr)
    page = settings.problem_page
    shown = problems if output_format == "text" else [problem.linked(page) for problem in problems]
    sys.stdout.write(FORMATS[output_format](shown))
    if output_format == "text":
        sys.stdout.flush()
        if problems:
            print(f"Mer om varje kod: {page or '/bidra/fel/ på webbplatsen'}", file=sys.stderr)
        if not paths and (names := uncounted(dataset)):
            print(f"{_UNCOUNTED} ({len(names)}): {', '.join(names)}", file=sys.stderr)
    return 1 if mistakes(problems) else 0
