"""The interface described for programs: a JSON Schema for each kind of answer, and the whole as OpenAPI."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic.json_schema import models_json_schema

from scripts.exports.api import responses
from scripts.exports.api.files import LISTS
from scripts.exports.inventory import ABOUT, FOLDER, LICENSE, PAGE, TABLES, VERSION
from scripts.exports.urls import page_url, whole
from scripts.library.context import Site
from scripts.settings import SITE_NAME

DIALECT = "https://json-schema.org/draft/2020-12/schema"

ANSWERS: Mapping[str, type[responses.Envelope]] = {
    "index": responses.Index,
    **{listed.id: listed.shape for listed in LISTS},
    "case": responses.Case,
}
"""The kinds of answers: name → model."""


def files(site: Site) -> dict[str, str]:
    """The schemas and the description.

    Args:
        site: Knows its address.

    Returns:
        Path → JSON.
    """
    found = {f"{FOLDER}/schema/{name}.json": _schema(name, site) for name in ANSWERS}
    return {path: as_json(value) for path, value in {**found, f"{FOLDER}/openapi.json": _openapi(site)}.items()}


def as_json(value: object) -> str:
    """A value as it is stored."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _schema(name: str, site: Site) -> dict[str, Any]:
    """A schema that stands on its own. It only has a name of its own when it has an address."""
    own = {"$id": whole(site, f"{FOLDER}/schema/{name}.json")} if site.settings.site_url else {}
    return {"$schema": DIALECT, **own, **ANSWERS[name].model_json_schema()}


def _openapi(site: Site) -> dict[str, Any]:
    _, definitions = models_json_schema(
        [(model, "validation") for model in dict.fromkeys(ANSWERS.values())],
        ref_template="#/components/schemas/{model}",
    )
    return {
        "openapi": "3.1.0",
        "info": {
            "title": f"{SITE_NAME}: öppna data",
            "version": VERSION,
            "description": ABOUT,
            "license": {"name": "CC BY 4.0", "url": LICENSE},
        },
        # Relative to this file, so that it holds wherever the site is.
        "servers": [{"url": whole(site, FOLDER) if site.settings.site_url else "."}],
        "externalDocs": {"description": "Öppna data, i klartext", "url": page_url(site, PAGE)},
        "paths": dict(_paths()),
        "components": {"schemas": definitions["$defs"]},
    }


def _paths() -> Iterator[tuple[str, dict[str, Any]]]:
    yield "/index.json", _get("index", "Vad som finns att hämta.", responses.Index)
    for listed in LISTS:
        yield f"/{listed.id}.json", _get(listed.id, listed.description, listed.shape)
    one = _get("case", "En sluss, med alla påståenden och källor.", responses.Case)
    one["get"]["parameters"] = [
        {
            "name": "id",
            "in": "path",
            "required": True,
            "description": "Slussens id, så som det står i cases.json.",
            "schema": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
        }
    ]
    one["get"]["responses"]["404"] = {"description": "Det finns ingen sluss med det id:t."}
    yield "/cases/{id}.json", one
    for name in ANSWERS:
        yield f"/schema/{name}.json", _file(f"schema-{name}", f"JSON Schema för {name}.", "application/json", "object")
    for name, text in TABLES.items():
        yield f"/csv/{name}.csv", _file(f"csv-{name}", text, "text/csv", "string")


def _get(operation: str, text: str, model: type[responses.Envelope]) -> dict[str, Any]:
    content = {"application/json": {"schema": {"$ref": f"#/components/schemas/{model.__name__}"}}}
    return {"get": {"operationId": operation, "summary": text, "responses": _ok(content)}}


def _file(operation: str, text: str, media_type: str, form: str) -> dict[str, Any]:
    return {
        "get": {
            "operationId": operation,
            "summary": text,
            "responses": _ok({media_type: {"schema": {"type": form}}}),
        }
    }


def _ok(content: dict[str, Any]) -> dict[str, Any]:
    return {"200": {"description": "Svaret.", "content": content}}
