"""The flow of ideas as a figure: a sluice with one chamber for each stage."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from scripts.figures.svg import Figure, drawing, element, text
from scripts.library.queries import amount
from scripts.model.claims import Figure as Stage
from scripts.model.claims import Flow
from scripts.text.swedish import number

WIDTH, FLOOR, TOP = 372.0, 178.0, 58.0
"""Sizes in units of the drawing. The fullest chamber reaches from the floor to the top."""

GATE = 4.0
NUMBER = 24.0
"""The height of a number, as in `figures.css`."""

LINE, LETTERS_A_UNIT = 15.0, 0.14
"""The height of a line of a label, and the letters that fit in one unit of width."""


def flow(ideas: Flow) -> Figure:
    """Draw a chamber for each stage, filled in proportion to the largest.

    Args:
        ideas: The stages of a case.

    Returns:
        The figure.
    """
    most = max(stage.value for stage in ideas.stages) or 1
    chamber = WIDTH / len(ideas.stages)
    labels = [textwrap.wrap(stage.unit, max(8, int(chamber * LETTERS_A_UNIT))) for stage in ideas.stages]
    parts = [
        part
        for place, stage in enumerate(ideas.stages)
        for part in _chamber(stage, place * chamber, chamber, FLOOR - stage.value / most * (FLOOR - TOP), labels[place])
    ]
    gates = (
        element("rect", class_="gate-post", x=place * chamber - GATE / 2, y=4, width=GATE, height=FLOOR - 4)
        for place in range(1, len(ideas.stages))
    )
    bottom = FLOOR + 10 + LINE * max(map(len, labels))
    title = "Idéernas väg i siffror"
    description = "; ".join(f"{amount(stage)} {stage.unit}" for stage in ideas.stages)
    return Figure(
        "flode",
        title,
        drawing("flode", title, f"En kammare för varje steg. {description}.", (WIDTH, bottom), [*parts, *gates]),
        ("Steg", "Antal"),
        tuple((stage.unit, amount(stage)) for stage in ideas.stages),
    )


def _chamber(stage: Stage, x: float, width: float, surface: float, label: list[str]) -> Iterator[str]:
    surface = min(surface, FLOOR - 3)
    yield element("rect", class_="basin", x=x, y=surface, width=width, height=FLOOR - surface)
    yield element("line", class_="surface", x1=x, y1=surface, x2=x + width, y2=surface)
    if not stage.precision.is_exact:
        # Above the number, since the two beside each other are wider than a narrow chamber.
        yield text(stage.precision.label, x + 12, surface - 9 - NUMBER, class_="label")
    yield text(number(stage.value), x + 12, surface - 9, class_="big")
    for row, words in enumerate(label):
        yield text(words, x + 12, FLOOR + LINE * (row + 1) + 2, class_="label")
