"""Properties of every built site, whatever its data."""

from __future__ import annotations

import copy
import itertools
import json
import re
from urllib.parse import urljoin

import pytest
from lxml import etree

from scripts.library.case_outline import claims
from tests.build.conftest import BASE, Built, links

pytestmark = pytest.mark.site

LOADED = {
    "script": "src", "img": "src", "iframe": "src", "source": "src", "video": "src", "audio": "src", "link": "href",
}  # fmt: skip
"""Elements that make a browser fetch something, with the attribute that holds the address."""


def test_every_internal_link_and_fragment_resolves(any_site: Built) -> None:
    files = (path.relative_to(any_site.folder).as_posix() for path in any_site.folder.rglob("*") if path.is_file())
    addresses = {*any_site.pages, *(urljoin(BASE, path) for path in files)}
    broken = []
    for address, page in any_site.pages.items():
        for target, fragment in links(address, page):
            if target not in addresses or (fragment and not any_site.pages[target].xpath("//*[@id=$id]", id=fragment)):
                broken.append((address, target, fragment))
    assert broken == []


def test_no_page_is_an_orphan(any_site: Built) -> None:
    reached, queue = set(), [BASE]
    while queue:
        address = queue.pop()
        if address not in reached:
            reached.add(address)
            queue.extend(target for target, _ in links(address, any_site.pages[address]) if target in any_site.pages)
    assert set(any_site.pages) - reached == {urljoin(BASE, "404.html"), *any_site.moved}


def test_the_sitemap_lists_every_page_that_has_not_moved(any_site: Built) -> None:
    listed = re.findall(r"<loc>(.*?)</loc>", (any_site.folder / "sitemap.xml").read_text("utf-8"))
    assert sorted(listed) == sorted(set(any_site.pages) - any_site.moved - {urljoin(BASE, "404.html")})


def test_every_page_has_one_heading_of_the_first_level_and_skips_none(any_site: Built) -> None:
    for address, page in any_site.pages.items():
        levels = [
            int(heading.tag[1]) for heading in page.xpath("//article//*[self::h1 or self::h2 or self::h3 or self::h4]")
        ]
        assert levels.count(1) == 1, address
        assert levels[0] == 1, address
        assert all(deeper <= higher + 1 for higher, deeper in itertools.pairwise(levels)), address


def test_ids_are_unique_on_each_page(any_site: Built) -> None:
    for address, page in any_site.pages.items():
        ids = page.xpath("//@id")
        assert len(set(ids)) == len(ids), address


def test_nothing_is_loaded_from_another_host(any_site: Built) -> None:
    for address, page in any_site.pages.items():
        for tag, attribute in LOADED.items():
            for element in page.xpath(f"//{tag}[@{attribute}]"):
                if element.get("rel") != "canonical":
                    assert urljoin(address, element.get(attribute)).startswith(BASE), address
        assert not page.xpath("//*[contains(@style, 'url(')]"), address
    for sheet in (any_site.folder / "assets" / "css").glob("*.css"):
        assert "url(" not in sheet.read_text("utf-8")


def test_every_page_has_a_policy_that_allows_nothing_inline_and_needs_nothing_inline(any_site: Built) -> None:
    for address, page in any_site.pages.items():
        (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert policy.startswith("default-src 'none'; script-src 'self' "), address
        assert "unsafe-inline" not in policy, address
        # Data blocks are not executed, so the policy does not apply to them.
        executed = "//script[not(@src) and not(@type='application/ld+json')]"
        assert page.xpath(f"{executed} | //style | //@style | //@*[starts-with(name(), 'on')]") == [], address


def test_scripts_do_not_block_the_page(any_site: Built) -> None:
    for address, page in any_site.pages.items():
        assert page.xpath("//script[@src and not(@type='module')]") == [], address


def test_the_footer_links_to_the_statement_the_licence_and_the_contact_page(any_site: Built) -> None:
    needed = {urljoin(BASE, path) for path in ("tillganglighet/", "om/#licens", "bidra/")}
    for address, page in any_site.pages.items():
        assert needed <= {urljoin(address, link) for link in page.xpath("//footer//a/@href")}, address


def test_every_statement_of_the_data_is_on_its_page(any_site: Built) -> None:
    for entry in any_site.library.cases:
        page = copy.deepcopy(any_site.pages[urljoin(BASE, f"slussar/{entry.id}/")])
        for citation in page.xpath("//a[@class='cite']"):
            citation.drop_tree()
        text = "".join(page.text_content().replace("\u2060", "").split())
        for statement in [*(claim.text for claim in claims(entry.case)), *entry.case.gaps]:
            assert "".join(statement.split()) in text, entry.id


def test_every_page_describes_itself_as_json_ld(any_site: Built) -> None:
    for address, page in any_site.pages.items():
        blocks = page.xpath("//script[@type='application/ld+json']/text()")
        if address.endswith("/404.html") or address in any_site.moved:
            assert blocks == [], address
            continue
        (block,) = blocks
        work, *_ = json.loads(block)["@graph"]
        assert work["url"] == address
        assert work.get("headline", work.get("name")), address
        cited = page.xpath("//ol[@class='sources']//a[@rel='external']/@href")
        assert [source["url"] for source in work.get("citation", [])] == cited, address


def test_the_sitemap_and_the_page_have_the_same_day(any_site: Built) -> None:
    sitemap = (any_site.folder / "sitemap.xml").read_text("utf-8")
    for address, day in re.findall(r"<loc>(.*?)</loc>(?:<lastmod>(.*?)</lastmod>)?", sitemap):
        (block,) = any_site.pages[address].xpath("//script[@type='application/ld+json']/text()")
        assert json.loads(block)["@graph"][0].get("dateModified", "") == day, address


def test_every_icon_that_a_page_shows_is_in_the_file(any_site: Built) -> None:
    icons = {symbol.get("id") for symbol in etree.parse(any_site.folder / "icons.svg").getroot()}
    for address, page in any_site.pages.items():
        shown = {target.partition("#")[2] for target in page.xpath("//*[local-name()='use']/@href")}
        assert shown, address
        assert shown <= icons, address
