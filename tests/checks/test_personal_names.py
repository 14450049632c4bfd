"""Text that looks like the name of a private person gives a warning, which stops nothing."""

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
    """Return the small data with a personal name and no other problem."""
    path = small / "alfa.yml"
    path.write_text(path.read_text("utf-8").replace(*NAMED), encoding="utf-8")
    return small


def warning(folder: Path) -> Problem:
    (problem,) = check(read(folder))
    return problem


@pytest.mark.parametrize(("text", "name"), PERSONS.items())
def test_a_personal_name_is_recognised(text: str, name: str) -> None:
    person = person_in(text, PLACES)
    assert person is not None
    assert person.startswith(name)


@pytest.mark.parametrize("text", NO_PERSONS)
def test_other_names_are_ignored(text: str) -> None:
    assert person_in(text, PLACES) is None


def test_a_warning_has_position_message_and_hint(named: Path) -> None:
    problem = warning(named)
    assert (problem.code, problem.line, problem.column) == ("V001", 49, 11)
    assert "Anna Andersson" in problem.message
    assert "utan namn" in problem.hint
    assert mistakes([problem]) == ()


def test_check_with_only_warnings_prints_them_and_succeeds(named: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--cases", str(named)]) == 0
    assert "alfa.yml:49:11: V001 texten ser ut att namnge" in capsys.readouterr().out


def test_check_with_a_mistake_beside_a_warning_fails(named: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = named / "alfa.yml"
    path.write_text(path.read_text("utf-8").replace("form: single", "form: singel"), encoding="utf-8")
    assert main(["check", "--cases", str(named)]) == 1
    assert [line.split()[1] for line in capsys.readouterr().out.splitlines()] == ["K021", "V001"]


def test_pages_are_made_despite_warnings(named: Path) -> None:
    assert "Anna Andersson" in pages_of(named, Settings())["slussar/alfa/index.md"]


def test_github_shows_a_warning_as_a_warning(named: Path) -> None:
    assert as_github([warning(named)]).startswith("::warning file=")


def test_json_of_a_warning_has_the_same_keys_as_of_a_mistake(named: Path) -> None:
    (entry,) = json.loads(as_json([warning(named)]))
    assert list(entry) == ["file", "line", "column", "code", "message", "hint"]


def test_a_warning_is_printed_in_the_format_of_a_mistake(named: Path) -> None:
    problem = warning(named)
    assert as_text([problem]) == f"{problem.file}:49:11: V001 {problem.message}. {problem.hint}\n"


@pytest.mark.parametrize("text", ["Aa " * 50_000, "projektledare " * 20_000, "a" * 200_000, "Aa-Aa " * 30_000])
def test_a_long_text_is_read_in_linear_time(text: str) -> None:
    assert person_in(text, PLACES) is None
