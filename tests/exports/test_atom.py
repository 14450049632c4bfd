"""Tests of the Atom feeds: valid XML with permanent ids, and dates from the Git history with the latest first."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import feedparser  # type: ignore[import-untyped]
import pytest
from lxml import etree

from scripts.build.pipeline import files_of
from scripts.library.context import web_path
from scripts.library.library import Library
from scripts.settings import Settings
from tests.conftest import change, git
from tests.exports.conftest import HOSTILE, PUBLISHED, with_text

BASE = f"{PUBLISHED.site_url}/"
PATHS = ("flode/slussar.xml", "flode/lardomar.xml")
ATOM = "{http://www.w3.org/2005/Atom}"

each_feed = pytest.mark.parametrize("path", PATHS)


def days(files: Mapping[str, str], path: str) -> dict[str, str]:
    """Return the last part of each entry's URL → the day of its last change."""
    entries = feedparser.parse(files[path].encode()).entries
    return {entry.id.rstrip("/").rsplit("/", 1)[1]: entry.updated[:10] for entry in entries}


@each_feed
def test_a_feed_is_valid_and_has_an_id_an_author_and_a_date(published: Mapping[str, str], path: str) -> None:
    document = feedparser.parse(published[path].encode())
    assert (document.bozo, document.version) == (False, "atom10")
    assert document.feed.id == f"{BASE}{path}"
    assert {link.rel: link.href for link in document.feed.links}["self"] == f"{BASE}{path}"
    assert document.feed.author == "Exempelmyndigheten"
    assert document.feed.updated == max(entry.updated for entry in document.entries)


@each_feed
def test_required_elements_occur_once(published: Mapping[str, str], path: str) -> None:
    """Check the requirements of RFC 4287, sections 4.1.1 and 4.1.2."""
    feed = etree.fromstring(published[path].encode())
    for element in (feed, *feed.findall(f"{ATOM}entry")):
        for tag in ("id", "title", "updated"):
            assert len(element.findall(f"{ATOM}{tag}")) == 1
    assert feed.findall(f"{ATOM}author")


@each_feed
def test_every_entry_is_a_unique_page_with_a_summary(published: Mapping[str, str], path: str) -> None:
    entries = feedparser.parse(published[path].encode()).entries
    pages = {f"{BASE}{web_path(file)}" for file in published if file.endswith(".md")}
    ids = [entry.id for entry in entries]
    assert set(ids) <= pages
    assert len(set(ids)) == len(ids)
    assert all(entry.link == entry.id and entry.summary for entry in entries)


def test_every_sluice_and_lesson_has_an_entry(published: Mapping[str, str], library: Library) -> None:
    assert set(days(published, "flode/slussar.xml")) == set(library.case_by_id)
    assert set(days(published, "flode/lardomar.xml")) == {topic.id for topic in library.topics["lessons"]}


def test_a_change_only_dates_the_changed_entry_and_puts_it_first(
    committed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2030-05-06T12:00:00Z")
    change(committed / "overby.yml", "lades ned efter ett år", "lades ned efter två år")
    change(committed / "catalogue" / "lessons.yml", "En sluss valde bort styrgrupper.", "En sluss hade inga grupper.")
    git(Path(), "commit", "--all", "--quiet", "--message", "Två år")
    files = files_of(committed, PUBLISHED)
    for path, changed, other in zip(PATHS, ("overby", "mindre-byrakrati"), ("alfa", "det-tar-tid"), strict=True):
        day_by_id = days(files, path)
        assert next(iter(day_by_id.items())) == (changed, "2030-05-06")
        assert day_by_id[other] < "2030-05-06"


def test_an_uncommitted_change_does_not_change_dates(committed: Path) -> None:
    before = days(files_of(committed, PUBLISHED), "flode/lardomar.xml")
    change(committed / "catalogue" / "lessons.yml", "En sluss valde bort styrgrupper.", "En sluss hade inga grupper.")
    assert days(files_of(committed, PUBLISHED), "flode/lardomar.xml") == before


def test_without_history_the_date_is_when_the_sources_were_read(small: Path) -> None:
    files = files_of(small, PUBLISHED)
    assert set(days(files, "flode/slussar.xml").values()) == {"2026-11-01"}


def test_without_an_address_there_are_no_feeds(local: Mapping[str, str]) -> None:
    assert not any(path.startswith("flode/") for path in local)
    assert "flode" not in local["oppna-data/index.md"]


def test_text_in_the_data_is_escaped(small: Path) -> None:
    hostile = HOSTILE.replace("<script>", "").replace("</script>", "< /script >")
    feed = etree.fromstring(files_of(with_text(small, hostile), PUBLISHED)["flode/lardomar.xml"].encode())
    assert {title.text for title in feed.iterfind(f"{ATOM}entry/{ATOM}title")} == {hostile, "Håll byråkratin liten"}
    assert {child.tag for entry in feed.iterfind(f"{ATOM}entry") for child in entry} == {
        f"{ATOM}{tag}" for tag in ("id", "title", "link", "updated", "summary")
    }


def test_without_a_publisher_the_site_is_the_author(small: Path) -> None:
    files = files_of(small, Settings(site_url=PUBLISHED.site_url))
    assert feedparser.parse(files["flode/slussar.xml"].encode()).feed.author == "Lärdomar från idéslussarna"
