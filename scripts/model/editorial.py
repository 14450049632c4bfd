"""Editorial content: answers, guidance, glossary, the history of the programme and redirects."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator

from scripts.diagnostics import Code
from scripts.model.case import Actor, Period
from scripts.model.catalogue import Questions, Record
from scripts.model.claims import Claim, Result
from scripts.model.conclusions import Conclusion
from scripts.model.enums import Choice, Lenient
from scripts.model.messages import refusal
from scripts.model.types import FrozenModel, Label, Name, PartialDate, Reference, Sentence, Slug, Text, Title

MOST_SENTENCES = 5
"""The most sentences in an answer."""


class Term(Record):
    """A word of the glossary. Its first use on a page leads to the definition."""

    description: Annotated[tuple[Claim, ...], Field(title="Definition", min_length=1)]
    words: Annotated[
        tuple[Label, ...], Field(title="Ordformer", description="De former som länkas i löpande text.")
    ] = ()
    related: Annotated[tuple[Reference, ...], Field(title="Se också")] = ()


class Era(Choice):
    """The part of the history that an event belongs to."""

    BEFORE = "before", "Före programmet"
    PROGRAMME = "programme", "Programmet"
    AFTER = "after", "Efteråt"


class Event(Claim):
    """An event on the timeline."""

    id: Annotated[Slug, Field(title="Id")]
    name: Annotated[Name, Field(title="Rubrik")]
    start: Annotated[PartialDate, Field(title="Tid")]
    shown: Annotated[Label, Field(title="Tid i ord", description="Så som källan säger det: våren 2021.")]
    era: Annotated[Era, Lenient, Field(title="Skede")]


class PreStudy(FrozenModel):
    """A planning project of 2015–2016, paid for by Vinnova."""

    id: Annotated[Slug, Field(title="Id")]
    name: Annotated[Title, Field(title="Titel")]
    coordinator: Annotated[Actor, Field(title="Koordinator")]
    participants: Annotated[tuple[Actor, ...], Field(title="Övriga deltagare")] = ()
    period: Annotated[Period | None, Field(title="Tid")] = None
    funding_sek: Annotated[int | None, Field(title="Bidrag i kronor", ge=0)] = None
    led_to: Annotated[Reference | None, Field(title="Ledde till", description="Id på en sluss.")] = None
    note: Annotated[Sentence | None, Field(title="Förbehåll")] = None
    sources: Annotated[tuple[Reference, ...], Field(title="Källor", min_length=1)]


SAYS_UNKNOWN = re.compile(r"framgår inte|inte (?:är |var )?kän(?:t|da|d)\b|vet (?:vi )?inte", re.IGNORECASE)
"""Words by which a sentence says that something is not known. Such a sentence needs no source."""


class AnswerSentence(FrozenModel):
    """A sentence of an answer, with sources or saying that the sources do not tell."""

    text: Annotated[Sentence, Field(title="Mening")]
    sources: Annotated[tuple[Reference, ...], Field(title="Källor")] = ()

    @model_validator(mode="after")
    def _sourced_or_open(self) -> AnswerSentence:
        if not self.sources and not SAYS_UNKNOWN.search(self.text):
            raise refusal(Code.UNSOURCED)
        return self


class Question(FrozenModel):
    """A question that leaders ask, and the answer as far as the sources go."""

    id: Annotated[Slug, Field(title="Id")]
    name: Annotated[Name, Field(title="Fråga")]
    aliases: Annotated[tuple[Name, ...], Field(title="Frågas också som")] = ()
    answer: Annotated[tuple[AnswerSentence, ...], Field(title="Svar", min_length=1, max_length=MOST_SENTENCES)]
    conclusion: Annotated[
        Conclusion | None,
        Field(title="Slutsats", description="Svaret, eller det som går att göra fast källorna inte svarar."),
    ] = None
    advice: Annotated[tuple[Reference, ...], Field(title="Råd")] = ()
    see: Annotated[tuple[Reference, ...], Field(title="Läs vidare", description="Id på poster och slussar.")] = ()


class CaseAnswer(Claim):
    """The answer of one sluice to a leading question."""

    case: Annotated[Reference, Field(title="Sluss")]


class Overview(StrEnum):
    """The kind of records that the page of a leading question lists for each sluice."""

    METHODS = "methods"
    LESSONS = "lessons"


class LeadingQuestion(FrozenModel):
    """One of the three questions that SKR's study asked."""

    id: Annotated[Slug, Field(title="Id")]
    name: Annotated[Name, Field(title="Fråga")]
    lead: Annotated[Sentence, Field(title="Ingress")]
    conclusion: Annotated[Conclusion | None, Field(title="Slutsats")] = None
    together: Annotated[tuple[Claim, ...], Field(title="Sammantaget", min_length=1)]
    by_case: Annotated[tuple[CaseAnswer, ...], Field(title="Sluss för sluss")] = ()
    overview: Annotated[Overview | None, Lenient, Field(title="Översikt ur data")] = None
    strength: Annotated[Text, Field(title="Så starkt är underlaget")]
    unknown: Annotated[tuple[Sentence, ...], Field(title="Det ingen vet", min_length=1)]


class ProgrammeClaim(Result):
    """A statement on the programme. The English page shows those with a text in English."""

    text_en: Annotated[
        Text | None, Field(title="Text på engelska", description="Samma sak. Inget mer och inget starkare.")
    ] = None


class ProgrammeSection(FrozenModel):
    """A section of the page on the programme."""

    id: Annotated[Slug, Field(title="Id")]
    name: Annotated[Name, Field(title="Rubrik")]
    claims: Annotated[tuple[ProgrammeClaim, ...], Field(title="Påståenden", min_length=1)]


class Reading(Claim):
    """A sluice to read, and why."""

    case: Annotated[Reference, Field(title="Sluss")]


class Takeaway(Conclusion):
    """What a leader can take from one sluice."""

    case: Annotated[Reference, Field(title="Sluss")]


class StepTime(FrozenModel):
    """Months of a step, and what to have in place then. The editors' own suggestion."""

    when: Annotated[Label, Field(title="När", examples=["Månad 1"])]
    text: Annotated[Name, Field(title="Vad")]


class Step(FrozenModel):
    """The editorial content of a step of the guide."""

    id: Annotated[Reference, Field(title="Skede")]
    lead: Annotated[Sentence, Field(title="Ingress")]
    conclusion: Annotated[Conclusion | None, Field(title="Slutsats")] = None
    advice: Annotated[tuple[Reference, ...], Field(title="Råd, i ordning", max_length=5)] = ()
    months: Annotated[tuple[StepTime, ...], Field(title="Månader", max_length=5)] = ()
    questions: Questions
    reading: Annotated[tuple[Reading, ...], Field(title="Slussar att läsa", min_length=1)]


class Role(FrozenModel):
    """A role that a reader may have, and the records to begin with."""

    id: Annotated[Slug, Field(title="Id")]
    name: Annotated[Name, Field(title="Roll")]
    lead: Annotated[Sentence, Field(title="Ingress")]
    conclusion: Annotated[Conclusion | None, Field(title="Slutsats")] = None
    advice: Annotated[tuple[Reference, ...], Field(title="Råd, i ordning", max_length=5)] = ()
    cases: Annotated[tuple[Reference, ...], Field(title="Slussar att läsa", min_length=1)]
    questions: Annotated[tuple[Reference, ...], Field(title="Svar att läsa", description="Id ur questions.yml.")] = ()


PageAddress = Annotated[str, Field(json_schema_extra={"pattern": r"^[a-z]+/[a-z0-9]+(-[a-z0-9]+)*$"})]
"""The folder and id of a page, as in its address. Checked against the pages that exist rather than by pattern."""


class Redirect(FrozenModel):
    """An address that has moved. Links to it keep working."""

    old: Annotated[
        PageAddress,
        Field(
            title="Gammal adress",
            description="Utan webbplatsens egen adress och utan snedstreck först och sist.",
            examples=["slussar/alfa", "metoder/idejagare"],
        ),
    ]
    new: Annotated[
        PageAddress,
        Field(
            title="Ny adress",
            description="Sidan som gäller i stället, skriven på samma sätt.",
            examples=["slussar/beta", "metoder/idecoach"],
        ),
    ]
