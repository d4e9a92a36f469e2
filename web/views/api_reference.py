"""The API as its reference page shows it, read from the OpenAPI document."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from i18n import formats
from i18n.languages import Language
from i18n.messages import translate_plural
from service.reference import Reference
from web.api.description import openapi
from web.api.operations import OPERATIONS, PREFIX, Operation

Document = Mapping[str, Any]
_NAMED = 12  # codes that are written out; longer vocabularies are counted
_ZEROS_READ = 6  # beyond a million nobody counts noughts: 10¹⁸
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class ParameterLine:
    """One parameter or field: what it means and what it takes."""

    name: str
    meaning: str
    values: str


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """A status an operation answers with."""

    status: str
    meaning: str


@dataclass(frozen=True, slots=True)
class OperationEntry:
    """One operation with a call that can be copied and the beginning of its answer."""

    name: str
    method: str
    path: str
    summary: str
    description: str
    parameters: tuple[ParameterLine, ...]
    call: str
    example: str
    answers: tuple[AnswerLine, ...]


def entries(reference: Reference, site: str, language: Language) -> tuple[OperationEntry, ...]:
    """All operations in the words of a language."""
    document = openapi(reference, site, language)
    return tuple(_entry(operation, document, site, language) for operation in OPERATIONS)


def size(bytes_: int, language: Language) -> str:
    """The size of a file as people write it."""
    if bytes_ < 1_000_000:
        return f"{formats.number(max(1, round(bytes_ / 1000)), language)}\u00a0kB"
    return f"{formats.number(round(bytes_ / 1_000_000, 1), language)}\u00a0MB"


def _entry(
    operation: Operation, document: Document, site: str, language: Language
) -> OperationEntry:
    described = document["paths"][PREFIX + operation.path][operation.method]
    return OperationEntry(
        name=operation.name,
        method=operation.method.upper(),
        path=PREFIX + operation.path,
        summary=described["summary"],
        description=described["description"],
        parameters=tuple(_parameters(described, document, language)),
        call=_call(operation, described, site),
        example=_example(described),
        answers=tuple(
            AnswerLine(status, answer["description"])
            for status, answer in described["responses"].items()
        ),
    )


def _parameters(
    described: Document, document: Document, language: Language
) -> Iterator[ParameterLine]:
    for parameter in described["parameters"]:
        if parameter["in"] == "query":
            yield ParameterLine(
                parameter["name"], parameter["description"], _values(parameter["schema"], language)
            )
    if "requestBody" in described:
        properties = document["components"]["schemas"]["MatchRequest"]["properties"]
        for name, schema in properties.items():
            yield ParameterLine(name, schema["description"], _values(schema, language))


def _values(schema: Document, language: Language) -> str:
    """The codes, or the range of a number; "" where the meaning says it all."""
    inner = schema.get("items") or next(iter(schema.get("anyOf", ())), schema)
    codes = inner.get("enum", ())
    if len(codes) > _NAMED:
        return translate_plural(
            language, "{n} code", "{n} codes", len(codes), n=formats.number(len(codes), language)
        )
    if codes:
        return ", ".join(codes)
    if "maximum" in inner:
        return "–".join(_bound(inner[end], language) for end in ("minimum", "maximum"))
    return ""


def _bound(value: int, language: Language) -> str:
    zeros = len(str(value)) - 1
    if zeros > _ZEROS_READ and value == 10**zeros:
        return "10" + str(zeros).translate(_RAISED)
    return formats.number(value, language)


def _call(operation: Operation, described: Document, site: str) -> str:
    address = site + PREFIX + operation.sample
    if operation.method == "get":
        return f'curl "{address}"'
    body = described["requestBody"]["content"]["application/json"]["example"]
    sent = json.dumps(body, ensure_ascii=False)
    return f"curl {address} \\\n  -H 'Content-Type: application/json' \\\n  -d '{sent}'"


def _example(described: Document) -> str:
    (content,) = described["responses"]["200"]["content"].values()
    example = content["example"]
    if isinstance(example, str):
        return example
    return json.dumps(example, ensure_ascii=False, indent=1)
