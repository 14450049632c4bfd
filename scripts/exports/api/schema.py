"""Models of the parts of a response: statements, sources, sluices, methods and tags.

Both the responses and their JSON schemas are generated from these models, so they cannot disagree. Titles and
descriptions are in Swedish because they are part of the schemas, which users of the data read.

Unknown values are left out. New fields may be added within a version, so the schemas allow additional properties.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field


class Shape(BaseModel):
    """A part of a response."""

    model_config = ConfigDict(frozen=True)


class Reference(Shape):
    """En hänvisning till något som har en egen sida."""

    id: str
    name: str
    url: Annotated[str, Field(description="Sidan.")]


class Choice(Shape):
    """Ett värde ur en fast mängd, med orden som läsare ser."""

    id: str
    label: str


class SourceOfCase(Shape):
    """En källa."""

    id: str
    url: Annotated[str, Field(description="Källans plats i webbplatsens källförteckning.")]
    title: str
    publisher: str
    original_url: Annotated[str, Field(description="Källans egen adress.")]
    kind: Annotated[Choice, Field(description="Vem som talar i källan.")]
    language: str
    machine_translated: Annotated[bool, Field(description="Om det som lästes var maskinöversatt.")]
    version: str | None = None
    read: Annotated[str, Field(description="När källan lästes: år, månad eller dag.")]


class Figure(Shape):
    """Ett tal ur en källa."""

    value: int | float
    unit: str
    precision: Annotated[str, Field(description="exact, about eller over: så exakt som källan är.")]


class Sourced(Shape):
    """En text med de källor den vilar på."""

    text: str
    sources: Annotated[tuple[str, ...], Field(description="Källornas id.")]
    source_kinds: Annotated[tuple[str, ...], Field(description="Vilka slags källor det är.")]
    independent: Annotated[bool, Field(description="Om minst en av källorna är oberoende av projektet.")]


class Mark(Choice):
    """Ett eller ett par ord som hör till ett påstående, som hållning eller utfall."""

    field: Annotated[str, Field(description="Fältet i filen om slussen, till exempel stance.")]


class Statement(Sourced):
    """Ett påstående i beskrivningen av en sluss."""

    part: Annotated[str, Field(description="Delen av beskrivningen: background, goals, methods och så vidare.")]
    record: Annotated[Reference | None, Field(description="Metoden, faktorn eller lärdomen det gäller.")] = None
    stance: Annotated[str | None, Field(description="supports eller contradicts.")] = None
    about: Annotated[str | None, Field(description="Rubriken på ett exempel, eller vad källor är oense om.")] = None
    outcome: Annotated[Choice | None, Field(description="Hur det gick.")] = None
    marks: Annotated[
        tuple[Mark, ...] | None, Field(description="Det som visas intill påståendet, hållning och utfall inräknade.")
    ] = None
    figures: Annotated[tuple[Figure, ...] | None, Field(description="Tal som hör till, i ordning.")] = None


class Actor(Shape):
    """En kommun eller en annan organisation."""

    name: str
    municipality: Annotated[str | None, Field(description="SCB:s kommunkod, fyra siffror.")] = None
    unit: str | None = None


class Period(Shape):
    """Projektets tid: år, månad eller dag."""

    start: str
    end: str | None = None


class Basis(Shape):
    """Vad en uppgift vilar på, och ett förbehåll."""

    sources: tuple[str, ...]
    note: str | None = None


class Evidence(Shape):
    """Hur starkt underlaget är. Räknas fram ur påståendena."""

    level: Annotated[int, Field(ge=0, le=3)]
    label: str
    sluices: Annotated[int, Field(ge=0, description="Antal slussar som stöder.")]
    independent: Annotated[bool, Field(description="Om en oberoende källa stöder.")]


class Likeness(Reference):
    """En sluss som liknar, och i vad."""

    reasons: tuple[str, ...]


class Stand(Reference):
    """En metod, faktor eller lärdom som en sluss tar upp."""

    stances: Annotated[tuple[str, ...], Field(description="supports, contradicts eller båda.")]


class CaseInList(Shape):
    """En sluss i korthet."""

    id: str
    url: Annotated[str, Field(description="Slussens sida.")]
    data: Annotated[str, Field(description="Allt om slussen som JSON.")]
    modified: Annotated[str | None, Field(description="Dagen då filen senast ändrades.")] = None
    title: str
    place: str
    official_title: str | None = None
    title_en: str | None = None
    summary: str
    summary_en: str | None = None
    status: Choice
    form: Choice
    outcome: Annotated[Choice, Field(description="Vad som hände när projektet tog slut.")]
    period: Period
    funding_sek: int | None = None
    employees: int | None = None
    diary_number: str | None = None
    coordinator: Actor
    participants: tuple[Actor, ...]
    staffing: str | None = None
    way_in: str | None = None
    tags: tuple[Reference, ...]
    statements_total: Annotated[int, Field(ge=0, description="Antal påståenden.")]
    sources_total: Annotated[int, Field(ge=0, description="Antal källor.")]


class Mention(Sourced):
    """Vad en sluss säger om en metod, faktor eller lärdom."""

    case: Reference


class Elsewhere(Sourced):
    """Ett exempel från någon annan än slussarna."""

    place: str


class Topic(Shape):
    """En metod, framgångsfaktor eller lärdom."""

    id: str
    url: Annotated[str, Field(description="Sidan.")]
    name: str
    name_en: str
    aliases: Annotated[tuple[str, ...], Field(description="Andra namn.")]
    description: tuple[Sourced, ...]
    studies: Annotated[tuple[Sourced, ...], Field(description="Vad andra källor än slussarna säger.")]
    elsewhere: tuple[Elsewhere, ...]
    questions: Annotated[tuple[str, ...], Field(description="Redaktionens egna frågor att ställa sig.")]
    area: Annotated[Choice | None, Field(description="Området, för lärdomar.")] = None
    phases: tuple[Choice, ...]
    tags: tuple[Reference, ...]
    related: tuple[Reference, ...]
    evidence: Evidence
    supporting: Annotated[tuple[Mention, ...], Field(description="Slussar som använder eller stöder.")]
    contradicting: Annotated[tuple[Mention, ...], Field(description="Slussar som talar emot.")]


class Tag(Shape):
    """En tagg, med allt som har den."""

    id: str
    url: Annotated[str, Field(description="Sidan.")]
    name: str
    name_en: str
    description: str
    cases: tuple[Reference, ...]
    methods: tuple[Reference, ...]
    success_factors: tuple[Reference, ...]
    lessons: tuple[Reference, ...]


class PageLink(Shape):
    """En sida på webbplatsen."""

    name: str
    url: str


class Source(SourceOfCase):
    """En källa, med de sidor som hänvisar till den."""

    cited_by: tuple[PageLink, ...]


class Municipality(Shape):
    """En kommun som har varit med i en idésluss eller en förstudie."""

    id: Annotated[str, Field(description="SCB:s kommunkod, fyra siffror.", pattern="^[0-9]{4}$")]
    url: Annotated[str, Field(description="Sidan med alla kommuner.")]
    name: str
    official_name: str
    county: str
    latitude: float
    longitude: float
    cases: tuple[Reference, ...]
    prestudies: Annotated[tuple[str, ...], Field(description="Förstudiernas titlar.")]
