"""The pages for those who contribute: the ways in, the form, and what every field is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import escape

from scripts.library.context import FOLDERS, Site
from scripts.library.kinds import Kind
from scripts.model.field_specs import FieldSpec, field_specs
from scripts.model.registry import TOPIC_KINDS
from scripts.site.form_config import form_rules
from scripts.site.page import Page
from scripts.text.swedish import sort_key

ITEM_NAMES = {
    "participants": "deltagare",
    "background": "bakgrund",
    "goals": "mål",
    "methods": "metod",
    "results": "resultat",
    "figure": "nyckeltal",
    "flow": "siffror",
    "stages": "steg",
    "success_factors": "framgångsfaktor",
    "lessons": "lärdom",
    "examples": "exempel",
    "details": "uppgift",
    "disagreements": "skillnad",
    "gaps": "lucka",
    "sources": "källa",
}
"""What one of each list is called, on the button that adds one."""

ACTORS = frozenset({"coordinator", "participants"})
"""The fields that name a municipality or an organisation, and never both."""

NEEDED = frozenset({"sources", "lessons"})
"""What a rule across the file asks for, though the field by itself may be left out."""

SECTIONS = (
    ("kallor", "Källor", "Börja här: lägg till sidorna du hänvisar till, så kan du sedan välja dem.", ("sources",)),
    (
        "slussen",
        "Om slussen",
        "Uppgifterna i faktarutan. Var och en behöver en källa, som du väljer när du har fyllt i den.",
        (
            "title", "place", "official_title", "title_en", "summary", "summary_en", "status", "form", "period",
            "funding_sek", "employees", "diary_number", "coordinator", "participants", "staffing", "way_in",
        ),
    ),
    ("arbetet", "Så arbetade ni", "Vad ni ville, och hur ni gjorde.", ("background", "goals", "methods")),
    (
        "resultat",
        "Vad det gav",
        "Det som kom ut av arbetet, det som hjälpte och det som ni lärde er. Minst en lärdom behövs.",
        ("results", "flow", "success_factors", "lessons", "examples"),
    ),
    (
        "sedan",
        "Vad som hände sedan",
        "Det som levde kvar, det som källor är oense om och det som ingen vet.",
        ("aftermath", "disagreements", "gaps"),
    ),
    ("taggar", "Taggar", "Välj det som sidan ska hittas på, hellre få än många.", ("tags",)),
)  # fmt: skip
"""The parts of the form: id, name, what it is about, and the keys of a case that stand in it."""


FACTS = "slussen"
"""The part of the form with the facts."""


@dataclass(frozen=True)
class Section:
    """A part of the form: its fields, each with the field for its sources where it has one."""

    id: str
    name: str
    lead: str
    fields: tuple[tuple[FieldSpec, FieldSpec | None], ...]


def pages(site: Site) -> Iterator[Page]:
    """Contribute, the form, and the field reference."""
    yield Page(
        path="bidra/index.md",
        title="Bidra",
        description="Så lägger du till er idésluss, rättar något eller fyller en lucka.",
        template="contribute.md.jinja",
        kind=Kind.ABOUT,
        section="bidra",
    )
    yield form(site)
    yield Page(
        path="bidra/falt/index.md",
        title="Alla fält i en beskrivning",
        description="Vad varje fält i en fil om en sluss är, vad som får stå där och ett exempel.",
        template="fields.md.jinja",
        kind=Kind.ABOUT,
        section="bidra",
        context={
            "folders": FOLDERS,
            "single": tuple(field for field in field_specs() if not field.blocks),
            "wholes": tuple(field for field in field_specs() if field.blocks and field.key != "basis"),
            "basis": next(field for field in field_specs() if field.key == "basis"),
        },
    )


def form(site: Site) -> Page:
    """The form that makes a file out of what a person knows."""
    library = site.library
    records = {**library.topics, "tags": library.tags}
    return Page(
        path="bidra/formular/index.md",
        title="Beskriv er sluss",
        description="Ett formulär som blir en färdig fil om er idésluss, utan att du behöver kunna något om Git.",
        template="form.md.jinja",
        kind=Kind.ABOUT,
        section="bidra",
        script="form/form.js",
        style="form.css",
        context={
            "sections": tuple(_sections()),
            "records": {kind: records[kind] for kind in (*TOPIC_KINDS, "tags")},
            "municipalities": sorted(library.municipalities.values(), key=lambda found: sort_key(found.name)),
            "item_names": ITEM_NAMES,
            "actors": ACTORS,
            "needed": NEEDED,
            "headings": frozenset(name for _, name, _, _ in SECTIONS),
            "rules": escape(json.dumps(form_rules(library, site.settings), ensure_ascii=False, separators=(",", ":"))),
        },
    )


def _sections() -> Iterator[Section]:
    """Yield the parts of the form. A field that none of them names stands last among the facts."""
    fields = {field.key: field for field in field_specs()}
    basis = {field.key: field for field in fields["basis"].fields}
    placed = {key for *_, keys in SECTIONS for key in keys}
    new = tuple(key for key in fields if key not in placed and key != "basis")
    for id_, name, lead, keys in SECTIONS:
        shown = (*keys, *new) if id_ == FACTS else keys
        yield Section(id_, name, lead, tuple((fields[key], basis.get(key)) for key in shown))
