"""`POST /matches`: what somebody seeks in, explained listings out. Nothing of it is kept."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from pydantic import ValidationError
from starlette.responses import Response

from catalogue.search import Criteria
from i18n.detection import detect
from i18n.languages import DEFAULT_LANGUAGE, Language
from i18n.messages import translate
from i18n.normalization import stored
from matching.documents import distinct
from service.bootstrap import Services
from service.database import reading
from service.recommendations import Found, FoundListing, FoundReason, Wanted
from web import urls
from web.api.models import (
    Match,
    MatchCondition,
    MatchedListing,
    Matches,
    MatchReason,
    MatchRequest,
    NoMatchYet,
    RecognizedConcept,
    Spoken,
)
from web.api.reading import read_match_conditions
from web.api.refusals import invalid
from web.api.replies import private, refuse
from web.dependencies import ServicesOf
from web.views.matches import NEXT_STEPS, condition_detail

router = APIRouter()


async def _read_body(request: Request) -> bytes:
    return await request.body()


@router.post("/matches")
def matches(
    request: Request, body: Annotated[bytes, Depends(_read_body)], services: ServicesOf
) -> Response:
    """Listings that fit a text in any of the four languages, best first, with the reasons."""
    try:
        asked = MatchRequest.model_validate_json(body)
    except ValidationError as error:
        return refuse(request, invalid(error), _language(body))
    criteria, refused = read_match_conditions(asked, services.reference.read())
    if refused:
        return refuse(request, refused, asked.lang)
    language = asked.lang or detect(asked.text) or DEFAULT_LANGUAGE
    found = _find(services, asked, criteria, language)
    return private(_answer(found, services.settings.site, language), language)


def _language(body: bytes) -> Language | None:
    try:
        return Spoken.model_validate_json(body).lang
    except ValidationError:
        return None


def _find(services: Services, asked: MatchRequest, criteria: Criteria, language: Language) -> Found:
    wanted = Wanted(text=stored(asked.text), criteria=criteria)
    with reading(services.engine) as session:
        return services.recommendations.find(session, wanted, language=language, limit=asked.limit)


def _answer(found: Found, site: str, language: Language) -> Matches:
    none = found.no_match and NoMatchYet(
        reason=found.no_match, next_steps=[translate(language, step) for step in NEXT_STEPS]
    )
    return Matches(
        language=found.language,
        recognized=[
            RecognizedConcept(
                concept=each.concept,
                label=each.label,
                words=_words(span.text for span in each.words),
            )
            for each in found.recognized
        ],
        unrecognized=list(found.unrecognized),
        excluded=distinct(found.excluded),
        matches=[_match(each, site, language) for each in found.items],
        no_match=none,
    )


def _match(each: FoundListing, site: str, language: Language) -> Match:
    title = each.card.title
    url = urls.listing(language, each.card.id, "" if title.is_fallback else title.text)
    return Match(
        listing=MatchedListing(
            id=each.card.id,
            kind=each.card.kind,
            title=title.text,
            title_lang=title.language,
            url=site + url,
            province=each.card.province,
        ),
        score=each.score,
        band=each.band,
        reasons=[_reason(reason) for reason in each.reasons],
        conditions=[
            MatchCondition(name=one.name, met=one.met, detail=condition_detail(one, language))
            for one in each.conditions
        ],
    )


def _reason(reason: FoundReason) -> MatchReason:
    return MatchReason(
        kind=reason.kind,
        label=reason.label,
        share=reason.share,
        relation=reason.relation,
        entries=reason.entries,
        query_words=_words(span.text for span in reason.query_words),
        listing_words=_words(span.text for span in reason.listing_words),
    )


def _words(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(texts))
