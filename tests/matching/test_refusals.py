"""Sentences of buyers and investors, half of which refuse something (docs/decisions/0012)."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from i18n.languages import LANGUAGES, Language
from matching.canonical import Canonical
from matching.negation import unwanted
from matching.thesaurus import Thesaurus

SEGMENTER = Thesaurus.load().segmenter


def sentences(language: Language) -> Iterator[tuple[dict[str, Any], list[tuple[int, int]]]]:
    """Each with the stretches of it that are left out of the search."""
    path = Path(__file__).parent / "refusals" / f"{language}.jsonl"
    for line in path.read_text(encoding="utf-8").splitlines():
        sentence = json.loads(line)
        text = Canonical(sentence["text"])
        struck = [text.origin(*each.phrase) for each in unwanted(text, language, SEGMENTER)]
        yield sentence, struck


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_sought_stays_and_most_of_what_is_refused_goes(language: Language) -> None:
    lost: list[str] = []
    found: list[bool] = []
    for sentence, struck in sentences(language):
        text = sentence["text"]
        for words in sentence["sought"]:
            begin, end = text.index(words), text.index(words) + len(words)
            lost += [words for start, stop in struck if start < end and begin < stop]
        for words in sentence["refused"]:
            begin, end = text.index(words), text.index(words) + len(words)
            found.append(any(start <= begin and end <= stop for start, stop in struck))
    assert len(found) > 70
    assert sum(found) >= 0.75 * len(found)
    assert len(lost) <= 2, lost
