"""The OpenAPI 3.1 page of the interface, made from the types that read the queries and write the answers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import msgspec

from sync.office.api.asked import Asked
from sync.office.api.told import Problem

VERSION = "1.0.0"
REF = "#/components/schemas/{name}"
ABOUT = (
    "Waits now, what the centres offer, their appointments and their figures. Nothing in it is about a person. "
    "Each consumer has a key of its own, given out by the office, and may ask so often a minute."
)


@dataclass(frozen=True)
class Described:
    """What one address answers, and to what."""

    path: str
    name: str
    summary: str
    asked: type[Asked]
    told: type[msgspec.Struct]


def page(operations: Iterable[Described]) -> dict[str, Any]:
    operations = list(operations)
    kinds = [kind for each in operations for kind in (each.asked, each.told)]
    refs, schemas = msgspec.json.schema_components([*kinds, Problem], ref_template=REF)
    queries = {each.asked.__name__ for each in operations}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Suyana, oficina central", "version": VERSION, "description": ABOUT},
        "security": [{"key": []}],
        "paths": {each.path: {"get": _operation(each, schemas, refs[-1])} for each in operations},
        "components": {
            "securitySchemes": {"key": {"type": "http", "scheme": "bearer"}},
            "schemas": {name: schema for name, schema in schemas.items() if name not in queries},
        },
    }


def _operation(each: Described, schemas: dict[str, Any], problem: dict[str, Any]) -> dict[str, Any]:
    query = schemas[each.asked.__name__]
    needed = query.get("required", [])
    return {
        "operationId": each.name,
        "summary": each.summary,
        "parameters": [
            {"name": name, "in": "query", "required": name in needed, "schema": schema}
            for name, schema in query["properties"].items()
        ],
        "responses": {
            "200": {
                "description": "What was asked for.",
                "content": {
                    "application/json": {"schema": {"$ref": REF.format(name=each.told.__name__)}},
                    "text/csv": {"schema": {"type": "string"}},
                },
            },
            "401": _problem("No key, or one that does not count.", problem),
            "422": _problem("The query cannot be answered.", problem),
            "429": {
                **_problem("The key has asked too often; ask again after so many seconds.", problem),
                "headers": {"Retry-After": {"schema": {"type": "integer", "minimum": 1}}},
            },
            "503": _problem("The store cannot be read just now.", problem),
        },
    }


def _problem(words: str, problem: dict[str, Any]) -> dict[str, Any]:
    return {"description": words, "content": {"application/json": {"schema": problem}}}
