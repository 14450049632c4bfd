"""The single maintenance issue: open, update or close it with the GitHub CLI."""

from __future__ import annotations

import json
import shutil
import subprocess

from scripts.errors import CommandError

TITLE = "Underhåll: länkar och gamla uppgifter"
LABEL = "underhåll"
"""The label of the issue. Setting labels needs write access, so nobody else can forge the issue."""

DONE = "I natt fanns inget att åtgärda. Ärendet öppnas på nytt som ett annat när det behövs."


class IssueError(CommandError):
    """The GitHub CLI is missing or failed. The message is in Swedish."""


def publish(body: str) -> str:
    """Open, update or close the issue.

    Args:
        body: The text; empty to close the issue.

    Returns:
        A sentence in Swedish on what was done.

    Raises:
        IssueError: When GitHub cannot be reached or refuses.
    """
    number = _open_issue()
    if not body and number is None:
        return "inget att åtgärda, och inget ärende att stänga"
    if not body:
        _gh("issue", "close", str(number), "--comment", DONE)
        return f"ärende {number} är stängt"
    if number is None:
        _gh("label", "create", LABEL, "--force", "--color", "0b5c6b", "--description", "Det som behöver ses över")
        address = _gh("issue", "create", "--title", TITLE, "--label", LABEL, "--body-file", "-", text=body)
        return f"ett ärende är öppnat: {address.strip()}"
    _gh("issue", "edit", str(number), "--body-file", "-", text=body)
    return f"ärende {number} är uppdaterat"


def _open_issue() -> int | None:
    """Return the number of the open issue, the oldest if there are several, or None."""
    listed = _gh("issue", "list", "--label", LABEL, "--state", "open", "--limit", "100", "--json", "number,title")
    try:
        numbers = [int(issue["number"]) for issue in json.loads(listed) if issue["title"] == TITLE]
    except (ValueError, KeyError, TypeError):
        raise IssueError("gh svarade inte med en lista över ärenden") from None
    return min(numbers, default=None)


def _gh(*arguments: str, text: str = "") -> str:
    program = shutil.which("gh")
    if program is None:
        raise IssueError("GitHubs kommando gh är inte installerat. Läs hur: https://cli.github.com/")
    done = subprocess.run(
        [program, *arguments], input=text, capture_output=True, encoding="utf-8", errors="replace", check=False
    )
    if done.returncode:
        raise IssueError(f"gh {' '.join(arguments[:2])} misslyckades: {done.stderr.strip()[:400]}")
    return done.stdout
