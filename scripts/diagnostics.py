"""Problems in the data, each with its place, a message and a hint, and the formats they are printed in."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from enum import StrEnum

from scripts.errors import CommandError


class Code(StrEnum):
    """A kind of problem: a mistake (K) or a warning (V). The codes are stable: people search for them.

    Their words are in `model/messages.yml`.
    """

    NOT_UTF8 = "K001"
    FILE_SIZE = "K002"
    TAB = "K003"
    SYNTAX = "K004"
    DUPLICATE_KEY = "K005"
    ANCHOR_OR_TAG = "K006"
    UNKNOWN_KEY = "K007"
    MISSING_KEY = "K008"
    WRONG_TYPE = "K009"
    EMPTY_TEXT = "K010"
    BOOLEAN_FOR_TEXT = "K011"
    UNKNOWN_METHOD = "K012"
    NUMBER_FOR_TEXT = "K013"
    DATE = "K014"
    END_BEFORE_START = "K015"
    TOO_LONG = "K016"
    TOO_SHORT = "K017"
    MARKUP = "K018"
    WEB_ADDRESS = "K019"
    TRACKING = "K020"
    UNKNOWN_CHOICE = "K021"
    UNKNOWN_FACTOR = "K022"
    UNKNOWN_LESSON = "K023"
    UNKNOWN_TAG = "K024"
    UNKNOWN_MUNICIPALITY = "K025"
    SOURCE_NOT_DECLARED = "K026"
    SOURCE_NOT_CITED = "K027"
    SAME_ADDRESS = "K028"
    UNKNOWN_RECORD = "K029"
    RETIRED_RECORD = "K030"
    CIRCULAR_REPLACEMENT = "K031"
    SAME_ID = "K032"
    SAME_NAME = "K033"
    PERSONAL_NUMBER = "K034"
    EMAIL = "K035"
    TELEPHONE = "K036"
    FILE_NAME = "K037"
    NO_LESSON = "K038"
    NO_BASIS = "K039"
    CONTROL_CHARACTER = "K040"
    ID_FORM = "K041"
    NESTING = "K042"
    NUMBER_RANGE = "K043"
    LIST_LENGTH = "K044"
    ONE_OF = "K045"
    MISSING_FILE = "K046"
    UNSOURCED = "K047"
    ADDRESS_FORM = "K048"
    REDIRECT_TO_NOTHING = "K049"
    REDIRECT_FROM_PAGE = "K050"
    CIRCULAR_REDIRECT = "K051"
    SAME_REDIRECT = "K052"
    ADDRESS_GONE = "K053"
    UNREAD_FILE = "K054"
    NAME_TAKEN = "K055"
    OWN_READING = "K056"
    UNKNOWN_POINTER = "K057"
    NOT_DONE = "K058"
    PERSON = "V001"
    PLAN_AS_DONE = "V002"
    REPEATED = "V003"

    @property
    def anchor(self) -> str:
        """The fragment of the code's entry on the page of problem codes."""
        return self.lower()


LONGEST_SHOWN = 1000
"""The most characters shown of a message, which may quote the file."""


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """A mistake or a warning in a data file.

    Attributes:
        file: The path as given to the loader, with forward slashes.
        line: Counted from 1.
        column: Counted from 1, in characters.
        code: The kind of problem.
        message: What is wrong, in Swedish.
        hint: What to write instead, in Swedish; empty when the message says it all.
    """

    file: str
    line: int
    column: int
    code: Code
    message: str
    hint: str = ""

    @property
    def is_warning(self) -> bool:
        """Whether it is a warning, which stops nothing."""
        return self.code.startswith("V")

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}"
        return f"{place}: {self.code} {self.message}. {self.hint}".rstrip()

    def linked(self, page: str) -> Problem:
        """Return the problem with a hint that ends in the address of its code.

        Args:
            page: The address of the page of problem codes; empty when it is not known.
        """
        if not page:
            return self
        hint = self.hint if self.hint.endswith((".", "?")) or not self.hint else f"{self.hint}."
        return replace(self, hint=f"{hint} Läs mer: {page}#{self.code.anchor}".lstrip())

    @property
    def printable(self) -> Problem:
        """The problem without control characters, which a terminal would act on, and cut to a readable length."""
        return replace(self, file=_printable(self.file), message=_printable(self.message), hint=_printable(self.hint))


def _printable(text: str) -> str:
    """Write a text on one line, with invisible characters as code points, and cut it if it is long."""
    text = text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"
    return text if text.isprintable() else "".join(map(_shown, text))


def _shown(character: str) -> str:
    return character if character.isprintable() else f"\\u{ord(character):04x}"


def mistakes(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems that are not warnings."""
    return tuple(problem for problem in problems if not problem.is_warning)


def as_text(problems: Iterable[Problem]) -> str:
    """Format one problem per line: `file:line:column: code message. hint`."""
    return "".join(f"{problem.printable}\n" for problem in problems)


def as_json(problems: Iterable[Problem]) -> str:
    """Format a JSON list of objects with `file, line, column, code, message, hint`."""
    return json.dumps([asdict(problem.printable) for problem in problems], ensure_ascii=False, indent=2) + "\n"


def as_github(problems: Iterable[Problem]) -> str:
    """Format workflow commands, which GitHub shows as annotations on the lines of a pull request.

    Escaped as in GitHub's documentation, *Workflow commands for GitHub Actions*, so that contributed text can end
    neither a property nor the command.
    """

    def data(text: str) -> str:
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

    def value(text: str) -> str:
        return data(text).replace(":", "%3A").replace(",", "%2C")

    def command(p: Problem) -> str:
        level = "warning" if p.is_warning else "error"
        place = f"file={value(p.file)},line={p.line},col={p.column},title={value(p.code)}"
        return f"::{level} {place}::{data(f'{p.message}. {p.hint}'.rstrip())}\n"

    return "".join(command(problem.printable) for problem in problems)


class DataError(CommandError):
    """The data has mistakes, so no pages can be made."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(f"{len(self.problems)} problem i data")

    def show(self) -> None:
        """Print the problems to standard output."""
        sys.stdout.write(as_text(self.problems))


FORMATS = {"text": as_text, "github": as_github, "json": as_json}
"""The output formats of a list of problems, by their names on the command line."""
