"""The outcomes of the sluices as a figure."""

from __future__ import annotations

from scripts.figures.svg import Figure, drawing, element, text
from scripts.library.library import Library
from scripts.model.enums import Outcome
from scripts.text.swedish import listed, number

WIDTH, ROW, SIDE, GAP = 380.0, 52.0, 20.0, 6.0

MOST_SQUARES = 28
"""The most sluices drawn as squares in a row. Above it a bar replaces them, and the table does not name them."""


def outcomes(library: Library) -> Figure | None:
    """Draw a row for each outcome, with a square for each case, or a bar when there are many.

    Args:
        library: The cases.

    Returns:
        The figure; None when there are no cases.
    """
    by_outcome = [(outcome, [e for e in library.cases if e.case.aftermath.outcome is outcome]) for outcome in Outcome]
    longest = max((len(entries) for _, entries in by_outcome), default=0)
    if not longest:
        return None
    squares = longest <= MOST_SQUARES
    side = min(SIDE, (WIDTH - 40) / longest - GAP) if squares else SIDE
    parts = []
    for row, (outcome, entries) in enumerate(by_outcome):
        y = row * ROW
        parts.append(text(outcome.label, 0, y + 15, class_="label"))
        length = len(entries) * (side + GAP) if squares else len(entries) / longest * (WIDTH - 60)
        widths = [side] * len(entries) if squares else [length] * bool(entries)
        parts += [
            element(
                "rect", class_=f"square {outcome.value}",
                x=1 + place * (side + GAP), y=y + 23, width=width, height=side, rx=2,
            )
            for place, width in enumerate(widths)
        ]  # fmt: skip
        parts.append(text(number(len(entries)), 8 + length, y + 38, class_="count"))
    title = "Vad som hände med slussarna"
    drawn = "En ruta för varje sluss" if squares else "En stapel för varje utfall"
    columns = 3 if squares else 2
    description = ", ".join(f"{outcome.label.lower()}: {len(entries)}" for outcome, entries in by_outcome)
    return Figure(
        "utfall",
        title,
        drawing("utfall", title, f"{drawn}. {description}.", (WIDTH, ROW * len(by_outcome)), parts),
        ("Vad hände sedan", "Antal", "Slussar")[:columns],
        tuple(
            (outcome.label, number(len(entries)), listed([entry.name for entry in entries]) or "inga")[:columns]
            for outcome, entries in by_outcome
        ),
    )
