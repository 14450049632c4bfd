"""What looks like the name of a private person is asked about, and stops nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scripts.__main__ import main
from scripts.build.pipeline import pages_of
from scripts.checks import check
from scripts.checks.personal_names import person_in, words_of_places
from scripts.diagnostics import Problem, as_github, as_json, as_text, mistakes
from scripts.loading.dataset import read
from scripts.settings import Settings
from tests.conftest import SMALL

PLACES = words_of_places(read(SMALL).municipalities.values())

PERSONS = {
    "Slussen leddes av projektledare Anna Andersson under två år.": "Anna Andersson",
    "Projektledaren Anna Andersson säger att det tog tid.": "Anna Andersson",
    "Kommundirektör Bo Ek ville något annat.": "Bo Ek",
    "kommundirektören Bo Ek": "Bo Ek",
    "enhetschef Åsa Öberg-Lind": "Åsa Öberg-Lind",
    "innovationsledare Carl von Essen": "Carl von Essen",
    "innovationsledarna Anna Andersson och Bo Ek": "Anna Andersson",
    "forskare Anna-Karin Berg": "Anna-Karin Berg",
    "kommunalrådet Eva Sjö": "Eva Sjö",
    "projektledare\n  Anna Andersson": "Anna Andersson",
    "Det blev bättre, enligt Anna Andersson, projektledare.": "Anna Andersson",
    "Anna Andersson (tidigare projektledare) höll i det.": "Anna Andersson",
    "Anna Andersson var projektledare.": "Anna Andersson",
    "Anna Andersson, som var idécoach, hjälpte till.": "Anna Andersson",
    "Kontakta Anna Andersson om ni vill veta mer.": "Anna Andersson",
    "Kontaktperson: Anna Andersson": "Anna Andersson",
    "Kontakt: Anna Maria Andersson": "Anna Maria Andersson",
    "Frågor till Bo Ek": "Bo Ek",
    "Kontakta Vinnova eller kontakta Anna Andersson.": "Anna Andersson",
}

NO_PERSONS = (
    "Projektledare Göteborgs Stad",
    "projektledare: Sundsvalls kommun",
    "projektledare Bizmaker Sundsvall AB",
    "kontakta Vinnova",
    "Kontakta Sveriges Kommuner och Regioner.",
    "Kontakta Upplands Väsby.",
    "Kontakta Västra Götaland.",
    "Kontakta Västra Götalands län.",
    "kontakta Region Västernorrland",
    "kontakta Luleå Tekniska Universitet",
    "kontakta Göteborgs Spårvägar",
    "kontakta Borås Energi",
    "enhetschef i Region Västernorrland",
    "kommundirektör i Östra Göinge",
    "Enhetschefer och projektledare träffades i Sundsvall.",
    "En projektledare. Två coacher. Sundsvall Timrå.",
    "projektledare Sundsvall Timrå",
    "Kommunstyrelsens ordförande och Vinnova",
    "Anna Andersson",
    "Koordinator: Koncernstaben",
    "Höör, Hörby och Eslöv, samordnare saknas",
    "Tekniska Förvaltningen var koordinator.",
)

NAMED = ("Exempel visades i ett nyhetsbrev.", "Projektledare Anna Andersson visade exempel i ett nyhetsbrev.")


@pytest.fixture
def named(small: Path) -> Path:
    """The small data with a person in it, and nothing else to say."""
    path = small / "alfa.yml"
    path.write_text(path.read_text("utf-8").replace(*NAMED), encoding="utf-8")
    return small


def warning(folder: Path) -> Problem:
    (found,) = check(read(folder))
    return found


@pytest.mark.parametrize(("text", "name"), PERSONS.items())
def test_a_person_is_seen(text: str, name: str) -> None:
    found = person_in(text, PLACES)
    assert found is not None
    assert found.startswith(name)


@pytest.mark.parametrize("text", NO_PERSONS)
def test_what_is_no_person_is_left_alone(text: str) -> None:
    assert person_in(text, PLACES) is None


def test_a_warning_has_place_words_and_a_way_on(named: Path) -> None:
    found = warning(named)
    assert (found.code, found.line, found.column) == ("V001", 45, 11)
    assert "Anna Andersson" in found.message
    assert "utan namn" in found.hint
    assert mistakes([found]) == ()


def test_check_with_only_warnings_prints_them_and_succeeds(named: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--cases", str(named)]) == 0
    assert "alfa.yml:45:11: V001 texten ser ut att namnge" in capsys.readouterr().out


def test_check_with_a_mistake_beside_a_warning_fails(named: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = named / "alfa.yml"
    path.write_text(path.read_text("utf-8").replace("form: single", "form: singel"), encoding="utf-8")
    assert main(["check", "--cases", str(named)]) == 1
    assert [line.split()[1] for line in capsys.readouterr().out.splitlines()] == ["K021", "V001"]


def test_pages_are_made_in_spite_of_warnings(named: Path) -> None:
    assert "Anna Andersson" in pages_of(named, Settings())["slussar/alfa/index.md"]


def test_github_shows_a_warning_as_one(named: Path) -> None:
    assert as_github([warning(named)]).startswith("::warning file=")


def test_json_of_a_warning_has_the_same_keys_as_of_a_mistake(named: Path) -> None:
    (found,) = json.loads(as_json([warning(named)]))
    assert list(found) == ["file", "line", "column", "code", "message", "hint"]


def test_a_line_of_text_is_built_as_that_of_a_mistake(named: Path) -> None:
    found = warning(named)
    assert as_text([found]) == f"{found.file}:45:11: V001 {found.message}. {found.hint}\n"


@pytest.mark.parametrize("text", ["Aa " * 50_000, "projektledare " * 20_000, "a" * 200_000, "Aa-Aa " * 30_000])
def test_a_long_text_is_read_at_once(text: str) -> None:
    assert person_in(text, PLACES) is None
