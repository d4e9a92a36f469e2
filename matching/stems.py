"""Light stems: enough that ginger and gingers, 생강 and 생강을 meet, and no more."""

import re
from functools import lru_cache

_IRREGULAR = {
    "leaves": "leaf",
    "loaves": "loaf",
    "halves": "half",
    "knives": "knife",
    "shelves": "shelf",
    "calves": "calf",
    "potatoes": "potato",
    "tomatoes": "tomato",
    "mangoes": "mango",
    "feet": "foot",
    "geese": "goose",
    "mice": "mouse",
}
_PLURALS = {singular: plural for plural, singular in _IRREGULAR.items()}
_NO_PLURAL = ("ss", "us", "is")
_VOWEL = re.compile("[aeiouy]")
_VOWELS = frozenset("aeiou")
# After a consonant, after a vowel, after either. Those of the first two rows may follow a single
# syllable (쌀을); the rest only two or more, for 포도 is a grape and no 포 with a particle.
_AFTER_CONSONANT = re.compile("은|이|을|과|으로|이나|이며|이고|이란|이라는|으로서|으로써|으로는")
_AFTER_VOWEL = re.compile("는|가|를|와|로|며|란")
_AFTER_EITHER = re.compile(
    "의|에|도|만|에서|에게|에는|에도|까지|부터|보다|처럼|에서는|에서도|까지는|부터는|에게서|하고|과의|와의"
)
LONGEST_PARTICLE = 3
_NONE, _RIEUL = 0, 8


@lru_cache(maxsize=65536)
def english_stem(word: str) -> str:
    """Plural, -ing, -ed and a final -e taken off; not a word to show anyone."""
    stem = _without_ending(singular(word))
    if stem.endswith("ie"):
        return stem[:-2] + "y"
    return stem[:-1] if len(stem) > 5 and stem.endswith("e") else stem


def singular(word: str) -> str:
    """The singular of an English noun by its spelling."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) < 4 or not word.endswith("s") or word.endswith(_NO_PLURAL):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("sses", "shes", "ches", "xes")) else word[:-1]


def plural(word: str) -> str:
    """The plural of an English noun by its spelling."""
    if word in _PLURALS:
        return _PLURALS[word]
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "sh", "ch", "x")) else "s")


def without_particle(eojeol: str) -> str:
    """A Korean word without its particle, where one is plain to see."""
    for length in range(min(LONGEST_PARTICLE, len(eojeol) - 1), 0, -1):
        if is_particle(eojeol[-length:], after=eojeol[:-length]):
            return eojeol[:-length]
    return eojeol


def is_particle(ending: str, *, after: str) -> bool:
    """Whether these syllables can be the particle of the Korean noun before them."""
    if _AFTER_EITHER.fullmatch(ending):
        return len(after) > 1
    if ending == "로":
        return _final_consonant(after) in (_NONE, _RIEUL)
    fitting = _AFTER_VOWEL if _final_consonant(after) == _NONE else _AFTER_CONSONANT
    return fitting.fullmatch(ending) is not None


def _final_consonant(word: str) -> int:
    # Hangul syllables stand in blocks of 28, the first of each without a final consonant.
    return (ord(word[-1]) - 0xAC00) % 28


def _without_ending(word: str) -> str:
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    for ending, shortest in (("ing", 7), ("ed", 6)):
        if len(word) >= shortest and word.endswith(ending) and _VOWEL.search(word[:-5]):
            return word[: -len(ending)]
    return word
