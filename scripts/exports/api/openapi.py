"""Machine-readable descriptions of the API: a JSON Schema for each kind of response, and an OpenAPI document."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic.json_schema import models_json_schema

from scripts.exports.api import responses
from scripts.exports.api.files import LISTS
from scripts.exports.inventory import ABOUT, FOLDER, LICENSE, PAGE, TABLES, VERSION
from scripts.exports.urls import file_url, page_url
from scripts.library.context import Site
from scripts.settings import SITE_NAME

DIALECT = "https://json-schema.org/draft/2020-12/schema"
"""The URL of the JSON Schema version."""

RESPONSES: Mapping[str, type[responses.Envelope]] = {
    "index": responses.Index,
    **{spec.id: spec.shape for spec in LISTS},
    "case": responses.Case,
}
"""Name of a kind of response → model."""


def files(site: Site) -> dict[str, str]:
    """Return the schemas and the OpenAPI document.

    Args:
        site: The context of pages and exports.

    Returns:
        Path → JSON.
    """
    schemas = {f"{FOLDER}/schema/{name}.json": _schema(name, site) for name in RESPONSES}
    return {path: as_json(value) for path, value in {**schemas, f"{FOLDER}/openapi.json": _openapi(site)}.items()}


def as_json(value: object) -> str:
    """Return a value as JSON, in the format of the exported files."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _schema(name: str, site: Site) -> dict[str, Any]:
    """Return the self-contained schema of a kind of response. It only has an `$id` when the site has an address."""
    id_ = {"$id": file_url(site, f"{FOLDER}/schema/{name}.json")} if site.settings.site_url else {}
    return {"$schema": DIALECT, **id_, **RESPONSES[name].model_json_schema()}


def _openapi(site: Site) -> dict[str, Any]:
    _, definitions = models_json_schema(
        [(model, "validation") for model in dict.fromkeys(RESPONSES.values())],
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
        # Relative to the document without an address, so that it is valid wherever the site is served.
        "servers": [{"url": file_url(site, FOLDER) if site.settings.site_url else "."}],
        "externalDocs": {"description": "Öppna data, i klartext", "url": page_url(site, PAGE)},
        "paths": dict(_paths()),
        "components": {"schemas": definitions["$defs"]},
    }


def _paths() -> Iterator[tuple[str, dict[str, Any]]]:
    yield "/index.json", _get("index", "Vad som finns att hämta.", responses.Index)
    for spec in LISTS:
        yield f"/{spec.id}.json", _get(spec.id, spec.description, spec.shape)
    case = _get("case", "En sluss, med alla påståenden och källor.", responses.Case)
    case["get"]["parameters"] = [
        {
            "name": "id",
            "in": "path",
            "required": True,
            "description": "Slussens id, så som det står i cases.json.",
            "schema": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
        }
    ]
    case["get"]["responses"]["404"] = {"description": "Det finns ingen sluss med det id:t."}
    yield "/cases/{id}.json", case
    for name in RESPONSES:
        yield f"/schema/{name}.json", _file(f"schema-{name}", f"JSON Schema för {name}.", "application/json", "object")
    for name, text in TABLES.items():
        yield f"/csv/{name}.csv", _file(f"csv-{name}", text, "text/csv", "string")


def _get(operation: str, text: str, model: type[responses.Envelope]) -> dict[str, Any]:
    content = {"application/json": {"schema": {"$ref": f"#/components/schemas/{model.__name__}"}}}
    return {"get": {"operationId": operation, "summary": text, "responses": _ok(content)}}


def _file(operation: str, text: str, media_type: str, json_type: str) -> dict[str, Any]:
    return {
        "get": {
            "operationId": operation,
            "summary": text,
            "responses": _ok({media_type: {"schema": {"type": json_type}}}),
        }
    }


def _ok(content: dict[str, Any]) -> dict[str, Any]:
    return {"200": {"description": "Svaret.", "content": content}}
