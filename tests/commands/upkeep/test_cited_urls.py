"""The addresses that the data cites, and where."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.__main__ import main
from scripts.commands.upkeep.cited_urls import as_list, cited_addresses
from scripts.library.library import Library
from scripts.loading.dataset import read
from tests.conftest import FULL, SMALL


def test_each_address_is_listed_once_and_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["links", "--cases", str(SMALL)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "https://example.org/alfa/",
        "https://example.org/en/alfa/",
        "https://tidning.example.org/slussen",
        "https://universitet.example.org/studie",
    ]


def test_a_source_knows_its_line_and_the_lines_that_cite_it(small: Path) -> None:
    lines = (small / "alfa.yml").read_text("utf-8").splitlines()
    (found,) = (cited for cited in cited_addresses(read(small)) if cited.source == "a-plan")
    assert "a-plan: {title" in lines[found.spot.line - 1]
    assert [lines[spot.line - 1].strip() for spot in found.used] == [
        "diary_number: {sources: [a-plan]}", "sources: [a-plan]", "sources: [a-plan]",
    ]  # fmt: skip


def test_a_shared_source_is_cited_from_cases_and_catalogue(small: Path) -> None:
    (found,) = (cited for cited in cited_addresses(read(small)) if cited.source == "forskning")
    assert found.spot.file.endswith("catalogue/sources.yml")
    assert {Path(spot.file).name for spot in found.used} >= {"alfa.yml", "methods.yml", "glossary.yml"}


def test_a_file_with_mistakes_lends_no_addresses(small: Path) -> None:
    path = small / "overby.yml"
    path.write_text(path.read_text("utf-8").replace("https://tidning", "javascript:tidning"), encoding="utf-8")
    assert "tidning" not in as_list(cited_addresses(read(small)))


def test_every_source_has_somebody_who_cites_it(library: Library) -> None:
    found = cited_addresses(read(FULL))
    assert {cited.source for cited in found} == set(library.sources)
    assert [cited.source for cited in found if not cited.used] == []
