"""Tests of the JSON API: responses match their schemas, and the ids and URLs in them exist."""

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
LISTS = ("cases", "methods", "success_factors", "lessons", "tags", "sources", "municipalities", "conclusions")


def schema_names(responses: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the path of each response and the name of its schema."""
    for path in responses:
        if path.startswith("cases/"):
            yield path, "case"
        elif not path.startswith("schema/") and path != "openapi.json":
            yield path, path.removesuffix(".json")


def values(node: Any, key: str) -> Iterator[Any]:
    """Yield the values of a key at any depth."""
    if isinstance(node, dict):
        if key in node:
            yield node[key]
        for value in node.values():
            yield from values(value, key)
    elif isinstance(node, list):
        for value in node:
            yield from values(value, key)


def unknown_keys(value: Any, schema: Mapping[str, Any], root: Mapping[str, Any]) -> Iterator[str]:
    """Yield the keys of a response that its schema does not define.

    Args:
        value: The response or a part of it.
        schema: The schema of the value.
        root: The complete schema, with the definitions that references point to.
    """
    if "$ref" in schema:
        schema = root["$defs"][schema["$ref"].rsplit("/", 1)[1]]
    if "anyOf" in schema:
        schema = next((option for option in schema["anyOf"] if option.get("type") != "null"), {})
        yield from unknown_keys(value, schema, root)
    elif isinstance(value, dict):
        for key, inner in value.items():
            inner_schema = schema.get("properties", {}).get(key, schema.get("additionalProperties"))
            if inner_schema is None:
                yield key
            else:
                yield from unknown_keys(inner, inner_schema, root)
    elif isinstance(value, list):
        for inner in value:
            yield from unknown_keys(inner, schema["items"], root)


def test_schemas_are_valid(responses: Mapping[str, Any]) -> None:
    schemas = [path for path in responses if path.startswith("schema/")]
    assert len(schemas) == len(LISTS) + 2
    for path in schemas:
        assert responses[path]["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        assert responses[path]["$id"] == f"{BASE}{FOLDER}/{path}"
        Draft202012Validator.check_schema(responses[path])


def test_responses_match_their_schemas_and_have_no_other_keys(responses: Mapping[str, Any], library: Library) -> None:
    names = dict(schema_names(responses))
    assert len(names) == len(LISTS) + 1 + len(library.cases)
    for path, name in names.items():
        schema = responses[f"schema/{name}.json"]
        assert [error.message for error in Draft202012Validator(schema).iter_errors(responses[path])] == [], path
        assert list(unknown_keys(responses[path], schema, schema)) == [], path


def test_the_openapi_document_is_valid_and_lists_every_file(
    responses: Mapping[str, Any], published: Mapping[str, str]
) -> None:
    description = responses["openapi.json"]
    assert list(OpenAPIV31SpecValidator(description).iter_errors()) == []
    patterns = {re.sub(r"\{id\}", "[a-z0-9-]+", path) for path in description["paths"]}
    files = {path.removeprefix(FOLDER) for path in published if path.startswith(f"{FOLDER}/")} - {"/openapi.json"}
    assert [path for path in files if not any(re.fullmatch(pattern, path) for pattern in patterns)] == []
    assert [pattern for pattern in patterns if not any(re.fullmatch(pattern, path) for path in files)] == []


def test_responses_match_the_openapi_document(responses: Mapping[str, Any]) -> None:
    description = responses["openapi.json"]
    for path, name in schema_names(responses):
        pattern = "/cases/{id}.json" if name == "case" else f"/{path}"
        (schema,) = values(description["paths"][pattern]["get"]["responses"]["200"], "schema")
        self_contained = {**schema, "components": description["components"]}
        assert list(Draft202012Validator(self_contained).iter_errors(responses[path])) == [], path


def test_every_response_has_a_version_and_a_page(responses: Mapping[str, Any]) -> None:
    for path, _ in schema_names(responses):
        assert {"schema_version", "url"} <= set(responses[path]), path


def test_lists_have_a_total_and_unique_ids(responses: Mapping[str, Any]) -> None:
    for name in LISTS:
        assert responses[f"{name}.json"]["total"] == len(responses[f"{name}.json"]["items"]) > 0
        ids = [item["id"] for item in responses[f"{name}.json"]["items"]]
        assert len(set(ids)) == len(ids)


def test_every_page_url_is_that_of_a_page(responses: Mapping[str, Any], published: Mapping[str, str]) -> None:
    pages = {f"{BASE}{web_path(path)}" for path in published if path.endswith(".md")}
    for path, _ in schema_names(responses):
        for url in values(responses[path], "url"):
            assert url.partition("#")[0] in pages, (path, url)


def test_every_data_url_is_that_of_a_file(responses: Mapping[str, Any], published: Mapping[str, str]) -> None:
    files = {f"{BASE}{path}" for path in published}
    for path, _ in schema_names(responses):
        for key in ("data", "schema_url", "description_url"):
            assert set(values(responses[path], key)) <= files, path


def test_every_referenced_id_is_in_its_list(responses: Mapping[str, Any]) -> None:
    ids = {name: {item["id"] for item in responses[f"{name}.json"]["items"]} for name in LISTS}
    topics = ids["methods"] | ids["success_factors"] | ids["lessons"]
    for path, _ in schema_names(responses):
        response = responses[path]
        assert {key for keys in values(response, "sources") for key in keys if isinstance(key, str)} <= ids["sources"]
        assert {record["id"] for record in values(response, "record")} <= topics
        assert {case["id"] for case in values(response, "case")} <= ids["cases"]
        assert {tag["id"] for tags in values(response, "tags") for tag in tags} <= ids["tags"]
        for references in [*values(response, "related"), *values(response, "similar")]:
            assert {reference["id"] for reference in references} <= topics | ids["cases"]


def test_every_statement_is_included_once_and_in_order(responses: Mapping[str, Any], library: Library) -> None:
    for entry in library.cases:
        statements = responses[f"cases/{entry.id}.json"]["statements"]
        assert [statement["text"] for statement in statements] == [claim.text for claim in claims(entry.case)]


def test_references_between_topics_and_cases_are_mutual(responses: Mapping[str, Any]) -> None:
    for kind in ("methods", "success_factors", "lessons"):
        for topic in responses[f"{kind}.json"]["items"]:
            for mention in topic["uses"]:
                stands = responses[f"cases/{mention['case']['id']}.json"][kind]
                assert topic["id"] in {stand["id"] for stand in stands}


def test_without_an_address_urls_are_relative_to_the_site(local: Mapping[str, str]) -> None:
    case = json.loads(local["api/v1/cases/asby.json"])
    assert case["url"] == "slussar/asby/"
    assert case["data"] == "api/v1/cases/asby.json"
    assert json.loads(local["api/v1/openapi.json"])["servers"] == [{"url": "."}]


def test_two_runs_give_the_same_bytes(published: Mapping[str, str], full: Path) -> None:
    assert files_of(full, PUBLISHED) == published


def test_the_modified_date_of_a_case_is_that_of_its_file(committed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2030-05-06T12:00:00Z")
    change(committed / "overby.yml", "lades ned efter ett år", "lades ned efter två år")
    git(Path(), "commit", "--all", "--quiet", "--message", "Två år")
    files = files_of(committed, Settings())
    assert json.loads(files["api/v1/cases/overby.json"])["modified"] == "2030-05-06"
    assert json.loads(files["api/v1/cases.json"])["modified"] == "2030-05-06"
    assert json.loads(files["api/v1/cases/alfa.json"])["modified"] < "2030-05-06"


def test_without_history_there_is_no_modified_date(small: Path) -> None:
    assert "modified" not in files_of(small, Settings())["api/v1/cases/alfa.json"]


def test_without_history_the_modified_date_is_source_date_epoch(small: Path) -> None:
    files = files_of(small, Settings(source_date_epoch=1_767_225_600))
    assert json.loads(files["api/v1/cases/alfa.json"])["modified"] == "2026-01-01"


def test_a_shallow_clone_has_no_modified_dates(committed: Path, tmp_path: Path) -> None:
    git(Path(), "commit", "--allow-empty", "--quiet", "--message", "Inget")
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{Path.cwd()}", "grund")
    files = files_of(tmp_path / "grund" / committed.name, Settings())
    assert "modified" not in files["api/v1/cases/alfa.json"]


def test_a_use_counts_only_when_it_is_done_and_in_support(responses: Mapping[str, Any]) -> None:
    for kind in ("methods", "success_factors", "lessons"):
        for topic in responses[f"{kind}.json"]["items"]:
            for use in topic["uses"]:
                assert use["counted"] is (use["standing"] == "done")
                assert not use["counted"] or (use["stage"] in {"done", "prestudy"} and use["stance"] == "supports")
            counted = {use["case"]["id"] for use in topic["uses"] if use["counted"]}
            assert topic["evidence"]["done"] == len(counted)


def test_the_fields_of_version_1_1_remain_and_rest_on_counted_uses(responses: Mapping[str, Any]) -> None:
    methods = {method["id"]: method for method in responses["methods.json"]["items"]}
    old = ("level", "label", "sluices", "independent")
    assert [methods["idecoach"]["evidence"][key] for key in old] == [3, "Flera exempel och oberoende källa", 4, True]
    assert [methods["hackathon"]["evidence"][key] for key in old] == [1, "Ett exempel", 1, False]
    assert [methods["verktygslada"]["evidence"][key] for key in old] == [0, "Inget exempel bland slussarna", 0, False]
    assert methods["verktygslada"]["supporting"] == []
    assert [use["case"]["id"] for use in methods["hackathon"]["supporting"]] == ["asby"]


def test_deprecated_fields_say_what_to_use_instead_and_until_when(responses: Mapping[str, Any]) -> None:
    definitions = responses["openapi.json"]["components"]["schemas"]
    deprecated = {
        (name, key): field["description"]
        for name in ("Topic", "Evidence")
        for key, field in definitions[name]["properties"].items()
        if field.get("deprecated")
    }
    assert {key for _, key in deprecated} == {
        "level", "label", "sluices", "independent", "supporting", "contradicting",
    }  # fmt: skip
    for text in deprecated.values():
        words = r"Utgår\. Använd .+ i stället\. Finns kvar minst till och med \d+\sdecember\s\d{4}\."
        assert re.fullmatch(words, text)


def test_a_contradicting_case_is_listed_but_is_not_evidence() -> None:
    lessons = json.loads(files_of(SMALL, Settings())["api/v1/lessons.json"])
    (lesson,) = (item for item in lessons["items"] if item["id"] == "mindre-byrakrati")
    assert [mention["case"]["id"] for mention in lesson["contradicting"]] == ["alfa"]
    assert lesson["evidence"]["sluices"] == 0


def test_the_example_on_the_open_data_page_runs(local: Mapping[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    (example,) = re.findall(r"<code>(import json.*?)</code>", local["oppna-data/index.md"], re.DOTALL)
    program = html.unescape(example)
    assert '"http://127.0.0.1:8000/api/v1/cases.json"' in program
    response = "io.StringIO(RESPONSE)"
    program = re.sub(r"urlopen\(.*?\)", response, program).replace("from urllib.request import urlopen", "import io")
    exec(program, {"RESPONSE": local["api/v1/cases.json"]})  # noqa: S102
    assert "Åsby: Fortsatte\n" in capsys.readouterr().out
