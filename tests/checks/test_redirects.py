"""Addresses last: a moved page redirects to its new address, without server configuration."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.build.pipeline import pages_of
from scripts.checks import check
from scripts.diagnostics import Code
from scripts.library.context import Site
from scripts.library.linking import build_library
from scripts.library.urls import FOLDERS, addresses, follow, redirects, unread_addresses
from scripts.loading.dataset import read
from scripts.settings import Settings
from scripts.site.page import Page
from scripts.site.pages import all_pages
from scripts.site.pages.explore import PATH
from tests.conftest import FULL, PUBLISHED, SMALL, change

MARK = "§"


def move(folder: Path, *lines: str) -> None:
    """Write the redirects file, one redirect per line."""
    text = "".join(f"- {{{line}}}\n" for line in lines)
    (folder / "catalogue" / "redirects.yml").write_text(text, encoding="utf-8")


def pages(folder: Path) -> dict[str, Page]:
    site = Site(build_library(read(folder)), PUBLISHED)
    return {page.path: page for page in all_pages(site)}


@pytest.mark.parametrize("folder", [SMALL, FULL], ids=["small", "full"])
def test_the_addresses_are_those_of_the_pages(folder: Path) -> None:
    dataset = read(folder)
    page_paths = {path.removesuffix("/index.md") for path in pages(folder) if path.split("/")[0] in FOLDERS.values()}
    assert set(addresses(dataset)) | set(redirects(dataset)) == page_paths - set(FOLDERS.values())


def test_a_moved_address_has_a_page_that_redirects(small: Path) -> None:
    move(small, "old: slussar/gamla-alfa, new: slussar/alfa")
    text = pages_of(small, PUBLISHED)["slussar/gamla-alfa/index.md"]
    assert 'redirect: "../alfa/"\n' in text
    assert 'canonical: "https://example.org/ideslussar/slussar/alfa/"\n' in text
    assert "\n# Sidan har flyttat\n" in text
    assert '<a href="../alfa/">Idésluss Alfa</a>' in text


def test_a_page_may_move_to_another_kind(small: Path) -> None:
    move(small, "old: lardomar/coacher, new: metoder/idecoach")
    assert 'redirect: "../../metoder/idecoach/"\n' in pages_of(small, Settings())["lardomar/coacher/index.md"]


def test_without_the_address_of_the_site_there_is_no_canonical_address(small: Path) -> None:
    move(small, "old: slussar/gamla-alfa, new: slussar/alfa")
    assert "canonical" not in pages_of(small, Settings())["slussar/gamla-alfa/index.md"]


def test_the_address_of_a_retired_record_redirects_to_its_replacement(small: Path) -> None:
    assert pages(small)["metoder/gamla-exempel/index.md"].redirect == "../goda-exempel/"


def test_a_retired_record_redirects_to_the_end_of_the_chain(small: Path) -> None:
    path = small / "catalogue" / "methods.yml"
    text = path.read_text("utf-8")
    older = text[text.index("- id: gamla-exempel") :].replace("gamla-", "aldsta-").replace("Gamla", "Äldsta")
    path.write_text(text + older.replace("replaced_by: goda-", "replaced_by: gamla-"), encoding="utf-8")
    assert check(read(small)) == ()
    assert pages(small)["metoder/aldsta-exempel/index.md"].redirect == "../goda-exempel/"


def test_a_record_may_be_replaced_by_one_of_another_kind(small: Path) -> None:
    change(small / "catalogue" / "methods.yml", "replaced_by: goda-exempel", "replaced_by: egen-bemanning")
    assert check(read(small)) == ()
    assert pages(small)["metoder/gamla-exempel/index.md"].redirect == "../../framgangsfaktorer/egen-bemanning/"


def test_records_of_different_kinds_may_not_replace_each_other_in_a_circle(small: Path) -> None:
    change(small / "catalogue" / "methods.yml", "replaced_by: goda-exempel", "replaced_by: egen-bemanning")
    factors = small / "catalogue" / "success_factors.yml"
    change(factors, "name: Egen bemanning", "name: Egen bemanning\n  replaced_by: gamla-exempel")
    circular = {problem.file for problem in check(read(small)) if problem.code is Code.CIRCULAR_REPLACEMENT}
    assert {Path(file).stem for file in circular} == {"methods", "success_factors"}


def test_a_redirect_may_point_to_another_and_to_a_retired_record(small: Path) -> None:
    move(small, "old: metoder/forst, new: metoder/sedan", "old: metoder/sedan, new: metoder/gamla-exempel")
    assert check(read(small)) == ()
    assert pages(small)["metoder/forst/index.md"].redirect == "../goda-exempel/"


def test_a_moved_page_is_not_in_search_or_lists(small: Path) -> None:
    move(small, "old: slussar/gamla-alfa, new: slussar/alfa")
    page_by_path = pages(small)
    assert not page_by_path["slussar/gamla-alfa/index.md"].searched
    texts = pages_of(small, PUBLISHED)
    assert PATH in texts
    assert [path for path, text in texts.items() if "gamla-alfa" in text] == ["slussar/gamla-alfa/index.md"]


def test_the_redirects_file_is_optional(small: Path) -> None:
    assert not (small / "catalogue" / "redirects.yml").exists()
    assert check(read(small)) == ()


MISTAKES = {
    "slashes around": ("old: §/slussar/forut/, new: slussar/alfa", "K048", 'Skriv "slussar/forut"'),
    "a whole address": ("old: slussar/forut, new: §'https://a.se/slussar/alfa/'", "K048", 'Skriv "slussar/alfa"'),
    "a file": ("old: §slussar/forut.md, new: slussar/alfa", "K048", 'Skriv "slussar/forut"'),
    "another folder": ("old: §sluss/forut, new: slussar/alfa", "K048", "slussar, metoder"),
    "a way out of the folder": ("old: §slussar/../../forut, new: slussar/alfa", "K048", "är ingen adress"),
    "the list of a folder": ("old: §slussar/index, new: slussar/alfa", "K048", "är ingen adress"),
    "to a page that does not exist": ("old: slussar/forut, new: §slussar/alfaa", "K049", 'Menade du "slussar/alfa"?'),
    "to an unused tag": ("old: slussar/forut, new: §taggar/okand", "K049", "ingen sida"),
    "from a page that exists": ("old: §slussar/overby, new: slussar/alfa", "K050", "är en sida som finns"),
    "to itself": ("old: slussar/forut, new: §slussar/forut", "K051", "ring"),
    "from a retired record": ("old: §metoder/gamla-exempel, new: metoder/idecoach", "K052", "replaced_by"),
    "a number": ("old: slussar/forut, new: §7", "K013", 'Sätt citattecken om det: "7"'),
}  # fmt: skip


@pytest.mark.parametrize(
    ("line", "code", "words"), [pytest.param(*example, id=name) for name, example in MISTAKES.items()]
)
def test_mistake_in_a_redirect(small: Path, line: str, code: str, words: str) -> None:
    column = f"- {{{line}".index(MARK) + 1
    move(small, line.replace(MARK, ""))
    problems = check(read(small))
    assert [(problem.code, problem.line, problem.column) for problem in problems] == [(code, 1, column)]
    assert words in str(problems[0])


def test_an_old_address_may_occur_only_once(small: Path) -> None:
    move(small, "old: slussar/forut, new: slussar/alfa", "old: slussar/forut, new: slussar/overby")
    assert [(problem.code, problem.line) for problem in check(read(small))] == [("K052", 2)]


def test_every_redirect_of_a_cycle_is_reported(small: Path) -> None:
    move(small, "old: slussar/ett, new: slussar/tva", "old: slussar/tva, new: slussar/ett")
    assert [(problem.code, problem.line) for problem in check(read(small))] == [("K051", 1), ("K051", 2)]


def test_a_chain_to_a_missing_page_is_reported_at_its_end(small: Path) -> None:
    move(small, "old: slussar/ett, new: slussar/tva", "old: slussar/tva, new: slussar/ingenting")
    assert [(problem.code, problem.line) for problem in check(read(small))] == [("K049", 2)]


def test_a_redirects_file_that_is_not_a_list_gets_a_hint_with_the_syntax(small: Path) -> None:
    (small / "catalogue" / "redirects.yml").write_text("old: slussar/forut\n", encoding="utf-8")
    (problem,) = check(read(small))
    assert problem.hint == 'Varje post börjar med "- old: …"'


def test_redirects_to_records_of_an_unreadable_file_are_not_reported(small: Path) -> None:
    move(small, "old: metoder/forut, new: metoder/idecoach")
    (small / "catalogue" / "methods.yml").write_text("- id: [", encoding="utf-8")
    problems = check(read(small))
    assert {"metoder", "taggar"} == unread_addresses(read(small))
    assert [problem for problem in problems if problem.file.endswith("redirects.yml")] == []


def test_following_a_cycle_ends() -> None:
    assert follow("a", {"a": "b", "b": "a"}) is None
    assert follow("a", {"a": "b", "b": "c"}) == "c"
    assert follow("a", {}) == "a"
