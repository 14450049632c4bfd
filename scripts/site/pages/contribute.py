"""The pages for those who contribute: the ways in, the form, and what every field is."""

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
class FormField:
    """A field of the form.

    Attributes:
        field: The field.
        basis: The field for its sources; None when its own block names them.
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
    """The ways to contribute. What the page shows is in the settings."""

    template: ClassVar[str] = "contribute.md.jinja"


@dataclass(frozen=True)
class FieldsPage(Context):
    """The field reference.

    Attributes:
        folders: Folder of the list of records, by the file that a reference names.
        single: The fields that hold a value.
        blocks: The fields that hold other fields, all but the basis.
        basis: The field that holds the sources of the single values.
    """

    template: ClassVar[str] = "fields.md.jinja"

    folders: Mapping[str, str]
    single: tuple[FieldSpec, ...]
    blocks: tuple[FieldSpec, ...]
    basis: FieldSpec


@dataclass(frozen=True)
class FormPage(Context):
    """The form that makes a file out of what a person knows.

    Attributes:
        sections: The sections of the form.
        municipalities: The municipalities to choose among, by name.
        item_names: The word for one item of each list, by the key of the list.
        actors: Keys of the fields that name either a municipality or an organisation.
        needed: Keys of the fields that may be left out by themselves, but that a rule across the file asks for.
        headings: Names of the sections, which are not repeated above a field of the same name.
        rules: What the script of the form is given, as JSON escaped for an attribute.
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
            municipalities=tuple(sorted(library.municipalities.values(), key=lambda place: sort_key(place.name))),
            item_names=ITEM_NAMES,
            actors=ACTORS,
            needed=NEEDED,
            headings=frozenset(name for _, name, _, _ in SECTIONS),
            rules=escape(rules),
        ),
    )


def _sections() -> Iterator[Section]:
    """Yield the parts of the form. A field that none of them names stands last among the facts."""
    fields = {field.key: field for field in field_specs()}
    basis = {field.key: field for field in fields["basis"].fields}
    placed = {key for *_, keys in SECTIONS for key in keys}
    new = tuple(key for key in fields if key not in placed and key != "basis")
    for id_, name, lead, keys in SECTIONS:
        shown = (*keys, *new) if id_ == FACTS else keys
        yield Section(id_, name, lead, tuple(FormField(fields[key], basis.get(key)) for key in shown))
