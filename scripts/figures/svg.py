"""SVG elements, and the figure that they are put together to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from markupsafe import Markup


@dataclass(frozen=True)
class Figure:
    """A drawing, and a table with the same data.

    Attributes:
        id: Unique on the page.
        title: What it shows.
        drawing: The SVG element.
        head: The headings of the table.
        rows: Its rows; the first cell of each is a heading.
        caption: What needs an explanation in it; empty when nothing does.
    """

    id: str
    title: str
    drawing: Markup
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""


def element(tag: str, content: Iterable[str] | str = "", **attributes: str | float) -> str:
    """Write an element. In attribute names `_` stands for `-`, and a trailing `_` is dropped."""
    written = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(_value(value))}"' for name, value in attributes.items()
    )
    inside = content if isinstance(content, str) else "".join(content)
    return f"<{tag}{written}>{inside}</{tag}>"


def text(words: str, x: float, y: float, **attributes: str | float) -> str:
    """Write text at a point."""
    return element("text", escape(words), x=x, y=y, **attributes)


def drawing(id_: str, title: str, description: str, size: tuple[float, float], parts: Iterable[str]) -> Markup:
    """Write the root element, with an accessible name and description."""
    width, height = size
    return Markup(
        element(
            "svg",
            [
                element("title", escape(title), id=f"{id_}-titel"),
                element("desc", escape(description), id=f"{id_}-text"),
                *parts,
            ],
            class_="drawing",
            viewBox=f"0 0 {_value(width)} {_value(height)}",
            width=width,
            height=height,
            role="img",
            aria_labelledby=f"{id_}-titel",
            aria_describedby=f"{id_}-text",
        )
    )


def _value(value: str | float) -> str:
    return value if isinstance(value, str) else f"{value:.1f}".removesuffix(".0")
