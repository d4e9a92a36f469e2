"""/{language}/projects and /{language}/products: filters with counts, sort, pages."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import Response

from catalogue.kinds import Kind
from catalogue.search import ResultPage, search
from i18n.languages import Language
from service.bootstrap import Services
from service.database import reading
from web import urls
from web.dependencies import ServicesOf
from web.filters import ListQuery, read_list_query
from web.rendering import render
from web.views.filters import filter_form
from web.views.rows import row

router = APIRouter()
PER_PAGE = 20


@router.get("/{language}/projects")
def projects(request: Request, language: Language, services: ServicesOf) -> Response:
    """Projects on provincial investment lists."""
    return _list(request, language, services, kind=Kind.PROJECT)


@router.get("/{language}/products")
def products(request: Request, language: Language, services: ServicesOf) -> Response:
    """Local products."""
    return _list(request, language, services, kind=Kind.PRODUCT)


def _list(request: Request, language: Language, services: Services, *, kind: Kind) -> Response:
    reference = services.reference.read()
    query = read_list_query(request.query_params, reference, kind=kind)
    page = find(services, query, language, per_page=PER_PAGE)
    context = {
        "kind": kind,
        "query": query,
        "result": page,
        "rows": [row(card, reference.vocabularies, language) for card in page.items],
        "form": filter_form(query, page, reference, language),
        "pager": Pager.of(query, page, urls.page(language, f"{kind.value}s")),
    }
    return render(request, "list.html", language, context)


def find(services: Services, query: ListQuery, language: Language, *, per_page: int) -> ResultPage:
    """One page of what a query asks for; keywords are ranked by the matching index."""
    inventory = services.reference.read().inventory
    with reading(services.engine) as session:
        ranked = (
            services.recommendations.keyword_ids(session, query.words, language)
            if query.words
            else None
        )
        return search(
            session,
            query.criteria,
            language=language,
            sort=query.sort,
            page=query.page,
            per_page=per_page,
            ranked_ids=ranked,
            inventory=inventory,
        )


@dataclass(frozen=True, slots=True)
class Pager:
    """Links to the pages of a list; `numbers` has None where pages are left out."""

    first: int
    last: int
    total: int
    page: int
    pages: int
    numbers: tuple[int | None, ...]
    path: str
    parameters: urls.Query

    @classmethod
    def of(cls, query: ListQuery, page: ResultPage, path: str) -> Pager:
        """The pager of a result page."""
        pages = max(1, -(-page.total // page.per_page))
        first = (page.page - 1) * page.per_page + 1
        return cls(
            first=first,
            last=first + len(page.items) - 1,
            total=page.total,
            page=page.page,
            pages=pages,
            numbers=_numbers(page.page, pages),
            path=path,
            parameters=query.parameters,
        )

    def href(self, page: int) -> str:
        """The address of a page; the first one carries no number."""
        number = (("page", str(page)),) if page > 1 else ()
        return urls.with_query(self.path, (*self.parameters, *number))


def _numbers(page: int, pages: int) -> tuple[int | None, ...]:
    near = sorted({1, pages, *range(max(1, page - 2), min(pages, page + 2) + 1)})
    numbers: list[int | None] = []
    for number in near:
        if numbers and number - (numbers[-1] or 0) > 1:
            numbers.append(None)
        numbers.append(number)
    return tuple(numbers)
