"""Every address of the site is built here (DESIGN §4); templates never glue their own."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from urllib.parse import quote, urlencode

from i18n.languages import LANGUAGES, Language
from i18n.normalization import slug

STATIC = Path(__file__).parent / "static"
Query = tuple[tuple[str, str], ...]


def page(language: Language, name: str = "", query: Query = ()) -> str:
    """The path of a page in a language: `page(KO, "projects")` → /ko/projects."""
    return with_query(f"/{language.value}/{name}", query)


def with_query(path: str, query: Query) -> str:
    """A path with its parameters, in the order given."""
    return f"{path}?{urlencode(query)}" if query else path


def listing(language: Language, public_id: str, title: str = "") -> str:
    """The canonical path of a listing, with a slug when its title leaves one."""
    tail = slug(title)[:80].strip("-")
    return quoted(f"/{language.value}/listings/{public_id}" + (f"/{tail}" if tail else ""))


def quoted(path: str) -> str:
    """A path as it stands in headers, feeds and sitemaps: Korean and Japanese slugs encoded."""
    return quote(path)


def other_language(path: str, language: Language) -> str:
    """The same page in another language; paths without a language lead to its home."""
    first, _, rest = path.removeprefix("/").partition("/")
    if first not in {known.value for known in LANGUAGES}:
        return page(language)
    if rest.startswith("listings/"):  # slugs follow the language: let the page find its own
        rest = "/".join(rest.split("/")[:2])
    return f"/{language.value}/{rest}"


@cache
def asset(name: str) -> str:
    """The address of a static file, with its content's hash so that it may be kept for ever."""
    digest = hashlib.blake2b((STATIC / name).read_bytes(), digest_size=6).hexdigest()
    return f"/static/{name}?v={digest}"
