"""The built site, as a whole: every link leads somewhere, every page is found, every claim has its source."""

from __future__ import annotations

import copy
import itertools
import json
import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from lxml import etree, html

from scripts.git.last_modified import dates
from scripts.git.version import revision
from scripts.library.case_outline import claims
from scripts.library.context import FOLDERS
from scripts.library.library import Library
from scripts.settings import ROOT

pytestmark = pytest.mark.site

HOST = "https://example.org"
BASE = f"{HOST}/ideslussar/"

LOADED = {
    "script": "src", "img": "src", "iframe": "src", "source": "src", "video": "src", "audio": "src", "link": "href",
}  # fmt: skip
"""The elements that make a browser fetch something, and the attribute that says what."""


@pytest.fixture(scope="session")
def pages(site: Path) -> Mapping[str, html.HtmlElement]:
    """Every page of the site, by its address."""
    return {
        urljoin(BASE, path.relative_to(site).as_posix().removesuffix("index.html")): html.document_fromstring(
            path.read_text("utf-8")
        )
        for path in site.rglob("*.html")
    }


@pytest.fixture(scope="session")
def addresses(site: Path, pages: Mapping[str, html.HtmlElement]) -> frozenset[str]:
    """Everything that can be fetched from the site."""
    files = (path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    return frozenset([*pages, *(urljoin(BASE, path) for path in files)])


def links(address: str, page: html.HtmlElement) -> set[tuple[str, str]]:
    """The internal links of a page: address and fragment."""
    found = set()
    for anchor in page.xpath("//a[@href]"):
        target = urlsplit(urljoin(address, anchor.get("href")))
        if f"{target.scheme}://{target.netloc}" == HOST and target.path.startswith("/ideslussar/"):
            found.add((f"{HOST}{unquote(target.path)}", unquote(target.fragment)))
    return found


def test_every_internal_link_and_fragment_resolves(
    pages: Mapping[str, html.HtmlElement], addresses: frozenset[str]
) -> None:
    broken = []
    for address, page in pages.items():
        for target, fragment in links(address, page):
            if target not in addresses or (fragment and not pages[target].xpath("//*[@id=$id]", id=fragment)):
                broken.append((address, target, fragment))
    assert broken == []


def test_no_page_is_an_orphan(pages: Mapping[str, html.HtmlElement]) -> None:
    reached, waiting = set(), [BASE]
    while waiting:
        address = waiting.pop()
        if address not in reached:
            reached.add(address)
            waiting.extend(target for target, _ in links(address, pages[address]) if target in pages)
    moved = {address for address, page in pages.items() if page.xpath("//meta[@http-equiv='refresh']")}
    assert set(pages) - reached == {urljoin(BASE, "404.html"), *moved}


def test_the_sitemap_lists_every_page_that_has_not_moved(site: Path, pages: Mapping[str, html.HtmlElement]) -> None:
    listed = re.findall(r"<loc>(.*?)</loc>", (site / "sitemap.xml").read_text("utf-8"))
    moved = {address for address, page in pages.items() if page.xpath("//meta[@http-equiv='refresh']")}
    assert sorted(listed) == sorted(set(pages) - moved - {urljoin(BASE, "404.html")})


def test_titles_are_unique(pages: Mapping[str, html.HtmlElement]) -> None:
    titles = [page.findtext(".//title") for page in pages.values() if page.xpath("//meta[@name='description']")]
    assert len(set(titles)) == len(titles)


def test_every_page_has_one_heading_of_the_first_level_and_skips_none(pages: Mapping[str, html.HtmlElement]) -> None:
    for address, page in pages.items():
        levels = [
            int(heading.tag[1]) for heading in page.xpath("//article//*[self::h1 or self::h2 or self::h3 or self::h4]")
        ]
        assert levels.count(1) == 1, address
        assert levels[0] == 1, address
        assert all(deeper <= higher + 1 for higher, deeper in itertools.pairwise(levels)), address


def test_ids_are_unique_on_each_page(pages: Mapping[str, html.HtmlElement]) -> None:
    for address, page in pages.items():
        ids = page.xpath("//@id")
        assert len(set(ids)) == len(ids), address


def test_nothing_is_loaded_from_another_host(site: Path, pages: Mapping[str, html.HtmlElement]) -> None:
    for address, page in pages.items():
        for tag, attribute in LOADED.items():
            for element in page.xpath(f"//{tag}[@{attribute}]"):
                if element.get("rel") != "canonical":
                    assert urljoin(address, element.get(attribute)).startswith(BASE), address
        assert not page.xpath("//*[contains(@style, 'url(')]"), address
    for sheet in (site / "assets" / "css").glob("*.css"):
        assert "url(" not in sheet.read_text("utf-8")


def test_every_page_has_a_policy_that_allows_nothing_inline_and_needs_nothing_inline(
    pages: Mapping[str, html.HtmlElement],
) -> None:
    for address, page in pages.items():
        (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert policy.startswith("default-src 'none'; script-src 'self' "), address
        assert "unsafe-inline" not in policy, address
        # A block of data is not executed, so the policy has nothing to say of it.
        executed = "//script[not(@src) and not(@type='application/ld+json')]"
        assert page.xpath(f"{executed} | //style | //@style | //@*[starts-with(name(), 'on')]") == [], address


def test_scripts_wait_until_the_page_is_there(pages: Mapping[str, html.HtmlElement]) -> None:
    for address, page in pages.items():
        assert page.xpath("//script[@src and not(@type='module')]") == [], address


def test_the_footer_says_what_the_site_was_built_from(pages: Mapping[str, html.HtmlElement]) -> None:
    commit = revision(ROOT)["BUILD_COMMIT"]
    (link,) = pages[BASE].xpath("//p[@class='imprint']/a[contains(@href, '/commit/')]/@href")
    assert link == f"https://example.org/kod/ideslussar/commit/{commit}"


def test_the_footer_leads_to_the_statement_the_licence_and_how_to_reach_us(
    pages: Mapping[str, html.HtmlElement],
) -> None:
    for address, page in pages.items():
        found = {urljoin(address, link) for link in page.xpath("//footer//a/@href")}
        assert {urljoin(BASE, path) for path in ("tillganglighet/", "om/#licens", "bidra/")} <= found, address


def test_english_is_marked_as_english(library: Library, pages: Mapping[str, html.HtmlElement]) -> None:
    for entry in library.topic_by_id.values():
        page = pages[urljoin(BASE, f"{FOLDERS[entry.kind]}/{entry.id}/")]
        assert page.xpath("//dd[@lang='en']/text()") == [entry.record.name_en]
    english = {source.title for source in library.sources.values() if source.language.value == "en"}
    register = pages[urljoin(BASE, "kallor/")]
    shown = {cite.text_content() for cite in register.xpath("//cite[@lang='en']")}
    assert shown
    assert shown <= english


def test_nothing_is_published_that_no_page_asks_for(site: Path, pages: Mapping[str, html.HtmlElement]) -> None:
    asked = {
        urljoin(address, target).partition("#")[0]
        for address, page in pages.items()
        for target in page.xpath("//link/@href | //script/@src | //*[local-name()='use']/@href")
    }
    scripts = {urljoin(BASE, path.relative_to(site).as_posix()): path for path in (site / "assets").rglob("*.js")}
    for address, path in scripts.items():
        asked |= {urljoin(address, name) for name in re.findall(r'from "(.+)";', path.read_text("utf-8"))}
    files = {urljoin(BASE, path.relative_to(site).as_posix()) for path in (site / "assets").rglob("*.*")}
    assert files - asked == set()


def test_every_icon_that_a_page_shows_is_in_the_file(site: Path, pages: Mapping[str, html.HtmlElement]) -> None:
    icons = {symbol.get("id") for symbol in etree.parse(site / "icons.svg").getroot()}
    for address, page in pages.items():
        shown = {target.partition("#")[2] for target in page.xpath("//*[local-name()='use']/@href")}
        assert shown, address
        assert shown <= icons, address


def test_every_claim_of_a_case_has_a_source(library: Library, pages: Mapping[str, html.HtmlElement]) -> None:
    for entry in library.cases:
        page = pages[urljoin(BASE, f"slussar/{entry.id}/")]
        shown = page.xpath("//*[contains(@class, 'claim') and not(contains(@class, 'claims'))]")
        shown += page.xpath("//*[contains(@class, 'disagreement')]")
        assert len(shown) >= len({claim.text for claim in claims(entry.case)}) - len(entry.case.methods)
        for claim in [*shown, *page.xpath("//p[@class='lead']"), *page.xpath("//div[@class='fact']")]:
            assert claim.xpath(".//a[@class='cite']"), (entry.id, claim.text_content())


def test_every_statement_of_the_data_is_on_its_page(library: Library, pages: Mapping[str, html.HtmlElement]) -> None:
    for entry in library.cases:
        page = copy.deepcopy(pages[urljoin(BASE, f"slussar/{entry.id}/")])
        for citation in page.xpath("//a[@class='cite']"):
            citation.drop_tree()
        text = "".join(page.text_content().replace("\u2060", "").split())
        for statement in [*(claim.text for claim in claims(entry.case)), *entry.case.gaps]:
            assert "".join(statement.split()) in text, entry.id


def test_every_mention_is_linked_both_ways(library: Library, pages: Mapping[str, html.HtmlElement]) -> None:
    folders = {"methods": "metoder", "success_factors": "framgangsfaktorer", "lessons": "lardomar"}
    for topic in library.topic_by_id.values():
        there = urljoin(BASE, f"{folders[topic.kind]}/{topic.id}/")
        for mention in topic.mentions:
            here = urljoin(BASE, f"slussar/{mention.entry.id}/")
            assert there in {target for target, _ in links(here, pages[here])}
            assert here in {target for target, _ in links(there, pages[there])}


def test_every_page_says_what_it_is_to_machines(pages: Mapping[str, html.HtmlElement]) -> None:
    for address, page in pages.items():
        blocks = page.xpath("//script[@type='application/ld+json']/text()")
        if address.endswith("/404.html") or page.xpath("//meta[@http-equiv='refresh']"):
            assert blocks == [], address
            continue
        (block,) = blocks
        work, *_ = json.loads(block)["@graph"]
        assert work["url"] == address
        assert work.get("headline", work.get("name")), address
        cited = page.xpath("//ol[@class='sources']//a[@rel='external']/@href")
        assert [found["url"] for found in work.get("citation", [])] == cited, address


def test_the_sitemap_says_when_the_data_of_a_page_was_changed(
    site: Path, pages: Mapping[str, html.HtmlElement]
) -> None:
    entries = re.findall(r"<loc>(.*?)</loc>(?:<lastmod>(.*?)</lastmod>)?", (site / "sitemap.xml").read_text("utf-8"))
    days = dict(entries)
    expected = dates(ROOT / "cases").of(["sundsvall.yml"])
    assert days[f"{BASE}slussar/sundsvall/"] == expected
    assert days[f"{BASE}om/"] == ""
    for address, day in entries:
        (block,) = pages[address].xpath("//script[@type='application/ld+json']/text()")
        assert json.loads(block)["@graph"][0].get("dateModified", "") == day, address


def test_published_pages_propose_a_change_to_their_file(pages: Mapping[str, html.HtmlElement]) -> None:
    page = pages[urljoin(BASE, "slussar/sundsvall/")]
    (link,) = page.xpath("//p[@class='suggest']/a")
    assert link.get("href") == "https://example.org/kod/ideslussar/edit/main/cases/sundsvall.yml"


def test_no_page_shows_the_marks_it_was_written_with(pages: Mapping[str, html.HtmlElement]) -> None:
    for address, page in pages.items():
        (article,) = page.xpath("//article")
        shown = " ".join(article.xpath(".//text()[not(ancestor::code)]"))
        assert not re.search(r"##|\]\(|\*\*|\{ ?#|\{\{|\{%|&#\d|markdown=", shown), address


def test_page_weight_is_small(site: Path) -> None:
    heaviest = max(site.rglob("*.html"), key=lambda path: path.stat().st_size)
    assert heaviest.stat().st_size < 200_000, heaviest
