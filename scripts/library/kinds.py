"""The kinds of pages, as readers tell them apart."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from scripts.library.library import CaseEntry, TagEntry, TopicEntry


class Kind(StrEnum):
    """A kind of page: its id in addresses and icons, its name, and the name of many."""

    label: str
    plural: str

    def __new__(cls, value: str, label: str, plural: str) -> Self:
        """Make a member out of what is stored and what is shown."""
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
        """Whether it is something to look for, and not a list or a page about the site."""
        return self not in {Kind.START, Kind.OVERVIEW, Kind.ABOUT}


OF_TOPICS = {"methods": Kind.METHOD, "success_factors": Kind.FACTOR, "lessons": Kind.LESSON}
"""The kind of page that each kind of topic has."""


def kind_of(target: CaseEntry | TopicEntry | TagEntry) -> Kind:
    """The kind of the page that something has."""
    match target:
        case CaseEntry():
            return Kind.CASE
        case TopicEntry():
            return OF_TOPICS[target.kind]
        case TagEntry():
            return Kind.TAG
