"""Decision sheets: the answer to one decision, with what speaks for and against it, on one page."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from scripts.model.conclusions import Conclusion, Point, Unknown
from scripts.model.enums import Choice, Lenient
from scripts.model.types import FrozenModel, Label, Name, Reference, Sentence, Slug, Summary, Title


class Moment(Choice):
    """The time of a decision, counted from the first one."""

    NOW = "now", "Nu"
    MONTH_6 = "month_6", "Månad 6"
    MONTH_12 = "month_12", "Månad 12"
    MONTH_24 = "month_24", "Månad 24"


class KeyFigure(Point):
    """A number with a line of text."""

    value: Annotated[Label, Field(title="Tal", description="Det som står stort.", examples=["0,3–1,3 mn kr"])]


class DecisionAt(Conclusion):
    """What to decide at a certain time."""

    when: Annotated[Moment, Lenient, Field(title="När")]


class DecisionSheet(FrozenModel):
    """A decision that a leader faces."""

    id: Annotated[Slug, Field(title="Id")]
    name: Annotated[Name, Field(title="Fråga")]
    name_en: Annotated[Name, Field(title="Fråga på engelska")]
    aliases: Annotated[tuple[Name, ...], Field(title="Frågas också som")] = ()
    scope: Annotated[Sentence | None, Field(title="Gäller", description="Vilka svaret är tänkt för.")] = None
    answer: Annotated[Conclusion, Field(title="Svar", description="Högst 25 ord.")]
    answer_en: Annotated[Summary, Field(title="Svar på engelska", description="Inget mer och inget starkare.")]
    speaks_for: Annotated[tuple[Point, ...], Field(title="Talar för", min_length=1, max_length=5)]
    speaks_against: Annotated[tuple[Point, ...], Field(title="Talar emot", min_length=1, max_length=5)]
    figures: Annotated[tuple[KeyFigure, ...], Field(title="Siffror", max_length=5)] = ()
    refrain: Annotated[Title, Field(title="Rubrik till skäl att avstå")] = "Avstå om"
    refrain_if: Annotated[tuple[Conclusion, ...], Field(title="Skäl att avstå", min_length=1, max_length=5)]
    unknown: Annotated[tuple[Unknown, ...], Field(title="Det vet vi inte", min_length=1, max_length=5)]
    decide: Annotated[tuple[DecisionAt, ...], Field(title="Besluta", min_length=1, max_length=8)]
    advice: Annotated[tuple[Reference, ...], Field(title="Råd")] = ()
    questions: Annotated[tuple[Reference, ...], Field(title="Svar att läsa")] = ()
    templates: Annotated[tuple[Reference, ...], Field(title="Mallar att arbeta med")] = ()
