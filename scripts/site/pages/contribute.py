"""The pages for contributors: ways to contribute, the form, and the field reference."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup, escape

from scripts.library.context import FOLDERS, Site
from scripts.library.kinds import Kind
from scripts.loading.dataset import Municipality
from scripts.model.field_specs import FieldSpec, field_specs
from scripts.site.form_config import form_rules
from scripts.site.page import Context, Page
from scripts.text.swedish import sort_key

ITEM_NAMES = {
    "participants": "deltagare",
    "minute": "kort version",
    "background": "bakgrund",
    "goals": "mål",
    "methods": "metod",
    "results": "resultat",
    "figure": "nyckeltal",
    "goal_outcomes": "mål och utfall",
    "milestones": "händelse",
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
"""The word for an item of each list, on the button that adds an item."""

ACTORS = frozenset({"coordinator", "participants"})
"""Keys of the fields that name either a municipality or an organisation."""

NEEDED = frozenset({"sources", "lessons"})
"""Keys of the fields that are optional by themselves, but required by a rule across the file."""

SECTIONS = (
    ("kallor", "Källor", "Börja här: lägg till sidorna du hänvisar till, så kan du sedan välja dem.", ("sources",)),
    (
        "slussen",
        "Om slussen",
        "Uppgifterna i faktarutan. Var och en behöver en källa, som du väljer när du har fyllt i den.",
        (
            "title", "place", "official_title", "title_en", "summary", "summary_en", "minute", "status", "form",
            "period", "funding_sek", "employees", "diary_number", "coordinator", "participants", "staffing", "staff",
            "way_in",
        ),
    ),
    ("arbetet", "Så arbetade ni", "Vad ni ville, och hur ni gjorde.", ("background", "goals", "methods", "milestones")),
    (
        "resultat",
        "Vad det gav",
        "Det som kom ut av arbetet, det som hjälpte och det som ni lärde er. Minst en lärdom behövs.",
        ("results", "goal_outcomes", "flow", "success_factors", "lessons", "examples"),
    ),
    (
        "sedan",
        "Vad som hände sedan",
        "Det som levde kvar, det som källor är oense om och det som ingen vet.",
        ("aftermath", "disagreements", "gaps"),
    ),
    ("taggar", "Taggar", "Välj det som sidan ska hittas på, hellre få än många.", ("tags",)),
)  # fmt: skip
"""Sections of the form: id, name, lead, and the keys of their fields."""

FACTS = "slussen"
"""Id of the section with the facts."""


@dataclass(frozen=True)
class FormField:
    """A field of the form.

    Attributes:
        field: The field.
        basis: The field for its sources; None when the field contains its own.
    """

    field: FieldSpec
    basis: FieldSpec | None


@dataclass(frozen=True)
class Section:
    """A section of the form.

    Attributes:
        id: Its id on the page.
        name: Its heading.
        lead: A sentence beneath the heading.
        fields: Its fields, in order.
    """

    id: str
    name: str
    lead: str
    fields: tuple[FormField, ...]


@dataclass(frozen=True)
class ContributePage(Context):
    """The ways to contribute. The data of the page comes from the settings."""

    template: ClassVar[str] = "contribute.md.jinja"


@dataclass(frozen=True)
class FieldsPage(Context):
    """The field reference.

    Attributes:
        folders: Folder of each list of records, by the catalogue file that references point to.
        single: The fields that have a single value.
        blocks: The fields that contain other fields, except the basis.
        basis: The field with the sources of the single values.
    """

    template: ClassVar[str] = "fields.md.jinja"

    folders: Mapping[str, str]
    single: tuple[FieldSpec, ...]
    blocks: tuple[FieldSpec, ...]
    basis: FieldSpec


@dataclass(frozen=True)
class FormPage(Context):
    """The form that produces a case file.

    Attributes:
        sections: The sections of the form.
        municipalities: The municipalities to choose from, by name.
        item_names: The word for one item of each list, by the key of the list.
        actors: Keys of the fields that name either a municipality or an organisation.
        needed: Keys of the fields that are optional by themselves, but required by a rule across the file.
        headings: Names of the sections, which are not repeated above a field of the same name.
        rules: Configuration of the script of the form, as JSON escaped for an attribute.
    """

    template: ClassVar[str] = "form.md.jinja"

    sections: tuple[Section, ...]
    municipalities: tuple[Municipality, ...]
    item_names: Mapping[str, str]
    actors: frozenset[str]
    needed: frozenset[str]
    headings: frozenset[str]
    rules: Markup


def pages(site: Site) -> Iterator[Page]:
    """Yield the ways to contribute, the form and the field reference."""
    yield Page(
        path="bidra/index.md",
        title="Bidra",
        description="Så lägger du till er idésluss, rättar något eller fyller en lucka.",
        kind=Kind.ABOUT,
        section="bidra",
        context=ContributePage(),
    )
    yield form(site)
    yield Page(
        path="bidra/falt/index.md",
        title="Alla fält i en beskrivning",
        description="Vad varje fält i en fil om en sluss är, vad som får stå där och ett exempel.",
        kind=Kind.ABOUT,
        section="bidra",
        context=FieldsPage(
            folders=FOLDERS,
            single=tuple(field for field in field_specs() if not field.blocks),
            blocks=tuple(field for field in field_specs() if field.blocks and field.key != "basis"),
            basis=next(field for field in field_specs() if field.key == "basis"),
        ),
    )


def form(site: Site) -> Page:
    """Return the form."""
    library = site.library
    rules = json.dumps(form_rules(library, site.settings), ensure_ascii=False, separators=(",", ":"))
    return Page(
        path="bidra/formular/index.md",
        title="Beskriv er sluss",
        description="Ett formulär som blir en färdig fil om er idésluss, utan att du behöver kunna något om Git.",
        kind=Kind.ABOUT,
        section="bidra",
        script="form/form.js",
        style="form.css",
        context=FormPage(
            sections=tuple(_sections()),
            municipalities=tuple(sorted(library.municipalities.values(), key=_municipality_key)),
            item_names=ITEM_NAMES,
            actors=ACTORS,
            needed=NEEDED,
            headings=frozenset(name for _, name, _, _ in SECTIONS),
            rules=escape(rules),
        ),
    )


def _municipality_key(municipality: Municipality) -> tuple[str, str]:
    return sort_key(municipality.name)


def _sections() -> Iterator[Section]:
    """Yield the sections of the form. A field that no section names is added last among the facts."""
    fields = {field.key: field for field in field_specs()}
    basis = {field.key: field for field in fields["basis"].fields}
    placed = {key for *_, keys in SECTIONS for key in keys}
    unplaced = tuple(key for key in fields if key not in placed and key != "basis")
    for id_, name, lead, keys in SECTIONS:
        shown = (*keys, *unplaced) if id_ == FACTS else keys
        yield Section(id_, name, lead, tuple(FormField(fields[key], basis.get(key)) for key in shown))
