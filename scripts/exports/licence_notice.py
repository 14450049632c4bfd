"""The plain text file that goes along with the site: who has made what is shipped, and the licences in full."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from scripts.exports.third_party import COMPONENTS, Component
from scripts.library.context import Site
from scripts.settings import ROOT, SITE_NAME

PATH = "licenser.txt"

TEXTS = Path(__file__).parent / "licence_texts"

_RULE = "=" * 80


def files(_: Site) -> dict[str, str]:
    """The file, as text by path."""
    return {PATH: "\n".join([*_told(), *_in_full()]).rstrip("\n") + "\n"}


def _told() -> Iterator[str]:
    yield f"Licenser för {SITE_NAME}"
    yield ""
    yield "Texter och data: Creative Commons Erkännande 4.0 (CC BY 4.0)."
    yield "https://creativecommons.org/licenses/by/4.0/deed.sv"
    yield "Programkoden, det vill säga sidornas ram, utseende och skript: MIT."
    yield ""
    yield "Det här har andra gjort. Licenserna finns i sin helhet längre ner, där de kräver det."
    for part in COMPONENTS:
        yield ""
        yield from _part(part)


def _part(part: Component) -> Iterator[str]:
    yield f"{part.name} {part.version}".rstrip()
    if part.inside:
        yield f"  Ingår i: {part.inside}"
    yield f"  {part.use}"
    yield f"  Licens: {part.licence}"
    yield f"  Källkod: {part.address}" if not part.data else f"  Kommer från: {part.address}"


def _in_full() -> Iterator[str]:
    texts = {"LICENSE-CODE": (ROOT / "LICENSE-CODE", [SITE_NAME])}
    for part in COMPONENTS:
        for name in part.texts:
            texts.setdefault(name, (TEXTS / name, []))[1].append(part.name)
    for path, names in texts.values():
        yield ""
        yield _RULE
        yield f"Gäller: {', '.join(names)}"
        yield _RULE
        yield ""
        yield path.read_text("utf-8").strip("\n")
