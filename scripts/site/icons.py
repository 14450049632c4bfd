"""The icons of page kinds and of the search button, as one SVG file of symbols that pages refer to.

They come from the theme's icon set, Material Design Icons. Only the symbol of the sluice is drawn for this site.
"""

from __future__ import annotations

from importlib import resources

from scripts.library.kinds import Kind

PATH = "icons.svg"
"""Path of the file, within the folder of pages."""

THEME = "material"
"""The Python package that ships the icon set, at `templates/.icons/material/`."""

SEARCH = "sok"
"""Id of the icon on the search button."""

NAMES = {
    Kind.DECISION: "file-sign",
    Kind.ADVICE: "directions",
    Kind.STORY: "book-open-variant-outline",
    Kind.ACTIVITY: "domain",
    Kind.TEMPLATE: "file-document-edit-outline",
    Kind.METHOD: "toolbox-outline",
    Kind.FACTOR: "sprout-outline",
    Kind.LESSON: "lightbulb-outline",
    Kind.QUESTION: "comment-question-outline",
    Kind.GUIDE: "compass-outline",
    Kind.TAG: "tag-outline",
    Kind.OVERVIEW: "format-list-bulleted",
    Kind.ABOUT: "information-outline",
    SEARCH: "magnify",
}
"""Name of each icon in the icon set, by its id in the file."""

_SLUICE = (
    f'<symbol id="{Kind.CASE}" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round"'
    ' viewBox="0 0 24 24"><path stroke-width="2.4" d="M5 3v18M19 3v18"/>'
    '<path d="M8.5 12c1.2-1.2 2.3-1.2 3.5 0s2.3 1.2 3.5 0M8.5 17c1.2-1.2 2.3-1.2 3.5 0s2.3 1.2 3.5 0"/></symbol>'
)
"""The symbol of a sluice: two gates with water between them."""


def files() -> dict[str, str]:
    """Return the SVG file, with the icons read from the theme's package.

    Returns:
        Text by path. Each icon is a symbol in the colour of the surrounding text.
    """
    symbols = (_symbol(id_, name) for id_, name in NAMES.items())
    return {PATH: "\n".join(['<svg xmlns="http://www.w3.org/2000/svg">', _SLUICE, *symbols, "</svg>\n"])}


def _symbol(id_: str, name: str) -> str:
    icon = resources.files(THEME).joinpath("templates", ".icons", "material", f"{name}.svg").read_text("utf-8")
    symbol = icon.strip().replace("<svg ", f'<symbol id="{id_}" fill="currentColor" ', 1)
    return symbol.replace("</svg>", "</symbol>")
