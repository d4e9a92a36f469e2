"""`caunoi evaluate`: how well matching finds what people judged to fit."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import typer
from rich.console import Console
from rich.table import Table

from i18n.languages import LANGUAGES, Language
from matching.evaluation import Evaluation, Figure
from matching.measures import Agreement
from service.evaluating import Report, evaluate_reduced, evaluate_shipped
from service.refusals import Refusal


def evaluate(listing_languages: str, *, judgments: Path, as_json: bool) -> None:
    """Print the report; exit 1 when any figure misses its floor."""
    languages = _languages(listing_languages)
    stderr = Console(stderr=True)
    with stderr.status("Building indexes and ranking for every judged profile …"):
        report = (
            evaluate_reduced(judgments, languages=languages)
            if languages
            else evaluate_shipped(judgments)
        )
    present(report, as_json=as_json)


def present(report: Report, *, as_json: bool) -> None:
    """Print a report; name every missed floor on stderr and exit 1 if there is any."""
    if as_json:
        print(json.dumps(report.as_json(), ensure_ascii=False, indent=2))
    else:
        _print(report)
    for missed in report.missed:
        typer.echo(str(missed), err=True)
    if report.missed:
        sys.exit(1)


def _languages(text: str) -> tuple[Language, ...]:
    names = [name.strip() for name in text.split(",") if name.strip()]
    unknown = [name for name in names if name not in set(LANGUAGES)]
    if unknown:
        raise Refusal(f"unknown language {unknown[0]!r}; use {', '.join(LANGUAGES)}")
    return tuple(Language(name) for name in names)


def _print(report: Report) -> None:
    console = Console()
    for name, evaluation in report.sets.items():
        console.print(_table(name, evaluation))
        print(_refusals(evaluation), end="\n\n")
    if report.agreement:
        print(_agreement(report.agreement))


def _table(name: str, evaluation: Evaluation) -> Table:
    # Without lines between the columns it fits 80 characters, as a pipe has.
    table = Table(title=f"{name}: mean and 95 % interval", box=None, padding=(0, 1, 0, 0))
    for column in ("profiles", "listings"):
        table.add_column(column)
    for column in ("n", "nDCG@10", "recall@10", "MRR"):
        table.add_column(column, justify="right")
    for row in evaluation.rows:
        figures = map(_figure, (row.ndcg, row.recall, row.mrr))
        table.add_row(row.profiles, row.listings, str(row.n), *figures)
    return table


def _figure(figure: Figure | None) -> str:
    if figure is None:
        return "too few"
    return f"{figure.mean:.3f} ({figure.low:.2f}–{figure.high:.2f})"


def _refusals(evaluation: Evaluation) -> str:
    found = evaluation.refusals
    return (
        f"“no match”: {found.right} of {found.unanswerable} rightly refused, "
        f"{found.wrong} of {found.answerable} wrongly"
    )


def _agreement(found: Agreement) -> str:
    return (
        f"two readers on {found.pairs} pairs: kappa {found.kappa:.3f} on the grade, "
        f"{found.kappa_relevant:.3f} on relevant or not"
    )
