"""What a case is.

The one description of a case file: the reader validates with it, the JSON Schema for editors is
written from it, and the pages show what it holds. Field titles and descriptions are in Swedish
because contributors read them.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from scripts.fields import (
    Label,
    MunicipalityCode,
    Name,
    PartialDate,
    Reference,
    Sentence,
    Slug,
    Text,
    Title,
    WebAddress,
)
from scripts.problems import Code


class Part(BaseModel):
    """Something in a data file. Frozen, and without room for keys that nobody asked for."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Choice(StrEnum):
    """A value out of a fixed set, with the Swedish words that readers see."""

    label: str

    def __new__(cls, value: str, label: str) -> Self:
        """Make a member out of what is stored and what is shown."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member


class Status(Choice):
    """How far the project has come."""

    ONGOING = "ongoing", "Pågår"
    COMPLETED = "completed", "Avslutat"
    DISCONTINUED = "discontinued", "Avbrutet i förtid"


class Form(Choice):
    """How a sluice is shared between municipalities."""

    SINGLE = "single", "I en kommuns egen organisation"
    SHARED = "shared", "Gemensam för flera kommuner"
    PARALLEL = "parallel", "Parallella slussar med gemensamt lärande"


class Outcome(Choice):
    """What became of the sluice when the project had ended."""

    CONTINUED = "continued", "Fortsatte"
    TRANSFORMED = "transformed", "Blev något annat"
    ENDED = "ended", "Upphörde"
    UNKNOWN = "unknown", "Inte känt"


class ExampleOutcome(Choice):
    """How far an idea that came through the sluice had got in what we have read."""

    IDEA = "idea", "Idé"
    IN_PROGRESS = "in_progress", "Under arbete"
    TESTED = "tested", "Testad"
    ADOPTED = "adopted", "Införd"
    DROPPED = "dropped", "Nedlagd"
    UNKNOWN = "unknown", "Utfall inte känt"


class Stance(Choice):
    """Whether a case speaks for or against a factor or a lesson."""

    SUPPORTS = "supports", "Stöder"
    CONTRADICTS = "contradicts", "Talar emot"


class Precision(Choice):
    """How exact a figure is in its source."""

    EXACT = "exact", ""
    ABOUT = "about", "cirka"
    OVER = "over", "drygt"


class SourceKind(Choice):
    """Who is speaking in a source."""

    SELF_REPORTED = "self_reported", "projektets egna ord"
    FUNDER = "funder", "finansiären"
    INDEPENDENT = "independent", "oberoende"
    NEWS = "news", "nyhetsmedier"


class Language(Choice):
    """The language that a source was read in."""

    SWEDISH = "sv", "svenska"
    ENGLISH = "en", "engelska"


Lenient = Field(strict=False)
SourceIds = Annotated[
    tuple[Reference, ...], Field(min_length=1, title="Källor", description="Ett eller flera id ur sources.")
]


class Source(Part):
    """A page that statements were read on."""

    title: Annotated[Title, Field(title="Titel", description="Sidans titel, med version om den har flera.")]
    publisher: Annotated[Name, Field(title="Utgivare")]
    url: Annotated[WebAddress, Field(title="Webbadress")]
    kind: Annotated[SourceKind, Lenient, Field(title="Slag", description="Vem som talar i källan.")]
    language: Annotated[Language, Lenient, Field(title="Språk")] = Language.SWEDISH
    machine_translated: Annotated[bool, Field(title="Maskinöversatt")] = False
    version: Annotated[Label | None, Field(title="Version", description="Skiljer två versioner på samma adress.")] = (
        None
    )
    read: Annotated[PartialDate, Field(title="Läst", description="Månaden då sidan lästes.")]


class Claim(Part):
    """A statement and the sources it rests on."""

    text: Annotated[Text, Field(title="Text", description="Vad källorna säger, med egna ord och utan att ta i.")]
    sources: SourceIds


class Figure(Part):
    """A number that can be shown on its own."""

    value: Annotated[float, Field(title="Tal", ge=0)]
    unit: Annotated[Label, Field(title="Enhet", description="Vad som räknas, i plural: utbildade medarbetare.")]
    precision: Annotated[Precision, Lenient, Field(title="Noggrannhet")] = Precision.EXACT


class MethodUse(Claim):
    """How a method was used in this sluice."""

    method: Annotated[Reference, Field(title="Metod", description="En metod i katalogen.")]


class FactorUse(Claim):
    """What this case says of a success factor."""

    factor: Annotated[Reference, Field(title="Framgångsfaktor", description="En faktor i katalogen.")]
    stance: Annotated[Stance, Lenient, Field(title="Hållning")] = Stance.SUPPORTS


class LessonUse(Claim):
    """What this case says of a lesson."""

    lesson: Annotated[Reference, Field(title="Lärdom", description="En lärdom i katalogen.")]
    stance: Annotated[Stance, Lenient, Field(title="Hållning")] = Stance.SUPPORTS


class Result(Claim):
    """What came of the work, with or without a figure."""

    figure: Annotated[Figure | None, Field(title="Nyckeltal")] = None


class Flow(Claim):
    """How many ideas came in and how far they got. The text says how sure the numbers are."""

    stages: Annotated[tuple[Figure, ...], Field(title="Steg", description="Från inkomna till införda.", min_length=2)]


class Example(Claim):
    """An idea that came to the sluice."""

    title: Annotated[Name, Field(title="Rubrik")]
    outcome: Annotated[ExampleOutcome, Lenient, Field(title="Utfall")]


class Aftermath(Claim):
    """What happened when the project had ended. The text says why the outcome is what it is."""

    outcome: Annotated[Outcome, Lenient, Field(title="Utfall")]
    details: Annotated[tuple[Claim, ...], Field(title="Mer om tiden efter")] = ()


class Disagreement(Claim):
    """Something that the sources tell differently. At least two of them, unless one contradicts itself."""

    about: Annotated[Name, Field(title="Gäller", description="Vad källorna är oense om.")]


class Actor(Part):
    """A municipality or another organisation, never a person."""

    municipality: Annotated[
        MunicipalityCode | None, Field(title="Kommunkod", description='Inom citattecken: "0180".')
    ] = None
    organisation: Annotated[Name | None, Field(title="Organisation")] = None
    unit: Annotated[Name | None, Field(title="Enhet")] = None

    @model_validator(mode="after")
    def _municipality_or_organisation(self) -> Actor:
        if (self.municipality is None) == (self.organisation is None):
            raise PydanticCustomError(Code.ONE_OF, "ange antingen municipality eller organisation")
        return self


class Period(Part):
    """The months of the project."""

    start: Annotated[PartialDate, Field(title="Start")]
    end: Annotated[PartialDate | None, Field(title="Slut")] = None

    @model_validator(mode="after")
    def _end_after_start(self) -> Period:
        if self.end is not None and self.end < self.start[: len(self.end)]:
            raise PydanticCustomError(
                Code.END_BEFORE_START,
                "slutet {end} ligger före starten {start}",
                {"end": self.end, "start": self.start, "field": "end"},
            )
        return self


class FactBasis(Part):
    """What a fact in the fact box rests on, and a caveat that is shown beside it."""

    sources: SourceIds
    note: Annotated[Sentence | None, Field(title="Förbehåll", description="Visas intill uppgiften.")] = None


Fact = Annotated[FactBasis | None, Field()]


class Basis(Part):
    """The sources of the facts that are not statements of their own. One key for each fact given."""

    summary: Fact = None
    official_title: Fact = None
    title_en: Fact = None
    diary_number: Fact = None
    status: Fact = None
    form: Fact = None
    period: Fact = None
    funding_sek: Fact = None
    employees: Fact = None
    coordinator: Fact = None
    participants: Fact = None
    staffing: Fact = None
    way_in: Fact = None


class Case(Part):
    """An idésluss: what it was, how it worked, what came of it, and what is not known."""

    title: Annotated[Name, Field(title="Rubrik", description="Slussens namn som sidans rubrik.")]
    place: Annotated[Name, Field(title="Plats", description="Kort namn i listor: Sundsvall.")]
    official_title: Annotated[Title | None, Field(title="Projektets titel")] = None
    title_en: Annotated[Title | None, Field(title="Engelsk titel")] = None
    summary: Annotated[Sentence, Field(title="Sammanfattning", description="En mening.")]
    status: Annotated[Status, Lenient, Field(title="Läge")]
    form: Annotated[Form, Lenient, Field(title="Form")]
    period: Annotated[Period, Field(title="Tid")]
    funding_sek: Annotated[int | None, Field(title="Bidrag i kronor", ge=0, le=10_000_000_000)] = None
    employees: Annotated[int | None, Field(title="Antal medarbetare", ge=1, le=1_000_000)] = None
    diary_number: Annotated[Label | None, Field(title="Diarienummer")] = None
    coordinator: Annotated[Actor, Field(title="Koordinator")]
    participants: Annotated[tuple[Actor, ...], Field(title="Övriga deltagare")] = ()
    staffing: Annotated[Sentence | None, Field(title="Bemanning")] = None
    way_in: Annotated[Sentence | None, Field(title="Vägen in för idéer")] = None
    basis: Annotated[Basis, Field(title="Underlag", description="Källor för uppgifterna ovan, en nyckel för varje.")]
    background: Annotated[tuple[Claim, ...], Field(title="Bakgrund")] = ()
    goals: Annotated[tuple[Claim, ...], Field(title="Mål")] = ()
    methods: Annotated[tuple[MethodUse, ...], Field(title="Så arbetade de")] = ()
    results: Annotated[tuple[Result, ...], Field(title="Resultat")] = ()
    flow: Annotated[Flow | None, Field(title="Idéernas väg i siffror")] = None
    success_factors: Annotated[tuple[FactorUse, ...], Field(title="Framgångsfaktorer")] = ()
    lessons: Annotated[tuple[LessonUse, ...], Field(title="Lärdomar och hinder")] = ()
    examples: Annotated[tuple[Example, ...], Field(title="Exempel")] = ()
    aftermath: Annotated[Aftermath, Field(title="Vad som hände sedan")]
    disagreements: Annotated[tuple[Disagreement, ...], Field(title="Där källorna går isär")] = ()
    gaps: Annotated[tuple[Sentence, ...], Field(title="Det vi inte vet")] = ()
    tags: Annotated[tuple[Reference, ...], Field(title="Taggar", min_length=1)]
    sources: Annotated[Mapping[Slug, Source], Field(title="Källor", description="Id → källa.")] = {}
