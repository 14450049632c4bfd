"""The same as tables for a spreadsheet: CSV as Excel in Swedish opens it.

UTF-8 with a byte order mark, semicolons, and lines that end with CR LF. A field that a spreadsheet would
take for a formula gets an apostrophe before it, so that what a source says is never executed.
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
from scripts.library.context import Site
from scripts.library.queries import actor_name, amount
from scripts.library.source_register import cited_sources
from scripts.model.enums import SourceKind

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a formula begins with. The wide characters are taken for the plain ones by some programs."""

BETWEEN = " | "
"""What stands between several values in one field."""


@dataclass(frozen=True)
class Table:
    """A table: its name in the address, its headings and its rows."""

    id: str
    head: tuple[str, ...]
    rows: Callable[[Site], Iterator[tuple[object, ...]]]


def files(site: Site) -> dict[str, str]:
    """Every table, as CSV by path."""
    return {f"{FOLDER}/csv/{table.id}.csv": as_csv(table.head, table.rows(site)) for table in TABLES}


def as_csv(head: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """A table as text.

    Args:
        head: The headings.
        rows: The values. None is an empty field.

    Returns:
        CSV that Excel in Swedish opens as it is, and in which no field is a formula.
    """
    written = io.StringIO()
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([harmless(value) for value in row] for row in rows)
    return f"\ufeff{written.getvalue()}"


def harmless(value: object) -> str:
    """A value as it stands in a field: with an apostrophe first where a spreadsheet would see a formula."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text


def _cases(site: Site) -> Iterator[tuple[object, ...]]:
    for entry in site.library.cases:
        case = entry.case
        yield (
            entry.id, case.title, case.place, case.official_title, case.summary, case.status.label, case.form.label,
            case.period.start, case.period.end, case.funding_sek, case.employees, case.diary_number,
            actor_name(case.coordinator, site.library),
            BETWEEN.join(actor_name(actor, site.library) for actor in case.participants),
            case.staffing, case.way_in, case.aftermath.outcome.label, case.aftermath.text,
            BETWEEN.join(site.library.tag_by_id[tag].record.name for tag in case.tags),
            len(cited(entry)), page_url(site, entry),
        )  # fmt: skip


def _statements(site: Site) -> Iterator[tuple[object, ...]]:
    for entry in site.library.cases:
        for said in case_content(entry, site.library).statements:
            kinds = {entry.sources[key].kind for key in said.claim.sources}
            marks = {mark.field: mark.label for mark in said.marks}
            topic = said.topic.record if said.topic else None
            yield (
                entry.id, entry.case.title, STATEMENT_NAMES[said.field],
                topic.id if topic else None, topic.name if topic else None,
                marks.get("stance"), said.about, said.claim.text,
                BETWEEN.join(said.claim.sources),
                BETWEEN.join(kind.label for kind in SourceKind if kind in kinds),
                "ja" if SourceKind.INDEPENDENT in kinds else "nej", page_url(site, entry),
                BETWEEN.join(label for field, label in marks.items() if field != "stance"),
                BETWEEN.join(f"{amount(figure)} {figure.unit}" for figure in said.figures),
            )  # fmt: skip


def _sources(site: Site) -> Iterator[tuple[object, ...]]:
    for register_entry in cited_sources(site):
        source = register_entry.source
        yield (
            register_entry.id, source.title, source.publisher, source.url, source.kind.label, source.language.label,
            "ja" if source.machine_translated else "nej", source.version, source.read,
            BETWEEN.join(dict.fromkeys(name for name, _ in register_entry.used)),
        )  # fmt: skip


TABLES = (
    Table(
        "slussar",
        (
            "Id", "Sluss", "Plats", "Projektets titel", "Sammanfattning", "Läge", "Form", "Start", "Slut",
            "Från Vinnova, kronor", "Medarbetare", "Diarienummer", "Koordinator", "Deltog också", "Bemanning",
            "Vägen in för idéer", "Utfall", "Vad som hände sedan", "Taggar", "Antal källor", "Sida",
        ),
        _cases,
    ),
    Table(
        "pastaenden",
        (
            "Sluss-id", "Sluss", "Del", "Post-id", "Post", "Hållning", "Gäller", "Text", "Källor, id",
            "Vem som talar", "Oberoende källa", "Sida", "Märkning", "Tal",
        ),
        _statements,
    ),
    Table(
        "kallor",
        (
            "Id", "Titel", "Utgivare", "Webbadress", "Slag", "Språk", "Maskinöversatt", "Version", "Läst",
            "Används på",
        ),
        _sources,
    ),
)  # fmt: skip
"""The tables. Their headings are a promise: new ones are only added last."""
