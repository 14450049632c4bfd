"""The steps of a story as a rising stair of basins and gates."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.figures.svg import Figure, drawing, element, text
from scripts.model.stories import Story, StoryStep

WIDTH, HEIGHT = 480.0, 250.0
LOW, RISE = 40.0, 150.0
"""The height of the lowest basin, and how much higher the highest is."""

LETTER = 6.6
"""The mean width of a letter in the text of a step."""


def stairs(story: Story) -> Figure:
    """Draw a basin for each step, higher than the one before, with a gate between them.

    Args:
        story: The story.

    Returns:
        The figure. Its table has the same words.
    """
    width = WIDTH / len(story.steps)
    parts = [part for position, step in enumerate(story.steps) for part in _step(position, step, width, story)]
    title = f"{story.name}, steg för steg"
    description = ". ".join(f"{step.value}: {step.text}" for step in story.steps)
    return Figure(
        "trappa",
        title,
        drawing("trappa", title, f"{description}.", (WIDTH, HEIGHT), parts),
        ("Steg", "Vad som hände"),
        tuple((step.value, step.text) for step in story.steps),
    )


def _step(position: int, step: StoryStep, width: float, story: Story) -> Iterator[str]:
    x, last = position * width, len(story.steps) - 1
    level = HEIGHT - LOW - RISE * position / last * 0.55
    yield element("path", class_="basin", d=f"M{x:g} {level:g}h{width:g}V{HEIGHT:g}h{-width:g}z")
    yield element("path", class_="surface", d=f"M{x:g} {level:g}h{width:g}")
    if position:
        yield element("path", class_="gate-post", d=f"M{x - 2:g} {level - 12:g}h4V{HEIGHT:g}h-4z")
    lines = _wrapped(step.text, int((width - 14) / LETTER))
    top = level - 10 - 15 * len(lines)
    yield text(step.value, x + 8, top, class_="step-value")
    for number, line in enumerate(lines, start=1):
        yield text(line, x + 8, top + 15 * number, class_="label")


def _wrapped(words: str, letters: int) -> list[str]:
    """Break a text into lines of at most some letters, between words."""
    lines = [""]
    for word in words.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > letters:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
