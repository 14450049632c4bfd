"""Horizontal bars: one number for each row, drawn to scale with the number beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scripts.figures.svg import Figure, drawing, element, text

WIDTH, ROW, TOP = 480.0, 38.0, 4.0
ROOM = 120.0
"""The width that is left for the number beside the longest bar."""


def bars(
    id_: str, title: str, rows: Sequence[tuple[str, float, str]], head: tuple[str, str], caption: str = ""
) -> Figure | None:
    """Draw a bar for each row.

    Args:
        id_: The id of the figure.
        title: What it shows.
        rows: For each bar its name, its length in any unit, and its number in words.
        head: The headings of the table with the same data.
        caption: An explanation; empty for none.

    Returns:
        The figure; None without rows.
    """
    if not rows:
        return None
    most = max(length for _, length, _ in rows) or 1
    parts = [part for row, item in enumerate(rows) for part in _bar(item, TOP + row * ROW, most)]
    description = ". ".join(f"{name}: {words}" for name, _, words in rows)
    size = (WIDTH, TOP + ROW * len(rows))
    return Figure(
        id_,
        title,
        drawing(id_, title, f"{description}.", size, parts),
        head,
        tuple((name, words) for name, _, words in rows),
        caption,
    )


def _bar(item: tuple[str, float, str], y: float, most: float) -> Iterator[str]:
    name, length, words = item
    width = max(3.0, (WIDTH - ROOM) * length / most)
    yield text(name, 1, y + 13, class_="label")
    yield element("rect", class_="bar continued", x=1, y=y + 18, width=width, height=11, rx=2)
    yield text(words, width + 8, y + 28, class_="label count")


def dots(
    id_: str, title: str, rows: Sequence[tuple[str, int, str]], head: tuple[str, str], caption: str = ""
) -> Figure | None:
    """Draw a row of dots for each row, one for each person or thing counted. The arguments are those of `bars`."""
    if not rows:
        return None
    parts = []
    for row, (name, count, _) in enumerate(rows):
        y = TOP + row * ROW
        parts.append(text(f"{name}: {count}", 1, y + 13, class_="label"))
        parts += [element("circle", class_="dot", cx=9 + 22 * place, cy=y + 25, r=7) for place in range(count)]
    description = ". ".join(f"{name}: {count}" for name, count, _ in rows)
    size = (WIDTH, TOP + ROW * len(rows))
    table = tuple((name, f"{count}. {words}" if words else str(count)) for name, count, words in rows)
    return Figure(id_, title, drawing(id_, title, f"{description}.", size, parts), head, table, caption)
