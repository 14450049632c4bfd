"""Turn the figures of the site into SVG files of their own, for typst.

On the site the drawings get their colours from the style sheets, through classes. Here the same rules are read from
those sheets and written into the SVG, with every custom property replaced by its colour in the light scheme. So a
colour is defined in one place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from scripts.figures import Figure
from scripts.settings import ROOT

STYLES = ROOT / "docs" / "assets" / "css"
FONT = "Libertinus Serif"

_PROPERTY = re.compile(r"--([\w-]+):\s*(#[0-9a-f]{6})\s*;")
_RULE = re.compile(r"^(\.drawing [^{]+)\{([^}]*)\}", re.MULTILINE)
_ANY_OF = re.compile(r"(\.[\w-]+)?:is\(([^)]*)\)")
_FONT = re.compile(r"font:\s*(\d+) ([\d.]+px)[^;]*;")


@dataclass(frozen=True)
class Drawing:
    """A figure as a document shows it.

    Attributes:
        svg: The SVG, with its rules of style.
        alt: A description for those who do not see it.
        head: The headings of the table that says the same.
        rows: The rows of that table.
    """

    svg: str
    alt: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@cache
def palette() -> dict[str, str]:
    """Return the colours of the site's light scheme, by name."""
    light, _, _ = (STYLES / "base.css").read_text("utf-8").partition("@media")
    return dict(_PROPERTY.findall(light))


@cache
def stylesheet() -> str:
    """Return the rules of the drawings, written as typst understands them."""
    rules = _RULE.findall((STYLES / "figures.css").read_text("utf-8"))
    return "".join(f"{_selectors(selector)}{{{_declarations(body)}}}" for selector, body in rules)


def _selectors(written: str) -> str:
    """Return selectors without `:is()`, which typst does not support: each of its choices is written out."""
    any_of = _ANY_OF.search(written)
    if not any_of:
        return written.strip()
    own = any_of[1] or ""
    choices = (choice.strip() for choice in any_of[2].split(","))
    return ",".join(written.replace(any_of[0], own + choice).strip() for choice in choices)


def _declarations(written: str) -> str:
    written = _FONT.sub(rf'font-weight: \1; font-size: \2; font-family: "{FONT}";', written)
    return re.sub(r"var\(--([\w-]+)\)", lambda variable: palette()[variable[1]], written).strip()


def drawing(figure: Figure) -> Drawing:
    """Return a figure as an SVG file of its own, with a description for those who do not see it."""
    svg = str(figure.drawing)
    start = svg.index(">") + 1
    opening = svg[:start].replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)
    rows = "; ".join(", ".join(filter(None, row)) for row in figure.rows)
    return Drawing(
        svg=f"{opening}<style>{stylesheet()}</style>{svg[start:]}",
        alt=f"{figure.title}. {rows}.",
        head=figure.head,
        rows=figure.rows,
    )
