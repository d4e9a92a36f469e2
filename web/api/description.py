"""The OpenAPI 3.1 document of the API, made from its operations, models and vocabularies."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from i18n.languages import Language
from i18n.messages import N_, translate
from service.reference import Reference
from web.api import examples
from web.api.models import MatchRequest, Problem
from web.api.operations import OPERATIONS, PREFIX, Operation
from web.api.parameters import MEANINGS, codes, schema

Document = dict[str, Any]

TITLE = N_("Open data of Cầu Nối")
ABOUT = N_(
    "Published investment projects and local products of Vietnam, with source and date, in four "
    "languages. Being on a dated list does not mean that a project is open today."
)
_REF = "#/components/schemas/{model}"
_MEANINGS: Mapping[int, str] = {
    200: N_("What was asked for"),
    304: N_("Nothing has changed since the copy with this ETag"),
    404: N_("There is no such listing"),
    410: N_("The listing has been withdrawn"),
    413: N_("The body is too large"),
    422: N_("A value was not understood; the problem names it"),
}
_SENT: Literal["serialization"] = "serialization"
_CODED = ("province", "sector", "hs", "certificate")  # lists of codes in a match request


def openapi(reference: Reference, site: str, language: Language = Language.EN) -> Document:
    """The document with today's codes as enumerations, described in a language."""
    paths: Document = {}
    for operation in OPERATIONS:
        path = paths.setdefault(PREFIX + operation.path, {})
        path[operation.method] = _operation(operation, reference, language)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": translate(language, TITLE),
            "description": translate(language, ABOUT),
            "version": "1",
        },
        "servers": [{"url": site}],
        "paths": paths,
        "components": {"schemas": _schemas(reference, language)},
    }


def _operation(operation: Operation, reference: Reference, language: Language) -> Document:
    described: Document = {
        "operationId": operation.name,
        "summary": translate(language, operation.summary),
        "description": translate(language, operation.description),
        "parameters": [
            *_path_parameters(operation),
            *(_parameter(name, reference, language) for name in operation.parameters),
        ],
        "responses": _responses(operation, language),
    }
    if operation.body:
        body = {"schema": _ref(operation.body.__name__), "example": examples.MATCH_REQUEST}
        described["requestBody"] = {"required": True, "content": {"application/json": body}}
    return described


def _path_parameters(operation: Operation) -> list[Document]:
    if "{id}" not in operation.path:
        return []
    schema_ = {"type": "string", "pattern": r"^(prj|prd)-[0-9]{2}-[0-9]{1,9}$"}
    return [
        {"name": "id", "in": "path", "required": True, "schema": schema_, "example": "prd-51-024"}
    ]


def _parameter(name: str, reference: Reference, language: Language) -> Document:
    return {
        "name": name,
        "in": "query",
        "required": False,
        "description": translate(language, MEANINGS[name]),
        "schema": schema(name, reference),
    }


def _responses(operation: Operation, language: Language) -> Document:
    answers: Document = {"200": _success(operation, language)}
    if operation.method == "get":
        answers["304"] = {"description": translate(language, _MEANINGS[304])}
    for status in operation.problems:
        answers[str(status)] = {
            "description": translate(language, _MEANINGS[status]),
            "content": {"application/problem+json": {"schema": _ref("Problem")}},
        }
    return answers


def _success(operation: Operation, language: Language) -> Document:
    description = translate(language, _MEANINGS[200])
    if operation.reply is None:
        content = {"text/csv": {"schema": {"type": "string"}, "example": operation.example}}
    else:
        body = {"schema": _ref(operation.reply.__name__), "example": operation.example}
        content = {"application/json": body}
    return {"description": description, "content": content}


def _schemas(reference: Reference, language: Language) -> Document:
    replies: list[type[BaseModel]] = [each.reply for each in OPERATIONS if each.reply]
    replies.append(Problem)
    _, answered = models_json_schema([(each, _SENT) for each in replies], ref_template=_REF)
    _, asked = models_json_schema([(MatchRequest, "validation")], ref_template=_REF)
    schemas: Document = {**asked["$defs"], **answered["$defs"]}
    _close(schemas["MatchRequest"], reference, language)
    return schemas


def _close(request: Document, reference: Reference, language: Language) -> None:
    """Put words and today's codes into the match request."""
    properties = request["properties"]
    for name, property_ in properties.items():
        property_["description"] = translate(language, MEANINGS[name])
    for name in _CODED:
        properties[name]["items"] = {"type": "string", "enum": codes(name, reference)}
    properties["currency"] = {
        "anyOf": [{"type": "string", "enum": codes("currency", reference)}, {"type": "null"}],
        "default": None,
        "description": translate(language, MEANINGS["currency"]),
    }


def _ref(model: str) -> Document:
    return {"$ref": _REF.format(model=model)}
