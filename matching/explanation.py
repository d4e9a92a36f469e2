"""Why a listing matches: which concepts and words made the score, quoted on both sides.

The score is a sum over features, so each feature's part in it is exact. Parts are gathered under
the concept they belong to, or under the words that bear them.
"""

from collections.abc import Iterable, Sequence

from i18n.languages import Language
from matching.analysis import Analysis, Place
from matching.documents import Kind, ListingSpan, Reason, Span, Zone
from matching.grouping import Group, Source, concept_groups, learned_groups, word_groups
from matching.index import Index
from matching.passages import ListingTexts, Passages
from matching.query import Reading
from matching.understanding import span

_MOST_WORD_REASONS = 4
_MOST_SPANS = 12
_DUST = 0.03


def explain(index: Index, source: Source, readable: Sequence[Language] = ()) -> tuple[Reason, ...]:
    """The reasons for a score, largest share first.

    Spans on the side of the query are those of the source's reading. The listing is quoted from
    its texts in the `readable` languages, best first, where these have what it is about; then from
    the text of the row, which made the score; then from its others.
    """
    listing = ListingTexts(index, source.row, source.words, readable)
    groups = concept_groups(index, source, listing)
    groups += word_groups(source, groups)
    groups += learned_groups(index, source, listing, groups)
    groups = _without_tail(_without_dust(sorted(groups, key=lambda group: -group.amount)))
    total = sum(group.amount for group in groups)
    return tuple(_reason(group, total, source.reading, listing) for group in groups)


def _without_dust(groups: list[Group]) -> list[Group]:
    """Without words that share a few letters and make next to nothing of the score."""
    least = _DUST * sum(group.amount for group in groups)
    return [group for group in groups if group.amount > least or not group.is_pieces] or groups


def _without_tail(groups: list[Group]) -> list[Group]:
    """Many small groups of words as one, so that a reader sees what matters."""
    words = [group for group in groups if group.is_words]
    tail = words[_MOST_WORD_REASONS:]
    if len(tail) < 2:
        return groups
    rest = Group()
    for group in tail:
        rest.amount += group.amount
        rest.sought += group.sought
        rest.names += group.names
    return [group for group in groups if group not in tail] + [rest]


def _reason(group: Group, total: float, reading: Reading, listing: ListingTexts) -> Reason:
    return Reason(
        kind=_kind(group),
        relation=group.relation,
        concept=group.concept,
        share=group.amount / total,
        query_spans=_query_spans(group, reading.analysis),
        listing_spans=_quotes(group.offered or listing.bearing(group.names)),
        entries=group.entries,
    )


def _kind(group: Group) -> Kind:
    if group.concept is not None:
        return "concept"
    return "words" if group.is_words else "learned"


def _query_spans(group: Group, analysis: Analysis) -> tuple[Span, ...]:
    spans = []
    for place in _merged(group.sought):
        part = analysis.parts[place.part]
        offset = len(analysis.parts[0].text.original) + 1 if place.part else 0
        found = span(part, place.start, place.end)
        spans.append(Span(found.start + offset, found.end + offset, found.text))
    return tuple(spans)


def _quotes(passages: Passages) -> tuple[ListingSpan, ...]:
    quotes = []
    for place in _merged(passages.places):
        found = span(passages.text.parts[place.part], place.start, place.end)
        zone: Zone = "body" if place.part else "title"
        quotes.append(ListingSpan(zone, found.start, found.end, found.text, passages.language))
    return tuple(quotes)


def _merged(places: Iterable[Place]) -> list[Place]:
    """The stretches in reading order, overlapping ones as one."""
    merged: list[Place] = []
    for place in sorted(set(places)):
        last = merged[-1] if merged else None
        if last and place.part == last.part and place.start < last.end:
            merged[-1] = last._replace(end=max(last.end, place.end))
        else:
            merged.append(place)
    return merged[:_MOST_SPANS]
