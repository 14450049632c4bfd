"""What is said of a method, a success factor or a lesson, as plain data."""

from __future__ import annotations

from collections.abc import Iterable

from scripts.documents.blocks import Data, label, plain, reference, statements, weighed
from scripts.documents.case import section
from scripts.library.kinds import KINDS
from scripts.library.library import Library, Mention, TopicEntry
from scripts.library.queries import by_case
from scripts.text.swedish import listed

WORDS = {words.id: words for words in KINDS}


def topic(entry: TopicEntry, library: Library) -> Data:
    """A method, factor or lesson.

    Args:
        entry: The topic.
        library: Knows what it refers to.

    Returns:
        Its head, and its sections in the order of its page. A section without anything in it is left out.
    """
    record = entry.record
    return {
        **weighed(entry),
        "id": entry.id,
        "label": label(entry),
        "name_en": plain(record.name_en),
        "speaks": "beskriver metoden" if entry.kind == "methods" else "stöder detta",
        "aliases": ", ".join(map(plain, record.aliases)),
        "phases": listed([str(phase.name) for phase in library.phases if phase.id in record.phases]),
        "area": next((str(area.name) for area in library.areas if area.id == entry.area), ""),
        "description": statements(record.description, library),
        "questions": [plain(question) for question in record.questions],
        "sections": [found for found in _sections(entry, library) if found["items"]],
        "related": [weighed(library.topic_by_id[key]) for key in record.related if key in library.topic_by_id],
    }


def _sections(entry: TopicEntry, library: Library) -> list[Data]:
    record = entry.record
    return [
        section("supporting", WORDS[entry.kind].heading, _mentions(entry.supporting, library)),
        section("contradicting", "Slussar som talar emot", _mentions(entry.contradicting, library)),
        section("studies", "Vad andra säger", statements(record.studies, library)),
        section(
            "elsewhere",
            "Exempel från andra håll",
            [{"name": plain(each.place), "claims": statements((each,), library)} for each in record.elsewhere],
        ),
    ]


def _mentions(mentions: Iterable[Mention], library: Library) -> list[Data]:
    """What each sluice says. That it speaks against is in the heading, and not said once more."""
    return [
        {
            "topic": reference(entry),
            "claims": [{**said, "against": False} for said in statements(uses, library)],
        }
        for entry, uses in by_case(mentions)
    ]
