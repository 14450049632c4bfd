"""The text of the issue names each finding, its place and what to do, and contains no untrusted markup."""

from __future__ import annotations

import re
from datetime import date

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from scripts.commands.upkeep.cited_urls import CitedAddress, Location, cited_addresses
from scripts.commands.upkeep.link_report import Answer, normal
from scripts.commands.upkeep.report import as_code, as_issue, findings
from scripts.commands.upkeep.stale_records import Unchanged
from scripts.loading.dataset import read
from scripts.settings import Settings
from tests.commands.upkeep.conftest import recorded
from tests.conftest import SMALL

REPOSITORY = Settings(repository_url="https://example.org/kod")
OLD = Unchanged(date(2020, 5, 4), "idecoach", Location("cases/catalogue/methods.yml", 12))


def issue(report: str, old: tuple[Unchanged, ...] = (), settings: Settings = REPOSITORY) -> str:
    """Return the text of the issue for a recorded report."""
    return as_issue(findings(cited_addresses(read(SMALL)), recorded(report), old, 3), settings)


def as_shown(text: str) -> html.HtmlElement:
    """Render Markdown to HTML."""
    return html.document_fromstring(markdown.markdown(text))


def test_without_findings_the_text_is_empty() -> None:
    assert issue("all_well") == ""


def test_a_dead_address_is_shown_with_its_place_and_advice() -> None:
    text = issue("dead")
    gone = text[text.index("## Sidor som inte finns kvar") : text.index("## Sidor som inte svarade")]
    assert "`https://example.org/alfa/`" in gone
    assert "Sidan finns inte (404)" in gone
    assert re.search(
        r"Adressen står i \[`tests/data/small/alfa\.yml rad \d+`\]\(https://example\.org/kod/edit/main/", gone
    )
    assert re.search(r"Källan används i \[`tests/data/small/alfa\.yml rad 18`\]\(\S+#L18\), \[`19`\]\(\S+#L19\)", gone)
    assert "https://web.archive.org/web/*/https://example.org/alfa/" in gone
    assert "byt `url` på raden" in gone


def test_a_server_that_did_not_answer_should_be_tried_first() -> None:
    text = issue("dead")
    unsure = text[text.index("## Sidor som inte svarade") :]
    assert "Öppna adressen i en webbläsare" in unsure
    assert "Servern gick inte att nå: `Network error: error sending request: dns error`" in unsure
    assert "Servern svarade inte i tid" in unsure


def test_a_stale_record_is_shown_with_its_day_and_place() -> None:
    text = issue("all_well", (OLD,))
    assert "## Oförändrat i tre år eller mer" in text
    assert "- `idecoach` i [`cases/catalogue/methods.yml rad 12`](" in text
    assert "senast ändrad 4\u00a0maj\u00a02020" in text


def test_without_a_repository_places_are_not_links() -> None:
    assert "](https://example.org/kod" not in issue("dead", (OLD,), Settings())
    assert "`cases/catalogue/methods.yml rad 12`" in issue("dead", (OLD,), Settings())


def test_a_hostile_report_adds_neither_addresses_nor_markup() -> None:
    text = issue("hostile")
    shown = as_shown(text)
    hosts = {re.sub(r"^https://([^/]+)/.*", r"\1", link) for link in shown.xpath("//a/@href")}
    assert hosts == {"example.org", "web.archive.org", "universitet.example.org", "tidning.example.org"}
    assert "ond.example/@alla" not in text
    assert [heading.text for heading in shown.xpath("//h1 | //h2")] == [
        "Sidor som inte finns kvar", "Sidor som inte svarade",
    ]  # fmt: skip
    assert shown.xpath("//img | //script | //table") == []
    for code in shown.xpath("//code"):
        code.drop_tree()
    assert not re.search(r"@|#\d|\[klicka", shown.text_content())


def test_a_hostile_message_is_one_short_line_of_code() -> None:
    (line,) = (line for line in issue("hostile").splitlines() if "Stort" in line)
    assert len(line) < 220
    assert line.count("`") == 2
    assert line.isprintable()


@given(st.text())
def test_any_text_as_code_stays_code(text: str) -> None:
    shown = as_code(text)
    assert re.fullmatch(r"`[^`\n\r]+`", shown)
    assert shown.isprintable()
    assert len(shown) <= 162
    assert as_shown(f"- {shown}").xpath("//li/*[not(self::code)] | //li/code/*") == []


@pytest.mark.parametrize("code", [404, 403])
def test_any_number_of_findings_fits_in_an_issue(code: int) -> None:
    locations = tuple(Location("cases/en-sluss-med-ett-langt-namn.yml", line) for line in range(40))
    cited = [
        CitedAddress(f"https://example.org/{'ö' * 300}/{n}", f"k-{n}", locations[0], locations) for n in range(300)
    ]
    answers = {normal(item.address): Answer(code, "") for item in cited}
    text = as_issue(findings(cited, answers, [OLD] * 5000, 3), REPOSITORY)
    assert len(text) < 65_536
    assert text.count("till, som kommer fram när de här är åtgärdade") == 2
    assert "och 28 rader till" in text


def test_nothing_that_fits_is_left_out() -> None:
    text = issue("all_well", (OLD,) * 50)
    assert text.count("- `idecoach`") == 50
    assert "som kommer fram" not in text
