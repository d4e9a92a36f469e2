"""A program that reads the OpenAPI document tries what it allows, and what it does not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.generation import GenerationMode
from schemathesis.schemas import BaseSchema

from service.bootstrap import Services
from service.settings import Settings
from web.api.operations import OPERATIONS, PREFIX, Operation
from web.app import create_app

BOUNDED = settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate],
)


@pytest.fixture(scope="module")
def described(services: Services) -> BaseSchema:
    """The API as its own document describes it."""
    # Schemathesis calls applications under this name; ours answers only to its own.
    named = Settings(data_dir=services.settings.data_dir, base_url="http://testserver")
    app = create_app(replace(services, settings=named))
    return schemathesis.openapi.from_asgi(f"{PREFIX}/openapi.json", app)


def askable() -> Iterator[tuple[Operation, GenerationMode]]:
    """Every operation as allowed, and as not allowed where anything can be asked wrongly."""
    for operation in OPERATIONS:
        yield operation, GenerationMode.POSITIVE
        if operation.parameters or operation.body:
            yield operation, GenerationMode.NEGATIVE


@pytest.mark.parametrize(
    ("operation", "mode"), askable(), ids=lambda each: getattr(each, "name", str(each))
)
def test_every_operation_keeps_its_word(
    described: BaseSchema, operation: Operation, mode: GenerationMode
) -> None:
    entry = described[PREFIX + operation.path][operation.method.upper()]

    @BOUNDED
    @given(case=entry.as_strategy(generation_mode=mode))
    def keeps_its_word(case: schemathesis.Case) -> None:
        case.call_and_validate()

    keeps_its_word()
