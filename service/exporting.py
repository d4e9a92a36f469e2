"""The whole published catalogue as JSON or CSV, for the API and for `caunoi export`."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlmodel import Session

from catalogue.money import Capital
from catalogue.records import ListingRecord, SourceNote
from catalogue.search import published_listings
from i18n.languages import LANGUAGES

# A cell that starts like a formula is one to a spreadsheet, full-width signs included.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_PLAIN = (
    "id",
    "kind",
    "url",
    "province",
    "former",
    "sector",
    "group",
    "hs",
    "availability",
    "listed_on",
    "as_of",
    "source",
)


def item(record: ListingRecord, site: str) -> dict[str, Any]:
    """A listing as the API shows it (DESIGN §4), without the reader's own title."""
    return {
        "id": record.id,
        "kind": record.kind.value,
        "url": f"{site}/en/listings/{record.id}",
        "province": record.province,
        "former": record.former,
        "sector": list(record.sectors),
        "group": record.group,
        "hs": record.hs,
        "availability": record.availability.value if record.availability else None,
        "listed_on": record.listed_on,
        "as_of": record.as_of,
        "source": [source_address(source) for source in record.sources],
        "capital": capital(record.capital),
        "area_ha": record.area.ha if record.area else None,
        "texts": {language.value: _text(record, language) for language in record.texts},
    }


def capital(value: Capital | None) -> dict[str, Any] | None:
    """Capital as amount and currency; a range gives its lower end and both ends."""
    if value is None:
        return None
    if value.amount is not None:
        return {"amount": value.amount, "currency": value.currency}
    return {
        "amount": value.minimum,
        "currency": value.currency,
        "minimum": value.minimum,
        "maximum": value.maximum,
    }


def source_address(source: SourceNote) -> str:
    """The address of a source, or its citation where it has none."""
    return source.url or source.citation or ""


def json_lines_document(session: Session, site: str) -> Iterator[str]:
    """One JSON document `{"listings": […]}`, a listing a line, in pieces."""
    yield '{"listings": [\n'
    comma = ""
    for record in published_listings(session):
        yield comma + json.dumps(item(record, site), ensure_ascii=False)
        comma = ",\n"
    yield "\n]}\n"


def csv_document(session: Session, site: str) -> Iterator[str]:
    """One row a listing, title, summary and text state in columns per language; in pieces."""
    columns = [
        *_PLAIN,
        "capital",
        "currency",
        "area_ha",
        *(f"{part}_{each.value}" for each in LANGUAGES for part in ("title", "summary", "state")),
    ]
    yield "\ufeff" + _line(columns)
    for record in published_listings(session):
        yield _line(_row(item(record, site)))


def harmless(cell: object) -> str:
    """A cell that no spreadsheet takes for a formula."""
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def _text(record: ListingRecord, language: Any) -> dict[str, Any]:
    text = record.texts[language]
    shown: dict[str, Any] = {"title": text.title, "summary": text.summary or None}
    if text.body:
        shown["body"] = text.body
    return {**shown, "origin": text.origin.value, "state": text.state.value}


def _row(listing: Mapping[str, Any]) -> Iterable[object]:
    for name in _PLAIN:
        value = listing[name]
        yield "; ".join(value) if isinstance(value, list) else value
    money = listing["capital"] or {}
    yield money.get("amount")
    yield money.get("currency")
    yield listing["area_ha"]
    for language in LANGUAGES:
        text = listing["texts"].get(language.value, {})
        yield from (text.get(part) for part in ("title", "summary", "state"))


def _line(cells: Iterable[object]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow([harmless(cell) for cell in cells])
    return line.getvalue()
