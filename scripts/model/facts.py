"""What the fact box of a case holds besides words and numbers, and what its facts rest on."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from scripts.diagnostics import Code
from scripts.model.claims import SourceIds
from scripts.model.messages import refusal
from scripts.model.types import MunicipalityCode, Name, Part, PartialDate, Sentence


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
