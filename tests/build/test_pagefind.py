"""Pagefind indexes the built site."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scripts.build.pagefind import FOLDER, index
from scripts.build.process import BuildError

PAGE = "<!doctype html><html lang=sv><title>Sida</title><body><main data-pagefind-body><p>En idésluss.</p></main>"


def test_pages_are_indexed_and_later_parts_of_long_lists_are_not(tmp_path: Path) -> None:
    for path in ("index.html", "slussar/alfa/index.html", "slussar/sida/2/index.html"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(PAGE, encoding="utf-8")
    index(tmp_path)
    entry = json.loads((tmp_path / FOLDER / "pagefind-entry.json").read_text("utf-8"))
    assert entry["languages"]["sv"]["page_count"] == 2
    assert list((tmp_path / FOLDER).glob("*.css")) == [], "the site has a search dialog of its own"


def test_a_site_that_cannot_be_indexed_fails_the_build(tmp_path: Path) -> None:
    with pytest.raises(BuildError):
        index(tmp_path)
