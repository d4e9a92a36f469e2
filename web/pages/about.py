"""/{language}/about and /{language}/privacy: what the site does, and nothing it does not do."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from catalogue.search import counts
from i18n.languages import Language
from service.database import reading
from web.dependencies import ServicesOf
from web.rendering import render
from web.views.about import rate_lines, text_table

router = APIRouter()


@router.get("/{language}/about")
def about(request: Request, language: Language, services: ServicesOf) -> Response:
    """What the site is, where its facts come from, how it matches, what it does not promise."""
    with reading(services.engine) as session:
        sizes = counts(session)
    context = {
        "counts": sizes,
        "texts": text_table(sizes, language),
        "rates": rate_lines(services.reference.read().rates, language),
    }
    return render(request, "about.html", language, context)


@router.get("/{language}/privacy")
def privacy(request: Request, language: Language) -> Response:
    """What the site keeps of its visitors."""
    return render(request, "privacy.html", language, {})
