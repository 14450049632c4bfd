"""What a case is.

The one description of a case file: the reader validates with it, the JSON Schema for editors is
written from it, and the pages show what it holds. Field titles and descriptions are in Swedish
because contributors read them.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from scripts.fields import (
    FactorId,
    Label,
    LessonId,
    MethodId,
    MunicipalityCode,
    Name,
    PartialDate,
    Sentence,
    Slug,
    SourceId,
    Summary,
    TagId,
    Text,
    Title,
    WebAddress,
)
from scripts.problems import Code
from scripts.wording import refusal


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

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """The words stand beside the values, where editors that read schemas look for them."""
        schema = handler(core)
        handler.resolve_ref_schema(schema)["enumDescriptions"] = [member.label for member in cls]
        return schema


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

    EXACT = "exact", "exakt"
    ABOUT = "about", "cirka"
    OVER = "over", "drygt"

    @property
    def is_exact(self) -> bool:
        """Whether the figure can stand without a word before it."""
        return self is Precision.EXACT


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
    tuple[SourceId, ...],
    Field(min_length=1, title="Källor", description="De källor som säger det.", examples=["slutrapport"]),
]

MOST_ITEMS = 60
"""How many items a list may have. Nothing that was written for readers comes near it."""

Many = Field(max_length=MOST_ITEMS)


class Source(Part):
    """A page that statements were read on."""

    title: Annotated[
        Title, Field(title="Titel", description="Så som den står på sidan.", examples=["Slutrapport för Idéslussen"])
    ]
    publisher: Annotated[
        Name, Field(title="Utgivare", description="Den som har gett ut sidan.", examples=["Exempelstads kommun"])
    ]
    url: Annotated[
        WebAddress,
        Field(
            title="Webbadress",
            description="Hela adressen, så att andra kan läsa samma sak.",
            examples=["https://www.example.org/ideslussen/slutrapport"],
        ),
    ]
    kind: Annotated[
        SourceKind,
        Lenient,
        Field(title="Slag", description="Vem som talar i källan. Kommunens egna sidor är projektets egna ord."),
    ]
    language: Annotated[Language, Lenient, Field(title="Språk", description="Språket som den lästes på.")] = (
        Language.SWEDISH
    )
    machine_translated: Annotated[
        bool, Field(title="Maskinöversatt", description="Kryssa i om du läste en maskinöversättning.")
    ] = False
    version: Annotated[
        Label | None,
        Field(title="Version", description="Skiljer två versioner på samma adress.", examples=["Avslutat"]),
    ] = None
    read: Annotated[PartialDate, Field(title="Läst", description="Månaden då sidan lästes.", examples=["2026-11"])]


class Claim(Part):
    """A statement and the sources it rests on."""

    text: Annotated[
        Text,
        Field(
            title="Text",
            description="Vad källorna säger, med egna ord och utan att ta i. En tom rad ger ett nytt stycke.",
            examples=["Projektet uppger att 40 medarbetare prövade sin idé under det första året."],
        ),
    ]
    sources: SourceIds


class Figure(Part):
    """A number that can be shown on its own."""

    value: Annotated[float, Field(title="Tal", description="Med bara siffror.", examples=[40], ge=0)]
    unit: Annotated[
        Label, Field(title="Enhet", description="Vad som räknas, i plural.", examples=["utbildade medarbetare"])
    ]
    precision: Annotated[
        Precision, Lenient, Field(title="Noggrannhet", description="Så exakt som källan är, och inte mer.")
    ] = Precision.EXACT


class MethodUse(Claim):
    """How a method was used in this sluice."""

    method: Annotated[MethodId, Field(title="Metod", description="En metod i katalogen.", examples=["idecoach"])]


STANCE = Field(title="Hållning", description="Om det som står i källan talar för eller emot.")


class FactorUse(Claim):
    """What this case says of a success factor."""

    factor: Annotated[
        FactorId, Field(title="Framgångsfaktor", description="En faktor i katalogen.", examples=["egen-bemanning"])
    ]
    stance: Annotated[Stance, Lenient, STANCE] = Stance.SUPPORTS


class LessonUse(Claim):
    """What this case says of a lesson."""

    lesson: Annotated[
        LessonId, Field(title="Lärdom", description="En lärdom i katalogen.", examples=["prata-igenom-begreppen"])
    ]
    stance: Annotated[Stance, Lenient, STANCE] = Stance.SUPPORTS


class Result(Claim):
    """What came of the work, with or without a figure."""

    figure: Annotated[Figure | None, Field(title="Nyckeltal", description="Ett tal som får stå för sig, stort.")] = None


class Flow(Claim):
    """How many ideas came in and how far they got. The text says how sure the numbers are."""

    stages: Annotated[
        tuple[Figure, ...],
        Field(title="Steg", description="Minst två, från inkomna till införda.", min_length=2, max_length=8),
    ]


class Example(Claim):
    """An idea that came to the sluice."""

    title: Annotated[Name, Field(title="Rubrik", description="Idén med några ord.", examples=["Cykelpool på jobbet"])]
    outcome: Annotated[
        ExampleOutcome, Lenient, Field(title="Utfall", description="Hur långt idén hade kommit i det som är läst.")
    ]


class Aftermath(Claim):
    """What happened when the project had ended. The text says why the outcome is what it is."""

    outcome: Annotated[Outcome, Lenient, Field(title="Utfall", description="Texten under säger varför det är så.")]
    details: Annotated[
        tuple[Claim, ...],
        Many,
        Field(title="Mer om tiden efter", description="Det som levde kvar, och det som inte gjorde det."),
    ] = ()


class Disagreement(Claim):
    """Something that the sources tell differently. At least two of them, unless one contradicts itself."""

    about: Annotated[Name, Field(title="Gäller", description="Vad källorna är oense om.", examples=["Antalet idéer"])]


class Actor(Part):
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


class Period(Part):
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


class FactBasis(Part):
    """What a fact in the fact box rests on, and a caveat that is shown beside it."""

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
        tuple[Claim, ...],
        Many,
        Field(title="Bakgrund", description="Hur det var före slussen, och varför den kom till."),
    ] = ()
    goals: Annotated[
        tuple[Claim, ...], Many, Field(title="Mål", description="Vad projektet ville nå. En plan är en plan.")
    ] = ()
    methods: Annotated[
        tuple[MethodUse, ...], Many, Field(title="Metoder", description="En i taget, och hur det gick till.")
    ] = ()
    results: Annotated[
        tuple[Result, ...], Many, Field(title="Resultat", description="Vad som kom ut av arbetet, gärna med tal.")
    ] = ()
    flow: Annotated[
        Flow | None,
        Field(title="Idéernas väg i siffror", description="Hur många idéer som kom in och hur långt de kom."),
    ] = None
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
