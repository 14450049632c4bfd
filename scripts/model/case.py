"""The model of a case file.

The loader validates with it, and the JSON Schema, the form and the field reference are made from it. Field titles
and descriptions are in Swedish because contributors read them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field, model_validator

from scripts.diagnostics import Code
from scripts.model.claims import (
    Aftermath,
    Disagreement,
    Example,
    FactorUse,
    Flow,
    GoalOutcome,
    LessonUse,
    MethodUse,
    Milestone,
    Minute,
    Result,
    Source,
    SourceIds,
    TaggedClaim,
)
from scripts.model.enums import Form, Lenient, Status
from scripts.model.messages import refusal
from scripts.model.types import (
    FrozenModel,
    Label,
    Many,
    MunicipalityCode,
    Name,
    PartialDate,
    Sentence,
    Slug,
    Summary,
    TagId,
    Title,
)


class Actor(FrozenModel):
    """A municipality or another organisation, never a person."""

    municipality: Annotated[
        MunicipalityCode | None, Field(title="Kommun", description="Kommunkoden, fyra siffror.", examples=["0180"])
    ] = None
    organisation: Annotated[
        Name | None,
        Field(title="Organisation", description="Om det inte är en kommun.", examples=["Exempelregionen"]),
    ] = None
    unit: Annotated[
        Name | None, Field(title="Enhet", description="Inom kommunen.", examples=["Kommunledningskontoret"])
    ] = None

    @model_validator(mode="after")
    def _municipality_or_organisation(self) -> Actor:
        if (self.municipality is None) == (self.organisation is None):
            raise refusal(Code.ONE_OF)
        return self


class Period(FrozenModel):
    """The months of the project."""

    start: Annotated[PartialDate, Field(title="Start", description="År, månad eller dag.", examples=["2017-02"])]
    end: Annotated[
        PartialDate | None, Field(title="Slut", description="Utelämnas om arbetet pågår.", examples=["2019-12"])
    ] = None

    @model_validator(mode="after")
    def _end_after_start(self) -> Period:
        if self.end is not None and self.end < self.start[: len(self.end)]:
            raise refusal(Code.END_BEFORE_START, end=self.end, start=self.start, field="end")
        return self


class FactBasis(FrozenModel):
    """The sources of a fact in the fact box, and a caveat shown beside it."""

    sources: SourceIds
    note: Annotated[
        Sentence | None,
        Field(
            title="Förbehåll",
            description="Visas intill uppgiften.",
            examples=["En tidigare version av sidan anger en annan summa."],
        ),
    ] = None


Fact = Annotated[FactBasis | None, Field()]


class Basis(FrozenModel):
    """The sources of the fact box, one key for each fact."""

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
    staff: Fact = None
    way_in: Fact = None


class Case(FrozenModel):
    """An idésluss: its facts, its statements by section, its gaps and its sources."""

    title: Annotated[
        Name,
        Field(title="Rubrik", description="Slussens namn som sidans rubrik.", examples=["Idéslussen i Exempelstad"]),
    ]
    place: Annotated[Name, Field(title="Plats", description="Kort namn i listor.", examples=["Exempelstad"])]
    official_title: Annotated[
        Title | None,
        Field(
            title="Projektets titel",
            description="Så som den står i ansökan eller hos finansiären.",
            examples=["Idésluss för Exempelstads kommun"],
        ),
    ] = None
    title_en: Annotated[
        Title | None,
        Field(title="Engelsk titel", description="Om projektet har en.", examples=["Innovation hub Exempelstad"]),
    ] = None
    summary_en: Annotated[
        Summary | None,
        Field(
            title="Kort på engelska",
            description="Det som sammanfattningen säger, i två meningar. Inget mer och inget starkare.",
            examples=["A sluice for all employees, with two coaches. It closed when the project money ran out."],
        ),
    ] = None
    summary: Annotated[
        Sentence,
        Field(
            title="Sammanfattning",
            description="En mening eller två: vad slussen var och vad som kom ut av den.",
            examples=["En sluss för alla anställda, med två coacher. Den stängde när projektpengarna tog slut."],
        ),
    ]
    minute: Annotated[
        Minute | None, Field(title="På en minut", description="Det viktigaste, för den som bara läser det.")
    ] = None
    status: Annotated[Status, Lenient, Field(title="Läge", description="Hur långt projektet har kommit.")]
    form: Annotated[Form, Lenient, Field(title="Form", description="Hur kommunerna delade på slussen.")]
    period: Annotated[Period, Field(title="Tid")]
    funding_sek: Annotated[
        int | None,
        Field(
            title="Bidrag i kronor",
            description="Det som finansiären gav, i hela kronor.",
            examples=[4000000],
            ge=0,
            le=10_000_000_000,
        ),
    ] = None
    employees: Annotated[
        int | None,
        Field(
            title="Antal medarbetare",
            description="I kommunen, eller i kommunerna tillsammans.",
            examples=[5200],
            ge=1,
            le=1_000_000,
        ),
    ] = None
    diary_number: Annotated[
        Label | None,
        Field(title="Diarienummer", description="Finansiärens nummer på projektet.", examples=["2016-00000"]),
    ] = None
    coordinator: Annotated[
        Actor, Field(title="Koordinator", description="Kommunen eller organisationen som höll i projektet.")
    ]
    participants: Annotated[tuple[Actor, ...], Many, Field(title="Övriga deltagare")] = ()
    staffing: Annotated[
        Sentence | None,
        Field(
            title="Bemanning",
            description="Vilka som arbetade med slussen, och hur mycket.",
            examples=["En projektledare på heltid och två coacher på deltid."],
        ),
    ] = None
    staff: Annotated[
        int | None,
        Field(
            title="Antal personer",
            description="De som arbetade med slussen, oavsett hur stor del av sin tid. Bara om en källa säger det.",
            examples=[3],
            ge=1,
            le=100_000,
        ),
    ] = None
    way_in: Annotated[
        Sentence | None,
        Field(
            title="Vägen in för idéer",
            description="Hur en medarbetare lämnade sin idé.",
            examples=["Ett formulär på intranätet, öppet för alla anställda."],
        ),
    ] = None
    basis: Annotated[
        Basis, Field(title="Underlag", description="Källor för uppgifterna i faktarutan, en nyckel för varje.")
    ]
    background: Annotated[
        tuple[TaggedClaim, ...],
        Many,
        Field(title="Bakgrund", description="Hur det var före slussen, och varför den kom till."),
    ] = ()
    goals: Annotated[
        tuple[TaggedClaim, ...], Many, Field(title="Mål", description="Vad projektet ville nå. En plan är en plan.")
    ] = ()
    methods: Annotated[
        tuple[MethodUse, ...], Many, Field(title="Metoder", description="En i taget, och hur det gick till.")
    ] = ()
    results: Annotated[
        tuple[Result, ...], Many, Field(title="Resultat", description="Vad som kom ut av arbetet, gärna med tal.")
    ] = ()
    goal_outcomes: Annotated[
        tuple[GoalOutcome, ...],
        Many,
        Field(title="Mål och utfall", description="Mål som går att mäta, och vad det blev."),
    ] = ()
    flow: Annotated[
        Flow | None,
        Field(title="Idéernas väg i siffror", description="Hur många idéer som kom in och hur långt de kom."),
    ] = None
    milestones: Annotated[
        tuple[Milestone, ...],
        Many,
        Field(title="Månad för månad", description="Det som hände, i tidsordning. Det första halvåret först."),
    ] = ()
    success_factors: Annotated[
        tuple[FactorUse, ...],
        Many,
        Field(title="Framgångsfaktorer", description="Det som hjälpte, enligt källorna. Även det som talar emot."),
    ] = ()
    lessons: Annotated[
        tuple[LessonUse, ...],
        Many,
        Field(title="Lärdomar och hinder", description="Minst en. Den får gärna vara dyrköpt."),
    ] = ()
    examples: Annotated[
        tuple[Example, ...], Many, Field(title="Exempel", description="Idéer som kom genom slussen.")
    ] = ()
    aftermath: Annotated[
        Aftermath, Field(title="Vad som hände sedan", description="När projektet eller pengarna tog slut.")
    ]
    disagreements: Annotated[
        tuple[Disagreement, ...],
        Many,
        Field(title="Där källorna går isär", description="Båda uppgifterna, med källa till var och en."),
    ] = ()
    gaps: Annotated[
        tuple[Sentence, ...],
        Many,
        Field(
            title="Det vi inte vet",
            description="En lucka är bättre än en gissning.",
            examples=["Vad slussen kostade kommunen utöver bidraget."],
        ),
    ] = ()
    tags: Annotated[
        tuple[TagId, ...],
        Many,
        Field(
            title="Taggar",
            description="Det som sidan ska hittas på.",
            examples=["samverkan-mellan-kommuner"],
            min_length=1,
        ),
    ]
    sources: Annotated[
        Mapping[Slug, Source],
        Many,
        Field(
            title="Källor",
            description="Sidor som andra kan läsa, och som påståendena hänvisar till.",
        ),
    ] = {}
