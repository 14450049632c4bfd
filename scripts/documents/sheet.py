"""The content of a decision sheet in a document."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.documents.blocks import one_line
from scripts.documents.lines import Line, line, lines, points
from scripts.library.context import FOLDERS
from scripts.library.library import Library
from scripts.model.decisions import DecisionSheet


@dataclass(frozen=True)
class SheetRecord:
    """The content of a decision sheet, in reading order.

    Attributes:
        label: The label that references link to.
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
        decide=tuple(line(decision, library, lead=decision.when.label) for decision in sheet.decide),
    )
