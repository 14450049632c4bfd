"""How the evidence is weighed, and how much of it there is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scripts.library.context import Site
from scripts.library.evidence import Level
from scripts.library.kinds import OF_TOPICS, Kind
from scripts.library.library import Library, TopicEntry
from scripts.model.enums import SourceKind
from scripts.model.registry import TOPIC_KINDS
from scripts.site.page import Page


def evidence(site: Site) -> Page:
    """How the evidence is weighed, and how much of it there is."""
    entries = [entry for kind in TOPIC_KINDS for entry in site.library.topics[kind]]
    return Page(
        path="underlag/index.md",
        title="Så bedömer vi underlaget",
        description="Vad nivåerna betyder, hur de räknas fram och hur säker du kan vara.",
        template="evidence.md.jinja",
        kind=Kind.ABOUT,
        section="underlag",
        context={
            "levels": tuple((level, _at(level, entries)) for level in Level),
            "by_kind": tuple(_by_kind(site.library)),
            "kinds": tuple(SourceKind),
            "contradicted": tuple(entry for entry in entries if entry.contradicting),
        },
    )


def _by_kind(library: Library) -> Iterator[tuple[Kind, tuple[int, ...], int, int]]:
    """For each kind of topic: how many there are at each level, in all, and connected to a sluice."""
    for kind, entries in library.topics.items():
        counts = tuple(_at(level, entries) for level in Level)
        yield OF_TOPICS[kind], counts, len(entries), sum(bool(entry.mentions) for entry in entries)


def _at(level: Level, entries: Iterable[TopicEntry]) -> int:
    return sum(entry.evidence.level is level for entry in entries)
