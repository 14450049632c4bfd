"""Conclusions and retellings as lines of a document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from scripts.documents.blocks import one_line
from scripts.library.citations import Citations
from scripts.library.grounds import sources_of
from scripts.library.library import Library
from scripts.model.advice import AdviceExample
from scripts.model.conclusions import Grounded, Point, Unknown
from scripts.model.decisions import KeyFigure


@dataclass(frozen=True)
class Line:
    """A conclusion or a retelling, ready to set.

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


def lines(texts: Iterable[Grounded | Unknown], library: Library) -> tuple[Line, ...]:
    """Return conclusions as lines."""
    return tuple(line(text, library) for text in texts)


def line(text: Grounded | Unknown, library: Library, lead: str = "") -> Line:
    """Return a conclusion as a line, with what stands before it."""
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
