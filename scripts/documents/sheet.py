"""The content of a decision sheet in a document, with its sources numbered in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from scripts.documents.blocks import SourceEntry, one_line, source_entry
from scripts.documents.serialize import cited
from scripts.library.citations import Citations
from scripts.library.grounds import sources_of
from scripts.library.library import Library
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
class SheetContent:
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
        register: The sources, in reading order.
        numbers: The number of each source, by id.
    """

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
    register: tuple[SourceEntry, ...]
    numbers: Mapping[str, int]


def sheet_content(sheet: DecisionSheet, library: Library) -> SheetContent:
    """Return the content of a decision sheet.

    Args:
        sheet: The sheet.
        library: The library that has the statements it rests on.
    """
    lines: dict[str, tuple[Line, ...]] = {
        # The answer rests on what the rest of the sheet says, so it has no numbers of its own.
        "answer": (Line(one_line(sheet.answer.text)),),
        "speaks_for": _points(sheet.speaks_for, library),
        "speaks_against": _points(sheet.speaks_against, library),
        "figures": _points(sheet.figures, library),
        "refrain_if": tuple(_line(reason, library) for reason in sheet.refrain_if),
        "unknown": tuple(_line(unknown, library) for unknown in sheet.unknown),
        "decide": tuple(_line(decision, library, lead=decision.when.label) for decision in sheet.decide),
    }
    keys = cited(lines)
    return SheetContent(
        name=one_line(sheet.name),
        scope=one_line(sheet.scope or ""),
        answer=lines["answer"][0],
        speaks_for=lines["speaks_for"],
        speaks_against=lines["speaks_against"],
        figures=lines["figures"],
        refrain=one_line(sheet.refrain),
        refrain_if=lines["refrain_if"],
        unknown=lines["unknown"],
        decide=lines["decide"],
        register=tuple(source_entry(key, library.sources[key]) for key in keys),
        numbers={key: number for number, key in enumerate(keys, start=1)},
    )


def _line(text: Grounded | Unknown, library: Library, lead: str = "") -> Line:
    return Line(one_line(text.text), sources_of(text, library), lead=lead)


def _points(points: Iterable[Point], library: Library) -> tuple[Line, ...]:
    return tuple(_point(point, library) for point in points)


def _point(point: Point, library: Library) -> Line:
    sources = sources_of(point, library)
    lead = one_line(point.value) if isinstance(point, KeyFigure) else ""
    who = Citations(library.sources).kinds(sources).capitalize()
    return Line(one_line(point.text), sources, who, point.calculation is not None, lead)
