"""What is said of a sluice, as plain data: the same parts, in the same order, as on its page."""

from __future__ import annotations

from collections.abc import Iterable

from scripts import figures
from scripts.documents.blocks import Data, label, plain, reference, statement, statements, weighed
from scripts.documents.svg import drawing
from scripts.library.case_content import TopicUses, by_topic, facts
from scripts.library.library import CaseEntry, Library
from scripts.library.similarity import similar
from scripts.model.claims import Result
from scripts.text.swedish import number, sentence

FROM_SOURCES = (
    "Det som källorna säger hjälpte, och några kopplingar som är vår läsning. "
    "Ingen källa vi läst har mätt vad som orsakade vad."
)
"""What a reader has to know before the success factors of a sluice."""


def case(entry: CaseEntry, library: Library) -> Data:
    """A sluice.

    Args:
        entry: The sluice.
        library: Knows what it refers to.

    Returns:
        Its head, and its sections in order. A section without anything in it is left out.
    """
    found = entry.case
    summary = found.basis.summary
    return {
        "id": entry.id,
        "label": label(entry),
        "name": plain(found.title),
        "place": plain(entry.name),
        "summary": {"text": plain(found.summary), "sources": list(summary.sources) if summary else []},
        "outcome": {"id": found.aftermath.outcome.value, "label": found.aftermath.outcome.label},
        "facts": [
            {
                "label": fact.label,
                "value": plain(fact.value),
                "sources": list(fact.basis.sources) if fact.basis else [],
                "note": plain(fact.basis.note) if fact.basis and fact.basis.note else "",
            }
            for fact in facts(entry, library)
        ],
        "figures": _key_figures(found.results),
        "sections": [section for section in _sections(entry, library) if section["items"]],
    }


def _key_figures(results: Iterable[Result]) -> list[Data]:
    return [
        {
            "value": number(result.figure.value),
            "about": "" if result.figure.precision.is_exact else result.figure.precision.label,
            "unit": plain(result.figure.unit),
            "sources": list(result.sources),
        }
        for result in results
        if result.figure
    ]


def _sections(entry: CaseEntry, library: Library) -> list[Data]:
    found = entry.case
    return [
        section("flow", "Idéernas väg i siffror", _flow(entry, library)),
        section("methods", "Så arbetade de", _topics(by_topic(entry, "methods", library), library)),
        section("goals", "Mål", statements(found.goals, library)),
        section("results", "Resultat", statements(found.results, library)),
        section(
            "factors",
            "Framgångsfaktorer",
            _topics(by_topic(entry, "success_factors", library), library),
            lead=FROM_SOURCES,
        ),
        section("lessons", "Lärdomar och hinder", _topics(by_topic(entry, "lessons", library), library)),
        section(
            "examples",
            "Exempel på idéer",
            [
                {"name": plain(each.title), "state": each.outcome.label, "claims": [statement(each, library)]}
                for each in found.examples
            ],
        ),
        section("aftermath", "Vad hände sedan", statements((found.aftermath, *found.aftermath.details), library)),
        section(
            "disagreements",
            "Där källorna går isär",
            [{"name": plain(each.about), "claims": [statement(each, library)]} for each in found.disagreements],
        ),
        section("gaps", "Det vi inte vet", [plain(gap) for gap in found.gaps]),
        section("background", "Bakgrund", statements(found.background, library)),
        section(
            "similar",
            "Liknande slussar",
            [
                {"topic": reference(other.entry), "text": sentence("; ".join(other.reasons))}
                for other in similar(entry, library)
            ],
        ),
    ]


def section(id_: str, heading: str, items: list[Data] | list[str], lead: str = "") -> Data:
    """A part of a record with a heading of its own."""
    return {"id": id_, "heading": heading, "lead": lead, "items": items}


def _flow(entry: CaseEntry, library: Library) -> list[Data]:
    found = entry.case.flow
    return [{"figure": drawing(figures.flow(found)), "claims": [statement(found, library)]}] if found else []


def _topics(found: Iterable[TopicUses], library: Library) -> list[Data]:
    return [
        {
            "topic": weighed(each.topic),
            "claims": statements(each.uses, library),
            "elsewhere": [reference(other) for other in each.elsewhere],
        }
        for each in found
    ]
