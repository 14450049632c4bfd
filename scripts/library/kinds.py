"""The kinds of pages, and the words for them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from scripts.library.library import CaseEntry, TagEntry, TopicEntry


class Kind(StrEnum):
    """A kind of page: its id in addresses and icons, and its name in singular and plural."""

    label: str
    plural: str

    def __new__(cls, value: str, label: str, plural: str) -> Self:
        """Create a member from its value and its two names."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        member.plural = plural
        return member

    START = "start", "Start", "Start"
    CASE = "sluss", "Sluss", "Slussar"
    METHOD = "metod", "Metod", "Metoder"
    FACTOR = "faktor", "Framgångsfaktor", "Framgångsfaktorer"
    LESSON = "lardom", "Lärdom", "Lärdomar"
    QUESTION = "fraga", "Fråga", "Frågor och svar"
    GUIDE = "vagledning", "Vägledning", "Vägledning"
    TAG = "tagg", "Tagg", "Taggar"
    OVERVIEW = "oversikt", "Översikt", "Översikter"
    ABOUT = "om", "Om webbplatsen", "Om webbplatsen"

    @property
    def is_listed(self) -> bool:
        """Whether this is a kind that readers look for, and not an overview or a page about the site."""
        return self not in {Kind.START, Kind.OVERVIEW, Kind.ABOUT}


OF_TOPICS = {"methods": Kind.METHOD, "success_factors": Kind.FACTOR, "lessons": Kind.LESSON}
"""Kind of topic → kind of page."""


def kind_of(target: CaseEntry | TopicEntry | TagEntry) -> Kind:
    """Return the kind of page of a case, topic or tag."""
    match target:
        case CaseEntry():
            return Kind.CASE
        case TopicEntry():
            return OF_TOPICS[target.kind]
        case TagEntry():
            return Kind.TAG


@dataclass(frozen=True)
class Words:
    """The texts about a kind of topic.

    Attributes:
        id: The kind of topic.
        lead: The introduction on the list page.
        description: The description of the list page in its metadata.
        heading: The heading of the list of sluices on the page of a topic.
    """

    id: str
    lead: str
    description: str
    heading: str

    @property
    def kind(self) -> Kind:
        """The kind of page."""
        return OF_TOPICS[self.id]


KINDS = (
    Words(
        "methods",
        "Arbetssätt som slussarna använde eller planerade, och några från andra håll. "
        "Sidan för varje metod visar vem som gjorde eller tänkte göra hur.",
        "Arbetssätt som idéslussarna använde eller planerade, med vem som gjorde eller tänkte göra hur.",
        "Så gjorde eller tänkte de",
    ),
    Words(
        "success_factors",
        "Det som slussarna, eller studier av kommuner, pekar ut som viktigt. De är inga recept: "
        "det som betydde mycket hos en behöver inte göra det hos en annan.",
        "Det som idéslussarna och studier pekar ut som viktigt, med vilka som stöder det och vilka som talar emot.",
        "Slussar som pekar på det",
    ),
    Words(
        "lessons",
        "Lärdomar och hinder, skrivna som råd. "
        "Varje råd leder till de slussar och studier som det bygger på, också när de säger emot varandra.",
        "Lärdomar och hinder, skrivna som råd, med de slussar och studier som de bygger på.",
        "Slussar som tar upp det",
    ),
)  # fmt: skip
"""The texts about each kind of topic, in the order that the kinds are shown."""
