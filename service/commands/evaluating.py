"""`caunoi evaluate`: how well matching finds what people judged to fit."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import typer
from rich.console import Console
from rich.table import Table

from i18n.languages import LANGUAGES, Language
from matching.evaluation import Figure
from service.evaluating import Report, evaluate_shipped
from service.refusals import Refusal


def evaluate(listing_languages: str, *, judgments: Path, as_json: bool) -> None:
    """Print the report; exit 1 when nDCG@10 is below its floor."""
    report = evaluate_shipped(judgments, languages=_languages(listing_languages))
    if as_json:
        print(json.dumps(report.as_json(), ensure_ascii=False, indent=2))
    else:
        _print(report)
    if report.is_below_floor:
        typer.echo(f"nDCG@10 is below its floor of {report.floor}", err=True)
        sys.exit(1)


def _languages(text: str) -> tuple[Language, ...]:
    names = [name.strip() for name in text.split(",") if name.strip()]
    unknown = [name for name in names if name not in set(LANGUAGES)]
    if unknown:
        raise Refusal(f"unknown language {unknown[0]!r}; use {', '.join(LANGUAGES)}")
    return tuple(Language(name) for name in names) or LANGUAGES


def _print(report: Report) -> None:
    table = Table(title="profile language → listing languages; mean and 95 % interval")
    for name in ("pair", "n", "nDCG@10", "recall@10", "MRR"):
        table.add_column(name, justify="left" if name == "pair" else "right")
    for row in report.evaluation.rows:
        table.add_row(row.languages, str(row.n), *map(_figure, (row.ndcg, row.recall, row.mrr)))
    Console().print(table)
    evaluation = report.evaluation
    print(
        f"without any fitting listing: {evaluation.unanswerable}, "
        f"rightly answered “no match yet”: {evaluation.rightly_unanswered}"
    )


def _figure(figure: Figure | None) -> str:
    if figure is None:
        return "too few"
    return f"{figure.mean:.3f} ({figure.low:.2f}–{figure.high:.2f})"
