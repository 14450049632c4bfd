"""The JSON interface: every answer is what its schema says, and every id and address in it leads somewhere."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator

from scripts.build.pipeline import files_of
from scripts.exports.inventory import FOLDER
from scripts.library.case_outline import claims
from scripts.library.context import web_path
from scripts.library.library import Library
from scripts.settings import Settings
from tests.conftest import SMALL, change, git
from tests.exports.conftest import PUBLISHED

BASE = f"{PUBLISHED.site_url}/"
LISTS = ("cases", "methods", "success_factors", "lessons", "tags", "sources", "municipalities")


def answer_names(answers: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Every answer, and the name of its schema."""
    for path in answers:
        if path.startswith("cases/"):
            yield path, "case"
        elif not path.startswith("schema/") and path != "openapi.json":
            yield path, path.removesuffix(".json")


def values(node: Any, key: str) -> Iterator[Any]:
    """Every value of a key, however deep."""
    if isinstance(node, dict):
        if key in node:
            yield node[key]
        for value in node.values():
            yield from values(value, key)
    elif isinstance(node, list):
        for value in node:
            yield from values(value, key)


def unknown_keys(value: Any, schema: Mapping[str, Any], whole: Mapping[str, Any]) -> Iterator[str]:
    """The keys of an answer that its schema does not tell of."""
    if "$ref" in schema:
        schema = whole["$defs"][schema["$ref"].rsplit("/", 1)[1]]
    if "anyOf" in schema:
        schema = next((one for one in schema["anyOf"] if one.get("type") != "null"), {})
        yield from unknown_keys(value, schema, whole)
    elif isinstance(value, dict):
        for key, inner in value.items():
            found = schema.get("properties", {}).get(key, schema.get("additionalProperties"))
            if found is None:
                yield key
            else:
                yield from unknown_keys(inner, found, whole)
    elif isinstance(value, list):
        for inner in value:
            yield from unknown_keys(inner, schema["items"], whole)


def test_every_schema_is_one(answers: Mapping[str, Any]) -> None:
    schemas = [path for path in answers if path.startswith("schema/")]
    assert len(schemas) == len(LISTS) + 2
    for path in schemas:
        assert answers[path]["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        assert answers[path]["$id"] == f"{BASE}{FOLDER}/{path}"
        Draft202012Validator.check_schema(answers[path])


def test_every_answer_is_what_its_schema_says_and_no_more(answers: Mapping[str, Any], library: Library) -> None:
    names = dict(answer_names(answers))
    assert len(names) == len(LISTS) + 1 + len(library.cases)
    for path, name in names.items():
        schema = answers[f"schema/{name}.json"]
        assert [error.message for error in Draft202012Validator(schema).iter_errors(answers[path])] == [], path
        assert list(unknown_keys(answers[path], schema, schema)) == [], path


def test_the_description_is_openapi_and_has_every_file(
    answers: Mapping[str, Any], published: Mapping[str, str]
) -> None:
    description = answers["openapi.json"]
    assert list(OpenAPIV31SpecValidator(description).iter_errors()) == []
    told = {re.sub(r"\{id\}", "[a-z0-9-]+", path) for path in description["paths"]}
    files = {path.removeprefix(FOLDER) for path in published if path.startswith(f"{FOLDER}/")} - {"/openapi.json"}
    assert [path for path in files if not any(re.fullmatch(pattern, path) for pattern in told)] == []
    assert [pattern for pattern in told if not any(re.fullmatch(pattern, path) for path in files)] == []


def test_the_description_says_the_same_of_each_answer_as_its_schema(answers: Mapping[str, Any]) -> None:
    description = answers["openapi.json"]
    for path, name in answer_names(answers):
        pattern = "/cases/{id}.json" if name == "case" else f"/{path}"
        (schema,) = values(description["paths"][pattern]["get"]["responses"]["200"], "schema")
        whole = {**schema, "components": description["components"]}
        assert list(Draft202012Validator(whole).iter_errors(answers[path])) == [], path


def test_every_answer_is_an_object_with_version_and_page(answers: Mapping[str, Any]) -> None:
    for path, _ in answer_names(answers):
        assert {"schema_version", "url"} <= set(answers[path]), path


def test_lists_tell_how_many_they_hold(answers: Mapping[str, Any]) -> None:
    for name in LISTS:
        assert answers[f"{name}.json"]["total"] == len(answers[f"{name}.json"]["items"]) > 0
        ids = [item["id"] for item in answers[f"{name}.json"]["items"]]
        assert len(set(ids)) == len(ids)


def test_every_page_address_leads_to_a_page(answers: Mapping[str, Any], published: Mapping[str, str]) -> None:
    pages = {f"{BASE}{web_path(path)}" for path in published if path.endswith(".md")}
    for path, _ in answer_names(answers):
        for url in values(answers[path], "url"):
            assert url.partition("#")[0] in pages, (path, url)


def test_every_data_address_leads_to_a_file(answers: Mapping[str, Any], published: Mapping[str, str]) -> None:
    files = {f"{BASE}{path}" for path in published}
    for path, _ in answer_names(answers):
        for key in ("data", "schema_url", "description_url"):
            assert set(values(answers[path], key)) <= files, path


def test_every_id_is_found_in_its_list(answers: Mapping[str, Any]) -> None:
    ids = {name: {item["id"] for item in answers[f"{name}.json"]["items"]} for name in LISTS}
    topics = ids["methods"] | ids["success_factors"] | ids["lessons"]
    for path, _ in answer_names(answers):
        answer = answers[path]
        assert {key for keys in values(answer, "sources") for key in keys if isinstance(key, str)} <= ids["sources"]
        assert {found["id"] for found in values(answer, "record")} <= topics
        assert {found["id"] for found in values(answer, "case")} <= ids["cases"]
        assert {found["id"] for tags in values(answer, "tags") for found in tags} <= ids["tags"]
        for listed in [*values(answer, "related"), *values(answer, "similar")]:
            assert {found["id"] for found in listed} <= topics | ids["cases"]


def test_every_statement_is_there_once_and_in_order(answers: Mapping[str, Any], library: Library) -> None:
    for entry in library.cases:
        said = answers[f"cases/{entry.id}.json"]["statements"]
        assert [statement["text"] for statement in said] == [claim.text for claim in claims(entry.case)]


def test_links_go_both_ways(answers: Mapping[str, Any]) -> None:
    for kind in ("methods", "success_factors", "lessons"):
        for topic in answers[f"{kind}.json"]["items"]:
            for mention in (*topic["supporting"], *topic["contradicting"]):
                there = answers[f"cases/{mention['case']['id']}.json"][kind]
                assert topic["id"] in {stand["id"] for stand in there}


def test_without_an_address_everything_is_relative_to_the_site(local: Mapping[str, str]) -> None:
    case = json.loads(local["api/v1/cases/asby.json"])
    assert case["url"] == "slussar/asby/"
    assert case["data"] == "api/v1/cases/asby.json"
    assert json.loads(local["api/v1/openapi.json"])["servers"] == [{"url": "."}]


def test_two_runs_give_the_same_bytes(published: Mapping[str, str], full: Path) -> None:
    assert files_of(full, PUBLISHED) == published


def test_a_case_was_modified_when_its_file_was(committed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2030-05-06T12:00:00Z")
    change(committed / "overby.yml", "lades ned efter ett år", "lades ned efter två år")
    git(Path(), "commit", "--all", "--quiet", "--message", "Två år")
    files = files_of(committed, Settings())
    assert json.loads(files["api/v1/cases/overby.json"])["modified"] == "2030-05-06"
    assert json.loads(files["api/v1/cases.json"])["modified"] == "2030-05-06"
    assert json.loads(files["api/v1/cases/alfa.json"])["modified"] < "2030-05-06"


def test_without_history_nothing_is_said_of_when(small: Path) -> None:
    assert "modified" not in files_of(small, Settings())["api/v1/cases/alfa.json"]


def test_without_history_the_day_of_the_source_holds(small: Path) -> None:
    files = files_of(small, Settings(source_date_epoch=1_767_225_600))
    assert json.loads(files["api/v1/cases/alfa.json"])["modified"] == "2026-01-01"


def test_half_a_history_is_none(committed: Path, tmp_path: Path) -> None:
    git(Path(), "commit", "--allow-empty", "--quiet", "--message", "Inget")
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{Path.cwd()}", "grund")
    files = files_of(tmp_path / "grund" / committed.name, Settings())
    assert "modified" not in files["api/v1/cases/alfa.json"]


def test_small_data_gives_answers_too() -> None:
    found = json.loads(files_of(SMALL, Settings())["api/v1/lessons.json"])
    (lesson,) = (item for item in found["items"] if item["id"] == "mindre-byrakrati")
    assert [mention["case"]["id"] for mention in lesson["contradicting"]] == ["alfa"]
    assert lesson["evidence"]["sluices"] == 0


def test_the_example_on_the_page_runs(local: Mapping[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    (example,) = re.findall(r"<code>(import json.*?)</code>", local["oppna-data/index.md"], re.DOTALL)
    program = html.unescape(example)
    assert '"http://127.0.0.1:8000/api/v1/cases.json"' in program
    fetched = "io.StringIO(FETCHED)"
    program = re.sub(r"urlopen\(.*?\)", fetched, program).replace("from urllib.request import urlopen", "import io")
    exec(program, {"FETCHED": local["api/v1/cases.json"]})  # noqa: S102
    assert "Åsby: Fortsatte\n" in capsys.readouterr().out
