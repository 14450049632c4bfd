"""What became of the sluices."""

from __future__ import annotations

from scripts.choices import Outcome
from scripts.figures.svg import Figure, drawing, element, text
from scripts.library import Library
from scripts.swedish import listed

WIDTH, ROW, SIDE, GAP = 380.0, 52.0, 20.0, 6.0


def outcomes(library: Library) -> Figure | None:
    """Draw a row for each outcome, with a square for each case.

    Args:
        library: The cases.

    Returns:
        The figure; None when there are no cases.
    """
    found = [(outcome, [e for e in library.cases if e.case.aftermath.outcome is outcome]) for outcome in Outcome]
    longest = max((len(entries) for _, entries in found), default=0)
    if not longest:
        return None
    side = min(SIDE, (WIDTH - 40) / longest - GAP)
    parts = []
    for row, (outcome, entries) in enumerate(found):
        y = row * ROW
        parts.append(text(outcome.label, 0, y + 15, class_="label"))
        parts += [
            element(
                "rect", class_=f"square {outcome.value}",
                x=1 + place * (side + GAP), y=y + 23, width=side, height=side, rx=2,
            )
            for place in range(len(entries))
        ]  # fmt: skip
        parts.append(text(str(len(entries)), 8 + len(entries) * (side + GAP), y + 38, class_="count"))
    title = "Vad som hände med slussarna"
    description = ", ".join(f"{outcome.label.lower()}: {len(entries)}" for outcome, entries in found)
    return Figure(
        "utfall",
        title,
        drawing("utfall", title, f"En ruta för varje sluss. {description}.", (WIDTH, ROW * len(found)), parts),
        ("Vad hände sedan", "Antal", "Slussar"),
        tuple(
            (outcome.label, str(len(entries)), listed([entry.name for entry in entries]) or "inga")
            for outcome, entries in found
        ),
    )
