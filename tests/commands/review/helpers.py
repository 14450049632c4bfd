"""Helpers that make summaries and inspect them."""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from pathlib import Path

import cmarkgfm  # type: ignore[import-untyped]
import pytest
from cmarkgfm.cmark import Options  # type: ignore[import-untyped]
from lxml import html

from scripts.__main__ import main
from scripts.checks import check
from scripts.commands.review.summary import summary
from scripts.loading.dataset import read
from scripts.settings import ROOT, Settings
from tests.conftest import git

EVENTS = ROOT / "tests" / "data" / "events"


HERE = Settings(site_url="https://example.org/ideslussar")


TAGS = frozenset({
    "a", "code", "details", "div", "em", "h2", "h3", "h4", "h5", "h6", "li", "ol", "p", "strong", "summary", "sup",
    "table", "tbody", "td", "th", "thead", "tr", "ul",
})  # fmt: skip
"""The elements that a summary may contain."""


LIVE = re.compile(
    r"(?<!\w)@\w|\w@\w|#\w|https?://|ftp://|mailto:\w|www\.|\bgh-\d|:[\w+-]+:|::|\b(?=\d*[a-f])[0-9a-f]{7,40}\b",
    re.IGNORECASE,
)
"""Text that GitHub turns into links, mentions or pictures."""


def shown(text: str) -> html.HtmlElement:
    """Render a summary with GitHub's own Markdown parser."""
    page = cmarkgfm.github_flavored_markdown_to_html(text, options=Options.CMARK_OPT_UNSAFE)
    return html.fragment_fromstring(page, create_parent="div")


def assert_dead(root: html.HtmlElement, sources: Collection[str] = ()) -> None:
    """Assert that nothing is active but links to sources and to the site."""
    for element in root.iterdescendants():
        assert element.tag in TAGS, element.tag
        assert set(element.keys()) <= {"href"}, element.items()
    for link in root.iter("a"):
        address = link.get("href", "")
        assert address in sources or re.match(r"https://([a-z]+\.)?example\.org/", address), address
    text = " ".join(root.xpath(".//text()[not(ancestor::code)]"))
    assert not LIVE.search(text), LIVE.findall(text)


def words(root: html.HtmlElement) -> str:
    """Return the visible text."""
    return " ".join(root.text_content().replace("\u2060", "").split())


def tell(before: Path, now: Path, site: Settings = HERE) -> str:
    dataset = read(now)
    return summary(read(before), dataset, check(dataset), site)


def recorded(name: str, folder: Path) -> str:
    """Write a recorded event, changed to refer to the current commit of a repository, and return its file name."""
    event = json.loads((EVENTS / f"{name}.json").read_text("utf-8"))
    event["pull_request"]["base"]["sha"] = git(folder, "rev-parse", "HEAD")
    (folder.parent / "event.json").write_text(json.dumps(event), encoding="utf-8")
    return "event.json"


def add_nyby(cases: Path) -> None:
    """Add a case that uses a method of one other case only, and cites a new study."""
    text = (cases / "overby.yml").read_text("utf-8").replace("o-tidning", "n-studie").replace("Överby", "Nyby")
    text = text.replace("kind: news", "kind: independent").replace("tidning.example.org", "nyby.example.org")
    text = text.replace("lades ned", "prövade").replace("method: idecoach", "method: goda-exempel")
    (cases / "nyby.yml").write_text(text, encoding="utf-8")


def review(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["review", "--cases", "cases", *arguments]) == 0
    out, err = capsys.readouterr()
    assert not err
    return out
