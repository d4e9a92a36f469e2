"""Matches arranged for the page: bands, bridges between words, conditions, what to do next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from catalogue.kinds import Availability, Kind
from catalogue.vocabularies import Vocabularies
from i18n import formats
from i18n.languages import Language
from i18n.messages import N_, translate, translate_plural
from matching.documents import Band, ListingSpan, NoMatch, Relation
from service.recommendations import Condition, Found, FoundListing, FoundReason
from web import labels
from web.filters import LABELS
from web.views.marks import Mark, Piece, occurrences, pieces
from web.views.rows import Row, row
from web.views.words import joined

BANDS: Mapping[Band, str] = {
    "strong": N_("Strong match"),
    "good": N_("Good match"),
    "possible": N_("Possible match"),
}
_BARS: Mapping[Band, int] = {"strong": 3, "good": 2, "possible": 1}
RELATIONS: Mapping[Relation, str] = {
    "same": N_("same meaning"),
    "broader": N_("broader term"),
    "narrower": N_("narrower term"),
    "words": N_("same words"),
}
# Solid: the same; dashed: broader or narrower; dotted: learned from data.
_LINES: Mapping[Relation, str] = {"broader": "broader", "narrower": "broader", "learned": "learned"}
_WIDTHS = ((0.4, "w5"), (0.25, "w4"), (0.15, "w3"), (0.08, "w2"))
NO_MATCH: Mapping[NoMatch, str] = {
    NoMatch.NOTHING_TO_READ: N_("There was nothing to read in the text."),
    NoMatch.NOTHING_UNDERSTOOD: N_("We did not recognise any of the words."),
    NoMatch.NOTHING_ALLOWED: N_("No listing meets the required conditions."),
    NoMatch.BELOW_THRESHOLD: N_("We recognised words, but no listing comes close enough to them."),
}
NEXT_STEPS = (
    N_("Loosen or remove a condition."),
    N_("Use other words for what you seek."),
    N_("Browse the listings by sector or product group."),
)
CONDITION_NAMES: Mapping[str, str] = {
    **LABELS,
    "kind": N_("Kind"),
    "capital": N_("Capital"),
    "concept": N_("Concept"),
}
_MET: Mapping[bool | None, str] = {
    True: N_("met"),
    False: N_("not met"),
    None: N_("cannot be checked"),
}
_WORDS_SHOWN = 4  # words on one side of a bridge
_LEAST_SHARE = 0.02  # a reason of less is left out: it explains nothing


@dataclass(frozen=True, slots=True)
class Bridge:
    """Words of the profile, a line as thick as its share, words of the listing."""

    sought: str
    sought_language: Language | None
    line: str
    offered: str
    offered_language: Language
    why: str


@dataclass(frozen=True, slots=True)
class ConditionLine:
    """A condition, and in words whether it is met."""

    state: str
    detail: str


@dataclass(frozen=True, slots=True)
class Fit:
    """A listing that fits, as the page shows it; `quoted` is the title that was read."""

    row: Row
    band: str
    score: str
    bars: tuple[bool, ...]
    quoted: tuple[Piece, ...]
    quoted_language: Language
    bridges: tuple[Bridge, ...]
    conditions: tuple[ConditionLine, ...]

    @property
    def is_quoted_as_title(self) -> bool:
        """Whether the title that was read is the one the row shows."""
        return self.quoted_language is self.row.title.language


def profile_pieces(text: str, found: Found) -> tuple[Piece, ...]:
    """The profile with its recognised and unrecognised words, and those for what is not sought."""
    spans = [span for each in found.recognized for span in each.words]
    in_place = [span for span in spans if text[span.start : span.end] == span.text]
    moved = {span.text for span in spans} - {span.text for span in in_place}
    excluded = [span for span in found.excluded if text[span.start : span.end] == span.text]
    return pieces(
        text,
        [
            *((span.start, span.end, Mark.RECOGNISED) for span in in_place),
            *occurrences(text, moved, Mark.RECOGNISED),
            *((span.start, span.end, Mark.EXCLUDED) for span in excluded),
            *occurrences(text, found.unrecognized, Mark.UNRECOGNISED),
        ],
    )


def fit(
    found: FoundListing, profile: Language | None, vocabularies: Vocabularies, language: Language
) -> Fit:
    """Arrange one match for a reader of `language`; `profile` is the language of what is sought."""
    filled = _BARS[found.band]
    return Fit(
        row=row(found.card, vocabularies, language),
        band=translate(language, BANDS[found.band]),
        score=formats.score(found.score, language),
        bars=tuple(position < filled for position in range(3)),
        quoted=pieces(found.title, _in_title(found)),
        quoted_language=found.text_language,
        bridges=tuple(_bridges(found, profile, language)),
        conditions=tuple(_condition(each, language) for each in found.conditions),
    )


def condition_detail(condition: Condition, language: Language) -> str:
    """What the listing has, in words; "" where there is nothing to say."""
    if condition.name == "kind":
        return translate(language, labels.KINDS[Kind(condition.detail)])
    if condition.name == "availability" and condition.detail:
        return translate(language, labels.AVAILABILITY[Availability(condition.detail)])
    return condition.detail or translate(language, N_("not in the source"))


def _condition(condition: Condition, language: Language) -> ConditionLine:
    detail = translate(
        language,
        N_("{name}: {value}"),
        name=translate(language, CONDITION_NAMES[condition.name]),
        value=condition_detail(condition, language),
    )
    return ConditionLine(translate(language, _MET[condition.met]), detail)


def _bridges(found: FoundListing, profile: Language | None, language: Language) -> Iterator[Bridge]:
    for place, reason in enumerate(found.reasons):
        if place == 0 or reason.share >= _LEAST_SHARE:
            yield _bridge(reason, profile, (language, found.text_language, Language.VI))


def _bridge(
    reason: FoundReason, profile: Language | None, readable: tuple[Language, ...]
) -> Bridge:
    language = readable[0]
    where = _language_shown(reason.listing_words, readable)
    sought = _distinct(span.text for span in reason.query_words)
    offered = _distinct(span.text for span in reason.listing_words if span.language is where)
    return Bridge(
        sought=joined(sought, profile or language) or reason.label,
        sought_language=profile if sought else language,
        line=_line(reason),
        offered=joined(offered, where) or reason.label,
        offered_language=where,
        why=translate(
            language,
            N_("{share}, {relation}"),
            share=formats.percent(reason.share, language),
            relation=_relation(reason, language),
        ),
    )


def _relation(reason: FoundReason, language: Language) -> str:
    if reason.relation != "learned":
        return translate(language, RELATIONS[reason.relation])
    return translate_plural(
        language,
        "usually translated so, learned from {n} entry",
        "usually translated so, learned from {n} entries",
        reason.entries,
        n=formats.number(reason.entries, language),
    )


def _line(reason: FoundReason) -> str:
    width = next((name for least, name in _WIDTHS if reason.share >= least), "w1")
    return f"{width} {_LINES.get(reason.relation, '')}".strip()


def _in_title(found: FoundListing) -> Iterator[tuple[int, int, Mark]]:
    for span in _listing_spans(found):
        if span.zone == "title" and span.language is found.text_language:
            yield span.start, span.end, Mark.RECOGNISED


def _listing_spans(found: FoundListing) -> Iterator[ListingSpan]:
    for reason in found.reasons:
        yield from reason.listing_words


def _language_shown(words: Sequence[ListingSpan], readable: tuple[Language, ...]) -> Language:
    """The one language in which a listing's words are quoted, the reader's own where it can be."""
    known = [span.language for span in words]
    return next((each for each in (*readable, *known) if each in known), readable[0])


def _distinct(texts: Iterable[str]) -> list[str]:
    """Each word once, in the spelling that came first."""
    spellings: dict[str, str] = {}
    for text in texts:
        spellings.setdefault(text.casefold(), text)
    return list(spellings.values())[:_WORDS_SHOWN]
