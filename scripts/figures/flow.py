"""How many ideas came in, and how far they got."""

from __future__ import annotations

from scripts.figures.svg import Figure, drawing, element, text
from scripts.model import Flow
from scripts.swedish import number

WIDTH, ROW = 420.0, 62.0


def flow(found: Flow) -> Figure:
    """Draw a bar for each stage, its length in proportion to the first.

    Args:
        found: The stages of a case.

    Returns:
        The figure.
    """
    most = max(stage.value for stage in found.stages) or 1
    parts = []
    for row, stage in enumerate(found.stages):
        y = row * ROW
        parts += [
            text(number(stage.value), 0, y + 24, class_="big"),
            text(stage.unit, 62, y + 24, class_="label"),
            element("rect", class_="track", x=0, y=y + 33, width=WIDTH, height=12, rx=2),
            element("rect", class_="water", x=0, y=y + 33, width=max(2.0, stage.value / most * WIDTH), height=12, rx=2),
        ]
    title = "Idéernas väg i siffror"
    description = "; ".join(f"{number(stage.value)} {stage.unit}" for stage in found.stages)
    return Figure(
        "flode",
        title,
        drawing("flode", title, description, (WIDTH, ROW * len(found.stages)), parts),
        ("Steg", "Antal"),
        tuple((stage.unit, number(stage.value)) for stage in found.stages),
    )
