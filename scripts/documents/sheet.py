"""The content of a decision sheet in a document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from scripts.documents.blocks import one_line
from scripts.library.citations import Citations
from scripts.library.context import FOLDERS
from scripts.library.grounds import sources_of
from scripts.library.library import Library
from scripts.model.advice import AdviceExample
from scripts.model.conclusions import Grounded, Point, Unknown
from scripts.model.decisions import DecisionSheet, KeyFigure


@dataclass(frozen=True)
class Line:
    """A line of a sheet.

    Attributes:
        text: Its text.
        sources: The ids of the sources of what it rests on.
        who: The kinds of its sources, in words; empty for conclusions of the editors.
        computed: Whether the editors have computed a number in it.
        lead: What stands before it: a number, or the time of a decision.
    """

    text: str
    sources: tuple[str, ...] = ()
    who: str = ""
    computed: bool = False
    lead: str = ""


@dataclass(frozen=True)
class SheetRecord:
    """The content of a decision sheet, in reading order.

    Attributes:
        name: The question.
        scope: Whom the answer is for; empty for everybody.
        answer: The answer.
        speaks_for: What speaks for it.
        speaks_against: What speaks against it.
        figures: Numbers.
        refrain: The heading of the reasons to refrain.
        refrain_if: The reasons to refrain.
        unknown: What is not known.
        decide: What to decide, and when.
        label: The label that references link to.
    """

    label: str
    name: str
    scope: str
    answer: Line
    speaks_for: tuple[Line, ...]
    speaks_against: tuple[Line, ...]
    figures: tuple[Line, ...]
    refrain: str
    refrain_if: tuple[Line, ...]
    unknown: tuple[Line, ...]
    decide: tuple[Line, ...]


def sheet_record(sheet: DecisionSheet, library: Library) -> SheetRecord:
    """Return the content of a decision sheet.

    Args:
        sheet: The sheet.
        library: The library that has the statements it rests on.
    """
    return SheetRecord(
        label=f"{FOLDERS['decisions']}-{sheet.id}",
        name=one_line(sheet.name),
        scope=one_line(sheet.scope or ""),
        # The answer rests on what the rest of the sheet says, so it has no numbers of its own.
        answer=Line(one_line(sheet.answer.text)),
        speaks_for=points(sheet.speaks_for, library),
        speaks_against=points(sheet.speaks_against, library),
        figures=points(sheet.figures, library),
        refrain=one_line(sheet.refrain),
        refrain_if=lines(sheet.refrain_if, library),
        unknown=lines(sheet.unknown, library),
        decide=tuple(_line(decision, library, lead=decision.when.label) for decision in sheet.decide),
    )


def lines(texts: Iterable[Grounded | Unknown], library: Library) -> tuple[Line, ...]:
    """Return conclusions as lines."""
    return tuple(_line(text, library) for text in texts)


def _line(text: Grounded | Unknown, library: Library, lead: str = "") -> Line:
    return Line(one_line(text.text), sources_of(text, library), lead=lead)


def points(found: Iterable[Point], library: Library) -> tuple[Line, ...]:
    """Return retellings as lines, each with who speaks."""
    return tuple(_point(point, library) for point in found)


def _point(point: Point, library: Library) -> Line:
    sources = sources_of(point, library)
    lead = ""
    match point:
        case KeyFigure():
            lead = one_line(point.value)
        case AdviceExample():
            lead = one_line(point.place)
    who = Citations(library.sources).kinds(sources).capitalize()
    return Line(one_line(point.text), sources, who, point.calculation is not None, lead)
