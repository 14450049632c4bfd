"""The fixed sets of values in a case, each with its Swedish label."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from pydantic import Field, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema


class Choice(StrEnum):
    """A value of a fixed set, with the Swedish label that readers see."""

    label: str

    def __new__(cls, value: str, label: str) -> Self:
        """Create a member from its stored value and its label."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Add the labels beside the values, where editors that read schemas look for them."""
        schema = handler(core)
        handler.resolve_ref_schema(schema)["enumDescriptions"] = [member.label for member in cls]
        return schema


class Status(Choice):
    """The status of the project."""

    ONGOING = "ongoing", "Pågår"
    COMPLETED = "completed", "Avslutat"
    DISCONTINUED = "discontinued", "Avbrutet i förtid"


class Form(Choice):
    """The form of cooperation between municipalities."""

    SINGLE = "single", "I en kommuns egen organisation"
    SHARED = "shared", "Gemensam för flera kommuner"
    PARALLEL = "parallel", "Parallella slussar med gemensamt lärande"


class Outcome(Choice):
    """The outcome of the sluice when the project had ended."""

    CONTINUED = "continued", "Fortsatte"
    TRANSFORMED = "transformed", "Blev något annat"
    ENDED = "ended", "Upphörde"
    UNKNOWN = "unknown", "Inte känt"


class ExampleOutcome(Choice):
    """The latest known state of an idea that came through the sluice."""

    IDEA = "idea", "Idé"
    IN_PROGRESS = "in_progress", "Under arbete"
    TESTED = "tested", "Testad"
    ADOPTED = "adopted", "Införd"
    DROPPED = "dropped", "Nedlagd"
    UNKNOWN = "unknown", "Utfall inte känt"


class Stage(Choice):
    """How far what a statement tells of had come."""

    DONE = "done", "Gjort"
    PLANNED = "planned", "Planerat"
    PRESTUDY = "prestudy", "I förstudien"
    VIEW = "view", "Åsikt eller råd"


class Stance(Choice):
    """Whether a statement bears out the method, factor or lesson that it stands under."""

    SUPPORTS = "supports", "Stöder"
    CONTRADICTS = "contradicts", "Talar emot"
    DESCRIBES = "describes", "Samma ämne"


class Precision(Choice):
    """The precision of a figure in its source."""

    EXACT = "exact", "exakt"
    ABOUT = "about", "cirka"
    OVER = "over", "drygt"

    @property
    def is_exact(self) -> bool:
        """Whether the figure needs no word before it."""
        return self is Precision.EXACT


class Counts(Choice):
    """What a figure counts, where several sluices count the same."""

    IDEAS = "ideas", "Idéer som kom in"
    TESTED = "tested", "Idéer som prövades"
    ADOPTED = "adopted", "Idéer som gick vidare till införande"
    TRAINED = "trained", "Utbildade"
    REACHED = "reached", "Deltagare"


class SourceKind(Choice):
    """The kind of speaker in a source."""

    SELF_REPORTED = "self_reported", "projektets egna ord"
    FUNDER = "funder", "finansiären"
    PROGRAMME = "programme", "nära programmet"
    RESEARCH = "research", "forskning"
    INDEPENDENT = "independent", "oberoende"
    NEWS = "news", "nyhetsmedier"


class Language(Choice):
    """The language that a source was read in."""

    SWEDISH = "sv", "svenska"
    ENGLISH = "en", "engelska"
    NORWEGIAN = "nb", "norska"
    DANISH = "da", "danska"
    FINNISH = "fi", "finska"


Lenient = Field(strict=False)
"""For fields with a choice: accept the stored value, since files do not hold enum members."""
