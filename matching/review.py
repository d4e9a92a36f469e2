"""What an editor of the thesaurus must mend before the vocabulary is used."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from i18n.languages import LANGUAGES, Language
from matching.boundaries import has_word
from matching.canonical import unmarked
from matching.concepts import Concept
from matching.names import Name, letters, names_of
from matching.scripts import Script, script_of
from matching.stems import plural, singular

# Latin letters and digits stand in every language (LED, HACCP, ST25).
_SCRIPTS: Mapping[Language, frozenset[Script]] = {
    Language.VI: frozenset(["latin"]),
    Language.EN: frozenset(["latin"]),
    Language.KO: frozenset(["latin", "hangul", "han"]),
    Language.JA: frozenset(["latin", "han", "katakana", "hiragana"]),
}
_SPACELESS = (Language.KO, Language.JA)
_SHORTEST = 2
# Korean words of one syllable that mean one thing wherever they stand as a word. One Han
# character is let pass: in the shipped texts every one that is found is the thing it names.
_UNMISTAKABLE = frozenset("쌀잣팥옷꿀꿩톳숄휠웍튤")


def problems(concepts: Sequence[Concept]) -> list[str]:
    """Each problem as a sentence that names the concept, in a stable order."""
    names = names_of(concepts)
    return [
        *_duplicates(concepts),
        *_unknown_broader(concepts),
        *_cycles(concepts),
        *_missing_labels(concepts),
        *_repeated_labels(names),
        *_foreign_letters(names),
        *_too_short(names),
        *_idle_guards(concepts),
        *_guards_always_met(names),
        *_homonyms(names, concepts),
        *_hasty_homonyms(names),
    ]


def _duplicates(concepts: Sequence[Concept]) -> Iterator[str]:
    for concept_id, count in Counter(concept.id for concept in concepts).items():
        if count > 1:
            yield f"{concept_id}: the id stands {count} times"


def _unknown_broader(concepts: Sequence[Concept]) -> Iterator[str]:
    known = {concept.id for concept in concepts}
    for concept in concepts:
        for broader in concept.broader:
            if broader not in known:
                yield f"{concept.id}: the broader concept {broader} does not exist"


def _cycles(concepts: Sequence[Concept]) -> Iterator[str]:
    broader = {concept.id: concept.broader for concept in concepts}
    for concept_id in broader:
        if concept_id in _ancestors(concept_id, broader):
            yield f"{concept_id}: is broader than itself"


def _missing_labels(concepts: Sequence[Concept]) -> Iterator[str]:
    for concept in concepts:
        for language in LANGUAGES:
            if not concept.labels.get(language):
                yield f"{concept.id}: no label in {language}"


def _repeated_labels(names: Iterable[Name]) -> Iterator[str]:
    """The same label twice in one concept: an editor meant another word, or forgot the first."""
    times = Counter((name.concept_id, name.language, _spaceless(name)) for name in names)
    for (concept_id, language, label), count in times.items():
        if count > 1:
            yield f"{concept_id}: the label {label!r} ({language}) stands {count} times"


def _foreign_letters(names: Iterable[Name]) -> Iterator[str]:
    """Labels that slipped into the column of another language."""
    for name in names:
        if name.label.isascii():
            continue
        scripts = {found for letter in name.label if (found := script_of(letter))}
        for script in sorted(scripts - _SCRIPTS[name.language]):
            yield f"{name.concept_id}: {name.label!r} ({name.language}) has {script} letters"


def _too_short(names: Iterable[Name]) -> Iterator[str]:
    """One letter or syllable names too many things."""
    for name in names:
        if letters(name.label) >= _SHORTEST or name.neighbours or name.label in _UNMISTAKABLE:
            continue
        if script_of(name.label[0]) != "han":
            yield f"{name.concept_id}: {name.label!r} ({name.language}) is too short without guard"


def _idle_guards(concepts: Sequence[Concept]) -> Iterator[str]:
    for concept in concepts:
        for language, label in concept.guards:
            if label not in concept.labels.get(language, ()):
                yield f"{concept.id}: the guard names {label!r}, which is no label in {language}"


def _guards_always_met(names: Iterable[Name]) -> Iterator[str]:
    """A neighbour that stands in the label itself is beside it wherever the label is."""
    for name in names:
        for neighbour in name.neighbours:
            if _holds(name, neighbour):
                yield (
                    f"{name.concept_id}: the guard of {name.label!r} ({name.language}) is always"
                    f" met: {neighbour!r} is part of it"
                )


def _homonyms(names: Iterable[Name], concepts: Sequence[Concept]) -> Iterator[str]:
    """Labels of several concepts, English ones in either number."""
    broader = {concept.id: concept.broader for concept in concepts}
    owners: defaultdict[tuple[Language, str], dict[str, bool]] = defaultdict(dict)
    written: dict[tuple[Language, str], str] = {}
    for name in names:
        compared = name.language, _compared(name)
        written.setdefault(compared, _spaceless(name))
        guarded = bool(name.neighbours) and owners[compared].get(name.concept_id, True)
        owners[compared][name.concept_id] = guarded
    for compared, guarded_by in owners.items():
        if len(guarded_by) > 1:
            label = f"{written[compared]!r} ({compared[0]})"
            yield from _shared(label, guarded_by, broader)


def _shared(
    label: str, guarded_by: Mapping[str, bool], broader: Mapping[str, Sequence[str]]
) -> Iterator[str]:
    """A narrower concept cannot go by the name of a broader one, with a guard or without."""
    lines = [
        (concept_id, above)
        for concept_id in guarded_by
        for above in guarded_by
        if above != concept_id and above in _ancestors(concept_id, broader)
    ]
    for concept_id, above in lines:
        yield f"{label} means {concept_id} and also the broader {above}"
    bare = [concept_id for concept_id, guarded in guarded_by.items() if not guarded]
    if bare and not lines:
        yield f"{label} means {', '.join(guarded_by)}; without guard in {', '.join(bare)}"


def _hasty_homonyms(names: Sequence[Name]) -> Iterator[str]:
    """Vietnamese labels without any mark that are what another concept's label is in haste."""
    bare = [
        name
        for name in names
        if name.language is Language.VI and name.label.isascii() and not name.neighbours
    ]
    wanted = {name.label for name in bare}
    meant: defaultdict[str, list[Name]] = defaultdict(list)
    for name in names:
        if name.language is Language.VI and not name.label.isascii():
            plain = unmarked(name.label)
            if plain in wanted:
                meant[plain].append(name)
    for name in bare:
        for other in meant[name.label]:
            if other.concept_id != name.concept_id:
                yield (
                    f"{name.concept_id}: {name.label!r} (vi) is what {other.label!r} of"
                    f" {other.concept_id} is in haste; it needs a guard"
                )


def _ancestors(concept_id: str, broader: Mapping[str, Sequence[str]]) -> set[str]:
    seen: set[str] = set()
    ahead = set(broader.get(concept_id, ()))
    while ahead - seen:
        seen |= ahead
        ahead = {up for each in ahead for up in broader.get(each, ())}
    return seen


def _holds(name: Name, neighbour: str) -> bool:
    label, sought = name.label, neighbour
    if name.language in _SPACELESS:
        label, sought = label.replace(" ", ""), sought.replace(" ", "")
    return has_word(label, sought)


def _compared(name: Name) -> str:
    if name.language is not Language.EN or not name.label[-1].isalpha():
        return _spaceless(name)
    start, gap, last = name.label.rpartition(" ")
    return start + gap + _in_one_number(last)


@lru_cache(maxsize=65536)
def _in_one_number(word: str) -> str:
    """The same form for all that recognition takes for each other: buses for bus and buses."""
    return singular(plural(singular(word)))


def _spaceless(name: Name) -> str:
    return name.label.replace(" ", "") if name.language in _SPACELESS else name.label
