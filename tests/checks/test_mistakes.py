"""Mistakes that a contributor can make, with the code, position and words of each problem.

Each test changes valid data in one place. `§` in the new text marks the expected position of the problem, and is
removed before the file is read.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.checks import check
from scripts.diagnostics import Problem
from scripts.loading.dataset import read

MARK = "§"

IN_A_CASE = {
    "tab as indentation": ("  - text: Före slussen", "§\t- text: Före slussen", "K003", "tabb"),
    "unquoted colon": ("title: Idésluss Alfa", "title: §Göteborg: en sluss", "K004", 'Skriv "Göteborg: en sluss" inom'),
    "missing dash": ("  - method: goda-exempel", "  §method: goda-exempel", "K004", "saknar bindestreck"),
    "bad indentation": ("\nstatus: completed", "\n §status: completed", "K004", "indragen"),
    "unclosed quotation": ("place: Alfa", 'place: §"Alfa', "K004", "stängs aldrig"),
    "duplicate key": ("\nstatus: completed", "\n§title: Två\nstatus: completed", "K005", 'nyckeln "title" finns redan'),
    "anchor": ("place: Alfa", "place: §&a Alfa", "K006", "ankare"),
    "alias": ("place: Alfa", "place: §*a", "K006", "ankare"),
    "YAML tag": ("place: Alfa", "place: §!!str Alfa", "K006", '"!!str" är en YAML-tagg'),
    "unknown key": ("\nstatus: completed", "\n§statuss: completed\nstatus: completed", "K007", 'Menade du "status"?'),
    "missing key": ("- text: Före slussen", "- §text_en: Före slussen", "K007", 'Menade du "text"?'),
    "wrong type": ("tags: [samverkan, aldreomsorg]", "tags: §samverkan", "K009", "ska vara en lista"),
    "amount with spaces": ("funding_sek: 4000000", "funding_sek: §4 000 000", "K009", "bara siffror"),
    "empty text": ("place: Alfa", 'place: §" "', "K010", "texten är tom"),
    "no value after the key": ("place: Alfa", "place:§", "K010", '"place" är tomt'),
    "`no` for text": ("place: Alfa", "place: §no", "K011", 'Sätt citattecken om det: "no"'),
    "unknown method": ("method: idecoach", "method: §idecoash", "K012", 'Menade du "idecoach"?'),
    "code without quotation marks": ('municipality: "2281"', "municipality: §0123", "K013", '"0123"'),
    "number for text": ("place: Alfa", "place: §1989", "K013", "är ett tal"),
    "impossible date": ("end: 2020-06}", "end: §2019-02-31}", "K014", "inget datum"),
    "end before start": ("end: 2020-06}", "end: §2015-01}", "K015", "före starten"),
    "too long": ("place: Alfa", f"place: §{'Alfa' * 30}", "K016", "högst 90"),
    "too short": ("text: Exempel visades i ett nyhetsbrev.", "text: §Kort.", "K017", "minst 12"),
    "HTML": ("text: Exempel visades", "text: §Exempel <b>visades</b>", "K018", "<b>"),
    "Markdown link": ("text: Exempel visades", "text: §Se [här](https://a.se) visades", "K018", "Markdown"),
    "Markdown emphasis": ("text: Exempel visades", "text: §Exempel *visades* väl", "K018", "ren text"),
    "template": ("text: Exempel visades", 'text: §"Exempel {{ visades }} väl"\n    #', "K018", "{{"),
    "invalid web address": ('url: "https://example.org/en/alfa/"', "url: §javascript:alert(1)", "K019", "webbadress"),
    "tracking": (
        'url: "https://example.org/en/alfa/"', 'url: §"https://example.org/en/alfa/?id=7&utm_source=brev"',
        "K020", "https://example.org/en/alfa/?id=7",
    ),
    "unknown choice": ("form: single", "form: §singel", "K021", 'Menade du "single"?'),
    "unknown factor": ("factor: egen-bemanning", "factor: §egen-bemaning", "K022", 'Menade du "egen-bemanning"?'),
    "unknown lesson": ("lesson: det-tar-tid", "lesson: §det-tar-tidd", "K023", 'Menade du "det-tar-tid"?'),
    "unknown tag": ("tags: [samverkan,", "tags: [§samverka,", "K024", 'Menade du "samverkan"?'),
    "unknown municipality": ('municipality: "2281"', 'municipality: §"2289"', "K025", "Menade du"),
    "name for municipality code": ('municipality: "2281"', 'municipality: §"Sundsvall"', "K025", "fyra siffror"),
    "source not declared": ("sources: [forskning]", "sources: [§forskninng]", "K026", 'Menade du "forskning"?'),
    "source not cited": ("sources:\n  a-slut:", ("sources:\n  §a-ny: {title: Ny sida, publisher: X AB, url: "
                         '"https://example.org/ny", kind: news, read: 2026-11}\n  a-slut:'), "K027", "används inte"),
    "same address": (
        'url: "https://example.org/alfa/", kind: self_reported, version: Pågående',
        'url: §"https://example.org/alfa/", kind: self_reported, version: Avslutat', "K028", 'i källan "a-slut"',
    ),
    "missing stage": ("- method: idecoach\n    stage: done\n", "- §method: idecoach\n", "K008", "planned (Planerat)"),
    "unknown stage": ("stage: done", "stage: §klart", "K021", "done, planned, prestudy, view"),
    "unknown tag of a statement": (
        "nyhetsbrev.\n", "nyhetsbrev.\n    tags: [§samverka]\n", "K024", 'Menade du "samverkan"?',
    ),
    "own reading": (
        "factor: egen-bemanning\n    stage: done\n    stance: supports\n    text: Följeforskaren menar",
        "factor: egen-bemanning\n    stage: done\n    stance: §supports\n    text: Det är vår läsning",
        "K056", 'Skriv "stance: describes"',
    ),
    "retired method": ("method: goda-exempel", "method: §gamla-exempel", "K030", 'Skriv "goda-exempel"'),
    "personal number": ("text: Exempel visades", "text: §Exempel 811218-9876 visades", "K034", "personnummer"),
    "e-mail address": ("text: Exempel visades", "text: §Exempel anna@example.org visades", "K035", "anna@example.org"),
    "telephone number": ("text: Exempel visades", "text: §Ring 0650-12 34 56 så visades", "K036", "0650-12 34 56"),
    "invisible character": ("place: Alfa", 'place: §"Al\u200bfa"', "K040", "U+200B"),
    "id with capitals": ("  a-en: {title", "  §A-EN: {title", "K041", "inget id"),
    "too deep": ("place: Alfa", "place: " + "[" * 11 + "§" + "[" * 3 + "]" * 14, "K042", "nivåer"),
    "negative amount": ("funding_sek: 4000000", "funding_sek: §-1", "K043", "minst 0"),
    "municipality code in other digits": ('municipality: "2281"', 'municipality: §"٢٢٨١"', "K025", "fyra siffror"),
    "date in other digits": ("end: 2020-06}", 'end: §"２０２０-06"}', "K014", "inget datum"),
    "date with a line break": ("end: 2020-06}", 'end: §"2020-06\\n"}', "K014", "inget datum"),
    "address with a name before the host": (
        'url: "https://example.org/en/alfa/"', 'url: §"https://vinnova.se@example.org/"', "K019", "webbadress",
    ),
    "tag character": ("place: Alfa", 'place: §"Al\\U000e0041fa"', "K040", "U+E0041"),
    "unknown escape": ("place: Alfa", 'place: "C:\\§Qalfa"', "K004", "bakstreck"),
    "lone surrogate": ("place: Alfa", 'place: "\\u§d800"', "K004", "går inte att läsa"),
    "code point out of range": ("place: Alfa", 'place: "\\U§00110000"', "K004", "går inte att läsa"),
    "number with too many digits": ("value: 172,", f"value: §{'9' * 400}.5,", "K009", "ett tal"),
    "statement without source": ("    sources: [forskning]", "    sources: §[]", "K044", "tom"),
    "source with the id of a shared one": ("sources:\n  a-slut:", "sources:\n  §forskning:", "K032", "finns redan"),
    "neither municipality nor organisation": ("{organisation: Exempel AB}", "§{unit: Exempel AB}", "K045", "antingen"),
}  # fmt: skip

IN_THE_CATALOGUE = {
    "unknown related record": ("methods", "related: [egen-bemanning", "related: [§egen-bemaning", "K029", "Menade du"),
    "unknown phase": ("lessons", "phases: [besluta]", "phases: [§beslutta]", "K029", 'Menade du "besluta"?'),
    "unknown area": ("lessons", "area: ledning", "area: §leding", "K029", 'Menade du "ledning"?'),
    "retired related record": ("methods", "related: [egen-bemanning", "related: [§gamla-exempel", "K030", "är ersatt"),
    "circular replacement": (
        "methods",
        "replaced_by: goda-exempel",
        "replaced_by: §gamla-exempel",
        "K031",
        "sig själv",
    ),
    "same id": ("methods", "- id: goda-exempel", "- id: §idecoach", "K032", "finns redan"),
    "reserved id": ("methods", "- id: goda-exempel", "- id: §index", "K041", "sidan med listan"),
    "same id in a folder": ("roles", "- id: forvaltningschef", "- id: §besluta", "K032", "finns redan"),
    "same name": ("success_factors", "name: Egen bemanning", "name: §Goda exempel", "K033", "finns redan"),
    "unknown replacement": ("methods", "replaced_by: goda-exempel", "replaced_by: §goda-exempell", "K029", "Menade du"),
}


def problems_after(folder: Path, file: str, old: str, new: str) -> tuple[tuple[int, int] | None, tuple[Problem, ...]]:
    """Change a file, and return the line and column of the mark, and the problems in the file."""
    path = folder / file
    text = path.read_text("utf-8")
    assert old in text
    text = text.replace(old, new, 1)
    position = None
    if MARK in text:
        before = text[: text.index(MARK)]
        position = (before.count("\n") + 1, len(before) - before.rfind("\n"))
        text = text.replace(MARK, "")
    path.write_text(text, encoding="utf-8")
    return position, tuple(problem for problem in check(read(folder)) if problem.file.endswith(file))


def test_small_data_has_no_mistakes(small: Path) -> None:
    assert check(read(small)) == ()


@pytest.mark.parametrize(
    ("old", "new", "code", "words"),
    [pytest.param(*change, id=name) for name, change in IN_A_CASE.items()],
)
def test_mistake_in_a_case(small: Path, old: str, new: str, code: str, words: str) -> None:
    position, problems = problems_after(small, "alfa.yml", old, new)
    expected = [problem for problem in problems if problem.code == code]
    assert [(problem.line, problem.column) for problem in expected] == [position], [
        str(problem) for problem in problems
    ]
    assert words in str(expected[0])


def test_fact_without_source(small: Path) -> None:
    _, problems = problems_after(small, "alfa.yml", "  employees: {sources: [a-slut]}\n", "")
    assert [(problem.code, problem.line, problem.column) for problem in problems] == [("K039", 11, 1)]
    assert '"employees" saknar källa' in problems[0].message


def test_fact_with_empty_basis(small: Path) -> None:
    _, problems = problems_after(small, "alfa.yml", "  summary: {sources: [a-slut]}\n", "  summary:\n")
    assert [(problem.code, problem.line, problem.column) for problem in problems] == [("K039", 6, 1)]


def test_source_for_a_missing_fact(small: Path) -> None:
    _, problems = problems_after(small, "alfa.yml", "employees: 8000\n", "")
    assert [(problem.code, problem.column) for problem in problems] == [("K039", 3)]
    assert "inte är angivet" in problems[0].message


def test_missing_key_is_reported_at_the_block_that_lacks_it(small: Path) -> None:
    _, problems = problems_after(small, "alfa.yml", "place: Alfa\n", "")
    assert [(problem.code, problem.line, problem.column) for problem in problems] == [("K008", 2, 1)]
    assert 'Lägg till "place: …" (plats)' in problems[0].hint


@pytest.mark.parametrize(
    ("kind", "old", "new", "code", "words"),
    [pytest.param(*change, id=name) for name, change in IN_THE_CATALOGUE.items()],
)
def test_mistake_in_the_catalogue(small: Path, kind: str, old: str, new: str, code: str, words: str) -> None:
    position, problems = problems_after(small, f"catalogue/{kind}.yml", old, new)
    expected = [problem for problem in problems if problem.code == code]
    assert [(problem.line, problem.column) for problem in expected] == [position], [
        str(problem) for problem in problems
    ]
    assert words in str(expected[0])


def test_circular_replacements_are_all_reported(small: Path) -> None:
    path = small / "catalogue" / "methods.yml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("  name: Goda", "  replaced_by: gamla-exempel\n  name: Goda"), encoding="utf-8")
    assert [problem.code for problem in check(read(small)) if problem.file.endswith("methods.yml")] == ["K031", "K031"]


def test_two_cases_with_sources_of_the_same_id(small: Path) -> None:
    path = small / "overby.yml"
    path.write_text(path.read_text("utf-8").replace("o-tidning", "a-slut"), encoding="utf-8")
    (problem,) = check(read(small))
    assert (problem.code, problem.column) == ("K032", 3)
    assert problem.file.endswith("overby.yml")
    assert "alfa.yml:" in problem.message
    assert '"overby-a-slut"' in problem.hint


def test_case_without_a_lesson(small: Path) -> None:
    path = small / "overby.yml"
    text = path.read_text("utf-8")
    start, end = text.index("lessons:"), text.index("aftermath:")
    path.write_text(text[:start] + text[end:], encoding="utf-8")
    assert [(problem.code, problem.line, problem.column) for problem in check(read(small))] == [("K038", 2, 1)]


def test_file_that_is_not_utf8(small: Path) -> None:
    (small / "overby.yml").write_bytes("title: Överby\nplace: Ö".encode() + b"rebro" + b"\xf6\n")
    problems = check(read(small))
    assert [(problem.code, problem.line, problem.column) for problem in problems] == [("K001", 2, 14)]
    assert "UTF-8" in problems[0].hint


def test_file_over_the_size_limit(small: Path) -> None:
    (small / "overby.yml").write_text("# " + "x" * 262_143, encoding="utf-8")
    assert [(problem.code, problem.line) for problem in check(read(small))] == [("K002", 1)]


@pytest.mark.parametrize("name", ["Överby stad.yml", "overby.yaml", "overby_stad.yml", "overby\n.yml"])
def test_file_name_that_is_not_a_valid_id(small: Path, name: str) -> None:
    (small / "overby.yml").rename(small / name)
    problems = check(read(small))
    assert [(problem.code, problem.line, problem.column) for problem in problems] == [("K037", 1, 1)]
    assert "Döp om den till overby" in problems[0].hint


def test_case_with_the_address_of_the_list(small: Path) -> None:
    (small / "overby.yml").rename(small / "index.yml")
    assert [(problem.code, problem.line) for problem in check(read(small))] == [("K041", 1)]


def test_missing_file(small: Path) -> None:
    (small / "catalogue" / "tags.yml").unlink()
    assert "K046" in {problem.code for problem in check(read(small))}


def test_amounts_diary_numbers_and_years_are_not_personal_data(small: Path) -> None:
    text = "Bidraget 4 000 000 kronor, diarienummer 2016-04023, åren 2016–2020, SOSFS 2011:9, 22 500 medarbetare."
    position, problems = problems_after(small, "alfa.yml", "Exempel visades i ett nyhetsbrev.", f'"{text}"')
    assert (position, problems) == (None, ())


def test_two_mistakes_are_reported_at_once_and_in_order(small: Path) -> None:
    path = small / "alfa.yml"
    text = path.read_text("utf-8").replace("form: single", "form: fel").replace("method: idecoach", "method: okänd")
    path.write_text(text, encoding="utf-8")
    assert [problem.code for problem in check(read(small))] == ["K021", "K012"]
