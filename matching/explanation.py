"""Why a listing matches: which concepts and words made the score, quoted on both sides.

The score is a sum over features, so each feature's part in it is exact. Parts are gathered under
the concept they belong to, or under the words that bear them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from i18n.languages import Language
from matching.analysis import Analysis, Place
from matching.analyzers import PIECE_MARK
from matching.documents import ListingSpan, Reason, Relation, Span, Zone
from matching.index import Index
from matching.query import Query, Reading
from matching.understanding import span

_MOST_WORD_REASONS = 4
_MOST_SPANS = 12
_DUST = 0.03


@dataclass
class _Group:
    """A reason in the making."""

    concept: str | None = None
    relation: Relation = "words"
    amount: float = 0.0
    sought: list[Place] = field(default_factory=list)
    names: list[str] = field(default_factory=list)

    @property
    def is_pieces(self) -> bool:
        """Whether the words have only pieces in common."""
        return self.concept is None and all(name.startswith(PIECE_MARK) for name in self.names)


@dataclass(frozen=True)
class Source:
    """Where the score of a listing comes from: what of the query met which row, and how much.

    `words` and `concepts` are the parts of the score by feature, before it is brought to 0–1.
    """

    query: Query
    reading: Reading
    row: int
    words: Mapping[str, float]
    concepts: Mapping[str, float]


def explain(index: Index, source: Source) -> tuple[Reason, ...]:
    """The reasons for a score, largest share first.

    Spans on the side of the query are those of the source's reading. Concepts are quoted from the
    text of the row; from another of the listing's texts where that one does not name them.
    """
    listing = _Listing(index, source.row)
    groups = _concept_groups(index, source, listing)
    groups += _word_groups(source, groups)
    groups = _without_tail(_without_dust(sorted(groups, key=lambda group: -group.amount)))
    total = sum(group.amount for group in groups)
    return tuple(_reason(group, total, source.reading, listing) for group in groups)


class _Listing:
    """The texts of a listing read again, the one of the row first; others only if need be."""

    def __init__(self, index: Index, row: int) -> None:
        self._index = index
        others = index.rows(int(index.listing_of_row[row]))
        self._rows = [row, *(other for other in others if other != row)]
        self._read: dict[int, tuple[Analysis, Language]] = {}

    @property
    def shown(self) -> tuple[Analysis, Language]:
        """The text whose words are quoted, with its language."""
        return self._text(self._rows[0])

    def naming(self, concept: str) -> tuple[Analysis, Language]:
        """The first text that names a concept, or a narrower one if none does."""
        texts = map(self._text, self._rows)
        broadly = None
        for text, language in texts:
            if _names(text, concept):
                return text, language
            if broadly is None and _concept_places(text, concept):
                broadly = text, language
        return broadly or self.shown

    def _text(self, row: int) -> tuple[Analysis, Language]:
        if row not in self._read:
            self._read[row] = self._index.analysis(row), self._index.text(row).language
        return self._read[row]


def _concept_groups(index: Index, source: Source, listing: _Listing) -> list[_Group]:
    ancestors = index.thesaurus.ancestors
    groups: dict[str, _Group] = {}
    # From the narrow to the broad: what two gingers share as spices belongs to the gingers, unless
    # both sides say "spice" too.
    for name in sorted(source.concepts, key=lambda each: (-len(ancestors[each]), each)):
        group = _concept_group(name, source, listing)
        narrower = [other for each, other in groups.items() if name in ancestors[each]]
        if narrower and group.relation != "same":
            max(narrower, key=lambda other: other.amount).amount += group.amount
        else:
            groups[name] = group
    return list(groups.values())


def _concept_group(name: str, source: Source, listing: _Listing) -> _Group:
    asked = any(_names(each.analysis, name) for each in source.query.readings)
    offered = asked and _names(listing.naming(name)[0], name)
    relation: Relation = "same" if offered else "narrower" if asked else "broader"
    places = _concept_places(source.reading.analysis, name)
    return _Group(name, relation, source.concepts[name], places)


def _names(analysis: Analysis, concept: str) -> bool:
    return any(find.concept_id == concept for _, find, _ in analysis.finds)


def _concept_places(analysis: Analysis, concept: str) -> list[Place]:
    """Where a text names a concept; where it names narrower ones, if it never does."""
    ancestors = analysis.thesaurus.ancestors
    direct, indirect = [], []
    for part, find, _ in analysis.finds:
        place = Place(part, find.start, find.end)
        if find.concept_id == concept:
            direct.append(place)
        elif concept in ancestors[find.concept_id]:
            indirect.append(place)
    return direct or indirect


def _word_groups(source: Source, concepts: Sequence[_Group]) -> list[_Group]:
    """Groups of words; the words of a concept's name add to that concept instead."""
    places = source.reading.analysis.places
    owners = {letter: group for group in concepts for letter in _letters(group.sought)}
    # Many features stand in one place: the pieces of a word. Each place is looked at once.
    known: dict[Place, _Group] = {}
    for name in sorted(source.words, key=lambda each: (places[each][0], each)):
        holders = [known.get(place) or _owner(place, owners) for place in places[name]]
        # A piece may stand in several words ("er" in importer and ginger): a concept has it first.
        named = (holder for holder in holders if holder and holder.concept)
        group = next(named, None) or holders[0] or _Group()
        group.amount += source.words[name]
        group.names.append(name)
        for place, holder in zip(places[name], holders, strict=True):
            is_free = holder is None and group.concept is None
            if place not in known and (is_free or holder is group):
                known[place] = group
                _claim(group, place, owners)
    groups = {id(group): group for group in known.values() if group.concept is None}
    return list(groups.values())


def _claim(group: _Group, place: Place, owners: dict[tuple[int, int], _Group]) -> None:
    if group.concept is None:
        group.sought.append(place)
        for letter in _letters([place]):
            owners.setdefault(letter, group)


def _owner(place: Place, owners: Mapping[tuple[int, int], _Group]) -> _Group | None:
    """The group that a stretch overlaps, a concept before mere words."""
    found = [owners[letter] for letter in _letters([place]) if letter in owners]
    return next((group for group in found if group.concept), found[0] if found else None)


def _letters(places: Iterable[Place]) -> Iterator[tuple[int, int]]:
    return ((part, letter) for part, start, end in places for letter in range(start, end))


def _without_dust(groups: list[_Group]) -> list[_Group]:
    """Without words that share a few letters and make next to nothing of the score."""
    least = _DUST * sum(group.amount for group in groups)
    return [group for group in groups if group.amount > least or not group.is_pieces] or groups


def _without_tail(groups: list[_Group]) -> list[_Group]:
    """Many small groups of words as one, so that a reader sees what matters."""
    words = [group for group in groups if group.concept is None]
    tail = words[_MOST_WORD_REASONS:]
    if len(tail) < 2:
        return groups
    rest = _Group()
    for group in tail:
        rest.amount += group.amount
        rest.sought += group.sought
        rest.names += group.names
    return [group for group in groups if group not in tail] + [rest]


def _reason(group: _Group, total: float, reading: Reading, listing: _Listing) -> Reason:
    return Reason(
        kind="words" if group.concept is None else "concept",
        relation=group.relation,
        concept=group.concept,
        share=group.amount / total,
        query_spans=_query_spans(group, reading.analysis),
        listing_spans=_listing_spans(group, listing),
    )


def _query_spans(group: _Group, analysis: Analysis) -> tuple[Span, ...]:
    spans = []
    for place in _merged(group.sought):
        part = analysis.parts[place.part]
        offset = len(analysis.parts[0].text.original) + 1 if place.part else 0
        found = span(part, place.start, place.end)
        spans.append(Span(found.start + offset, found.end + offset, found.text))
    return tuple(spans)


def _listing_spans(group: _Group, listing: _Listing) -> tuple[ListingSpan, ...]:
    if group.concept is None:
        text, language = listing.shown
        return _quotes(text, language, _bearing(text, group.names))
    text, language = listing.naming(group.concept)
    return _quotes(text, language, _concept_places(text, group.concept))


def _bearing(analysis: Analysis, names: Sequence[str]) -> list[Place]:
    """The words with these features; those with mere pieces only where there are no others."""
    whole = [name for name in names if not name.startswith(PIECE_MARK)]
    return [place for name in whole or names for place in analysis.places.get(name, ())]


def _quotes(
    analysis: Analysis, language: Language, places: Iterable[Place]
) -> tuple[ListingSpan, ...]:
    quotes = []
    for place in _merged(places):
        found = span(analysis.parts[place.part], place.start, place.end)
        zone: Zone = "body" if place.part else "title"
        quotes.append(ListingSpan(zone, found.start, found.end, found.text, language))
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
