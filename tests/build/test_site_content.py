"""The content of the pages, tested on the full data, where every field is filled in."""

from __future__ import annotations

import re
from urllib.parse import urljoin

import pytest

from scripts.git.version import read_version
from scripts.library.case_outline import claims
from scripts.library.urls import FOLDERS
from scripts.settings import ROOT
from tests.build.conftest import BASE, Built, links
from tests.conftest import COMMITTED, LATEST, LATEST_COMMITTED, PUBLISHED

pytestmark = pytest.mark.site


def test_titles_are_unique(full_site: Built) -> None:
    pages = (page for address, page in full_site.pages.items() if address not in full_site.moved)
    titles = [page.findtext(".//title") for page in pages]
    assert len(set(titles)) == len(titles)


def test_the_footer_links_to_the_commit_that_the_site_was_built_from(full_site: Built) -> None:
    commit = read_version(ROOT).commit
    links = full_site.pages[BASE].xpath("//p[@class='imprint']/a[contains(@href, '/commit/')]/@href")
    assert links == ([f"{PUBLISHED.repository_url}/commit/{commit}"] if commit else [])


def test_english_is_marked_as_english(full_site: Built) -> None:
    library = full_site.library
    for entry in library.topic_by_id.values():
        page = full_site.pages[urljoin(BASE, f"{FOLDERS[entry.kind]}/{entry.id}/")]
        assert page.xpath("//dd[@lang='en']/text()") == [entry.record.name_en]
    english = {source.title for source in library.sources.values() if source.language.value == "en"}
    register = full_site.pages[urljoin(BASE, "kallor/")]
    assert {cite.text_content() for cite in register.xpath("//cite[@lang='en']")} == english


def test_no_unused_asset_is_published(full_site: Built) -> None:
    used = {
        urljoin(address, target).partition("#")[0]
        for address, page in full_site.pages.items()
        for target in page.xpath("//link/@href | //script/@src | //*[local-name()='use']/@href")
    }
    assets = full_site.folder / "assets"
    scripts = {urljoin(BASE, path.relative_to(full_site.folder).as_posix()): path for path in assets.rglob("*.js")}
    for address, path in scripts.items():
        used |= {urljoin(address, name) for name in re.findall(r'from "(.+)";', path.read_text("utf-8"))}
    files = {urljoin(BASE, path.relative_to(full_site.folder).as_posix()) for path in assets.rglob("*.*")}
    assert files - used == set()


def test_every_claim_of_a_case_has_a_source(full_site: Built) -> None:
    for entry in full_site.library.cases:
        page = full_site.pages[urljoin(BASE, f"slussar/{entry.id}/")]
        shown = page.xpath("//*[contains(@class, 'claim') and not(contains(@class, 'claims'))]")
        shown += page.xpath("//*[@class='minute']/div/div[not(@class)] | //*[@class='milestones']/li")
        shown += page.xpath("//*[contains(@class, 'disagreement')]")
        assert len(shown) >= len({claim.text for claim in claims(entry.case)}) - len(entry.case.methods)
        for claim in [*shown, *page.xpath("//p[@class='lead']"), *page.xpath("//div[@class='fact']")]:
            assert claim.xpath(".//a[@class='cite']"), (entry.id, claim.text_content())


def test_every_mention_is_linked_both_ways(full_site: Built) -> None:
    for topic in full_site.library.topic_by_id.values():
        there = urljoin(BASE, f"{FOLDERS[topic.kind]}/{topic.id}/")
        for mention in topic.mentions:
            here = urljoin(BASE, f"slussar/{mention.entry.id}/")
            assert there in {target for target, _ in links(here, full_site.pages[here])}
            assert here in {target for target, _ in links(there, full_site.pages[there])}


def test_the_sitemap_has_the_day_that_the_data_of_a_page_was_changed(full_site: Built) -> None:
    sitemap = (full_site.folder / "sitemap.xml").read_text("utf-8")
    days = dict(re.findall(r"<loc>(.*?)</loc>(?:<lastmod>(.*?)</lastmod>)?", sitemap))
    assert days[f"{BASE}slussar/{LATEST}/"] == LATEST_COMMITTED
    assert days[f"{BASE}slussar/bergvik/"] == COMMITTED
    assert days[f"{BASE}om/"] == ""


def test_published_pages_link_to_the_editor_of_their_file(full_site: Built) -> None:
    page = full_site.pages[urljoin(BASE, "slussar/asby/")]
    (link,) = page.xpath("//p[@class='suggest']/a")
    assert link.get("href") == f"{PUBLISHED.repository_url}/edit/main/cases/asby.yml"


def test_no_page_shows_markup(full_site: Built) -> None:
    for address, page in full_site.pages.items():
        (article,) = page.xpath("//article")
        shown = " ".join(article.xpath(".//text()[not(ancestor::code)]"))
        assert not re.search(r"##|\]\(|\*\*|\{ ?#|\{\{|\{%|&#\d|markdown=", shown), address
