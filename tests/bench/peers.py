"""What the product is measured against: a bare reply, and the same list page written plainly.

The plain page is what a capable developer writes first with FastAPI, SQLModel, Jinja and Babel:
objects of the ORM, what belongs to a row looked up for the row, a GROUP BY for each facet,
formatting where the value is shown. Same database and indexes, filters, rows, facets and words.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated, Any

from babel.dates import format_date
from babel.numbers import format_currency, format_decimal
from fastapi import Depends, FastAPI, Query, Request
from fastapi.responses import HTMLResponse
from fastapi.templating import Jinja2Templates
from jinja2 import Environment, FileSystemLoader, select_autoescape
from sqlalchemy import Engine, func, or_
from sqlmodel import Session, col, create_engine, select
from starlette.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

import service.tables  # noqa: F401 - registers every table
from catalogue.kinds import Kind
from catalogue.lifecycle import State
from catalogue.listings import Listing, ListingCertificate, ListingSector, ListingText
from catalogue.places import FormerProvince, Province
from catalogue.sectors import Certificate, HsHeading, ProductGroup, Sector
from i18n.languages import LANGUAGES, Language
from i18n.messages import translations

PER_PAGE = 20
_FACETS = {
    Kind.PROJECT: ("province", "former", "sector", "availability", "lang_available"),
    Kind.PRODUCT: ("province", "former", "group", "hs", "certificate", "lang_available"),
}
_COLUMNS = {
    "province": Listing.province,
    "former": Listing.former,
    "group": Listing.product_group,
    "hs": Listing.hs,
    "availability": Listing.availability,
    "lang_available": Listing.languages,
}


def bare() -> ASGIApp:
    """Nothing but a reply of `BENCH_SIZE` bytes."""
    body = b"x" * int(os.environ["BENCH_SIZE"])
    headers = [
        (b"content-type", b"text/html; charset=utf-8"),
        (b"content-length", str(len(body)).encode()),
    ]

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            await send({"type": "http.response.start", "status": 200, "headers": headers})
            await send({"type": "http.response.body", "body": body})

    return app


def plain() -> FastAPI:
    """The list pages of the product, without its measures."""
    app = FastAPI()
    app.add_middleware(GZipMiddleware, minimum_size=1000)
    app.add_api_route("/{language}/projects", projects, response_class=HTMLResponse)
    app.add_api_route("/{language}/products", products, response_class=HTMLResponse)
    return app


@cache
def _engine() -> Engine:
    return create_engine(os.environ["BENCH_DATABASE"], connect_args={"check_same_thread": False})


@cache
def _templates(language: Language) -> Jinja2Templates:
    env = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=select_autoescape(),
        extensions=["jinja2.ext.i18n"],
    )
    env.install_gettext_translations(translations(language), newstyle=True)  # type: ignore[attr-defined]
    env.filters["number"] = lambda value: format_decimal(value, locale=language.value)
    env.filters["money"] = lambda value, code: format_currency(value, code, locale=language.value)
    env.filters["day"] = lambda value: _day(value, language)
    return Jinja2Templates(env=env)


def _day(value: str, language: Language) -> str:
    parts = [int(part) for part in value.split("-")]
    forms = {1: "yyyy", 2: "MMMM yyyy", 3: "long"}
    day = date(*[*parts, 1, 1][:3])
    return str(format_date(day, forms[len(parts)], locale=language.value))


def _session() -> Any:
    with Session(_engine()) as session:
        yield session


class Filters:
    """The query of a list, as FastAPI reads it."""

    def __init__(
        self,
        province: Annotated[list[str], Query(default_factory=list)],
        former: Annotated[list[str], Query(default_factory=list)],
        sector: Annotated[list[str], Query(default_factory=list)],
        group: Annotated[list[str], Query(default_factory=list)],
        hs: Annotated[list[str], Query(default_factory=list)],
        certificate: Annotated[list[str], Query(default_factory=list)],
        availability: Annotated[list[str], Query(default_factory=list)],
        lang_available: Annotated[list[str], Query(default_factory=list)],
        capital_min: int | None = None,
        capital_max: int | None = None,
        sort: str = "newest",
        page: int = 1,
    ) -> None:
        self.chosen = {
            "province": province,
            "former": former,
            "sector": sector,
            "group": group,
            "hs": hs,
            "certificate": certificate,
            "availability": availability,
            "lang_available": lang_available,
        }
        self.capital_min, self.capital_max = capital_min, capital_max
        self.sort, self.page = sort, page

    def where(self, kind: Kind, *, without: str = "") -> list[Any]:
        """The conditions, a facet's own one left out for its counts."""
        found: list[Any] = [Listing.state == State.PUBLISHED, Listing.kind == kind]
        for name, values in self.chosen.items():
            if values and name != without:
                found.append(_condition(name, values))
        if self.capital_min is not None:
            found.append(col(Listing.capital_vnd) >= self.capital_min)
        if self.capital_max is not None:
            found.append(col(Listing.capital_vnd) <= self.capital_max)
        return found


def _condition(name: str, values: Sequence[str]) -> Any:
    if name == "sector":
        chosen = select(ListingSector.listing_id).where(col(ListingSector.sector).in_(values))
        return col(Listing.id).in_(chosen)
    if name == "certificate":
        linked = ListingCertificate
        having = select(linked.listing_id).where(col(linked.certificate).in_(values))
        return col(Listing.id).in_(having)
    if name == "lang_available":
        return or_(*(col(Listing.languages).contains(value) for value in values))
    return col(_COLUMNS[name]).in_(values)


SessionOf = Annotated[Session, Depends(_session)]
FiltersOf = Annotated[Filters, Depends()]


def projects(
    request: Request, language: Language, filters: FiltersOf, session: SessionOf
) -> HTMLResponse:
    """Projects."""
    return _list(request, language, filters, session, kind=Kind.PROJECT)


def products(
    request: Request, language: Language, filters: FiltersOf, session: SessionOf
) -> HTMLResponse:
    """Products."""
    return _list(request, language, filters, session, kind=Kind.PRODUCT)


def _list(
    request: Request, language: Language, filters: Filters, session: Session, *, kind: Kind
) -> HTMLResponse:
    where = filters.where(kind)
    orders = {
        "capital": col(Listing.capital_vnd).desc(),
        "name": getattr(Listing, f"sort_{language.value}"),
    }
    order = orders.get(filters.sort, col(Listing.newest).desc())
    found = select(Listing).where(*where).order_by(order, col(Listing.id))
    listings = session.exec(found.offset((filters.page - 1) * PER_PAGE).limit(PER_PAGE)).all()
    total = session.exec(select(func.count()).select_from(Listing).where(*where)).one()
    context = {
        "language": language,
        "languages": LANGUAGES,
        "kind": kind,
        "filters": filters,
        "rows": [_row(session, listing, language) for listing in listings],
        "total": total,
        "pages": -(-total // PER_PAGE),
        "facets": [_facet(session, name, filters, language, kind) for name in _FACETS[kind]],
    }
    return _templates(language).TemplateResponse(request, "plain.html", context)


def _row(session: Session, listing: Listing, language: Language) -> dict[str, Any]:
    texts = {
        text.language: text
        for text in session.exec(select(ListingText).where(ListingText.listing_id == listing.id))
    }
    sectors = session.exec(
        select(Sector)
        .join(ListingSector, col(ListingSector.sector) == col(Sector.key))
        .where(ListingSector.listing_id == listing.id)
    ).all()
    province = session.exec(select(Province).where(Province.code == listing.province)).one()
    former = session.exec(
        select(FormerProvince).where(FormerProvince.key == listing.former)
    ).first()
    group = session.exec(
        select(ProductGroup).where(ProductGroup.key == listing.product_group)
    ).first()
    text = texts.get(language) or texts.get(Language.VI) or next(iter(texts.values()))
    return {
        "listing": listing,
        "text": text,
        "texts": texts,
        "original": texts.get(Language.VI),
        "province": _label(province, language),
        "former": _label(former, language) if former else None,
        "subjects": [_label(each, language) for each in ([group] if group else sectors)],
    }


def _label(row: Any, language: Language) -> str:
    return str(getattr(row, language.value) or row.vi)


def _facet(
    session: Session, name: str, filters: Filters, language: Language, kind: Kind
) -> dict[str, Any]:
    where = filters.where(kind, without=name)
    counts = session.exec(_counting(name, where)).all()
    labels = _labels(session, name, language)
    choices: list[dict[str, Any]] = [
        {
            "value": value,
            "label": labels.get(value, value),
            "count": count,
            "chosen": value in filters.chosen[name],
        }
        for value, count in _separate(counts)
    ]
    choices.sort(key=lambda choice: (not choice["chosen"], -choice["count"]))
    return {"name": name, "choices": choices}


def _separate(counts: Sequence[tuple[str | None, int]]) -> list[tuple[str, int]]:
    """Only `languages` holds several values."""
    found: Counter[str] = Counter()
    for values, count in counts:
        for value in (values or "").split():
            found[value] += count
    return list(found.items())


def _counting(name: str, where: Sequence[Any]) -> Any:
    if name in ("sector", "certificate"):
        table: Any = ListingSector if name == "sector" else ListingCertificate
        column = getattr(table, name)
        joined = select(column, func.count()).join(Listing, table.listing_id == Listing.id)
        return joined.where(*where).group_by(column)
    own = _COLUMNS[name]
    return select(own, func.count()).where(*where).group_by(col(own))


def _labels(session: Session, name: str, language: Language) -> dict[str, str]:
    tables: dict[str, tuple[Any, str]] = {
        "province": (Province, "code"),
        "former": (FormerProvince, "key"),
        "sector": (Sector, "key"),
        "group": (ProductGroup, "key"),
        "hs": (HsHeading, "code"),
        "certificate": (Certificate, "key"),
    }
    if name not in tables:
        return {}
    table, key = tables[name]
    return {getattr(row, key): _label(row, language) for row in session.exec(select(table))}
