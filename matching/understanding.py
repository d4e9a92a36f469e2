"""What of a profile was understood, and which of its words were not."""

import re
from collections.abc import Iterable, Iterator

from matching.analysis import Analysis, Part
from matching.analyzers import forms, pieces
from matching.documents import Recognized, Span
from matching.evidence import Evidence
from matching.scripts import HIRAGANA
from matching.segmentation import Token, places_of
from matching.stems import without_particle

Word = tuple[Part, Token]


def recognized(analysis: Analysis) -> tuple[Recognized, ...]:
    """The concepts a text names, in reading order; what a longer name holds is left out."""
    spans: dict[str, list[Span]] = {}
    for number, find, nested in sorted(analysis.finds):
        if not nested:
            part = analysis.parts[number]
            spans.setdefault(find.concept_id, []).append(span(part, find.start, find.end))
    return tuple(Recognized(concept, tuple(found)) for concept, found in spans.items())


def unknown_words(analysis: Analysis, lexical: Evidence) -> tuple[Word, ...]:
    """The content words that neither a concept nor any listing has, wherever they stand.

    Numbers and hiragana say nothing by themselves and are never among them.
    """
    words = list(_unnamed_words(analysis))
    names = sorted({name for _, token in words for name in _ways_to_be_known(token)})
    known = {
        name
        for name, is_known in zip(names, lexical.knows(names).tolist(), strict=True)
        if is_known
    }
    return tuple(word for word in words if not _is_known(word[1], known))


def quoted(words: Iterable[Word]) -> tuple[str, ...]:
    """The words as they stand in the original, each once; Korean ones without their particle."""
    shown: dict[str, str] = {}
    for part, token in words:
        bare = _bare(token)
        places = places_of(part.text.text, token)
        shown.setdefault(bare, part.text.quote(token.start, places[len(bare) - 1] + 1))
    return tuple(shown.values())


def excluded(analysis: Analysis) -> tuple[Span, ...]:
    """What a profile says it does not seek, where it stands."""
    return tuple(_trimmed(span(part, *words)) for part in analysis.parts for words in part.unwanted)


def _trimmed(found: Span) -> Span:
    text = found.text.strip()
    start = found.start + found.text.index(text)
    return Span(start, start + len(text), text)


def span(part: Part, start: int, end: int) -> Span:
    """A piece of a comparable text, quoted from the original."""
    first, last = part.text.origin(start, end)
    return Span(first, last, part.text.original[first:last])


def _unnamed_words(analysis: Analysis) -> Iterator[Word]:
    for number, part in enumerate(analysis.parts):
        named = {
            place
            for where, find, _ in analysis.finds
            if where == number
            for place in range(find.start, find.end)
        }
        text = part.text.text
        for token in analysis.content[number]:
            places = places_of(text, token)
            if not (_says_nothing(text, token) or _is_named(token, places, named)):
                yield part, token


def _says_nothing(text: str, token: Token) -> bool:
    if token.script == "han" and token.end - token.start == 1:
        # 基づく is a verb, 米を is rice.
        return re.match(rf"(?![のとやはがをもへに])[{HIRAGANA}]", text[token.end :]) is not None
    return token.text.isdecimal() or token.script == "hiragana"


def _is_named(token: Token, places: Iterable[int], named: set[int]) -> bool:
    """A word of an alphabet by any part of it, a run of Korean or Japanese by half of it."""
    covered = sum(place in named for place in places)
    return covered > 0 and (token.script == "latin" or 2 * covered >= len(token.text))


def _ways_to_be_known(token: Token) -> Iterator[str]:
    yield from (name for name, _ in forms(token, None))
    yield from _inner_pairs(token)


def _is_known(token: Token, known: set[str]) -> bool:
    if any(name in known for name, _ in forms(token, None)):
        return True
    pairs = _inner_pairs(token)
    return bool(pairs) and known.issuperset(pairs)


def _inner_pairs(token: Token) -> list[str]:
    """The pieces that a listing with this Korean or Japanese run inside a longer one has."""
    return [] if token.script == "latin" else list(pieces(_bare(token), range(2, 3)))


def _bare(token: Token) -> str:
    return without_particle(token.text) if token.script == "hangul" else token.text
