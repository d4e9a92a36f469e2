"""Which language a request wants: path, cookie, Accept-Language (RFC 9110, 12.5.4)."""

from collections.abc import Iterator

from i18n.languages import DEFAULT_LANGUAGE, Language, language_of

# Browsers send a few hundred characters; what is longer is not a reader's preference.
_LONGEST_HEADER = 1000


def negotiate(*, cookie: str | None, accept_language: str | None) -> Language:
    """The language for a path that names none: the reader's earlier choice, then the browser's."""
    chosen = language_of(cookie) if cookie else None
    return chosen or _most_wanted(accept_language or "") or DEFAULT_LANGUAGE


def language_of_path(path: str) -> Language | None:
    """The language a path begins with ("/vi", "/vi/projects"); codes are lower case there."""
    first = path.removeprefix("/").partition("/")[0]
    return Language(first) if first in tuple(Language) else None


def _most_wanted(header: str) -> Language | None:
    wanted = sorted(_ranges(header[:_LONGEST_HEADER]), key=lambda item: -item[1])
    return wanted[0][0] if wanted else None


def _ranges(header: str) -> Iterator[tuple[Language, float]]:
    for part in header.split(","):
        tag, _, parameter = part.partition(";")
        language, quality = language_of(tag), _quality(parameter)
        if language and quality > 0:
            yield language, quality


def _quality(parameter: str) -> float:
    name, _, value = parameter.replace(" ", "").partition("=")
    if not name:
        return 1.0
    try:
        quality = float(value) if name.lower() == "q" else 0.0
    except ValueError:
        return 0.0
    return quality if 0 <= quality <= 1 else 0.0
