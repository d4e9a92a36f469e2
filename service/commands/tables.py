"""Commands that print the catalogue: counts and exports."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from rich.console import Console
from rich.table import Table

from catalogue.search import Counts
from catalogue.search import counts as count
from catalogue.translation import TextState
from i18n.languages import LANGUAGES
from service.bootstrap import Services
from service.commands.opening import prepared
from service.database import reading
from service.exporting import csv_document, json_lines_document

_STATES = (
    TextState.ORIGINAL,
    TextState.HUMAN,
    TextState.REVIEWED,
    TextState.MACHINE,
    TextState.OUTDATED,
    TextState.MISSING,
)


def counts(*, as_json: bool) -> None:
    """Print how many listings there are and the state of their texts by language."""
    with prepared() as services, reading(services.engine) as session:
        found = count(session)
    if as_json:
        print(json.dumps(_as_json(found), ensure_ascii=False, indent=2))
    else:
        _print(found)


def export(form: Literal["json", "csv"], *, out: Path | None) -> None:
    """Write the published catalogue to a file or to stdout."""
    with prepared() as services:
        pieces = _pieces(services, form)
        if out is None:
            sys.stdout.writelines(pieces)
            return
        with out.open("w", encoding="utf-8", newline="") as file:
            file.writelines(pieces)


def _pieces(services: Services, form: Literal["json", "csv"]) -> Iterator[str]:
    site = services.settings.site
    with reading(services.engine) as session:
        yield from (
            json_lines_document(session, site) if form == "json" else csv_document(session, site)
        )


def _as_json(found: Counts) -> dict[str, object]:
    texts = {
        language.value: {state.value: found.texts[language].get(state, 0) for state in _STATES}
        for language in LANGUAGES
    }
    return {"projects": found.projects, "products": found.products, "texts": texts}


def _print(found: Counts) -> None:
    table = Table(title=f"{found.projects} projects, {found.products} products; texts by state")
    table.add_column("language")
    used = [s for s in _STATES if any(found.texts[each].get(s, 0) for each in LANGUAGES)]
    for state in used:
        table.add_column(state.value, justify="right")
    for language in LANGUAGES:
        table.add_row(language.value, *(str(found.texts[language].get(state, 0)) for state in used))
    Console().print(table)
