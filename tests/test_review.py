"""The summary of a pull request: kind, complete, and dead to whatever a stranger writes."""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from collections.abc import Collection
from pathlib import Path

import cmarkgfm  # type: ignore[import-untyped]
import pytest
from cmarkgfm.cmark import Options  # type: ignore[import-untyped]
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from scripts.__main__ import main
from scripts.checks import check
from scripts.library import build_library, claims
from scripts.reading.files import read
from scripts.review.event import EventError, PullRequest, pull_request
from scripts.review.plain import plain
from scripts.review.summary import LARGEST, Preview, as_fits, summary
from scripts.review.text import LONGEST, MOST_PROBLEMS
from scripts.settings import ROOT, Settings
from scripts.whole import whole
from tests.conftest import SMALL, change, git
from tests.test_robustness import broken_case

EVENTS = ROOT / "tests" / "data" / "events"
HERE = Settings(site_url="https://example.org/ideslussar")

TAGS = frozenset({
    "a", "code", "details", "div", "em", "h2", "h3", "h4", "h5", "h6", "li", "ol", "p", "strong", "summary", "sup",
    "table", "tbody", "td", "th", "thead", "tr", "ul",
})  # fmt: skip
"""What our own templates make."""

LIVE = re.compile(
    r"(?<!\w)@\w|\w@\w|#\w|https?://|ftp://|mailto:\w|www\.|\bgh-\d|:[\w+-]+:|::|\b(?=\d*[a-f])[0-9a-f]{7,40}\b",
    re.IGNORECASE,
)
"""What GitHub makes something of in text."""

HOSTILE = (
    "@anna och @exempel/grupp",
    "Se #12, GH-12, exempel/kod#12 och GHSA-1234-abcd",
    "https://example.net/x, www.example.net, anna@example.net och mailto:anna@example.net",
    "::error file=a.yml::Trasigt",
    "##[error]Trasigt",
    "</summary></details><script>alert(1)</script><img src=x onerror=alert(1)>",
    "[klicka](https://example.net) ![bild](https://example.net/x.png) <https://example.net>",
    "`kod` ~~struket~~ **fet** $x^2$ $$y$$ | cell | [^1] [1]: https://example.net :tada:",
    "3f1c9a7be05d42868b6f3e2ad94c1075e8b2d6f4 och abcdef1",
    "# Rubrik\n\n- [x] Godkänt\n\n> [!NOTE]\n> Läs\n\n```mermaid\ngraph\n```",
    "\ud800",
    "\u202egnirts \u200b\x1b[31m",
)


def shown(text: str) -> html.HtmlElement:
    """The summary as GitHub's own Markdown makes it."""
    page = cmarkgfm.github_flavored_markdown_to_html(text, options=Options.CMARK_OPT_UNSAFE)
    return html.fragment_fromstring(page, create_parent="div")


def assert_dead(root: html.HtmlElement, sources: Collection[str] = ()) -> None:
    """Nothing does anything, but links to sources and to the site."""
    for element in root.iterdescendants():
        assert element.tag in TAGS, element.tag
        assert set(element.keys()) <= {"href"}, element.items()
    for link in root.iter("a"):
        address = link.get("href", "")
        assert address in sources or re.match(r"https://([a-z]+\.)?example\.org/", address), address
    text = " ".join(root.xpath(".//text()[not(ancestor::code)]"))
    assert not LIVE.search(text), LIVE.findall(text)


def words(root: html.HtmlElement) -> str:
    """What a person reads."""
    return " ".join(root.text_content().replace("\u2060", "").split())


def tell(before: Path, now: Path, site: Settings = HERE) -> str:
    dataset = read(now)
    return summary(read(before), dataset, check(dataset), site)


def recorded(name: str, folder: Path) -> str:
    """A recorded event, about the commit that a repository stands at."""
    event = json.loads((EVENTS / f"{name}.json").read_text("utf-8"))
    event["pull_request"]["base"]["sha"] = git(folder, "rev-parse", "HEAD")
    (folder.parent / "event.json").write_text(json.dumps(event), encoding="utf-8")
    return "event.json"


def add_nyby(cases: Path) -> None:
    """Add a case that speaks for what another did alone, and cites a new study."""
    text = (cases / "overby.yml").read_text("utf-8").replace("o-tidning", "n-studie").replace("Överby", "Nyby")
    text = text.replace("kind: news", "kind: independent").replace("tidning.example.org", "nyby.example.org")
    text = text.replace("lades ned", "prövade").replace("method: idecoach", "method: goda-exempel")
    (cases / "nyby.yml").write_text(text, encoding="utf-8")


def review(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["review", "--cases", "cases", *arguments]) == 0
    out, err = capsys.readouterr()
    assert not err
    return out


def test_a_first_contribution_is_greeted_and_told_what_happens_next(
    committed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add_nyby(committed)
    out = review(capsys, "--event", recorded("first_timer", committed))
    assert out.startswith("## Välkommen, och tack för ditt bidrag!\n")
    assert "Så går det vidare" in out
    assert "## Inga problem" in out
    assert "- En ny sluss: Idésluss Nyby\n" in out
    assert "<summary>Idésluss Nyby</summary>" in out
    assert_dead(shown(out))


def test_who_has_contributed_before_is_not_greeted(committed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(committed / "alfa.yml", "value: 172", "value: 170")
    out = review(capsys, "--event", recorded("ordinary", committed))
    assert out.startswith("## Inga problem\n")
    assert "- En ändrad sluss: Idésluss Alfa\n" in out
    assert "**170** uppslag" in out


def test_what_a_stranger_wrote_in_the_event_changes_nothing(
    committed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add_nyby(committed)
    before = sorted(path.name for path in Path().iterdir())
    kind = review(capsys, "--event", recorded("first_timer", committed))
    assert review(capsys, "--event", recorded("hostile_words", committed)) == kind
    assert sorted(path.name for path in Path().iterdir()) == sorted([*before, "event.json"])


@pytest.mark.parametrize("name", ["hostile_sha", "hostile_option"])
def test_an_event_without_a_hash_is_refused(name: str, committed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", "--cases", str(committed), "--event", str(EVENTS / f"{name}.json")]) == 2
    out, err = capsys.readouterr()
    assert (out, err) == ("", "pull_request.base.sha i händelsen ska vara 40 tecken, 0–9 och a–f\n")
    assert sorted(path.name for path in Path().iterdir()) == [".git", "cases"]


def test_a_commit_that_is_not_here_is_wrong_usage(committed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", "--cases", str(committed), "--event", str(EVENTS / "first_timer.json")]) == 2
    out, err = capsys.readouterr()
    assert not out
    assert "finns inte här. Hämta den med git fetch" in err


def test_an_event_that_is_not_there_is_wrong_usage(committed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", "--cases", str(committed), "--event", "finns-inte.json"]) == 2
    assert "finns inte eller går inte att läsa" in capsys.readouterr().err


@pytest.mark.parametrize(
    "text",
    [
        "", "{", "[]", "null", "7", '"pull_request"', "{}", '{"pull_request": []}',
        '{"pull_request": {"base": "main"}}', '{"pull_request": {"base": {"sha": 7}}}',
        '{"pull_request": {"base": {"sha": "3F1C"}}}', "[" * 100_000,
        json.dumps({"pull_request": {"base": {"sha": f"{'a' * 40}\n"}}}),
        json.dumps({"pull_request": {"base": {"sha": "٣" * 40}}}),
    ],
)  # fmt: skip
def test_any_other_event_is_refused(text: str) -> None:
    with pytest.raises(EventError, match="händelsen"):
        pull_request(text)


@pytest.mark.parametrize(
    ("association", "newcomer"),
    [("FIRST_TIMER", True), ("FIRST_TIME_CONTRIBUTOR", True), ("NONE", True), ("MEMBER", False), (["NONE"], False)],
)
def test_a_newcomer_is_known_by_how_github_says_it(association: object, newcomer: bool) -> None:
    event = {"pull_request": {"base": {"sha": "a" * 40}, "author_association": association}}
    assert pull_request(json.dumps(event)) == PullRequest("a" * 40, newcomer)


def test_without_an_event_the_latest_commit_is_what_a_change_starts_from(
    committed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "har ändrats" in review(capsys)
    (committed / "overby.yml").unlink()
    assert "- En borttagen sluss: Idésluss Överby\n" in review(capsys)


def test_a_version_on_the_command_line_goes_before_that_of_the_event(
    committed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add_nyby(committed)
    git(committed, "add", ".")
    git(committed, "commit", "--quiet", "--message", "Nyby")
    event = recorded("ordinary", committed)
    assert "En ny sluss" not in review(capsys, "--event", event)
    assert "En ny sluss" in review(capsys, "--event", event, "--since", "HEAD~1")


def test_an_address_that_has_gone_is_among_the_problems(committed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(committed / "catalogue" / "roles.yml", "- id: forvaltningschef", "- id: forvaltningschefen")
    out = words(shown(review(capsys)))
    assert 'Lägg till "- {old: vagledning/forvaltningschef, new: vagledning/forvaltningschefen}"' in out


def test_what_changes_is_told_in_numbers(small: Path) -> None:
    add_nyby(small)
    moved = "- {old: slussar/nya-byn, new: slussar/nyby}\n"
    (small / "catalogue" / "redirects.yml").write_text(moved, encoding="utf-8")
    lines = tell(SMALL, small).splitlines()
    assert (
        "- Fyra kopplingar tillkommer: 1 till metoder, 1 till framgångsfaktorer, 1 till lärdomar och 1 till taggar"
        in lines
    )
    assert "- En ny källa: 1 oberoende" in lines
    assert "- Goda exempel (metod): från ”ett exempel” till ”flera exempel och oberoende källa”" in lines
    assert "- slussar/nya-byn → slussar/nyby" in lines


def test_links_that_disappear_are_counted(small: Path) -> None:
    change(small / "overby.yml", "tags: [samverkan]", "tags: [aldreomsorg]")
    lines = tell(SMALL, small).splitlines()
    assert "- En koppling tillkommer: 1 till taggar" in lines
    assert "- En koppling försvinner: 1 till taggar" in lines


def test_a_problem_is_told_with_file_line_and_what_to_write(small: Path) -> None:
    change(small / "alfa.yml", "method: idecoach", "method: idecoash")
    root = shown(tell(SMALL, small))
    assert root.findtext(".//h2") == "Ett problem att rätta"
    (row,) = root.xpath(".//table[1]/tbody/tr[td[2]='41']")
    file, line, message, hint = (words(cell) for cell in row)
    assert file.endswith("alfa.yml")
    assert line == "41"
    assert message == 'Metoden "idecoash" finns inte i katalogen'
    assert hint == 'Menade du "idecoach"?'


def test_of_hundreds_of_problems_the_first_are_shown_and_a_way_to_see_all(small: Path) -> None:
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


def test_what_refers_to_nothing_is_all_that_a_page_goes_without(small: Path) -> None:
    change(small / "alfa.yml", "method: idecoach", "method: idecoash")
    change(small / "alfa.yml", "tags: [samverkan, ", "tags: [samverka, ")
    change(small / "alfa.yml", "  way_in: {sources: [a-slut]}", "  way_in: {sources: [a-slutt]}")
    out = words(shown(tell(SMALL, small)))
    assert "Exempel visades i ett nyhetsbrev." in out
    assert "Taggar: Äldreomsorg" in out
    assert "Vägen in för idéer: Öppen för alla anställda." in out
    assert "Två coacher tog emot" not in out


def test_a_summary_without_sources_is_shown_without_them(small: Path) -> None:
    change(small / "alfa.yml", "  summary: {sources: [a-slut]}\n", "")
    assert "En påhittad sluss som finns för att pröva sidorna" in tell(SMALL, small)


def test_a_case_that_cannot_be_read_is_named(small: Path) -> None:
    change(small / "alfa.yml", "title: Idésluss Alfa", "title: [")
    out = words(shown(tell(SMALL, small)))
    assert "Sidan går att visa när problemen i filen är rättade." in out


def test_personal_data_is_not_shown_once_more(small: Path) -> None:
    change(small / "alfa.yml", "text: Exempel visades", "text: Ring 0650-12 34 56 så visades exemplen")
    assert "så visades exemplen" not in tell(SMALL, small)


def test_a_mistake_in_the_catalogue_hides_only_what_needs_it(small: Path) -> None:
    change(small / "alfa.yml", "value: 172", "value: 170")
    change(small / "catalogue" / "methods.yml", "name: Idécoacher", "namn: Idécoacher")
    out = words(shown(tell(SMALL, small)))
    assert "Exempel visades i ett nyhetsbrev." in out
    assert "Två coacher tog emot" not in out


@pytest.mark.parametrize("side", ["before", "now"])
def test_without_a_register_of_municipalities_the_rest_is_told(side: str, small: Path) -> None:
    (small / "municipalities.csv").unlink()
    change(small / "alfa.yml", "value: 172", "value: 170")
    out = tell(small, SMALL) if side == "before" else tell(SMALL, small)
    assert "En ändrad sluss: Idésluss Alfa" in out
    assert "Jämförelsen gäller den del som går att läsa" in out


def test_a_preview_holds_nothing_that_a_summary_cannot_show(small: Path, tmp_path: Path) -> None:
    out = tell(tmp_path / "inget", small)
    body = out.partition("## Så blir sidorna")[2]
    assert not re.search(r"^---$|\{ ?#|<svg|<nav|<button|id=|class=|markdown=", body, re.MULTILINE)
    assert "En påhittad sluss som finns för att pröva sidorna" in body
    assert "fanns ingen gemensam väg in för idéer.<sup>[2]</sup>" in body
    assert "[universitet.example.org](<https://universitet.example.org/studie>)" in body


def test_links_between_pages_lead_to_the_site_where_its_address_is_known(small: Path, tmp_path: Path) -> None:
    published = {link.get("href") for link in shown(tell(tmp_path / "inget", small)).iter("a")}
    assert "https://example.org/ideslussar/metoder/idecoach/" in published
    assert "https://example.org/ideslussar/slussar/overby/#metod-idecoach" in published
    local = shown(tell(tmp_path / "inget", small, Settings()))
    assert not any("ideslussar" in link.get("href", "") for link in local.iter("a"))
    assert "Idécoacher" in words(local)


def test_every_statement_of_the_real_data_is_shown_as_text(tmp_path: Path) -> None:
    dataset = read(ROOT / "cases")
    root = shown(tell(tmp_path / "inget", ROOT / "cases"))
    assert_dead(root, {source.url for source in build_library(dataset).sources.values()})
    text = "".join(words(root).split())
    for case in dataset.cases:
        assert case.content is not None
        for claim in claims(case.content):
            assert "".join(claim.text.split()) in re.sub(r"\[\d+\]", "", text), claim.text


def test_a_summary_has_room_to_say_what_was_left_out() -> None:
    pages = [Preview(f"Sluss {number}", "ö" * 200_000) for number in range(4)]
    blocks = list(as_fits(pages, LARGEST))
    assert [block.partition("\n")[0] for block in blocks[:3]] == ["## Så blir sidorna", "<details>", "<details>"]
    assert "Utelämnat: sidan för Sluss 2 och Sluss 3." in blocks[-1]
    assert sum(len(block.encode()) for block in blocks) < LARGEST


def test_the_largest_of_changes_is_within_the_limit(small: Path) -> None:
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


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_in_the_data_is_more_than_text(text: str, small: Path, tmp_path: Path) -> None:
    quoted = json.dumps(text)
    change(small / "alfa.yml", "title: Idésluss Alfa", f"title: {quoted}")
    change(small / "alfa.yml", "method: idecoach", f"method: {quoted}")
    change(small / "alfa.yml", "text: Exempel visades i ett nyhetsbrev.", f"text: {quoted}")
    change(small / "overby.yml", "status: discontinued", f"{quoted}: x\nstatus: discontinued")
    for out in (tell(SMALL, small), tell(tmp_path / "inget", small), tell(small, SMALL)):
        assert_dead(shown(out))
        assert not re.search(r"^\s*::|##\[", out, re.MULTILINE)
        assert not re.search("[\x00-\x08\x0b-\x1f\u200b-\u200f\u202a-\u202e]", out)


def test_a_file_name_is_only_text(small: Path) -> None:
    shutil.copy(small / "overby.yml", small / "@anna #12 <img src=x> |.yml")
    assert_dead(shown(tell(SMALL, small)))


@pytest.mark.parametrize("text", HOSTILE)
def test_text_from_elsewhere_is_written_as_text(text: str) -> None:
    assert_dead(shown(plain(text)))


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("@#:/.wW-`|*_<>&[]()!$ \n1a")), max_size=80))
def test_any_text_stands_for_itself(text: str) -> None:
    root = shown(f"Före {plain(text)} efter\n\n- {plain(text)}\n\n| a |\n| --- |\n| {plain(text)} |\n")
    assert_dead(root)
    assert "\n" not in plain(text)


def test_a_long_text_is_cut() -> None:
    assert plain("å" * 500, LONGEST) == f"{'å' * LONGEST}…"


@settings(max_examples=30, deadline=None)
@given(broken_case)
def test_any_mistake_ends_in_a_summary(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        now = Path(shutil.copytree(SMALL, Path(folder) / "cases"))
        (now / "alfa.yml").write_bytes(text.encode("utf-8", "replace"))
        assert_dead(shown(tell(SMALL, now)))
        assert_dead(shown(tell(now, SMALL)))


@pytest.mark.parametrize("name", ["methods", "success_factors", "lessons", "tags", "phases", "areas", "sources"])
def test_a_catalogue_without_one_of_its_files_ends_in_a_summary(name: str, small: Path) -> None:
    (small / "catalogue" / f"{name}.yml").unlink()
    change(small / "alfa.yml", "value: 172", "value: 170")
    assert "En ändrad sluss: Idésluss Alfa" in tell(SMALL, small)


def test_the_data_with_everything_wrong_ends_in_a_summary(tmp_path: Path) -> None:
    assert_dead(shown(tell(tmp_path / "inget", ROOT / "tests" / "data" / "everything_wrong")))


def test_data_without_problems_is_whole() -> None:
    dataset = read(SMALL)
    assert whole(dataset) is dataset
