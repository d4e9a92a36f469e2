"""The work list of the thesaurus editor: what the vocabulary does not cover yet."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from i18n.detection import detect
from i18n.languages import Language
from matching.canonical import Canonical
from matching.concepts import Concept
from matching.documents import Document, Profile
from matching.index import Index
from matching.proposals import Home, Labels, Translation, is_name, translations
from matching.ranking import match
from matching.thesaurus import Thesaurus
from matching.unknown import Catalogue, Key

_EXAMPLES = 3
_FEWEST_LISTINGS = 2


@dataclass(frozen=True, slots=True)
class TitleGap:
    """A title in which no concept narrower than a sector is recognised."""

    listing_id: str
    language: Language
    title: str


@dataclass(frozen=True, slots=True)
class PhraseGap:
    """Words of several listings that no concept names, with what an editor could make of them."""

    words: str
    language: Language
    listings: int
    weight: float
    examples: tuple[str, ...]
    translations: tuple[Translation, ...]
    homes: tuple[Home, ...]


@dataclass(frozen=True, slots=True)
class ProfileGap:
    """A profile that no listing answers once those in its own language are left out."""

    profile_id: str
    language: Language | None
    text: str
    unrecognized: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gaps:
    """Titles in the order of the listings, phrases by weight, profiles in their own order."""

    titles: tuple[TitleGap, ...]
    phrases: tuple[PhraseGap, ...]
    profiles: tuple[ProfileGap, ...]


def find_gaps(
    documents: Sequence[Document],
    thesaurus: Thesaurus,
    profiles: Iterable[tuple[str, Profile]],
    *,
    top: int = 50,
) -> Gaps:
    """All titles and profiles, and the `top` phrases, that need the editor's attention."""
    return Gaps(
        tuple(title_gaps(documents, thesaurus)),
        tuple(phrase_gaps(documents, thesaurus, top=top)),
        tuple(profile_gaps(documents, thesaurus, profiles)),
    )


def title_gaps(documents: Iterable[Document], thesaurus: Thesaurus) -> Iterator[TitleGap]:
    """Titles that do not say, to matching, what the listing is about."""
    for document in documents:
        for text in document.texts:
            finds = thesaurus.finds(Canonical(text.title), text.language)
            named = (thesaurus.concepts[find.concept_id] for find, _ in finds)
            if not any(map(_is_narrower_than_a_sector, named)):
                yield TitleGap(document.id, text.language, text.title)


def phrase_gaps(
    documents: Sequence[Document], thesaurus: Thesaurus, *, top: int
) -> Iterator[PhraseGap]:
    """The heaviest unknown phrases of all languages together; proper names are passed over."""
    catalogue = Catalogue.read(documents, thesaurus, least=_FEWEST_LISTINGS)
    labels = Labels(thesaurus)
    weights = _weights(catalogue)
    found = 0
    for key in sorted(weights, key=lambda each: (-weights[each], each)):
        proposed = translations(catalogue, key)
        if found < top and not is_name(catalogue, proposed):
            found += 1
            yield _phrase_gap(catalogue, key, weights[key], proposed, labels)


def profile_gaps(
    documents: Sequence[Document],
    thesaurus: Thesaurus,
    profiles: Iterable[tuple[str, Profile]],
) -> Iterator[ProfileGap]:
    """Profiles that cross no language; none where no listing has a text in another language."""
    wanted = [
        (each, profile, profile.language or detect(profile.text)) for each, profile in profiles
    ]
    indexes = {
        language: Index.build(_without(documents, language), thesaurus)
        for language in dict.fromkeys(language for _, _, language in wanted)
    }
    for profile_id, profile, language in wanted:
        answer = match(indexes[language], Profile(profile.text, language), limit=1)
        if indexes[language].ids and not answer.matches:
            yield ProfileGap(profile_id, language, profile.text, answer.unrecognized)


def _is_narrower_than_a_sector(concept: Concept) -> bool:
    """Umbrellas have nothing above them; forms, places and conditions have no sector."""
    return bool(concept.broader) and bool(concept.sector or concept.hs)


def _weights(catalogue: Catalogue) -> dict[Key, float]:
    totals: defaultdict[Language, int] = defaultdict(int)
    for _, language in catalogue.said:
        totals[language] += 1
    return {key: found.weight(totals[key[0]]) for key, found in catalogue.unknown.items()}


def _phrase_gap(
    catalogue: Catalogue,
    key: Key,
    weight: float,
    proposed: tuple[Translation, ...],
    labels: Labels,
) -> PhraseGap:
    found = catalogue.unknown[key]
    examples = sorted(found.listings, key=lambda each: (each not in found.titled, each))
    alike = [(found.language, found.shown), *((each.language, each.words) for each in proposed)]
    return PhraseGap(
        words=found.shown,
        language=found.language,
        listings=len(found.listings),
        weight=round(weight, 2),
        examples=tuple(catalogue.documents[each].id for each in examples[:_EXAMPLES]),
        translations=proposed,
        homes=labels.homes(alike),
    )


def _without(documents: Iterable[Document], language: Language | None) -> list[Document]:
    """The listings with their texts in other languages; those without any are left out."""
    kept = (
        (each, tuple(text for text in each.texts if text.language is not language))
        for each in documents
    )
    return [replace(each, texts=texts) for each, texts in kept if texts]
