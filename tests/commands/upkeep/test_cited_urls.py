"""Cited addresses are listed with the lines that cite them."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.__main__ import main
from scripts.commands.upkeep.cited_urls import as_list, cited_addresses
from scripts.library.library import Library
from scripts.loading.dataset import read
from tests.conftest import FULL, SMALL, change


def test_each_address_is_listed_once_and_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["links", "--cases", str(SMALL)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "https://example.org/alfa/",
        "https://example.org/en/alfa/",
        "https://tidning.example.org/slussen",
        "https://universitet.example.org/studie",
    ]


def test_no_list_is_made_of_a_file_that_cannot_be_read(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(small / "alfa.yml", "outcome: continued", "outcome: {continued")
    assert main(["links", "--cases", str(small)]) == 1
    out = capsys.readouterr().out
    assert "alfa.yml:" in out
    assert "https://" not in out


def test_a_cited_address_has_its_line_and_the_lines_that_cite_it(small: Path) -> None:
    lines = (small / "alfa.yml").read_text("utf-8").splitlines()
    (address,) = (cited for cited in cited_addresses(read(small)) if cited.source == "a-plan")
    assert "a-plan: {title" in lines[address.location.line - 1]
    assert [lines[location.line - 1].strip() for location in address.citations] == [
        "diary_number: {sources: [a-plan]}", "sources: [a-plan]", "sources: [a-plan]",
    ]  # fmt: skip


def test_a_shared_source_is_cited_from_cases_and_catalogue(small: Path) -> None:
    (address,) = (cited for cited in cited_addresses(read(small)) if cited.source == "forskning")
    assert address.location.file.endswith("catalogue/sources.yml")
    assert {Path(location.file).name for location in address.citations} >= {"alfa.yml", "methods.yml", "glossary.yml"}


def test_a_file_with_mistakes_is_left_out(small: Path) -> None:
    path = small / "overby.yml"
    path.write_text(path.read_text("utf-8").replace("https://tidning", "javascript:tidning"), encoding="utf-8")
    assert "tidning" not in as_list(cited_addresses(read(small)))


def test_every_source_is_cited(library: Library) -> None:
    addresses = cited_addresses(read(FULL))
    assert {cited.source for cited in addresses} == set(library.sources)
    assert [cited.source for cited in addresses if not cited.citations] == []
