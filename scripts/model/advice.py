"""Advice: what to do, gathered from methods, success factors and lessons."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from scripts.model.conclusions import Conclusion, Point
from scripts.model.types import FrozenModel, Name, Reference, Sentence, Slug


class AdviceExample(Point):
    """How it went at a sluice, or somewhere else."""

    place: Annotated[Name, Field(title="Var")]
    case: Annotated[Reference | None, Field(title="Sluss", description="Utelämnas för andra platser.")] = None


class ChecklistItem(FrozenModel):
    """Something to tick when it is in place, and the experience that shows why."""

    id: Annotated[Slug, Field(title="Id", description="Det som läsarens webbläsare minns.")]
    text: Annotated[Sentence, Field(title="Att bocka av", description="Ett påstående om er: Det finns …")]
    because: Annotated[Point, Field(title="Därför", description="Så gick det, där det fanns eller saknades.")]
    case: Annotated[Reference, Field(title="Sluss")]
    first: Annotated[
        bool, Field(title="Före första idén", description="Står överst i checklistan, före alla steg.")
    ] = False


class Advice(FrozenModel):
    """A piece of advice."""

    id: Annotated[Slug, Field(title="Id")]
    name: Annotated[Name, Field(title="Råd", description="En uppmaning.")]
    name_en: Annotated[Name, Field(title="Engelskt namn")]
    aliases: Annotated[tuple[Name, ...], Field(title="Kallas också")] = ()
    lead: Annotated[Sentence, Field(title="I en mening")]
    conclusion: Annotated[Conclusion, Field(title="Slutsats")]
    steps: Annotated[tuple[Conclusion, ...], Field(title="Gör så här", min_length=3, max_length=6)]
    examples: Annotated[tuple[AdviceExample, ...], Field(title="Så gick det för dem", min_length=1, max_length=6)]
    reservations: Annotated[tuple[Point, ...], Field(title="Talar emot, och förbehåll", min_length=1, max_length=6)]
    certainty: Annotated[Conclusion, Field(title="Hur säkert är det?")]
    checklist: Annotated[tuple[ChecklistItem, ...], Field(title="Checklista", min_length=2, max_length=5)]
    topics: Annotated[
        tuple[Reference, ...], Field(title="Samlar", description="Id på metoder, faktorer och lärdomar.", min_length=1)
    ]
    tags: Annotated[tuple[Reference, ...], Field(title="Taggar")] = ()
