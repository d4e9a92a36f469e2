"""One Jinja environment per language, for pages and for mail.

One per language because a macro imported without context does not see a gettext handed in per
rendering. Building one is slow: build the four once.
"""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    pass_eval_context,
    select_autoescape,
)
from jinja2.nodes import EvalContext
from markupsafe import escape

from i18n import formats
from i18n.languages import LANGUAGES, Language
from i18n.messages import fill, translations

_FILTERS: dict[str, Callable[..., str]] = {
    "approximate_money": formats.approximate_money,
    "area": formats.area,
    "date": formats.date_,
    "money": formats.money,
    "number": formats.number,
    "partial_date": formats.partial_date,
    "percent": formats.percent,
    "years": formats.years,
    "about": formats.about,
    "more_than": formats.more_than,
}


def environment(language: Language, loader_paths: Sequence[str | Path]) -> Environment:
    """Templates speak one language: `_("{n} results", n=n)`, `{{ amount | money("VND") }}`.

    Everything but .txt is escaped; an unknown name is an error; the first path wins.
    """
    env = Environment(
        loader=FileSystemLoader(loader_paths),
        autoescape=select_autoescape(disabled_extensions=("txt",), default=True),
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.policies["ext.i18n.trimmed"] = True
    env.filters |= {name: partial(format_, language=language) for name, format_ in _FILTERS.items()}
    env.globals |= _message_functions(language) | {
        "language": language,
        "LANGUAGES": LANGUAGES,
        "money_range": partial(formats.money_range, language=language),
    }
    return env


def _message_functions(language: Language) -> dict[str, Callable[..., str]]:
    """What `_`, `gettext`, `ngettext`, `pgettext` and `{% trans %}` call in templates."""
    catalogue = translations(language)

    @pass_eval_context
    def gettext(where: EvalContext, message: str, /, **values: object) -> str:
        return _filled(where, catalogue.gettext(message), values)

    @pass_eval_context
    def ngettext(where: EvalContext, one: str, many: str, n: int, /, **values: object) -> str:
        return _counted(where, catalogue.ngettext(one, many, n), {"n": n, **values})

    @pass_eval_context
    def pgettext(where: EvalContext, context: str, message: str, /, **values: object) -> str:
        return _filled(where, catalogue.pgettext(context, message), values)

    @pass_eval_context
    def npgettext(
        where: EvalContext, context: str, one: str, many: str, n: int, /, **values: object
    ) -> str:
        return _counted(where, catalogue.npgettext(context, one, many, n), {"n": n, **values})

    return {each.__name__: each for each in (gettext, ngettext, pgettext, npgettext)}


def _counted(where: EvalContext, message: str, values: dict[str, object]) -> str:
    """As `_filled`; but a `{% trans %}` block, which has no value but n, fills itself."""
    return message if len(values) == 1 and "%(" in message else _filled(where, message, values)


def _filled(where: EvalContext, message: str, values: dict[str, object]) -> str:
    """Messages are plain text: only a value that is Markup brings tags into a sentence.

    Without values the message stays a plain string, which Jinja escapes where it is printed and
    `{% trans %}` marks as safe itself.
    """
    return fill(escape(message) if values and where.autoescape else message, values)
