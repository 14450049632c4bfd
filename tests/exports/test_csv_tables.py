"""Tests of the CSV tables: they open in Excel, are complete, and contain no formulas."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.build.pipeline import files_of
from scripts.exports.csv_tables import as_csv, escape_formula
from scripts.library.case_outline import claims
from scripts.library.library import Library
from scripts.settings import Settings
from tests.exports.conftest import HOSTILE, with_text

TABLES = ("slussar", "pastaenden", "poster", "kallor")


def rows(files: Mapping[str, str], table: str) -> list[dict[str, str]]:
    """Return the rows of a table, parsed in the way of Swedish versions of Excel."""
    text = files[f"api/v1/csv/{table}.csv"].encode().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";", strict=True))


@pytest.mark.parametrize("table", TABLES)
def test_a_table_has_the_format_of_swedish_excel(published: Mapping[str, str], table: str) -> None:
    content = published[f"api/v1/csv/{table}.csv"].encode()
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.endswith(b"\r\n")
    assert {len(row) for row in rows(published, table)} == {len(rows(published, table)[0])}
    assert None not in rows(published, table)[0]


def test_every_case_statement_and_source_has_a_row(published: Mapping[str, str], library: Library) -> None:
    statements = [(row["Sluss-id"], row["Text"].removeprefix("'")) for row in rows(published, "pastaenden")]
    assert statements == [(entry.id, claim.text) for entry in library.cases for claim in claims(entry.case)]
    assert [row["Id"] for row in rows(published, "slussar")] == [entry.id for entry in library.cases]
    ids = {row["Id"] for row in rows(published, "kallor")}
    assert {key for row in rows(published, "pastaenden") for key in row["Källor, id"].split(" | ")} <= ids


def test_a_statement_states_whether_a_source_is_independent(published: Mapping[str, str]) -> None:
    for row in rows(published, "pastaenden"):
        assert row["Oberoende källa"] == ("ja" if "oberoende" in row["Vem som talar"] else "nej")


def test_a_statement_on_a_topic_states_whether_it_counts(published: Mapping[str, str]) -> None:
    counted = {(row["Gjort eller tänkt"], row["Hållning"], row["Räknas"]) for row in rows(published, "pastaenden")}
    assert {
        ("Gjort", "Stöder", "ja"), ("Gjort", "Talar emot", "nej"), ("Gjort", "Samma ämne", "nej"),
        ("Planerat", "Stöder", "nej"), ("Åsikt eller råd", "Stöder", "nej"), ("", "", ""),
    } <= counted  # fmt: skip


def test_every_topic_has_a_row_with_its_evidence(published: Mapping[str, str], library: Library) -> None:
    expected = {
        entry.id: (str(entry.evidence.done), str(entry.evidence.planned), entry.where, entry.evidence.who)
        for entry in library.topic_by_id.values()
    }
    columns = ("Gjort i, slussar", "Planerat i, slussar", "Var", "Vem som säger det")
    assert {row["Id"]: tuple(row[key] for key in columns) for row in rows(published, "poster")} == expected


def test_the_columns_of_version_1_1_keep_their_order(published: Mapping[str, str]) -> None:
    statements, sources = (tuple(rows(published, table)[0]) for table in ("pastaenden", "kallor"))
    assert statements[:14] == (
        "Sluss-id", "Sluss", "Del", "Post-id", "Post", "Hållning", "Gäller", "Text", "Källor, id", "Vem som talar",
        "Oberoende källa", "Sida", "Märkning", "Tal",
    )  # fmt: skip
    assert sources[:10][-2:] == ("Läst", "Används på")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_a_formula_is_escaped(start: str) -> None:
    assert escape_formula(f"{start}cmd|'/c calc'!A0") == f"'{start}cmd|'/c calc'!A0"


def test_ordinary_text_and_numbers_are_not_changed() -> None:
    assert [escape_formula(value) for value in ("Höör", 4000000, None, "2016-11")] == ["Höör", "4000000", "", "2016-11"]


@given(st.lists(st.text(alphabet=st.characters(exclude_categories=["Cs"])), min_size=2, max_size=5))
def test_any_text_stays_in_its_field(values: list[str]) -> None:
    text = as_csv(["a"] * len(values), [values]).removeprefix("\ufeff")
    (_, row) = csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True)
    assert row == [escape_formula(value) for value in values]
    assert not any(field.startswith(("=", "+", "-", "@", "\t", "\r")) for field in row)


def test_text_in_the_data_is_escaped(small: Path) -> None:
    hostile = HOSTILE.replace("<", "‹").replace(">", "›")
    files = files_of(with_text(small, f"={hostile}\n\n=2+2;3"), Settings())
    assert f"'={hostile}\n\n=2+2;3" in {row["Text"] for row in rows(files, "pastaenden")}
