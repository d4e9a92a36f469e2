"""`caunoi evaluate`: how well matching finds what people judged to fit."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from i18n.languages import LANGUAGES, Language
from service.evaluating import Report, evaluate_shipped
from service.refusals import Refusal


def evaluate(listing_languages: str, *, judgments: Path, as_json: bool) -> None:
    """Print the report; exit 1 when a figure is below its floor."""
    report = evaluate_shipped(judgments, languages=_languages(listing_languages))
    if as_json:
        print(json.dumps(report.as_json(), ensure_ascii=False, indent=2))
    else:
        _print(report)
    if report.below_floor:
        sys.exit(1)


def _languages(text: str) -> tuple[Language, ...]:
    names = [name.strip() for name in text.split(",") if name.strip()]
    unknown = [name for name in names if name not in set(LANGUAGES)]
    if unknown:
        raise Refusal(f"unknown language {unknown[0]!r}; use {', '.join(LANGUAGES)}")
    return tuple(Language(name) for name in names) or LANGUAGES
