"""Stories of what happened in a sluice, and the fields of activity that ideas and statements belong to."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from scripts.model.conclusions import Conclusion, Point
from scripts.model.types import FrozenModel, Label, Name, Reference, Sentence, Slug


class StoryStep(FrozenModel):
    """A step of the drawing: a word or a number, and a line below it."""

    value: Annotated[Label, Field(title="Ord eller tal")]
    text: Annotated[Name, Field(title="Text")]


class Story(FrozenModel):
    """What happened, told in six to ten sourced sentences."""

    id: Annotated[Slug, Field(title="Id")]
    name: Annotated[Name, Field(title="Rubrik")]
    case: Annotated[Reference, Field(title="Sluss")]
    place: Annotated[Name, Field(title="Var det hände")]
    lead: Annotated[Sentence, Field(title="Ingress")]
    sentences: Annotated[tuple[Point, ...], Field(title="Meningar", min_length=4, max_length=10)]
    steps: Annotated[tuple[StoryStep, ...], Field(title="Bildens steg", min_length=3, max_length=5)]
    caveat: Annotated[Sentence, Field(title="Förbehåll")]
    activity: Annotated[Reference, Field(title="Verksamhet")]


class Activity(FrozenModel):
    """A field of activity of a municipality. What has one of its tags belongs to it."""

    id: Annotated[Slug, Field(title="Id")]
    name: Annotated[Name, Field(title="Verksamhet")]
    aliases: Annotated[tuple[Name, ...], Field(title="Kallas också")] = ()
    tags: Annotated[tuple[Reference, ...], Field(title="Taggar", min_length=1)]
    conclusion: Annotated[Conclusion | None, Field(title="Slutsats")] = None
    advice: Annotated[tuple[Reference, ...], Field(title="Råd", max_length=4)] = ()
