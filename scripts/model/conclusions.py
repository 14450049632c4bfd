"""Conclusions of the editors and short retellings, with pointers to the statements that they rest on.

A pointer names a statement by where it stands: `tranas/aftermath`, `sundsvall/methods/idecoach` or
`lessons/tid-och-resurser/studies/norge`. See `library/pointers.py`.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from scripts.model.types import FrozenModel, PartialDate, Text

Pointer = Annotated[str, Field(json_schema_extra={"pattern": r"^[a-z0-9_-]+(/[a-z0-9_-]+)+$"})]
"""The place of a statement. Checked against the statements that exist rather than by pattern."""


class Grounded(FrozenModel):
    """A text that rests on statements."""

    text: Annotated[Text, Field(title="Text")]
    rests_on: Annotated[
        tuple[Pointer, ...],
        Field(
            min_length=1,
            title="Vilar på",
            description="De påståenden som bär texten.",
            examples=["exempelstad/aftermath"],
        ),
    ]
    against: Annotated[
        tuple[Pointer, ...],
        Field(title="Talar emot", description="De påståenden som talar emot den.", examples=["exempelstad/flow"]),
    ] = ()
    done: Annotated[
        bool,
        Field(
            title="Säger att något är gjort",
            description="Skriv false om texten är ett råd, en plan eller ett omdöme. Då får den vila också på "
            "det som inte är gjort.",
        ),
    ] = True
    reviewed: Annotated[
        PartialDate,
        Field(title="Prövad", description="Dagen då texten senast hölls mot sitt underlag.", examples=["2026-11-28"]),
    ]


class Conclusion(Grounded):
    """What the editors think that a leader should take from some statements."""


class Point(Grounded):
    """What some statements say, in fewer words. Their sources say who speaks."""

    calculation: Annotated[
        Text | None,
        Field(title="Uträkning", description="Hur ett tal är räknat. Då är texten redaktionens egen räkning."),
    ] = None


class Unknown(FrozenModel):
    """Something that is not known, and the gaps that say so."""

    text: Annotated[Text, Field(title="Text")]
    rests_on: Annotated[tuple[Pointer, ...], Field(title="Vilar på")] = ()
