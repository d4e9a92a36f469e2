"""/{language}/api: the API reference, made from the OpenAPI document, and the bulk files."""

from __future__ import annotations

import json
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from catalogue.search import counts, feed_entries
from i18n.languages import Language
from i18n.messages import translate
from service.bootstrap import Services
from service.database import reading
from web.api.exports import Form, known_export
from web.api.operations import PREFIX
from web.api.refusals import told, unknown
from web.dependencies import ServicesOf
from web.errors import UNUSABLE
from web.rendering import render
from web.views.api_reference import entries, size

router = APIRouter()


@router.get("/{language}/api")
def api(request: Request, language: Language, services: ServicesOf) -> Response:
    """The reference in the reader's language."""
    site = services.settings.site
    context = {
        "prefix": PREFIX,
        "operations": entries(services.reference.read(), site, language),
        "problem": _problem(language),
        **_downloads(services, language),
    }
    return render(request, "api.html", language, context)


def _downloads(services: Services, language: Language) -> dict[str, Any]:
    with reading(services.engine) as session:
        sizes = counts(session)
        newest = feed_entries(session, language, limit=1)
    total = sizes.projects + sizes.products
    known = {form: known_export(services, form, listings=total) for form in Form}
    return {
        "total": total,
        "changed_on": newest[0].updated_at.date() if newest else None,
        "files": [
            (form.value, found and size(found.size, language)) for form, found in known.items()
        ],
    }


def _problem(language: Language) -> str:
    """An error as it is told in the reader's language."""
    document = {
        "type": "about:blank",
        "title": translate(language, UNUSABLE.title),
        "status": UNUSABLE.status,
        "detail": translate(language, UNUSABLE.advice),
        "errors": [told(unknown("province", "99"), language)],
    }
    return json.dumps(document, ensure_ascii=False, indent=1)
