"""The command `new`: ask at the terminal, write the file, check it and name the next steps."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from scripts.checks import check
from scripts.checks.valid_subset import valid_subset
from scripts.commands.new.case_template import template
from scripts.commands.new.prompts import Dialogue
from scripts.diagnostics import as_text
from scripts.errors import UsageError
from scripts.library.linking import build_library
from scripts.loading.dataset import read
from scripts.loading.folder import shown


def run(folder: Path) -> int:
    """Create a new case.

    Args:
        folder: The folder of data.

    Returns:
        0.

    Raises:
        UsageError: When an answer is not in the encoding of the terminal.
    """
    dataset = read(folder)
    taken = frozenset(document.id for document in dataset.cases)
    dialogue = Dialogue(_answer, print, build_library(valid_subset(dataset)), taken, date.today())  # noqa: DTZ011 - the local day
    new = dialogue.run()
    path = folder / f"{new.id}.yml"
    with path.open("x", encoding="utf-8") as file:
        file.write(template(new.values))
    print(f"\n{shown(path)} är skriven.")
    _print_next_steps(folder, path)
    return 0


def _answer(question: str) -> str:
    """Read an answer from the terminal. At the end of input, all remaining questions are left open."""
    try:
        answer = input(question)
        answer.encode()
    except EOFError:
        return ""
    except UnicodeError:
        raise UsageError("svaret går inte att läsa: terminalen ska skriva i UTF-8") from None
    return answer


def _print_next_steps(folder: Path, path: Path) -> None:
    problems = [problem for problem in check(read(folder)) if problem.file == shown(path)]
    if problems:
        print(f"Det här är kvar:\n\n{as_text(problems)}")
    else:
        print("Kontrollen hittar inga fel. Fyll på med det du vet: varje fält är förklarat i filen.\n")
    print(
        "Sedan:\n"
        "  1. make serve   visar sidan medan du skriver\n"
        "  2. make check   säger vad som är kvar\n"
        "  3. Skicka filen som en pull request, eller ladda upp den på GitHub. CONTRIBUTING.md säger hur."
    )
