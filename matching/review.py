"""What an editor of the thesaurus must mend before the vocabulary is used."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from i18n.languages import LANGUAGES, Language
from matching.canonical import Canonical
from matching.concepts import Concept


def problems(concepts: Sequence[Concept]) -> list[str]:
    """Each problem as a sentence that names the concept, in a stable order."""
    return [
        *_duplicates(concepts),
        *_unknown_broader(concepts),
        *_cycles(concepts),
        *_missing_labels(concepts),
        *_idle_guards(concepts),
        *_homonyms(concepts),
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
    broader = {concept.id: set(concept.broader) for concept in concepts}
    for concept_id in broader:
        seen: set[str] = set()
        ahead = set(broader[concept_id])
        while ahead - seen:
            seen |= ahead
            ahead = {up for each in ahead for up in broader.get(each, ())}
        if concept_id in seen:
            yield f"{concept_id}: is broader than itself"


def _missing_labels(concepts: Sequence[Concept]) -> Iterator[str]:
    for concept in concepts:
        for language in LANGUAGES:
            if not concept.labels.get(language):
                yield f"{concept.id}: no label in {language}"


def _idle_guards(concepts: Sequence[Concept]) -> Iterator[str]:
    for concept in concepts:
        for language, label in concept.guards:
            if label not in concept.labels.get(language, ()):
                yield f"{concept.id}: the guard names {label!r}, which is no label in {language}"


def _homonyms(concepts: Sequence[Concept]) -> Iterator[str]:
    owners: defaultdict[tuple[Language, str], dict[str, bool]] = defaultdict(dict)
    for concept in concepts:
        for language, labels in concept.labels.items():
            for label in labels:
                guarded = (language, label) in concept.guards
                owners[language, _compared(label, language)][concept.id] = guarded
    for (language, label), guarded_by in owners.items():
        bare = [concept_id for concept_id, guarded in guarded_by.items() if not guarded]
        if len(guarded_by) > 1 and bare:
            all_ = ", ".join(guarded_by)
            yield f"{label!r} ({language}) means {all_}; without guard in {', '.join(bare)}"


def _compared(label: str, language: Language) -> str:
    text = Canonical(label).text.strip()
    return text.replace(" ", "") if language in (Language.KO, Language.JA) else text
