"""Templates to replies: one environment per language, one place that knows our headers."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment
from starlette.requests import Request
from starlette.responses import Response

from i18n.environment import environment
from i18n.languages import LANGUAGES, Language
from web import urls

TEMPLATES = Path(__file__).parent / "templates"
PUBLIC = "public, max-age=0, must-revalidate"
PRIVATE = "no-store"
_HTML = "text/html; charset=utf-8"


@cache
def templates(language: Language) -> Environment:
    """The environment of a language with our links; made once."""
    env = environment(language, (TEMPLATES,))
    env.globals.update(
        language=language, languages=LANGUAGES, url=urls, asset=urls.asset, Language=Language
    )
    return env


def render(
    request: Request,
    template: str,
    language: Language,
    context: Mapping[str, Any],
    *,
    status: int = 200,
    cache_control: str = PUBLIC,
) -> Response:
    """Render `pages/<template>` for a request as an HTML reply."""
    site = request.app.state.services.settings.site
    page = templates(language).get_template(f"pages/{template}")
    body = page.render(
        {"site": site, "path": request.url.path, "query": request.url.query, **context}
    )
    return Response(body, status, {"cache-control": cache_control}, media_type=_HTML)
