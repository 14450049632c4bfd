"""Untrusted text in the summary is shown literally."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.commands.review.escape import plain
from scripts.commands.review.sections import LONGEST
from scripts.library.case_outline import claims
from scripts.library.linking import build_library
from scripts.loading.dataset import read
from scripts.settings import Settings
from tests.commands.review.helpers import assert_dead, shown, tell, words
from tests.conftest import FULL, SMALL, change

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


def test_a_preview_has_only_markup_that_a_summary_supports(small: Path, tmp_path: Path) -> None:
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


def test_every_statement_is_shown_as_text(tmp_path: Path) -> None:
    dataset = read(FULL)
    root = shown(tell(tmp_path / "inget", FULL))
    assert_dead(root, {source.url for source in build_library(dataset).sources.values()})
    text = "".join(words(root).split())
    for case in dataset.cases:
        assert case.content is not None
        for claim in claims(case.content):
            assert "".join(claim.text.split()) in re.sub(r"\[\d+\]", "", text), claim.text


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_data_is_shown_as_text(text: str, small: Path, tmp_path: Path) -> None:
    quoted = json.dumps(text)
    change(small / "alfa.yml", "title: Idésluss Alfa", f"title: {quoted}")
    change(small / "alfa.yml", "method: idecoach", f"method: {quoted}")
    change(small / "alfa.yml", "text: Exempel visades i ett nyhetsbrev.", f"text: {quoted}")
    change(small / "overby.yml", "status: discontinued", f"{quoted}: x\nstatus: discontinued")
    for out in (tell(SMALL, small), tell(tmp_path / "inget", small), tell(small, SMALL)):
        assert_dead(shown(out))
        assert not re.search(r"^\s*::|##\[", out, re.MULTILINE)
        assert not re.search("[\x00-\x08\x0b-\x1f\u200b-\u200f\u202a-\u202e]", out)


def test_a_hostile_file_name_is_shown_as_text(small: Path) -> None:
    shutil.copy(small / "overby.yml", small / "@anna #12 <img src=x> |.yml")
    assert_dead(shown(tell(SMALL, small)))


@pytest.mark.parametrize("text", HOSTILE)
def test_untrusted_text_is_escaped(text: str) -> None:
    assert_dead(shown(plain(text)))


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("@#:/.wW-`|*_<>&[]()!$ \n1a")), max_size=80))
def test_any_text_is_shown_literally(text: str) -> None:
    root = shown(f"Före {plain(text)} efter\n\n- {plain(text)}\n\n| a |\n| --- |\n| {plain(text)} |\n")
    assert_dead(root)
    assert "\n" not in plain(text)


def test_a_long_text_is_cut() -> None:
    assert plain("å" * 500, LONGEST) == f"{'å' * LONGEST}…"
