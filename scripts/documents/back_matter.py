"""The back matter of the book: the glossary, the list of sources, and the index of participants."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from scripts.documents.blocks import Passage, Reference, SourceEntry, one_line, passages, reference, source_entry
from scripts.library.library import Library
from scripts.library.queries import Participant, participants
from scripts.model.claims import Source
from scripts.model.enums import SourceKind
from scripts.text.swedish import sort_key


@dataclass(frozen=True)
class Term:
    """A term of the glossary."""

    name: str
    name_en: str
    aliases: str
    claims: tuple[Passage, ...]
    related: tuple[Reference, ...]


@dataclass(frozen=True)
class IndexEntry:
    """A participant, with references to its cases, and whether it took part in a pre-study only."""

    name: str
    entries: tuple[Reference, ...]
    prestudy: bool


@dataclass(frozen=True)
class IndexPart:
    """A part of the index: municipalities or organisations."""

    name: str
    entries: tuple[IndexEntry, ...]


@dataclass(frozen=True)
class SourceGroup:
    """The sources of one kind."""

    name: str
    entries: tuple[SourceEntry, ...]


def glossary(library: Library) -> tuple[Term, ...]:
    """Return the terms of the glossary, in alphabetical order."""
    return tuple(
        Term(
            name=one_line(term.name),
            name_en=one_line(term.name_en),
            aliases=", ".join(map(one_line, term.aliases)),
            claims=passages(term.description, library),
            related=tuple(reference(library.topic_by_id[key]) for key in term.related),
        )
        for term in sorted(library.guidance.glossary, key=lambda term: sort_key(term.name))
    )


def index(library: Library) -> tuple[IndexPart, ...]:
    """Return the parts of the index: municipalities, then organisations."""
    return (
        IndexPart("Kommuner", tuple(map(_index_entry, participants(library, municipal=True)))),
        IndexPart("Organisationer", tuple(map(_index_entry, participants(library, municipal=False)))),
    )


def _index_entry(participant: Participant) -> IndexEntry:
    return IndexEntry(
        name=one_line(participant.name),
        entries=tuple(map(reference, participant.cases)),
        prestudy=bool(participant.prestudies) and not participant.cases,
    )


def source_groups(keys: Iterable[str], library: Library) -> tuple[SourceGroup, ...]:
    """Return sources grouped by kind, sorted by publisher and title.

    Args:
        keys: The ids of the sources.
        library: The library that has them.
    """
    sources = {key: library.sources[key] for key in keys}
    groups = (_source_group(kind, sources) for kind in SourceKind)
    return tuple(group for group in groups if group.entries)


def _source_group(kind: SourceKind, sources: Mapping[str, Source]) -> SourceGroup:
    of_kind = ((key, source) for key, source in sources.items() if source.kind is kind)
    ordered = sorted(of_kind, key=lambda item: (sort_key(item[1].publisher), sort_key(item[1].title), item[0]))
    return SourceGroup(kind.label.capitalize(), tuple(source_entry(key, source) for key, source in ordered))
