"""The summary of a pull request: changes, problems and previews."""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings

from scripts.checks.valid_subset import valid_subset
from scripts.commands.review.sections import MOST_PROBLEMS
from scripts.commands.review.summary import LARGEST, Preview, as_fits
from scripts.loading.dataset import read
from scripts.settings import ROOT, Settings
from tests.commands.review.helpers import add_nyby, assert_dead, shown, tell, words
from tests.conftest import FULL, SMALL, change
from tests.security.test_robustness import broken_case


def test_changes_are_counted(small: Path) -> None:
    add_nyby(small)
    moved = "- {old: slussar/nya-byn, new: slussar/nyby}\n"
    (small / "catalogue" / "redirects.yml").write_text(moved, encoding="utf-8")
    lines = tell(SMALL, small).splitlines()
    assert (
        "- Fyra kopplingar tillkommer: 1 till metoder, 1 till framgångsfaktorer, 1 till lärdomar och 1 till taggar"
        in lines
    )
    assert "- En ny källa: 1 oberoende" in lines
    assert "- Goda exempel (metod): Gjort i en sluss → Gjort i två slussar" in lines
    assert "- slussar/nya-byn → slussar/nyby" in lines


def test_a_plan_does_not_change_what_is_done(small: Path) -> None:
    add_nyby(small)
    change(
        small / "nyby.yml",
        "    stage: done\n    stance: supports\n    text: Enligt",
        "    stage: planned\n    stance: supports\n    text: Enligt",
    )
    lines = tell(SMALL, small).splitlines()
    assert "- Goda exempel (metod): Gjort i en sluss → Gjort i en sluss, planerat i en" in lines


def test_a_preview_says_how_far_a_statement_had_come_and_whether_it_counts(tmp_path: Path) -> None:
    out = words(shown(tell(tmp_path / "inget", FULL)))
    assert "Gjort · Stöder · Räknas · " in out
    assert "Planerat · Stöder · Räknas inte · " in out
    assert "Gjort · Talar emot · Räknas inte · " in out
    assert "Läget december 2019" in out


def test_a_tag_of_a_statement_is_a_link(small: Path) -> None:
    change(small / "overby.yml", "    text: Enligt planen", "    tags: [aldreomsorg]\n    text: Enligt planen")
    assert "- En koppling tillkommer: 1 till taggar" in tell(SMALL, small).splitlines()


def test_links_that_disappear_are_counted(small: Path) -> None:
    change(small / "overby.yml", "tags: [samverkan]", "tags: [aldreomsorg]")
    lines = tell(SMALL, small).splitlines()
    assert "- En koppling tillkommer: 1 till taggar" in lines
    assert "- En koppling försvinner: 1 till taggar" in lines


def test_a_problem_is_shown_with_file_line_and_correction(small: Path) -> None:
    change(small / "alfa.yml", "method: idecoach", "method: idecoash")
    root = shown(tell(SMALL, small))
    assert root.findtext(".//h2") == "Ett problem att rätta"
    (row,) = root.xpath(".//table[1]/tbody/tr[td[2]='41']")
    file, line, code, message, hint = (words(cell) for cell in row)
    assert file.endswith("alfa.yml")
    assert (line, code) == ("41", "K012")
    assert [link.get("href") for link in row.iter("a")] == ["https://example.org/ideslussar/bidra/fel/#k012"]
    assert message == 'Metoden "idecoash" finns inte i katalogen'
    assert hint == 'Menade du "idecoach"?'


def test_without_the_address_of_the_site_a_code_is_not_a_link(small: Path) -> None:
    change(small / "alfa.yml", "method: idecoach", "method: idecoash")
    (row,) = shown(tell(SMALL, small, Settings())).xpath(".//table[1]/tbody/tr")
    assert words(row[2]) == "K012"
    assert list(row.iter("a")) == []


def test_a_file_that_is_not_read_is_reported(small: Path) -> None:
    (small / "falun.yml.txt").write_text("title: Falun\n", encoding="utf-8")
    out = words(shown(tell(SMALL, small)))
    assert "Filen läses inte: namnet slutar inte på .yml" in out
    assert re.search(r"Inget syns av \S*falun\.yml\.txt, som inte går att läsa\.", out)
    assert "Inget som webbplatsen visar om slussarna har ändrats" not in out


def test_of_many_problems_the_first_are_shown_with_the_command_that_shows_all(small: Path) -> None:
    text = "".join(f"- {{old: x{number}, new: slussar/alfa}}\n" for number in range(250))
    (small / "catalogue" / "redirects.yml").write_text(text, encoding="utf-8")
    root = shown(tell(SMALL, small))
    assert root.findtext(".//h2") == "250 problem att rätta"
    assert len(root.xpath(".//table[1]/tbody/tr")) == MOST_PROBLEMS
    assert "Och 150 problem till. Kommandot .venv/bin/python -m scripts check visar alla." in words(root)


def test_a_case_with_a_mistake_is_shown_without_it(small: Path) -> None:
    change(small / "alfa.yml", "method: idecoach", "method: idecoash")
    change(small / "alfa.yml", "  - title: Bättre bokning", "  - titel: Bättre bokning")
    out = words(shown(tell(SMALL, small)))
    assert "Sidan visas utan det som är fel i filen." in out
    assert "Exempel visades i ett nyhetsbrev." in out
    assert "Två coacher tog emot" not in out
    assert "Bättre bokning" not in out


def test_only_references_to_nothing_are_left_out_of_a_preview(small: Path) -> None:
    change(small / "alfa.yml", "method: idecoach", "method: idecoash")
    change(small / "alfa.yml", "tags: [samverkan, ", "tags: [samverka, ")
    change(small / "alfa.yml", "  way_in: {sources: [a-slut]}", "  way_in: {sources: [a-slutt]}")
    out = words(shown(tell(SMALL, small)))
    assert "Exempel visades i ett nyhetsbrev." in out
    assert "Taggar: Äldreomsorg" in out
    assert "Vägen in för idéer: Öppen för alla anställda." in out
    assert "Två coacher tog emot" not in out


def test_a_text_without_its_required_sources_is_still_shown(small: Path) -> None:
    change(small / "alfa.yml", "  summary: {sources: [a-slut]}\n", "")
    assert "En påhittad sluss som finns för att pröva sidorna" in tell(SMALL, small)


def test_a_case_that_cannot_be_read_is_named(small: Path) -> None:
    change(small / "alfa.yml", "title: Idésluss Alfa", "title: [")
    out = words(shown(tell(SMALL, small)))
    assert "Sidan går att visa när problemen i filen är rättade." in out


def test_personal_data_is_not_repeated(small: Path) -> None:
    change(small / "alfa.yml", "text: Exempel visades", "text: Ring 0650-12 34 56 så visades exemplen")
    assert "så visades exemplen" not in tell(SMALL, small)


def test_a_mistake_in_the_catalogue_hides_only_what_needs_it(small: Path) -> None:
    change(small / "alfa.yml", "value: 172", "value: 170")
    change(small / "catalogue" / "methods.yml", "name: Idécoacher", "namn: Idécoacher")
    out = words(shown(tell(SMALL, small)))
    assert "Exempel visades i ett nyhetsbrev." in out
    assert "Två coacher tog emot" not in out


@pytest.mark.parametrize("side", ["before", "now"])
def test_without_a_register_of_municipalities_the_rest_is_compared(side: str, small: Path) -> None:
    (small / "municipalities.csv").unlink()
    change(small / "alfa.yml", "value: 172", "value: 170")
    out = tell(small, SMALL) if side == "before" else tell(SMALL, small)
    assert "En ändrad sluss: Idésluss Alfa" in out
    assert "Jämförelsen gäller den del som går att läsa" in out


def test_a_summary_has_room_to_say_what_was_left_out() -> None:
    pages = [Preview(f"Sluss {number}", "ö" * 200_000) for number in range(4)]
    blocks = list(as_fits(pages, LARGEST))
    assert [block.partition("\n")[0] for block in blocks[:3]] == ["## Så blir sidorna", "<details>", "<details>"]
    assert "Utelämnat: sidan för Sluss 2 och Sluss 3." in blocks[-1]
    assert sum(len(block.encode()) for block in blocks) < LARGEST


@pytest.mark.slow
def test_the_largest_change_is_within_the_limit(small: Path) -> None:
    alfa = (small / "alfa.yml").read_text("utf-8")
    costly = "&å@1 "
    text = "".join(f'  - {{text: "{costly * 170}", sources: [a-slut]}}\n' for _ in range(50))
    for number in range(20):
        large = alfa.replace("background:\n", f"background:\n{text}").replace("Alfa", f"Alfa {number} {costly * 12}", 1)
        large = re.sub(r"\ba-(slut|plan|en)\b", rf"alfa-{number}-\1", large)
        (small / f"alfa-{number}.yml").write_text(large, encoding="utf-8")
    moves = "".join(f'- {{old: "{costly * 60}{number}", new: slussar/alfa}}\n' for number in range(600))
    (small / "catalogue" / "redirects.yml").write_text(moves, encoding="utf-8")
    out = tell(SMALL, small)
    assert len(out.encode("utf-8")) <= LARGEST
    assert "Här får inte allt plats. Utelämnat: sidan för" in out


@settings(max_examples=30, deadline=None)
@given(broken_case)
def test_any_mistake_still_gives_a_summary(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        now = Path(shutil.copytree(SMALL, Path(folder) / "cases"))
        (now / "alfa.yml").write_bytes(text.encode("utf-8", "replace"))
        assert_dead(shown(tell(SMALL, now)))
        assert_dead(shown(tell(now, SMALL)))


@pytest.mark.parametrize("name", ["methods", "success_factors", "lessons", "tags", "phases", "areas", "sources"])
def test_a_missing_catalogue_file_still_gives_a_summary(name: str, small: Path) -> None:
    (small / "catalogue" / f"{name}.yml").unlink()
    change(small / "alfa.yml", "value: 172", "value: 170")
    assert "En ändrad sluss: Idésluss Alfa" in tell(SMALL, small)


def test_data_with_every_kind_of_problem_still_gives_a_summary(tmp_path: Path) -> None:
    assert_dead(shown(tell(tmp_path / "inget", ROOT / "tests" / "data" / "everything_wrong")))


def test_data_without_problems_is_its_own_valid_subset() -> None:
    dataset = read(SMALL)
    assert valid_subset(dataset) is dataset
