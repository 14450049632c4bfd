"""The licence notice: a plain text file with the third-party components of the site and their full licence texts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from scripts.exports.third_party import COMPONENTS, Component
from scripts.library.context import Site
from scripts.settings import ROOT, SITE_NAME

PATH = "licenser.txt"
"""The path of the notice within the site."""

TEXTS = Path(__file__).parent / "licence_texts"
"""The folder of licence texts."""

_RULE = "=" * 80


def files(_: Site) -> dict[str, str]:
    """Return the path of the notice → text."""
    return {PATH: "\n".join([*_overview(), *_licence_texts()]).rstrip("\n") + "\n"}


def _overview() -> Iterator[str]:
    yield f"Licenser för {SITE_NAME}"
    yield ""
    yield "Texter och data: Creative Commons Erkännande 4.0 (CC BY 4.0)."
    yield "https://creativecommons.org/licenses/by/4.0/deed.sv"
    yield "Programkoden, det vill säga sidornas ram, utseende och skript: MIT."
    yield ""
    yield "Det här har andra gjort. Licenserna finns i sin helhet längre ner, där de kräver det."
    for component in COMPONENTS:
        yield ""
        yield from _component(component)


def _component(component: Component) -> Iterator[str]:
    yield f"{component.name} {component.version}".rstrip()
    if component.inside:
        yield f"  Ingår i: {component.inside}"
    yield f"  {component.use}"
    yield f"  Licens: {component.licence}"
    yield f"  Källkod: {component.address}" if not component.data else f"  Kommer från: {component.address}"


def _licence_texts() -> Iterator[str]:
    texts = {"LICENSE-CODE": (ROOT / "LICENSE-CODE", [SITE_NAME])}
    for component in COMPONENTS:
        for name in component.texts:
            texts.setdefault(name, (TEXTS / name, []))[1].append(component.name)
    for path, names in texts.values():
        yield ""
        yield _RULE
        yield f"Gäller: {', '.join(names)}"
        yield _RULE
        yield ""
        yield path.read_text("utf-8").strip("\n")
