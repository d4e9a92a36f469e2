"""One line of a facts table, and the words every line is made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from catalogue.records import ListingRecord
from catalogue.vocabularies import Field
from i18n.languages import Language
from i18n.messages import translate
from i18n.translated import Shown
from service.reference import Reference
from web import labels
from web.views.words import said


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A line of the facts table; without `lines` the page says that the source has none.

    `mark` is the class of the mark beside a state; `is_key` marks the figures that decide.
    """

    label: str
    lines: tuple[Shown, ...] = ()
    notes: tuple[Shown, ...] = ()
    mark: str | None = None
    is_key: bool = False


@dataclass(frozen=True, slots=True)
class Wording:
    """A listing with what its facts need to find their words for a reader."""

    record: ListingRecord
    reference: Reference
    language: Language

    def say(self, message: str, **values: object) -> Shown:
        """A sentence of ours."""
        return said(translate(self.language, message, **values), self.language)

    def plain(self, text: str | None) -> tuple[Shown, ...]:
        """A figure or name already in the reader's words; nothing when there is none."""
        return (said(text, self.language),) if text else ()

    def label(self, message: str) -> str:
        """The words before a fact."""
        return translate(self.language, message)

    def name(self, field: Field, key: str) -> str:
        """The name of a code."""
        return self.reference.vocabularies.name(field, key, self.language)

    def phrase(self, name: str) -> tuple[Shown, ...]:
        """A phrase of the source in the reader's language or the nearest; nothing when absent."""
        found = self.record.fact(name)
        return (found.best(self.language),) if found else ()

    def vietnamese(self, name: str) -> tuple[Shown, ...]:
        """The Vietnamese phrase, for readers who are shown it in another language."""
        shown, found = self.phrase(name), self.record.fact(name)
        text = found.texts.get(Language.VI) if found else None
        if not text or shown[0].language is Language.VI:
            return ()
        return (Shown(text, Language.VI, False),)


def phrase_facts(
    wording: Wording, names: tuple[str, ...], *, expected: frozenset[str]
) -> Iterator[Fact]:
    """Phrases in order; the absence of an expected one is said, any other is left out."""
    for name in names:
        lines = wording.phrase(name)
        if lines or name in expected:
            yield Fact(label=wording.label(labels.PHRASES[name]), lines=lines)
