"""Models of the parts of a response about methods, factors, lessons, tags, sources and municipalities."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, JsonValue

from scripts.exports.api.schema import STAGE, STANCE, STANDING, Choice, Reference, Shape, Sourced, SourceOfCase
from scripts.exports.inventory import KEPT_UNTIL
from scripts.text.swedish import partial_date


def _deprecated(instead: str) -> str:
    """Return the description of a field that is kept for programs written for an earlier version."""
    return f"Utgår. Använd {instead} i stället. Finns kvar minst till och med {partial_date(KEPT_UNTIL)}."


DEPRECATED: dict[str, JsonValue] = {"deprecated": True}
"""The addition to the schema of such a field."""


Counts = dict[str, Annotated[int, Field(ge=1)]]


class Evidence(Shape):
    """Underlaget: i hur många slussar det är gjort, och vem som säger det. Räknas fram ur påståendena."""

    done: Annotated[int, Field(ge=0, description="Antal slussar som har gjort det, eller lärt sig det.")]
    planned: Annotated[
        int, Field(ge=0, description="Antal andra slussar som har planerat det, eller prövat det i en förstudie.")
    ]
    against: Annotated[int, Field(ge=0, description="Antal slussar vars erfarenhet talar emot.")]
    speakers: Annotated[
        Counts, Field(description="Slag av källa, och hur många av slussarna i done som sådana källor talar om.")
    ]
    studies: Annotated[Counts, Field(description="Slag av källa, och hur många av studierna som den har gett ut.")]
    where: Annotated[str, Field(description="done, planned och against i ord.")]
    who: Annotated[str | None, Field(description="speakers och studies i ord.")] = None
    level: Annotated[int, Field(ge=0, le=3, description=_deprecated("done och who"), json_schema_extra=DEPRECATED)]
    label: Annotated[str, Field(description=_deprecated("where"), json_schema_extra=DEPRECATED)]
    sluices: Annotated[int, Field(ge=0, description=_deprecated("done"), json_schema_extra=DEPRECATED)]
    independent: Annotated[bool, Field(description=_deprecated("speakers och studies"), json_schema_extra=DEPRECATED)]


class Conclusion(Sourced):
    """En text som redaktionen har skrivit, med de påståenden som den vilar på."""

    id: Annotated[str, Field(description="Filen, posten och platsen i den.")]
    url: Annotated[str, Field(description="Sidan där den står.")]
    author: Annotated[
        str,
        Field(
            description="editors, computed eller sources: redaktionens slutsats, redaktionens räkning, eller det som "
            "källorna säger, återgivet i korthet."
        ),
    ]
    part: Annotated[str, Field(description="Delen av posten, till exempel answer eller speaks_for.")]
    calculation: Annotated[str | None, Field(description="Hur ett tal är räknat.")] = None
    rests_on: Annotated[tuple[str, ...], Field(description="Pekare till de påståenden som bär texten.")]
    against: Annotated[tuple[str, ...], Field(description="Pekare till de påståenden som talar emot.")]
    done: Annotated[bool, Field(description="Om texten säger att något är gjort.")]
    reviewed: Annotated[str, Field(description="Dagen då texten senast hölls mot sitt underlag.")]


class Mention(Sourced):
    """Vad en sluss säger om en metod, faktor eller lärdom."""

    case: Reference


class TopicUse(Mention):
    """Vad en sluss säger om en metod, faktor eller lärdom, och hur det räknas."""

    stage: Annotated[str, Field(description=STAGE)]
    stance: Annotated[str, Field(description=STANCE)]
    standing: Annotated[str, Field(description=STANDING)]
    counted: Annotated[bool, Field(description="Om det räknas som underlag.")]


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
    uses: Annotated[tuple[TopicUse, ...], Field(description="Allt som slussarna säger om det, räknat eller inte.")]
    supporting: Annotated[
        tuple[Mention, ...], Field(description=_deprecated("uses med counted"), json_schema_extra=DEPRECATED)
    ]
    contradicting: Annotated[
        tuple[Mention, ...], Field(description=_deprecated("uses med standing against"), json_schema_extra=DEPRECATED)
    ]


class TaggedStatement(Sourced):
    """Ett påstående med en tagg."""

    page: Annotated[Reference, Field(description="Slussen, metoden, faktorn eller lärdomen som det står hos.")]


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
    statements: Annotated[tuple[TaggedStatement, ...], Field(description="De påståenden som själva har taggen.")]


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
    population: Annotated[int, Field(ge=0, description="Antal invånare vid årets slut, enligt SCB.")]
    population_year: Annotated[int, Field(description="Året som antalet gäller.")]
    group: Annotated[Choice, Field(description="Kommungruppen, enligt SKR:s indelning 2023.")]
    cases: tuple[Reference, ...]
    prestudies: Annotated[tuple[str, ...], Field(description="Förstudiernas titlar.")]
