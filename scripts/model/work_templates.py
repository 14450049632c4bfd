"""Templates to work with, such as the assignment of an idea coach: headings, questions, lines and tables to fill in."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from scripts.model.conclusions import Point
from scripts.model.types import Cell, FrozenModel, Label, Name, Reference, Sentence, Slug, Title


class TemplateTable(FrozenModel):
    """A table to fill in. Rows with fewer cells than the heading have empty cells at the end."""

    head: Annotated[tuple[Label, ...], Field(title="Rubriker", min_length=2, max_length=5)]
    rows: Annotated[tuple[tuple[Cell, ...], ...], Field(title="Rader", min_length=1, max_length=12)]


class TemplateSection(FrozenModel):
    """A section of a template."""

    name: Annotated[Name, Field(title="Rubrik")]
    text: Annotated[Sentence | None, Field(title="Text")] = None
    items: Annotated[tuple[Sentence, ...], Field(title="Punkter")] = ()
    blanks: Annotated[tuple[Title, ...], Field(title="Att fylla i", description="Ledtexter med en tom rad.")] = ()
    table: Annotated[TemplateTable | None, Field(title="Tabell")] = None


class WorkTemplate(FrozenModel):
    """A template to work with."""

    id: Annotated[Slug, Field(title="Id")]
    name: Annotated[Name, Field(title="Namn")]
    aliases: Annotated[tuple[Name, ...], Field(title="Kallas också")] = ()
    lead: Annotated[Sentence, Field(title="Vad den är till för")]
    sections: Annotated[tuple[TemplateSection, ...], Field(title="Avsnitt", min_length=1, max_length=8)]
    because: Annotated[
        tuple[Point, ...], Field(title="Därför", description="Erfarenheter bakom mallen.", min_length=1, max_length=4)
    ]
    advice: Annotated[tuple[Reference, ...], Field(title="Råd")] = ()
