"""The noun phrase at the end of some Korean or Japanese words, such as what a refusal is about."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from i18n.languages import Language
from matching.clauses import BREAK, Stretch, after_last
from matching.segmentation import Token, places_of
from matching.stems import without_particle

_BREAK = re.compile(BREAK)
# Words after which another phrase begins.
_ENDS_PHRASE = {
    Language.KO: re.compile(
        "(?!(?:중고|재고|창고|최고)$)(?:.*(?:[은는가을를서고며면에도로한만]|..이|니다|세요|[해어아에예네데]요|까요|지만|데))"
    ),
    Language.JA: re.compile(
        "を.*|[にがはでへ]|可|希望"
        "|.*(?:です|ます|たい|ので|けど|なら|ただし|ほしい|ください|から|まで|には|では)"
    ),
}
_PARTICLE = re.compile("は|が|を|も|の|に|で|では|には|とか|や|と")
_WRITTEN_INTO_WORDS = "はがをも"
_JOINED = re.compile(".+(?:와|과|의|나|랑|하고)|및|또는|혹은|같은|등")
# A product with pork in it is refused for the pork.
_CONTAINING = re.compile("섞인|포함된|들어간|들어있는|함유된|첨가된|관련|관련된")


def last_noun_phrase(
    text: str, tokens: Sequence[Token], within: Stretch, language: Language
) -> Stretch:
    """The last one of a clause, without its particle; an empty stretch where there is none.

    Where a text begins with it, and in Korean where no particle ends it, what was written may be a
    list, so only its last noun is taken: 고추 종이컵 제외 seeks chili.
    """
    nouns = _nouns(list(_cut(text, tokens, after_last(_BREAK, text, within))), language)
    if not nouns:
        return within[1], within[1]
    first = len(nouns) - 1
    while first > 0 and not _ENDS_PHRASE[language].fullmatch(nouns[first - 1].text):
        first -= 1
    last = _bare(text, nouns[-1], language)
    has_no_particle = language is Language.KO and last == nouns[-1]
    if has_no_particle or nouns[first].start == tokens[0].start:
        first += _last_noun(nouns[first:], language)
    return nouns[first].start, last.end


def _cut(text: str, tokens: Sequence[Token], within: Stretch) -> Iterator[Token]:
    """The words that begin in a stretch, the last one cut where the stretch ends."""
    first, last = (bisect_left(tokens, place, key=lambda token: token.start) for place in within)
    for token in tokens[first:last]:
        yield _shortened(text, token, sum(place < within[1] for place in places_of(text, token)))


def _shortened(text: str, token: Token, length: int) -> Token:
    if length == len(token.text):
        return token
    return token._replace(text=token.text[:length], end=places_of(text, token)[length - 1] + 1)


def _bare(text: str, word: Token, language: Language) -> Token:
    if language is Language.KO:
        bare = without_particle(word.text)
    else:
        bare = word.text.rstrip(_WRITTEN_INTO_WORDS) or word.text
    return _shortened(text, word, len(bare))


def _nouns(words: list[Token], language: Language) -> list[Token]:
    """Without particles and what else stands after the noun."""
    if language is Language.JA:
        while words and _PARTICLE.fullmatch(words[-1].text):
            words.pop()
    elif len(words) > 2 and _CONTAINING.fullmatch(words[-2].text):
        del words[-2:]
    return words


def _last_noun(nouns: Sequence[Token], language: Language) -> int:
    """The number of the first word of the last noun; 0 where all belong together."""
    numbers = range(len(nouns) - 1, 0, -1)
    if language is Language.KO:
        return next((n for n in numbers if not _JOINED.fullmatch(nouns[n - 1].text)), 0)
    scripts = {"katakana", "han"}
    return next((n for n in numbers if {nouns[n - 1].script, nouns[n].script} == scripts), 0)
