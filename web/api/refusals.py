"""Values the API does not accept: which, where, and why, in the reader's words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from i18n.languages import Language
from i18n.messages import N_, translate
from i18n.normalization import stored

UNKNOWN = N_('We do not know the value "{value}" for {name}.')
REQUIRED = N_("Enter {field}")
NOT_JSON = N_("The body is not valid JSON.")
_WRONG = N_("{name} has the wrong type.")
_REASONS: Mapping[str, str] = {
    "missing": REQUIRED,
    "string_too_short": REQUIRED,
    "string_pattern_mismatch": REQUIRED,
    "json_invalid": NOT_JSON,
    "extra_forbidden": N_("There is no field named {name}."),
    "string_too_long": N_("{name} is too long."),
    "too_long": N_("{name} is too long."),
    "greater_than_equal": N_("{name} is too small."),
    "less_than_equal": N_("{name} is too large."),
    "enum": UNKNOWN,
    "literal_error": UNKNOWN,
}
_SHOWN = 60  # characters of a value or name that are repeated


@dataclass(frozen=True, slots=True)
class Refused:
    """A field, what stood in it (cut), and a message id that says why it was refused."""

    field: str
    value: str
    reason: str


def unknown(field: str, value: str) -> Refused:
    """A value that names none of our codes."""
    return Refused(field, stored(value)[:_SHOWN], UNKNOWN)


def invalid(error: ValidationError) -> Iterator[Refused]:
    """What the model of a request refused, field by field."""
    for detail in error.errors(include_url=False):
        value = detail["input"]
        shown = stored(str(value))[:_SHOWN] if isinstance(value, str | int | float) else ""
        yield Refused(_field(detail), shown, _REASONS.get(detail["type"], _WRONG))


def told(refused: Refused, language: Language) -> dict[str, str]:
    """A refusal as the problem document carries it."""
    message = translate(
        language, refused.reason, name=refused.field, field=refused.field, value=refused.value
    )
    return {"field": refused.field, "value": refused.value, "message": message}


def _field(detail: ErrorDetails) -> str:
    """Where the value stood, `body` for the whole of it."""
    return stored(".".join(str(part) for part in detail["loc"]))[:_SHOWN] or "body"
