"""Misplaced and misnamed files in the folder of data are reported, never ignored."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from scripts.checks import check
from scripts.diagnostics import Problem, as_github
from scripts.loading.dataset import read
from scripts.loading.file_names import proposed_id
from scripts.loading.folder import shown
from scripts.model.registry import RECORD_FILES

CASE = "title: En sluss\n"
RECORDS = "- id: en-post\n  name: En post\n"

OUT_OF_PLACE = {
    "a second ending": ("falun.yml.txt", CASE, "K054", "Döp om den till {}/falun.yml"),
    "another second ending": ("falun.yaml.TXT", CASE, "K054", "Döp om den till {}/falun.yml"),
    "another ending": ("falun.txt", CASE, "K054", "Döp om den till {}/falun.yml"),
    "another ending, and perhaps no case": ("falun.txt", "Att göra", "K054", "ska den heta {}/falun.yml. Annars hör"),
    "no ending": ("falun", "Att göra", "K054", "ska den heta {}/falun.yml"),
    "JSON": ("falun.json", "{}", "K054", "ska den heta {}/falun.yml"),
    "a document": ("Falu kommun.docx", "PK", "K054", "Skriv innehållet i {}/falu-kommun.yml, eller fyll i formuläret"),
    "a picture": ("karta.PNG", "", "K054", "bilder visas inte"),
    "a case that begins with a dot": (".falun.yml", CASE, "K054", "{}/falun.yml"),
    "nothing but an ending": (".yml", CASE, "K054", "{}/kommunens-namn.yml"),
    "a backup without its original": ("falun.yml~", CASE, "K054", "{}/falun.yml finns inte. Döp om"),
    "a numbered backup without its original": ("falun.yml.~2~", CASE, "K054", "{}/falun.yml finns inte. Döp om"),
    "a copy of a case": ("alfa.yml.bak", CASE, "K054", "Skriv det som är nytt i {}/alfa.yml"),
    "a case in a folder": ("nya/falun.yml", CASE, "K054", "Flytta den till {}/falun.yml"),
    "a case deep down": ("nya/2026/falun.yml", CASE, "K054", "Flytta den till {}/falun.yml"),
    "a case in the catalogue": ("catalogue/falun.yml", CASE, "K054", "Flytta den till {}/falun.yml"),
    "a case among the schemas": ("schema/falun.yml", CASE, "K054", "Flytta den till {}/falun.yml"),
    "a schema that no one writes": ("schema/okand.json", "{}", "K054", "Ta bort den"),
    "a catalogue file in Swedish": ("catalogue/metoder.yml", RECORDS, "K054", "{}/catalogue/methods.yml"),
    "a catalogue file with a Swedish letter": ("catalogue/källor.yml", RECORDS, "K054", "{}/catalogue/sources.yml"),
    "a misspelled catalogue file": ("catalogue/redirect.yml", RECORDS, "K054", "till {}/catalogue/redirects.yml"),
    "an unknown catalogue file": ("catalogue/xyz.yml", RECORDS, "K054", "Katalogens filer heter methods.yml"),
    "another ending in the catalogue": ("catalogue/methods.yaml", RECORDS, "K054", "nytt i {}/catalogue/methods.yml"),
    "a catalogue file beside the cases": ("redirects.yml", "- old: a\n", "K054", "till {}/catalogue/redirects.yml"),
    "a catalogue file that is there": ("taggar.yml", RECORDS, "K054", "nytt i {}/catalogue/tags.yml"),
    "two endings for a case": ("alfa.yaml", CASE, "K055", "{}/alfa.yml"),
    "a capital": ("Alfa.yml", CASE, "K055", "{}/alfa.yml"),
    "an ending in capitals": ("falun.YML", CASE, "K037", "Döp om den till falun.yml"),
    "an ending twice": ("falun.yml.yml", CASE, "K037", "Döp om den till falun.yml"),
    "letters as a Mac writes them": ("o\u0308rebro.yml", CASE, "K037", "Döp om den till orebro.yml"),
    "the name of a README but the ending of a case": ("README.yml", CASE, "K037", "Döp om den till readme.yml"),
}  # fmt: skip

OF_OTHER_PROGRAMS = (
    "README.md", "readme.txt", "README", "README.sv.md", "catalogue/README.md", ".gitkeep", ".DS_Store", "._alfa.yml",
    ".#alfa.yml", "#alfa.yml#", "alfa.yml~", "alfa.yml.~3~", ".alfa.yml.swp", "~$alfa.docx", ".~lock.alfa.ods#",
    "alfa.yml___jb_tmp___", "Thumbs.db", "desktop.ini", "Icon\r", "__MACOSX/._alfa.yml", ".vscode/settings.json",
    "schema/case.json", "schema/methods.json",
)  # fmt: skip


def put(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def reported(folder: Path, path: Path) -> list[Problem]:
    """Return the problems with the name or place of a file."""
    return [problem for problem in check(read(folder)) if problem.file == shown(path) and problem.code in NAME_CODES]


NAME_CODES = {"K037", "K046", "K054", "K055"}


@pytest.mark.parametrize(
    ("name", "text", "code", "words"), [pytest.param(*example, id=name) for name, example in OUT_OF_PLACE.items()]
)
def test_a_misplaced_file_is_reported_with_its_right_name_and_place(
    small: Path, name: str, text: str, code: str, words: str
) -> None:
    path = put(small, name, text)
    (problem,) = reported(small, path)
    assert (problem.code, problem.line, problem.column) == (code, 1, 1)
    assert words.format(small) in str(problem)


@pytest.mark.parametrize(("name", "text", "code"), [example[:3] for example in OUT_OF_PLACE.values()])
def test_a_misplaced_file_causes_no_other_problems(small: Path, name: str, text: str, code: str) -> None:
    path = put(small, name, text)
    others = {problem.file for problem in check(read(small))} - {shown(path)}
    assert others == set()
    assert code in {problem.code for problem in check(read(small))}


def test_the_message_for_github_points_at_the_file(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(small.parent)
    put(small, "falun.yml.txt", CASE)
    (line,) = as_github(check(read(Path(small.name)))).splitlines()
    assert line.startswith("::error file=cases/falun.yml.txt,line=1,col=1,title=K054::filen läses inte")


@pytest.mark.parametrize("name", OF_OTHER_PROGRAMS)
def test_files_of_other_programs_are_ignored(small: Path, name: str) -> None:
    put(small, name, "något")
    assert check(read(small)) == ()


def test_a_misnamed_case_is_the_only_problem_though_others_refer_to_it(small: Path) -> None:
    (small / "alfa.yml").rename(small / "alfa.yml.txt")
    moves = "- {old: slussar/forut, new: slussar/alfa}\n"
    put(small, "catalogue/redirects.yml", moves)
    assert [problem.code for problem in check(read(small), read(small))] == ["K054"]


@pytest.mark.parametrize(
    ("name", "wrong"), [("methods", "metoder.yml"), ("questions", "fragor.yml"), ("roles", "roles.yaml")]
)
def test_a_misnamed_catalogue_file_is_the_only_problem(small: Path, name: str, wrong: str) -> None:
    before = read(small)
    (small / "catalogue" / f"{name}.yml").rename(small / "catalogue" / wrong)
    missing = {"K046"} if name in RECORD_FILES else set()
    assert {problem.code for problem in check(read(small), before)} == {"K054"} | missing


@pytest.mark.parametrize("target", ["ingenstans", "overby.yml", "catalogue", "/etc"])
def test_a_link_is_not_read(small: Path, target: str) -> None:
    link = small / "falun.yml"
    link.symlink_to(target)
    (problem,) = check(read(small))
    assert (problem.file, problem.code) == (shown(link), "K054")
    assert "länkar" in problem.message


def test_a_folder_with_the_name_of_a_case_is_reported(small: Path) -> None:
    (small / "falun.yml").mkdir()
    (problem,) = check(read(small))
    assert (problem.code, problem.message) == ("K054", "en mapp kan inte vara en sluss")


def test_an_empty_folder_is_ignored(small: Path) -> None:
    (small / "nya").mkdir()
    assert check(read(small)) == ()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_named_pipe_is_never_opened(small: Path) -> None:
    os.mkfifo(small / "falun.yml")
    (problem,) = check(read(small))
    assert (problem.code, problem.message) == ("K054", "det här är ingen vanlig fil")


def test_a_name_that_is_not_utf8_is_shown_escaped(small: Path) -> None:
    path = os.fsencode(small) + b"/fal\xf6n.yml.txt"
    with open(path, "wb"):  # noqa: PTH123 - the name is not valid UTF-8
        pass
    (problem,) = check(read(small))
    assert "fal\\udcf6n.yml.txt" in str(problem.printable)


def test_of_two_cases_with_the_same_id_the_correctly_named_one_is_read(small: Path) -> None:
    put(small, "alfa.yaml", CASE)
    assert [case.file for case in read(small).cases if "alfa" in case.file] == [shown(small / "alfa.yml")]


def test_two_files_with_the_same_name_in_different_folders_are_reported(small: Path, tmp_path: Path) -> None:
    text = (small / "alfa.yml").read_text("utf-8")
    paths = [put(tmp_path / folder, "alfa.yml", text) for folder in ("ett", "tva")]
    assert [problem.code for problem in check(read(small, paths))] == ["K055"]


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("falun.yml", "falun"),
        ("Örebro kommun.yml.txt", "orebro-kommun"),
        ("falun (1).yml", "falun-1"),
        (".yml", "kommunens-namn"),
        ("åäö.yml", "aao"),
        ("---.yml", "kommunens-namn"),
        ("falun.yml ", "falun"),
        ("falun.yml~", "falun"),
        ("日本.yml", "kommunens-namn"),
        ("." * 200 + " " * 50, "kommunens-namn"),
    ],
)
def test_an_id_is_proposed_for_any_name(name: str, id_: str) -> None:
    assert proposed_id(name) == id_
