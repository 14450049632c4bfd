"""Swedish sorting, numbers, dates and lists."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

NO_BREAK_SPACE = "\u00a0"
EN_DASH = "\u2013"

MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip

_THOUSANDS = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")

_AFTER_Z = {"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}"}


def sort_key(text: str) -> tuple[str, str]:
    """Return a key that sorts words as Swedish dictionaries do.

    Case is ignored. Å, ä and ö come last, in that order. Other accents count only where nothing else differs.
    """
    folded = "".join(_AFTER_Z.get(letter, letter) for letter in unicodedata.normalize("NFC", text).casefold())
    plain = "".join(letter for letter in unicodedata.normalize("NFD", folded) if not unicodedata.combining(letter))
    return plain, text


def number(value: float) -> str:
    """Format a number with non-breaking spaces between thousands and a decimal comma: `4 000 000`, `1,5`."""
    text = f"{value:,.0f}" if float(value).is_integer() else f"{value:,.2f}".rstrip("0")
    return text.replace(",", NO_BREAK_SPACE).replace(".", ",")


def unbroken(text: str) -> str:
    """Make the spaces between thousands in a text non-breaking."""
    return _THOUSANDS.sub(NO_BREAK_SPACE, text)


def kronor(value: int) -> str:
    """Format an amount in kronor: `4 000 000 kr`."""
    return f"{number(value)}{NO_BREAK_SPACE}kr"


def partial_date(text: str) -> str:
    """Format a year, month or day in words: `2016`, `november 2016`, `7 november 2016`."""
    year, *rest = text.split("-")
    words = [MONTHS[int(rest[0]) - 1], year] if rest else [year]
    if len(rest) == 2:
        words.insert(0, str(int(rest[1])))
    return NO_BREAK_SPACE.join(words)


def period(start: str, end: str | None) -> str:
    """Format a period: `november 2016–juni 2020`, or `från november 2016` without an end."""
    if end is None:
        return f"från {partial_date(start)}"
    return f"{partial_date(start)}{EN_DASH}{partial_date(end)}"


def listed(words: Sequence[str]) -> str:
    """Join words to a list in running text: `Aneby, Kinda och Ydre`."""
    return " och ".join(filter(None, (", ".join(words[:-1]), words[-1]))) if words else ""


def counted(count: int, one: str, many: str) -> str:
    """Write a count with its noun: `en sluss`, `13 slussar`. Numbers up to twelve are spelt out."""
    words = ("inga", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")
    if count == 1:
        return one
    return f"{words[count] if count < len(words) else number(count)} {many}"


def sentence(words: str) -> str:
    """Give words an initial capital and a final full stop."""
    return f"{words[:1].upper()}{words[1:]}{'' if words.endswith(('.', '?', '!')) else '.'}"


def ascii_slug(text: str) -> str:
    """Turn a text into an ASCII slug: `Västra Götalands län` becomes `vastra-gotalands-lan`."""
    plain = unicodedata.normalize("NFD", text.casefold()).encode("ascii", "ignore").decode()
    return "-".join("".join(letter if letter.isalnum() else " " for letter in plain).split())
