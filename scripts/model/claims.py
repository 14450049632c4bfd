"""Sources, and the sourced statements that a case consists of."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from scripts.model.enums import Counts, ExampleOutcome, Language, Lenient, Outcome, Precision, SourceKind, Stage, Stance
from scripts.model.types import (
    FactorId,
    FrozenModel,
    Label,
    LessonId,
    Many,
    MethodId,
    Name,
    PartialDate,
    Slug,
    SourceId,
    TagId,
    Text,
    Title,
    WebAddress,
)

SourceIds = Annotated[
    tuple[SourceId, ...],
    Field(min_length=1, title="Källor", description="De källor som säger det.", examples=["exempelstad-slutrapport"]),
]


class Source(FrozenModel):
    """A published page that statements rest on."""

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
        Field(
            title="Slag",
            description="Vem som talar. Kommunens egna sidor är projektets egna ord. SKR, Governo och forskning "
            "som satsningen beställde är nära programmet. Forskning är forskare där vi inte vet vem som betalade. "
            "Oberoende är bara den som varken fick pengar av, deltog i eller rapporterade till satsningen.",
        ),
    ]
    plan: Annotated[
        bool,
        Field(title="Plan", description="Kryssa i om sidan är en ansökan eller plan, skriven innan arbetet var gjort."),
    ] = False
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


class Claim(FrozenModel):
    """A statement and the sources it rests on."""

    text: Annotated[
        Text,
        Field(
            title="Text",
            description="Vad källorna säger, med egna ord och utan att ta i. En tom rad ger ett nytt stycke.",
            examples=["40 medarbetare prövade sin idé under det första året."],
        ),
    ]
    sources: SourceIds


class TaggedClaim(Claim):
    """A statement that can have an id, so that conclusions can point to it, and tags, whose pages then show it."""

    id: Annotated[
        Slug | None,
        Field(
            title="Id",
            description="Bara om en slutsats pekar hit. Något kort, som bara finns en gång i avsnittet.",
            examples=["fyrtio-provade"],
        ),
    ] = None
    tags: Annotated[
        tuple[TagId, ...],
        Many,
        Field(
            title="Taggar",
            description="Vad just det här handlar om. Det syns då på taggens sida.",
            examples=["aldreomsorg"],
        ),
    ] = ()


class Figure(FrozenModel):
    """A number that can be shown on its own."""

    value: Annotated[float, Field(title="Tal", description="Med bara siffror.", examples=[40], ge=0)]
    unit: Annotated[
        Label, Field(title="Enhet", description="Vad som räknas, i plural.", examples=["utbildade medarbetare"])
    ]
    precision: Annotated[
        Precision, Lenient, Field(title="Noggrannhet", description="Så exakt som källan är, och inte mer.")
    ] = Precision.EXACT
    counts: Annotated[
        Counts | None,
        Lenient,
        Field(title="Räknar", description="Så att talet kan stå bredvid andra slussars. Utelämnas för annat."),
    ] = None


class Use(TaggedClaim):
    """A statement of a case on a record of the catalogue. Only what is done and supports counts as evidence."""

    stage: Annotated[
        Stage,
        Lenient,
        Field(
            title="Gjort eller tänkt",
            description="Gjort är det som hände, eller som de själva lärde sig. Planerat är en plan eller ett mål: "
            "om det blev av är inte känt. Förstudien är tiden före projektet. En åsikt eller ett råd är varken gjort "
            "eller planerat.",
        ),
    ]
    stance: Annotated[
        Stance,
        Lenient,
        Field(
            title="Hållning",
            description="Stöder: texten visar just det som posten säger. Talar emot: den visar motsatsen. Samma ämne: "
            "den handlar om saken men visar varken eller.",
        ),
    ]


class MethodUse(Use):
    """A statement of a case on a method."""

    method: Annotated[MethodId, Field(title="Metod", description="En metod i katalogen.", examples=["idecoach"])]


class FactorUse(Use):
    """A statement of a case on a success factor."""

    factor: Annotated[
        FactorId, Field(title="Framgångsfaktor", description="En faktor i katalogen.", examples=["egen-bemanning"])
    ]


class LessonUse(Use):
    """A statement of a case on a lesson."""

    lesson: Annotated[
        LessonId, Field(title="Lärdom", description="En lärdom i katalogen.", examples=["prata-igenom-begreppen"])
    ]


class Result(TaggedClaim):
    """A result, with or without a figure."""

    figure: Annotated[Figure | None, Field(title="Nyckeltal", description="Ett tal som får stå för sig, stort.")] = None


class Flow(TaggedClaim):
    """The number of ideas at each stage. The text says how sure the numbers are."""

    stages: Annotated[
        tuple[Figure, ...],
        Field(title="Steg", description="Minst två, från inkomna till införda.", min_length=2, max_length=8),
    ]


class Example(TaggedClaim):
    """An idea that came to the sluice."""

    title: Annotated[Name, Field(title="Rubrik", description="Idén med några ord.", examples=["Cykelpool på jobbet"])]
    outcome: Annotated[
        ExampleOutcome, Lenient, Field(title="Utfall", description="Hur långt idén hade kommit i det som är läst.")
    ]
    as_of: Annotated[
        PartialDate | None,
        Field(title="Läget gäller", description="År eller månad då det var så.", examples=["2019-12"]),
    ] = None


class Aftermath(TaggedClaim):
    """The time after the project. The text says why the outcome is what it is."""

    outcome: Annotated[Outcome, Lenient, Field(title="Utfall", description="Texten under säger varför det är så.")]
    as_of: Annotated[
        PartialDate | None,
        Field(title="Läget gäller", description="År eller månad då det var så.", examples=["2019-12"]),
    ] = None
    details: Annotated[
        tuple[TaggedClaim, ...],
        Many,
        Field(title="Mer om tiden efter", description="Det som levde kvar, och det som inte gjorde det."),
    ] = ()


class Disagreement(TaggedClaim):
    """A point on which sources disagree, or on which one contradicts itself."""

    about: Annotated[Name, Field(title="Gäller", description="Vad källorna är oense om.", examples=["Antalet idéer"])]


class Milestone(TaggedClaim):
    """Something that happened at a certain time."""

    date: Annotated[PartialDate, Field(title="Tid", description="År, månad eller dag.", examples=["2017-04"])]


class GoalOutcome(TaggedClaim):
    """A goal that can be measured, and what came of it. The text says what each number counts."""

    goal: Annotated[Name, Field(title="Mål", description="Med källans ord.", examples=["100 idéer"])]
    outcome: Annotated[Name, Field(title="Utfall", description="Med källans ord.", examples=["72 idéer"])]


class Minute(FrozenModel):
    """A case in three short paragraphs, for the reader who has one minute."""

    did: Annotated[TaggedClaim, Field(title="Vad de gjorde", description="Två eller tre meningar.")]
    gave: Annotated[
        TaggedClaim, Field(title="Vad det gav", description="Två eller tre meningar. Säg vad som inte är känt.")
    ]
    after: Annotated[TaggedClaim, Field(title="Vad som hände sedan", description="Två eller tre meningar.")]
