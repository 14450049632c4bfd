"""Convert the figures of the site to standalone SVG, for typst.

On the site the style sheets colour the drawings, through classes. The same rules are read here and embedded in the
SVG, with every custom property replaced by its colour in the light scheme. So each colour is defined in one place.
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
    """A figure in a document.

    Attributes:
        svg: The SVG, with its style rules.
        alt: The alternative text.
        head: The headings of the table with the same data.
        rows: The rows of that table.
        caption: What needs an explanation in it; empty when nothing does.
    """

    svg: str
    alt: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""


@cache
def palette() -> dict[str, str]:
    """Return the colours of the site's light scheme, by name."""
    light, _, _ = (STYLES / "base.css").read_text("utf-8").partition("@media")
    return dict(_PROPERTY.findall(light))


@cache
def stylesheet() -> str:
    """Return the style rules of the drawings, in CSS that typst supports."""
    rules = _RULE.findall((STYLES / "figures.css").read_text("utf-8"))
    return "".join(f"{_selectors(selector)}{{{_declarations(body)}}}" for selector, body in rules)


def _selectors(css: str) -> str:
    """Return selectors with `:is()` expanded, because typst does not support it."""
    any_of = _ANY_OF.search(css)
    if not any_of:
        return css.strip()
    prefix = any_of[1] or ""
    choices = (choice.strip() for choice in any_of[2].split(","))
    return ",".join(css.replace(any_of[0], prefix + choice).strip() for choice in choices)


def _declarations(css: str) -> str:
    css = _FONT.sub(rf'font-weight: \1; font-size: \2; font-family: "{FONT}";', css)
    return re.sub(r"var\(--([\w-]+)\)", lambda variable: palette()[variable[1]], css).strip()


def drawing(figure: Figure) -> Drawing:
    """Return a figure as standalone SVG, with alternative text."""
    svg = str(figure.drawing)
    start = svg.index(">") + 1
    opening = svg[:start].replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)
    rows = "; ".join(", ".join(filter(None, row)) for row in figure.rows)
    return Drawing(
        svg=f"{opening}<style>{stylesheet()}</style>{svg[start:]}",
        alt=f"{figure.title}. {rows}.",
        head=figure.head,
        rows=figure.rows,
        caption=figure.caption,
    )
