"""What the book and the hand-outs have in common: statements, references and sources as plain data.

Nothing here knows how it will look. A statement keeps the ids of its sources; the numbers are given
when it is known which sources a document cites.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from scripts.library.citations import Citations
from scripts.library.context import FOLDERS, host
from scripts.library.evidence import Level
from scripts.library.kinds import kind_of
from scripts.library.library import CaseEntry, Library, TopicEntry, stance
from scripts.model.claims import Claim, FactorUse, LessonUse, Source
from scripts.model.editorial import AnswerSentence
from scripts.model.enums import Stance
from scripts.text.swedish import counted, partial_date, unbroken

Data = dict[str, Any]
"""What JSON can hold."""


def plain(text: str) -> str:
    """A text on one line, as it is set."""
    return unbroken(" ".join(text.split()))


def statement(claim: Claim | AnswerSentence, library: Library) -> Data:
    """A statement: its paragraphs, its sources, and who is speaking in them."""
    against = isinstance(claim, FactorUse | LessonUse) and stance(claim) is Stance.CONTRADICTS
    return {
        "paragraphs": [plain(part) for part in re.split(r"\n\s*\n", claim.text) if part.strip()],
        "sources": list(claim.sources),
        "who": Citations(library.sources).kinds(claim.sources).capitalize(),
        "against": against,
    }


def statements(claims: Iterable[Claim], library: Library) -> list[Data]:
    """Several statements."""
    return [statement(claim, library) for claim in claims]


def label(target: CaseEntry | TopicEntry) -> str:
    """What a record is called within a document, for links to it."""
    kind = "cases" if isinstance(target, CaseEntry) else target.kind
    return f"{FOLDERS[kind]}-{target.id}"


def reference(target: CaseEntry | TopicEntry) -> Data:
    """A name that leads to the record."""
    return {"to": label(target), "name": plain(target.name), "kind": kind_of(target).label}


def level(found: Level) -> Data:
    """A level of evidence: its step and its words."""
    return {"step": int(found), "label": found.label}


def weighed(topic: TopicEntry) -> Data:
    """A reference to a topic with its level of evidence, and how many sluices speak for it."""
    return {
        **reference(topic),
        "level": level(topic.evidence.level),
        "sluices": counted(topic.evidence.sluices, "en sluss", "slussar"),
    }


def source(key: str, found: Source) -> Data:
    """A source as it stands in a list."""
    how = f" på {found.language.label}" if found.language.value != "sv" else ""
    how += ", maskinöversatt" if found.machine_translated else ""
    return {
        "id": key,
        "title": plain(found.title),
        "language": found.language.value,
        "publisher": plain(found.publisher + (f", version: {found.version}" if found.version else "")) + ".",
        "url": found.url,
        "host": host(found),
        "read": f"Läst {partial_date(found.read)}{how}.",
        "kind": found.kind.label,
    }


def cited(content: Any) -> tuple[str, ...]:
    """The ids of the sources that a content cites, in the order that a reader meets them."""
    return tuple(dict.fromkeys(_cited(content)))


def _cited(content: Any) -> Iterator[str]:
    match content:
        case Mapping():
            yield from content.get("sources", ())
            for key, value in content.items():
                if key != "sources":
                    yield from _cited(value)
        case list() | tuple():
            for value in content:
                yield from _cited(value)
