"""Parameters of the API: the same as those of the pages, but what is not understood is refused."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from starlette.datastructures import QueryParams

from catalogue.search import Criteria
from i18n.languages import DEFAULT_LANGUAGE, LANGUAGES, Language
from service.reference import Reference
from web.api.models import MatchRequest
from web.api.refusals import Refused, unknown
from web.filters import MAX_PAGE, MAX_WORDS, ListQuery, read_conditions, read_list_query

PER_PAGE = 20
MAX_PER_PAGE = 100
_CODED = ("province", "sector", "hs", "certificate", "currency")  # of a match request
# Parameters that may be given once only, and must then say something.
_SINGLE = frozenset(
    {"q", "kind", "capital_min", "capital_max", "currency", "sort", "lang", "page", "per_page"}
)


@dataclass(frozen=True, slots=True)
class Paging:
    """Which page, how long, in which language."""

    language: Language
    page: int
    per_page: int
    refused: tuple[Refused, ...]


def read_listing_query(
    params: QueryParams, reference: Reference
) -> tuple[ListQuery, tuple[Refused, ...]]:
    """The query of a list with everything about it that was not understood."""
    query = read_list_query(params, reference, kind=None)
    conditions, problems = read_conditions(params, reference)
    found = dict.fromkeys((p.field, p.value) for p in (*query.problems, *problems))
    criteria = replace(query.criteria, kind=conditions.kind)
    return replace(query, criteria=criteria), tuple(unknown(*each) for each in found)


def read_paging(params: QueryParams, *, names: Sequence[str]) -> Paging:
    """Language and page of any list of the API, checking the form of all its parameters."""
    refused = list(_malformed(params, names))
    number = _Number(params, refused)
    language = _language(params, refused)
    page = number.read("page", default=1, largest=MAX_PAGE)
    per_page = number.read("per_page", default=PER_PAGE, largest=MAX_PER_PAGE)
    return Paging(language, page, per_page, tuple(dict.fromkeys(refused)))


def read_match_conditions(
    asked: MatchRequest, reference: Reference
) -> tuple[Criteria, tuple[Refused, ...]]:
    """The conditions of a match request, its codes checked."""
    given = _Given(asked)
    criteria, problems = read_conditions(given, reference)
    refused = [unknown(problem.field, problem.value) for problem in problems]
    for name in _CODED:
        refused += [unknown(name, str(v)) for v in given.getlist(name) if _is_inexact(str(v))]
    return criteria, tuple(dict.fromkeys(refused))


class _Given:
    """A match request read like the fields of a form."""

    def __init__(self, asked: MatchRequest) -> None:
        self._values = asked.model_dump()

    def getlist(self, key: str) -> Sequence[object]:
        value = self._values.get(key)
        if value is None:
            return []
        return value if isinstance(value, list) else [str(value)]


class _Number:
    def __init__(self, params: QueryParams, refused: list[Refused]) -> None:
        self._params, self._refused = params, refused

    def read(self, name: str, *, default: int, largest: int) -> int:
        text = self._params.get(name)
        if text is None:
            return default
        if text.isascii() and text.isdigit() and len(text) <= 9 and 1 <= int(text) <= largest:
            return int(text)
        self._refused.append(unknown(name, text))
        return default


def _language(params: QueryParams, refused: list[Refused]) -> Language:
    text = params.get("lang")
    if text is None:
        return DEFAULT_LANGUAGE
    if text in LANGUAGES:
        return Language(text)
    refused.append(unknown("lang", text))
    return DEFAULT_LANGUAGE


def _malformed(params: QueryParams, names: Sequence[str]) -> Iterator[Refused]:
    """Values that pages would forgive: blanks around them, single parameters given twice."""
    for name in names:
        values = params.getlist(name)
        if name in _SINGLE and len(values) > 1:
            yield unknown(name, ", ".join(values))
        elif name == "q":
            yield from (unknown(name, value) for value in values if len(value) > MAX_WORDS)
        else:
            yield from (unknown(name, value) for value in values if _is_inexact(value))


def _is_inexact(value: str) -> bool:
    """Whether nothing or more than the bare code stands there, which pages forgive."""
    return not value or value != value.strip()
