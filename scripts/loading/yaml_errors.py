"""Likely causes of YAML syntax errors, explained in Swedish.

PyYAML reports where it gave up, which is seldom where the mistake is. So the usual causes are looked for in the lines
around that place.
"""

from __future__ import annotations

import re
from itertools import pairwise

import yaml

from scripts.diagnostics import Code, Problem
from scripts.model.messages import explain

_UNQUOTED_COLON = re.compile(r"^(?P<before>\s*(?:- )?[\w-]+:\s+(?![\"'>|\[{]))(?P<text>.*:(?:\s.*)?)$")
_OPEN_QUOTATION = re.compile(r"""^(?P<before>\s*(?:- )?[\w-]+:\s+)(?P<mark>["'])(?:(?!(?P=mark)).)*$""")
_KEY = re.compile(r"^\s*(?:- )?[\w-]+:(\s|$)")


def likely_cause(error: yaml.MarkedYAMLError, text: str, file: str) -> Problem:
    r"""Turn an error of the YAML parser into a problem that names the likely cause.

    Args:
        error: What the parser raised.
        text: The file's text, with line ends as `\n`.
        file: The path to show.

    Returns:
        One problem, at the place of the likely mistake.
    """
    lines = text.split("\n")
    line, column = _place(error.problem_mark or error.context_mark, lines)
    start = _place(error.context_mark or error.problem_mark, lines)
    what = f"{error.context or ''} {error.problem or ''}"

    for number in (line, line - 1):
        if 0 <= number < len(lines) and (match := _UNQUOTED_COLON.match(lines[number])) and "mapping values" in what:
            return _problem(file, number, len(match["before"]), "colon", text=match["text"].strip())
    if "escape" in what:
        return _problem(file, line, column, "escape")
    unclosed = _unclosed_quotation(lines[: line + 1])
    if unclosed or "quoted scalar" in what:
        return _problem(file, *(unclosed or start), "quotation")
    if _missing_dash(lines, line, what):
        return _problem(file, line, _indentation(lines[line]), "dash")
    if "cannot start any token" in what:
        return _problem(file, line, column, "start", character=lines[line][column : column + 1])
    if "flow" in what:
        return _problem(file, line, column, "flow")
    if "could not find expected ':'" in what:
        return _problem(file, *start, "key")
    if "mapping values" in what and _KEY.match(lines[line]):
        column = _indentation(lines[line])
    return _problem(file, line, column, "indentation")


def _place(mark: yaml.Mark | None, lines: list[str]) -> tuple[int, int]:
    """Return the line and column of a mark, counted from 0 and clamped to the file."""
    return (min(mark.line, len(lines) - 1), mark.column) if mark else (0, 0)


def _missing_dash(lines: list[str], line: int, what: str) -> bool:
    """Return whether a key stands where the next item of a list is expected."""
    if "block collection" not in what or line >= len(lines) or not _KEY.match(lines[line]):
        return False
    before = next((earlier for earlier in reversed(lines[:line]) if earlier.strip()), "")
    return _indentation(lines[line]) > 0 and (
        before.lstrip().startswith("- ") or _indentation(before) > _indentation(lines[line])
    )


def _unclosed_quotation(lines: list[str]) -> tuple[int, int] | None:
    """Return the place of a quotation mark that is not closed before the next key, or None."""
    for number, (line, following) in enumerate(pairwise(lines)):
        if (match := _OPEN_QUOTATION.match(line)) and _KEY.match(following):
            return number, match.end("before")
    return None


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _problem(file: str, line: int, column: int, variant: str, **values: str) -> Problem:
    return Problem(file, line + 1, column + 1, *explain(Code.SYNTAX, variant, **values))
