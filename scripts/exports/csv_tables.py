"""The data as CSV tables that Swedish versions of Excel open without conversion.

The format is UTF-8 with a byte order mark, semicolons as separators and CR LF as line endings. A field that a
spreadsheet would take for a formula gets a leading apostrophe, so that text from sources is never executed.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from scripts.exports.inventory import FOLDER
from scripts.exports.urls import page_url
from scripts.library.case_content import case_content
from scripts.library.case_outline import STATEMENT_NAMES, cited
from scripts.library.conclusions import placed_texts
from scripts.library.context import Site
from scripts.library.evidence import Standing
from scripts.library.grounds import sources_of
from scripts.library.key_figures import all_figures
from scripts.library.kinds import kind_of
from scripts.library.queries import actor_name, amount, size_of_municipalities
from scripts.library.source_register import cited_sources
from scripts.model.conclusions import Point
from scripts.model.enums import SourceKind

FORMULA_PREFIXES = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""The first characters of formulas. Some programs treat the full-width characters as the plain ones."""

SEPARATOR = " | "
"""The separator between several values in one field."""


@dataclass(frozen=True)
class Table:
    """A table: its name in the address, its column headings, and a function that yields its rows."""

    id: str
    head: tuple[str, ...]
    rows: Callable[[Site], Iterator[tuple[object, ...]]]


def files(site: Site) -> dict[str, str]:
    """Return the path of each table → CSV."""
    return {f"{FOLDER}/csv/{table.id}.csv": as_csv(table.head, table.rows(site)) for table in TABLES}


def as_csv(head: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """Format a table as CSV.

    Args:
        head: The column headings.
        rows: The values of each row. None gives an empty field.

    Returns:
        CSV for Swedish versions of Excel, in which no field is a formula.
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([escape_formula(value) for value in row] for row in rows)
    return f"\ufeff{buffer.getvalue()}"


def escape_formula(value: object) -> str:
    """Return a value as text, with a leading apostrophe when a spreadsheet would take it for a formula."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA_PREFIXES) else text


def _cases(site: Site) -> Iterator[tuple[object, ...]]:
    for entry in site.library.cases:
        case = entry.case
        yield (
            entry.id, case.title, case.place, case.official_title, case.summary, case.status.label, case.form.label,
            case.period.start, case.period.end, case.funding_sek, case.employees, case.diary_number,
            actor_name(case.coordinator, site.library),
            SEPARATOR.join(actor_name(actor, site.library) for actor in case.participants),
            case.staffing, case.way_in, case.aftermath.outcome.label, case.aftermath.text,
            SEPARATOR.join(site.library.tag_by_id[tag].record.name for tag in case.tags),
            len(cited(entry)), page_url(site, entry), size_of_municipalities(case, site.library),
            case.staff,
        )  # fmt: skip


def _statements(site: Site) -> Iterator[tuple[object, ...]]:
    for entry in site.library.cases:
        for statement in case_content(entry, site.library).statements:
            kinds = {entry.sources[key].kind for key in statement.claim.sources}
            marks = {mark.field: mark.label for mark in statement.marks}
            stage, stance = marks.pop("stage", None), marks.pop("stance", None)
            topic = statement.topic.record if statement.topic else None
            yield (
                entry.id, entry.case.title, STATEMENT_NAMES[statement.field],
                topic.id if topic else None, topic.name if topic else None,
                stance, statement.about, statement.claim.text,
                SEPARATOR.join(statement.claim.sources),
                SEPARATOR.join(kind.label for kind in SourceKind if kind in kinds),
                "ja" if SourceKind.INDEPENDENT in kinds else "nej", page_url(site, entry),
                SEPARATOR.join(marks.values()),
                SEPARATOR.join(f"{amount(figure)} {figure.unit}" for figure in statement.figures),
                stage, ("ja" if statement.standing is Standing.DONE else "nej") if topic else None,
                SEPARATOR.join(tag.record.name for tag in statement.tags),
            )  # fmt: skip


def _sources(site: Site) -> Iterator[tuple[object, ...]]:
    for register_entry in cited_sources(site):
        source = register_entry.source
        yield (
            register_entry.id, source.title, source.publisher, source.url, source.kind.label, source.language.label,
            "ja" if source.machine_translated else "nej", source.version, source.read,
            SEPARATOR.join(dict.fromkeys(name for name, _ in register_entry.used)), "ja" if source.plan else "nej",
        )  # fmt: skip


def _topics(site: Site) -> Iterator[tuple[object, ...]]:
    areas = {area.id: area.name for area in site.library.areas}
    for entry in site.library.topic_by_id.values():
        evidence = entry.evidence
        yield (
            entry.id, kind_of(entry).label, entry.name, areas.get(entry.area), evidence.done, evidence.planned,
            evidence.against, entry.where, evidence.who, page_url(site, entry),
        )  # fmt: skip


def _conclusions(site: Site) -> Iterator[tuple[object, ...]]:
    for placed in placed_texts(site.library):
        text = placed.text
        yield (
            placed.id, placed.author.label, placed.field, text.text,
            text.calculation if isinstance(text, Point) else None, SEPARATOR.join(text.rests_on),
            SEPARATOR.join(text.against), SEPARATOR.join(sources_of(text, site.library)), text.reviewed,
            page_url(site, placed.page),
        )  # fmt: skip


def _figures(site: Site) -> Iterator[tuple[object, ...]]:
    for row in all_figures(site.library):
        kinds = {row.entry.sources[key].kind for key in row.sources}
        speakers = SEPARATOR.join(kind.label for kind in SourceKind if kind in kinds)
        yield (
            row.entry.id, row.entry.case.title, row.what, row.value, "Vår räkning" if row.how else speakers, row.how,
            SEPARATOR.join(row.sources), page_url(site, row.entry),
        )  # fmt: skip


TABLES = (
    Table(
        "slussar",
        (
            "Id", "Sluss", "Plats", "Projektets titel", "Sammanfattning", "Läge", "Form", "Start", "Slut",
            "Från Vinnova, kronor", "Medarbetare", "Diarienummer", "Koordinator", "Deltog också", "Bemanning",
            "Vägen in för idéer", "Utfall", "Vad som hände sedan", "Taggar", "Antal källor", "Sida",
            "Invånare", "Antal personer",
        ),
        _cases,
    ),
    Table(
        "pastaenden",
        (
            "Sluss-id", "Sluss", "Del", "Post-id", "Post", "Hållning", "Gäller", "Text", "Källor, id",
            "Vem som talar", "Oberoende källa", "Sida", "Märkning", "Tal", "Gjort eller tänkt", "Räknas", "Taggar",
        ),
        _statements,
    ),
    Table(
        "kallor",
        (
            "Id", "Titel", "Utgivare", "Webbadress", "Slag", "Språk", "Maskinöversatt", "Version", "Läst",
            "Används på", "Plan",
        ),
        _sources,
    ),
    Table(
        "poster",
        (
            "Id", "Slag", "Post", "Område", "Gjort i, slussar", "Planerat i, slussar", "Talar emot i, slussar", "Var",
            "Vem som säger det", "Sida",
        ),
        _topics,
    ),
    Table(
        "slutsatser",
        (
            "Id", "Vems ord", "Del", "Text", "Uträkning", "Vilar på", "Talar emot", "Källor, id", "Prövad", "Sida",
        ),
        _conclusions,
    ),
    Table(
        "siffror",
        ("Sluss-id", "Sluss", "Vad", "Tal", "Vem som säger det", "Så är det räknat", "Källor, id", "Sida"),
        _figures,
    ),
)  # fmt: skip
"""The tables. Their columns are stable: new ones are only added after the last."""
