"""Listings in any number, each in one language, made of the words of the shipped catalogue.

A title names a concept of the thesaurus and a place; a body joins sentences of two shipped
listings with names of two more concepts. So words are spread as unevenly as in real lists: a
few stand everywhere, most in a few listings.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from i18n.languages import LANGUAGES, Language
from matching.documents import Document, Profile, Text
from matching.thesaurus import Thesaurus
from service.evaluating import shipped_documents

_SENTENCE = re.compile(r"(?<=[.!?])\s+|(?<=[。\n])\s*")
_SEED = 100_000


class Garden:
    """Grows listings and profiles; the same ones each time."""

    def __init__(self, thesaurus: Thesaurus, *, seed: int = _SEED) -> None:
        self._random = random.Random(seed)
        self._concepts = [concept.labels for concept in thesaurus.rows]
        self._sentences: dict[Language, list[str]] = defaultdict(list)
        self._titles: dict[Language, list[str]] = defaultdict(list)
        for document in _shipped():
            for text in document.texts:
                self._titles[text.language].append(text.title)
                self._sentences[text.language] += filter(None, _SENTENCE.split(text.body))

    def listings(self, count: int) -> Iterator[Document]:
        """Listings with a text in one language each, the languages in turn."""
        for number in range(count):
            language = LANGUAGES[number % len(LANGUAGES)]
            place = self._random.choice(self._titles[language])
            title = f"{self._label(language)}, {place} {number}"
            pieces = self._random.choices(self._sentences[language], k=5)
            body = " ".join([*pieces, self._label(language), self._label(language)])
            yield Document(f"bench-{number:07}", (Text(language, title, body),))

    def profiles(self, count: int) -> Iterator[Profile]:
        """What is sought, in one language each: three concepts and a sentence."""
        for number in range(count):
            language = LANGUAGES[number % len(LANGUAGES)]
            labels = ", ".join(self._label(language) for _ in range(3))
            sentence = self._random.choice(self._sentences[language])
            yield Profile(f"{labels}. {sentence}", language)

    def _label(self, language: Language) -> str:
        # Squared: some concepts are named often and most seldom.
        place = int(len(self._concepts) * self._random.random() ** 2)
        return self._random.choice(self._concepts[place][language])


@cache
def _shipped() -> list[Document]:
    return shipped_documents()
