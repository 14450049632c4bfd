"""Tests of the structured data (JSON-LD) of pages."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from scripts.build.pipeline import files_of
from scripts.library.case_outline import cited
from scripts.library.grounds import sources_of
from scripts.library.library import Library
from scripts.site.json_ld import as_block
from tests.exports.conftest import HOSTILE, PUBLISHED, with_text

BASE = f"{PUBLISHED.site_url}/"


def front_matter(page: str) -> Any:
    """Return the front matter of a Markdown file."""
    return yaml.safe_load(page.split("---\n", 2)[1])


def graph(files: Mapping[str, str], path: str) -> dict[str, Any]:
    """Return the nodes of a page's structured data: type → node."""
    return {node["@type"]: node for node in json.loads(front_matter(files[path])["linked_data"])["@graph"]}


@pytest.mark.parametrize(
    ("path", "names"),
    [
        ("slussar/asby/index.md", ["Lärdomar från idéslussarna", "Slussar", "Idéslussen i Åsby"]),
        ("lardomar/index.md", ["Lärdomar från idéslussarna", "Lärdomar"]),
        ("om/index.md", ["Lärdomar från idéslussarna", "Om webbplatsen"]),
    ],
)
def test_breadcrumbs_begin_with_the_start_page(published: Mapping[str, str], path: str, names: list[str]) -> None:
    steps = graph(published, path)["BreadcrumbList"]["itemListElement"]
    assert [step["name"] for step in steps] == names
    assert [step["position"] for step in steps] == list(range(1, len(names) + 1))
    assert steps[0]["item"] == BASE


def test_every_breadcrumb_is_a_page(published: Mapping[str, str]) -> None:
    pages = [path for path in published if path.endswith(".md") and "redirect: " not in published[path][:3000]]
    urls = {next(iter(json.loads(front_matter(published[path])["linked_data"])["@graph"]))["url"] for path in pages}
    for path in pages:
        for step in graph(published, path).get("BreadcrumbList", {}).get("itemListElement", []):
            assert step["item"] in urls, path


def test_a_sluice_is_an_article_that_cites_its_sources(published: Mapping[str, str], library: Library) -> None:
    article = graph(published, "slussar/asby/index.md")["Article"]
    entry = library.case_by_id["asby"]
    assert article["headline"] == entry.case.title
    (takeaway,) = (takeaway for takeaway in library.guidance.takeaways if takeaway.case == "asby")
    keys = {*cited(entry), *sources_of(takeaway, library)}
    assert sorted(source["url"] for source in article["citation"]) == sorted(library.sources[key].url for key in keys)
    assert article["publisher"]["name"] == "Exempelmyndigheten"


def test_the_glossary_is_a_set_of_terms(published: Mapping[str, str], library: Library) -> None:
    terms = graph(published, "ordlista/index.md")["DefinedTermSet"]["hasDefinedTerm"]
    assert {term["name"] for term in terms} == {term.name for term in library.guidance.glossary}
    anchors = set(re.findall(r"\{ #([a-z0-9-]+) \}", published["ordlista/index.md"]))
    assert {term["@id"].partition("#")[2] for term in terms} <= anchors


def test_the_files_of_the_dataset_exist(published: Mapping[str, str]) -> None:
    dataset = graph(published, "oppna-data/index.md")["Dataset"]
    assert dataset["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert {file["contentUrl"].removeprefix(BASE) for file in dataset["distribution"]} <= set(published)


def test_unknown_values_are_left_out(local: Mapping[str, str]) -> None:
    assert "publisher" not in graph(local, "slussar/asby/index.md")["Article"]


def test_without_an_address_urls_are_relative_to_the_page(local: Mapping[str, str]) -> None:
    nodes = graph(local, "slussar/asby/index.md")
    assert nodes["Article"]["url"] == "./"
    assert [step["item"] for step in nodes["BreadcrumbList"]["itemListElement"]] == ["../../", "../", "./"]
    (first, *_) = graph(local, "oppna-data/index.md")["Dataset"]["distribution"]
    assert first["contentUrl"] == "../api/v1/cases.json"


@given(st.recursive(st.text(), lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner)))
def test_any_value_is_escaped(value: object) -> None:
    text = as_block(value)
    assert not set(text) & set("<>&\u2028\u2029")
    assert json.loads(text) == value


def test_text_in_the_data_is_escaped(small: Path) -> None:
    hostile = HOSTILE.replace("<script>", "").replace("</script>", "< /script >")
    page = files_of(with_text(small, hostile), PUBLISHED)["slussar/alfa/index.md"]
    block = front_matter(page)["linked_data"]
    assert "<" not in block
    assert hostile in {source["name"] for source in json.loads(block)["@graph"][0]["citation"]}
