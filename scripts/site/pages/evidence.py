"""The page on evidence: what counts, who speaks, and the records in numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from scripts.library.context import Site
from scripts.library.evidence import Standing
from scripts.library.kinds import OF_TOPICS, Kind
from scripts.library.library import Library, Mention, TopicEntry
from scripts.library.queries import SHARED_BY
from scripts.library.source_register import register
from scripts.model.enums import SourceKind, Stage, Stance
from scripts.model.registry import TOPIC_KINDS
from scripts.site.page import Context, Page

MOST_IN_EXAMPLE = 8
"""Maximum number of statements on the topic that the page takes as its example."""


@dataclass(frozen=True)
class KindCounts:
    """The topics of a kind in numbers.

    Attributes:
        kind: The kind.
        shared: Number of topics that at least two sluices have done or learned.
        single: Number of topics that one sluice has done or learned.
        planned: Number of topics that sluices have only planned.
        elsewhere: Number of the other topics.
        independent: Number of topics with an independent source, whichever group they belong to.
    """

    kind: Kind
    shared: int
    single: int
    planned: int
    elsewhere: int
    independent: int

    @property
    def total(self) -> int:
        """Number of topics."""
        return self.shared + self.single + self.planned + self.elsewhere


@dataclass(frozen=True)
class Judged:
    """A statement on the topic of the example, with whether it counts and why, in words."""

    mention: Mention
    counts: bool
    reason: str


@dataclass(frozen=True)
class Example:
    """A topic, and the statements of sluices on it."""

    topic: TopicEntry
    statements: tuple[Judged, ...]


@dataclass(frozen=True)
class SpeakerCount:
    """A kind of source, and the number of cited sources of that kind."""

    kind: SourceKind
    sources: int


@dataclass(frozen=True)
class EvidencePage(Context):
    """The page on evidence.

    Attributes:
        example: A topic of the data as an example; None when no topic has statements of different standings.
        speakers: The kinds of sources.
        by_kind: The topics of each kind in numbers.
        contradicted: The topics that a sluice contradicts.
    """

    template: ClassVar[str] = "evidence.md.jinja"

    example: Example | None
    speakers: tuple[SpeakerCount, ...]
    by_kind: tuple[KindCounts, ...]
    contradicted: tuple[TopicEntry, ...]


def evidence(site: Site) -> Page:
    """Return the page on evidence."""
    topics = tuple(topic for kind in TOPIC_KINDS for topic in site.library.topics[kind])
    sources = Counter(cited.source.kind for cited in register(site))
    return Page(
        path="underlag/index.md",
        title="Så bedömer vi underlaget",
        description="Vad som räknas, vem som talar och hur säker du kan vara.",
        kind=Kind.ABOUT,
        section="underlag",
        context=EvidencePage(
            example=_example(topics),
            speakers=tuple(SpeakerCount(kind, sources[kind]) for kind in SourceKind),
            by_kind=tuple(_by_kind(site.library)),
            contradicted=tuple(topic for topic in topics if topic.evidence.against),
        ),
    )


def _example(topics: tuple[TopicEntry, ...]) -> Example | None:
    """Return the topic whose statements have the most different standings, in as few statements as possible."""
    candidates = (
        topic
        for topic in topics
        if topic.is_from_sluices
        and len({mention.standing for mention in topic.mentions}) > 1
        and len(topic.mentions) <= MOST_IN_EXAMPLE
    )
    topic = max(
        candidates,
        key=lambda topic: (len({mention.standing for mention in topic.mentions}), -len(topic.mentions)),
        default=None,
    )
    if topic is None:
        return None
    in_order = (mention for standing in Standing for mention in topic.mentions_as(standing))
    return Example(
        topic,
        tuple(Judged(mention, mention.standing is Standing.DONE, _reason(mention)) for mention in in_order),
    )


def _reason(mention: Mention) -> str:
    """Return why a statement counts, or does not, in words."""
    use = mention.use
    match mention.standing:
        case Standing.DONE if use.stage is Stage.PRESTUDY:
            return "Det gjordes i förstudien, och metoden hör till förstudier."
        case Standing.DONE:
            return "Det är gjort, och texten visar det som posten säger."
        case Standing.AGAINST:
            return "Erfarenheten säger emot. Den räknas för sig."
    if use.stance is Stance.DESCRIBES:
        return "Texten handlar om samma ämne, men visar inte det som posten säger."
    return {
        Stage.PLANNED: "Det var tänkt. Om det blev av vet vi inte.",
        Stage.PRESTUDY: "Det gjordes i förstudien, innan slussen fanns.",
        Stage.VIEW: "Det är en åsikt eller ett råd.",
    }[use.stage]


def _by_kind(library: Library) -> Iterator[KindCounts]:
    for kind, topics in library.topics.items():
        evidence = [topic.evidence for topic in topics]
        yield KindCounts(
            OF_TOPICS[kind],
            shared=sum(computed.done >= SHARED_BY for computed in evidence),
            single=sum(computed.done == 1 for computed in evidence),
            planned=sum(computed.done == 0 and computed.planned > 0 for computed in evidence),
            elsewhere=sum(computed.done == 0 and computed.planned == 0 for computed in evidence),
            independent=sum(computed.independent for computed in evidence),
        )
