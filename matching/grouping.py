"""The parts of a score gathered into groups: by concept, by the words that bear them, as learned.

Every part of a score has a feature, and every feature stands somewhere in what is sought.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from matching.analysis import Place
from matching.analyzers import PIECE_MARK
from matching.documents import Relation
from matching.index import Index
from matching.learned import Ground
from matching.passages import ListingTexts, Passages
from matching.query import Query, Reading

_TELLING = 0.4
_LEAST_LEARNED = 0.1  # of what the concepts make of a score


@dataclass
class Group:
    """A reason in the making: what it is about, its part in the score, its words on both sides.

    What a group of words is `offered` is looked for when all its names are known.
    """

    concept: str | None = None
    relation: Relation = "words"
    amount: float = 0.0
    sought: list[Place] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    offered: Passages | None = None
    entries: int = 0

    @property
    def is_words(self) -> bool:
        """Whether the same words stand on both sides."""
        return self.relation == "words"

    @property
    def is_pieces(self) -> bool:
        """Whether the words have only pieces in common."""
        return self.is_words and all(name.startswith(PIECE_MARK) for name in self.names)


@dataclass(frozen=True)
class Source:
    """Where the score of a listing comes from: what of the query met which row, and how much.

    `words`, `concepts` and `learned` are the parts of the score by feature (what was learned by
    the hash of the listing's word), before it is brought to 0–1.
    """

    query: Query
    reading: Reading
    row: int
    words: Mapping[str, float]
    concepts: Mapping[str, float]
    learned: Mapping[int, float]


def concept_groups(index: Index, source: Source, listing: ListingTexts) -> list[Group]:
    """A group for each concept in common; what broader ones add goes to the narrower."""
    ancestors = index.thesaurus.ancestors
    asked = {name for reading in source.query.readings for name in reading.analysis.named}
    groups: dict[str, Group] = {}
    # From the narrow to the broad: what two gingers share as spices belongs to the gingers, unless
    # both sides say "spice" too.
    for name in sorted(source.concepts, key=lambda each: (-len(ancestors[each]), each)):
        is_same = name in asked and name in listing.naming(name).text.named
        narrower = [other for each, other in groups.items() if name in ancestors[each]]
        if narrower and not is_same:
            max(narrower, key=_amount).amount += source.concepts[name]
        else:
            relation: Relation = "narrower" if name in asked else "broader"
            groups[name] = _concept_group(name, "same" if is_same else relation, source, listing)
    return list(_outermost(list(groups.values())))


def _outermost(groups: Sequence[Group]) -> Iterator[Group]:
    """Without concepts that stand within others' names on both sides: star anise is no anise."""
    for group in sorted(groups, key=_length):
        holders = [other for other in groups if _is_within(group, other)]
        if holders:
            max(holders, key=_length).amount += group.amount
        else:
            yield group


def _amount(group: Group) -> float:
    return group.amount


def _length(group: Group) -> int:
    return sum(place.end - place.start for place in group.sought)


def _is_within(inner: Group, outer: Group) -> bool:
    """Whether the words of a group are part of another's, longer ones, on both sides."""
    if inner.offered is None or outer.offered is None:
        return False
    return (
        inner.offered.text is outer.offered.text
        and _covers(outer.sought, inner.sought)
        and _covers(outer.offered.places, inner.offered.places)
    )


def _covers(longer: Sequence[Place], shorter: Sequence[Place]) -> bool:
    """Whether each stretch lies in a longer one."""
    return all(
        any(
            each.part == place.part
            and each.start <= place.start
            and place.end <= each.end
            and each != place
            for each in longer
        )
        for place in shorter
    )


def _concept_group(name: str, relation: Relation, source: Source, listing: ListingTexts) -> Group:
    sought = list(source.reading.analysis.naming(name))
    return Group(name, relation, source.concepts[name], sought, offered=listing.naming(name))


def word_groups(source: Source, concepts: Sequence[Group]) -> list[Group]:
    """Groups of words; the words of a concept's name add to that concept instead."""
    places = source.reading.analysis.places
    owners = {letter: group for group in concepts for letter in _letters(group.sought)}
    # Many features stand in one place: the pieces of a word. Each place is looked at once.
    known: dict[Place, Group] = {}
    for name in sorted(source.words, key=lambda each: (places[each][0], each)):
        holders = [known.get(place) or _owner(place, owners) for place in places[name]]
        # A piece may stand in several words ("er" in importer and ginger): a concept has it first.
        named = (holder for holder in holders if holder and holder.concept)
        group = next(named, None) or holders[0] or Group()
        group.amount += source.words[name]
        group.names.append(name)
        for place, holder in zip(places[name], holders, strict=True):
            is_free = holder is None and group.concept is None
            if place not in known and (is_free or holder is group):
                known[place] = group
                _claim(group, place, owners)
    groups = {id(group): group for group in known.values() if group.concept is None}
    return list(groups.values())


def learned_groups(
    index: Index, source: Source, listing: ListingTexts, concepts: Sequence[Group]
) -> list[Group]:
    """What was learned; what is about the words of a concept adds to that concept instead."""
    amount = sum(source.learned.values())
    translation = source.reading.translation
    if translation is None or not amount:
        return []
    scored = listing.scored
    owners = {letter: group for group in concepts for letter in _letters(group.sought)}
    places = source.reading.analysis.hashed_places
    free: list[Ground] = []
    for ground in index.learned.grounds(translation, scored.language, source.learned):
        told = _telling(places, [ground.sought])
        holders = [holder for place in told if (holder := _owner(place, owners))]
        if holders and len(holders) == len(told):
            max(holders, key=_amount).amount += ground.share * amount
        else:
            free.append(ground)
    share = sum(ground.share for ground in free)
    if share * amount <= _LEAST_LEARNED * sum(group.amount for group in concepts):
        return []
    sought = _telling(places, [ground.sought for ground in free])
    offered = _telling(scored.text.hashed_places, [ground.offered for ground in free])
    return [
        Group(
            relation="learned",
            amount=share * amount,
            sought=[place for place in sought if _owner(place, owners) is None] or sought,
            offered=scored._replace(places=offered),
            entries=len({ground.entry for ground in free}),
        )
    ]


def _telling(
    places: Mapping[int, Sequence[Place]], terms: Iterable[Mapping[int, float]]
) -> list[Place]:
    """The words which, or pieces of which, have most of these terms, given by hash."""
    amounts: defaultdict[Place, float] = defaultdict(float)
    for each in terms:
        for number, amount in each.items():
            for place in places.get(number, ()):
                amounts[place] += amount
    least = _TELLING * max(amounts.values(), default=0)
    return [place for place, amount in amounts.items() if amount >= least]


def _claim(group: Group, place: Place, owners: dict[tuple[int, int], Group]) -> None:
    if group.concept is None:
        group.sought.append(place)
        for letter in _letters([place]):
            owners.setdefault(letter, group)


def _owner(place: Place, owners: Mapping[tuple[int, int], Group]) -> Group | None:
    """The group that a stretch overlaps, a concept before mere words."""
    found = [owners[letter] for letter in _letters([place]) if letter in owners]
    return next((group for group in found if group.concept), found[0] if found else None)


def _letters(places: Iterable[Place]) -> Iterator[tuple[int, int]]:
    return ((part, letter) for part, start, end in places for letter in range(start, end))
