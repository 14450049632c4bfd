"""The records of the catalogue: methods, success factors, lessons, tags, phases, areas and shared sources."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from scripts.model.claims import Claim, Source, TaggedClaim
from scripts.model.types import FrozenModel, Name, Reference, Sentence, Slug


class Record(FrozenModel):
    """The fields that every record has."""

    id: Annotated[Slug, Field(title="Id", description="Blir sidans adress.")]
    name: Annotated[Name, Field(title="Namn")]
    name_en: Annotated[Name, Field(title="Engelskt namn")]
    aliases: Annotated[tuple[Name, ...], Field(title="Kallas också")] = ()
    replaced_by: Annotated[Reference | None, Field(title="Ersatt av", description="Den post som gäller i stället.")] = (
        None
    )


Questions = Annotated[
    tuple[Sentence, ...],
    Field(title="Frågor att ställa sig", description="Redaktionens egna, två till fem.", max_length=5),
]


class Elsewhere(TaggedClaim):
    """An example from a place that is not one of the sluices."""

    place: Annotated[Name, Field(title="Var", description="Kommunen eller organisationen.")]


class Topic(Record):
    """A record that cases speak of and that has a page with evidence: method, factor or lesson."""

    description: Annotated[tuple[Claim, ...], Field(title="Beskrivning", min_length=1)]
    studies: Annotated[
        tuple[TaggedClaim, ...], Field(title="Studier", description="Vad andra källor än slussarna säger.")
    ] = ()
    elsewhere: Annotated[tuple[Elsewhere, ...], Field(title="Exempel från andra håll")] = ()
    questions: Questions = ()
    phases: Annotated[tuple[Reference, ...], Field(title="Skeden", min_length=1)]
    tags: Annotated[tuple[Reference, ...], Field(title="Taggar")] = ()
    related: Annotated[
        tuple[Slug, ...], Field(title="Se också", description="Id på metoder, faktorer och lärdomar.")
    ] = ()


class Method(Topic):
    """A way of working."""

    prestudy: Annotated[
        bool,
        Field(title="Hör till förstudier", description="Då räknas också det som gjordes i en förstudie."),
    ] = False


class Factor(Topic):
    """A condition that sluices point out as having helped."""


class Lesson(Topic):
    """Something learned, phrased as advice."""

    area: Annotated[Reference, Field(title="Område")]


class Tag(Record):
    """A label. Its description says what the site means by it and claims nothing."""

    description: Annotated[Sentence, Field(title="Beskrivning")]


class Phase(Record):
    """A phase of the work, from decision to permanent operation."""

    description: Annotated[Sentence, Field(title="Beskrivning")]


class Area(Record):
    """A group of lessons, and the origin of the grouping."""

    description: Annotated[Sentence, Field(title="Beskrivning")]
    origin: Annotated[Claim | None, Field(title="Ursprung", description="Varifrån indelningen kommer.")] = None


class SharedSource(Source):
    """A source that several files cite."""

    id: Annotated[Slug, Field(title="Id")]
