"""The content of a piece of advice in a document."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.documents.blocks import Reference, one_line, reference
from scripts.documents.lines import Line, lines, points
from scripts.library.context import FOLDERS
from scripts.library.library import Library
from scripts.model.advice import Advice


@dataclass(frozen=True)
class AdviceRecord:
    """The content of a piece of advice, in reading order."""

    label: str
    name: str
    lead: str
    conclusion: tuple[Line, ...]
    steps: tuple[Line, ...]
    examples: tuple[Line, ...]
    reservations: tuple[Line, ...]
    certainty: tuple[Line, ...]
    topics: tuple[Reference, ...]


def advice_record(advice: Advice, library: Library) -> AdviceRecord:
    """Return the content of a piece of advice.

    Args:
        advice: The advice.
        library: The library that has the statements it rests on.
    """
    return AdviceRecord(
        label=f"{FOLDERS['advice']}-{advice.id}",
        name=one_line(advice.name),
        lead=one_line(advice.lead),
        conclusion=lines((advice.conclusion,), library),
        steps=lines(advice.steps, library),
        examples=points(advice.examples, library),
        reservations=points(advice.reservations, library),
        certainty=lines((advice.certainty,), library),
        topics=tuple(reference(library.topic_by_id[key]) for key in advice.topics),
    )
