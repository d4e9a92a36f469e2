"""`python -m tests.bench.names`: are goods found across languages by their names alone?

The lists beside this file were written by language models that had not seen the vocabulary, one
name a language (`unusual.tsv` on purpose what an ordinary shop does not have). From five of them
a dozen missing names were added afterwards: `classes`, `foods_again`, `manufactures`, `materials`,
`tariff`. Every good is listed in one language alone, among all others, and sought by its name in
each.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from i18n.languages import LANGUAGES, Language
from i18n.normalization import folded
from matching.batch import answers
from matching.documents import Document, Profile, Text
from matching.index import Index
from matching.thesaurus import Thesaurus

_FOLDER = Path(__file__).parent
_BEST = 10


class Good(NamedTuple):
    """A good of one of the lists, with its name in each language."""

    kind: str
    names: Mapping[Language, str]


class Question(NamedTuple):
    """What is typed for a good, and what kind of question this is."""

    good: int
    profile: Profile
    relation: str


def main() -> None:
    """Print recall among the first ten by list and by relation of the languages."""
    goods = [good for path in sorted(_FOLDER.glob("*.tsv")) for good in read(path)]
    thesaurus = Thesaurus.load()
    hits: dict[tuple[str, str], list[bool]] = {}
    for language in LANGUAGES:
        index = Index.build(listings(goods, language), thesaurus)
        asked = list(questions(goods, language))
        found = answers(index, [each.profile for each in asked], limit=_BEST)
        for question, answer in zip(asked, found, strict=True):
            hit = str(question.good) in {match.id for match in answer.matches}
            for kind in (goods[question.good].kind, "all"):
                hits.setdefault((kind, question.relation), []).append(hit)
    for (kind, relation), hit in sorted(hits.items()):
        print(f"{kind:12} {relation:10} {len(hit):6} {sum(hit) / len(hit):.3f}")


def read(path: Path) -> Iterator[Good]:
    """The goods of one list."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield Good(path.stem, {language: row[language].strip() for language in LANGUAGES})


def listings(goods: list[Good], language: Language) -> list[Document]:
    """A listing for each good, in one language only."""
    return [
        Document(str(number), (Text(language, good.names[language], ""),))
        for number, good in enumerate(goods)
    ]


def questions(goods: list[Good], listed: Language) -> Iterator[Question]:
    """Each good in each language, in Vietnamese also as it is typed without marks."""
    for number, good in enumerate(goods):
        for language, name in good.names.items():
            relation = "same" if language is listed else "across"
            yield Question(number, Profile(name, language), relation)
        if listed is Language.VI:
            plain = Profile(folded(good.names[Language.VI]), Language.VI)
            yield Question(number, plain, "unmarked")


if __name__ == "__main__":
    main()
