"""The kinds of pages, and the words for them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from scripts.library.evidence import Standing
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
    DECISION = "beslut", "Beslutsblad", "Beslutsblad"
    ADVICE = "rad", "Råd", "Råd"
    CASE = "sluss", "Sluss", "Slussar"
    METHOD = "metod", "Metod", "Metoder"
    FACTOR = "faktor", "Framgångsfaktor", "Framgångsfaktorer"
    LESSON = "lardom", "Lärdom", "Lärdomar"
    QUESTION = "fraga", "Fråga", "Frågor och svar"
    GUIDE = "vagledning", "Vägledning", "Vägledning"
    STORY = "berattelse", "Berättelse", "Berättelser"
    ACTIVITY = "verksamhet", "Verksamhet", "Verksamheter"
    TEMPLATE = "mall", "Mall", "Mallar"
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
        heading: The heading of the statements that count, on the page of a topic.
        others: An introduction to the names of other sluices that have done or learned the same.
    """

    id: str
    lead: str
    description: str
    heading: str
    others: str

    def heading_of(self, standing: Standing) -> str:
        """Return the heading of the statements with a standing, on the page of a topic."""
        return self.heading if standing is Standing.DONE else _HEADINGS[standing]

    @property
    def kind(self) -> Kind:
        """The kind of page."""
        return OF_TOPICS[self.id]


_HEADINGS = {
    Standing.AGAINST: "Slussar som talar emot",
    Standing.PLANNED: "Planerat eller i förstudien",
    Standing.MENTIONED: "Samma ämne, men räknas inte",
}

LEADS = {
    Standing.DONE: "",
    Standing.AGAINST: "Deras erfarenhet säger något annat.",
    Standing.PLANNED: "Det här visas men räknas inte som gjort. Om planerna blev av vet vi inte.",
    Standing.MENTIONED: "Åsikter och råd, och sådant som handlar om saken utan att visa det som sidan säger.",
}
"""Standing → the introduction of the statements with it, on the page of a topic; empty when none is needed."""

KINDS = (
    Words(
        "methods",
        "Arbetssätt som slussarna använde, och några från andra håll. "
        "Sidan för varje metod visar hur de gjorde, och vilka som bara hade en plan.",
        "Arbetssätt som idéslussarna använde, hur de gjorde och vilka som bara hade en plan.",
        "Så gjorde de",
        "andra som gjort det",
    ),
    Words(
        "success_factors",
        "Det som slussarna, eller studier av kommuner, säger hjälpte. De är inga recept: "
        "det som betydde mycket hos en behöver inte göra det hos en annan.",
        "Det som idéslussarna och studier säger hjälpte, med vilka som säger det och vilka som talar emot.",
        "Slussar som pekar på det",
        "andra som pekar på det",
    ),
    Words(
        "lessons",
        "Lärdomar och hinder, skrivna som råd. "
        "Varje råd leder till de slussar och studier som det bygger på, också när de säger emot varandra.",
        "Lärdomar och hinder, skrivna som råd, med de slussar och studier som de bygger på.",
        "Slussar som lärt sig det",
        "andra som lärt sig det",
    ),
)  # fmt: skip
"""The texts about each kind of topic, in the order that the kinds are shown."""

WORDS = {words.id: words for words in KINDS}
"""Kind of topic → the texts about it."""
