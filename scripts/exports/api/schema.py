"""Models of the parts of a response about sluices: references, statements and sources.

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


SOURCE_KIND = "Vem som talar i källan: self_reported, funder, programme, research, independent eller news."


class SourceOfCase(Shape):
    """En källa."""

    id: str
    url: Annotated[str, Field(description="Källans plats i webbplatsens källförteckning.")]
    title: str
    publisher: str
    original_url: Annotated[str, Field(description="Källans egen adress.")]
    kind: Annotated[Choice, Field(description=SOURCE_KIND)]
    language: str
    machine_translated: Annotated[bool, Field(description="Om det som lästes var maskinöversatt.")]
    version: str | None = None
    read: Annotated[str, Field(description="När källan lästes: år, månad eller dag.")]
    plan: Annotated[bool, Field(description="Om källan är en ansökan eller plan, skriven innan arbetet var gjort.")]


class Figure(Shape):
    """Ett tal ur en källa."""

    value: int | float
    unit: str
    precision: Annotated[str, Field(description="exact, about eller over: så exakt som källan är.")]
    counts: Annotated[str | None, Field(description="Vad talet räknar, när flera slussar räknar samma sak.")] = None


class Sourced(Shape):
    """En text med de källor den vilar på."""

    text: str
    sources: Annotated[tuple[str, ...], Field(description="Källornas id.")]
    source_kinds: Annotated[tuple[str, ...], Field(description="Vilka slags källor det är.")]
    independent: Annotated[bool, Field(description="Om minst en av källorna är oberoende av satsningen.")]


class Mark(Choice):
    """Ett eller ett par ord som hör till ett påstående, som hållning eller utfall."""

    field: Annotated[str, Field(description="Fältet i filen om slussen, till exempel stance.")]


STAGE = "done, planned, prestudy eller view: gjort, planerat, i förstudien, eller en åsikt eller ett råd."
STANCE = "supports, contradicts eller describes: om texten stöder posten, talar emot den eller bara har samma ämne."
STANDING = (
    "done, against, planned eller mentioned: gjort, talar emot, planerat eller bara nämnt. Räknas fram ur stage och "
    "stance. Bara done räknas som underlag."
)


class Statement(Sourced):
    """Ett påstående i beskrivningen av en sluss."""

    id: Annotated[str | None, Field(description="Unikt i delen. Bara där en slutsats pekar.")] = None
    part: Annotated[str, Field(description="Delen av beskrivningen: background, goals, methods och så vidare.")]
    record: Annotated[Reference | None, Field(description="Metoden, faktorn eller lärdomen det gäller.")] = None
    stage: Annotated[str | None, Field(description=STAGE)] = None
    stance: Annotated[str | None, Field(description=STANCE)] = None
    standing: Annotated[str | None, Field(description=STANDING)] = None
    about: Annotated[str | None, Field(description="Rubriken på ett exempel, eller vad källor är oense om.")] = None
    outcome: Annotated[Choice | None, Field(description="Hur det gick.")] = None
    as_of: Annotated[str | None, Field(description="När det var så: år, månad eller dag.")] = None
    tags: Annotated[tuple[Reference, ...] | None, Field(description="Påståendets egna taggar.")] = None
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


class Likeness(Reference):
    """En sluss som liknar, och i vad."""

    reasons: tuple[str, ...]


class Stand(Reference):
    """En metod, faktor eller lärdom som en sluss tar upp."""

    stances: Annotated[tuple[str, ...], Field(description="En eller flera av supports, contradicts och describes.")]
    standing: Annotated[str, Field(description=f"Det som väger tyngst av slussens påståenden. {STANDING}")]


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
    outcome_as_of: Annotated[str | None, Field(description="När det var så: år, månad eller dag.")] = None
    period: Period
    funding_sek: int | None = None
    employees: int | None = None
    diary_number: str | None = None
    coordinator: Actor
    participants: tuple[Actor, ...]
    staffing: str | None = None
    staff: Annotated[int | None, Field(description="Antal personer, oavsett hur stor del av sin tid.")] = None
    way_in: str | None = None
    tags: tuple[Reference, ...]
    statements_total: Annotated[int, Field(ge=0, description="Antal påståenden.")]
    sources_total: Annotated[int, Field(ge=0, description="Antal källor.")]
