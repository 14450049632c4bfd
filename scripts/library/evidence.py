"""The evidence for a topic: in how many sluices it was done or planned, and who says so.

It is always computed, and never stored in the data. A use counts when it tells of something that was done and bears
out the record. A plan, an opinion, or a statement on the same subject is shown but never counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from scripts.model.catalogue import Method, Topic
from scripts.model.claims import Source, Use
from scripts.model.enums import Choice, SourceKind, Stage, Stance
from scripts.text.swedish import counted, number


class Standing(Choice):
    """The bearing of a statement on the record that it stands under."""

    DONE = "done", "Gjort"
    AGAINST = "against", "Talar emot"
    PLANNED = "planned", "Planerat"
    MENTIONED = "mentioned", "Nämns"


def standing(use: Use, record: Topic) -> Standing:
    """Return the bearing of a use on its record. See `standing_of`."""
    return standing_of(use.stage, use.stance, belongs_to_prestudies=isinstance(record, Method) and record.prestudy)


def standing_of(stage: str, stance: str, *, belongs_to_prestudies: bool) -> Standing:
    """Return the bearing of a statement on its record.

    Args:
        stage: Its stage, as stored.
        stance: Its stance, as stored.
        belongs_to_prestudies: Whether the record is a method that belongs to pre-studies. What was done in a pre-study
            then counts as done, and otherwise as planned.
    """
    in_time = stage == Stage.DONE or (stage == Stage.PRESTUDY and belongs_to_prestudies)
    if stance == Stance.SUPPORTS and in_time:
        return Standing.DONE
    if stance == Stance.CONTRADICTS and in_time:
        return Standing.AGAINST
    if stance == Stance.SUPPORTS and stage in {Stage.PLANNED, Stage.PRESTUDY}:
        return Standing.PLANNED
    return Standing.MENTIONED


SPEAKERS = {
    SourceKind.SELF_REPORTED: "projekten själva",
    SourceKind.FUNDER: "finansiären",
    SourceKind.PROGRAMME: "nära programmet",
    SourceKind.NEWS: "nyhetsmedier",
    SourceKind.RESEARCH: "forskning",
    SourceKind.INDEPENDENT: "oberoende",
}
"""Kind of source → who speaks, in the plural, in the order that they are named."""

Counts = Mapping[SourceKind, int]


@dataclass(frozen=True)
class Evidence:
    """The evidence for a topic.

    Attributes:
        done: The number of sluices where it was done, or learned.
        planned: The number of sluices where it was planned, or tried in a pre-study, but is not known to be done.
        against: The number of sluices whose experience contradicts it.
        speakers: Kind of source → the number of the sluices counted in `done` that it speaks of.
        studies: Kind of source → the number of studies that it published.
    """

    done: int = 0
    planned: int = 0
    against: int = 0
    speakers: Counts = field(default_factory=dict)
    studies: Counts = field(default_factory=dict)

    @property
    def independent(self) -> bool:
        """Whether anybody independent of the programme says so."""
        return SourceKind.INDEPENDENT in self.speakers or SourceKind.INDEPENDENT in self.studies

    def where(self, *, learned: bool) -> str:
        """Return in how many sluices it was done, planned and contradicted, in Swedish words.

        Args:
            learned: Whether the topic is something learned, and not something done.

        Returns:
            For example "Gjort i tre slussar, planerat i två".
        """
        done, none = (
            ("Erfarenhet från", "Ingen erfarenhet från slussarna")
            if learned
            else ("Gjort i", "Inte gjort i någon sluss")
        )
        first = f"{done} {counted(self.done, 'en sluss', 'slussar')}" if self.done else none
        rest = (("planerat i", self.planned), ("talar emot i", self.against))
        return ", ".join((first, *(f"{words} {counted(count, 'en', '').strip()}" for words, count in rest if count)))

    @property
    def who(self) -> str:
        """Who says so, in Swedish words, such as "Projekten själva 3, finansiären 1"; empty when nobody does."""
        said = _by_speaker(self.speakers)
        studies = _by_speaker(self.studies)
        return ". ".join(filter(None, (said[:1].upper() + said[1:], studies and f"Studier: {studies}")))


def _by_speaker(counts: Counts) -> str:
    return ", ".join(f"{name} {number(counts[kind])}" for kind, name in SPEAKERS.items() if counts.get(kind))


def evidence(
    statements: Iterable[tuple[str, Standing, Iterable[Source]]], studies: Iterable[Iterable[Source]]
) -> Evidence:
    """Compute the evidence for a topic.

    Args:
        statements: For each statement on it: the id of the case, its standing, and its sources.
        studies: The sources of each study of it.

    Returns:
        The evidence. A sluice that has done it is not counted as planning it.
    """
    cases: dict[Standing, set[str]] = {member: set() for member in Standing}
    speakers: set[tuple[str, SourceKind]] = set()
    for case, bearing, sources in statements:
        cases[bearing].add(case)
        if bearing is Standing.DONE:
            speakers |= {(case, source.kind) for source in sources}
    return Evidence(
        done=len(cases[Standing.DONE]),
        planned=len(cases[Standing.PLANNED] - cases[Standing.DONE]),
        against=len(cases[Standing.AGAINST]),
        speakers=Counter(kind for _, kind in speakers),
        studies=Counter(kind for sources in studies for kind in {source.kind for source in sources}),
    )
