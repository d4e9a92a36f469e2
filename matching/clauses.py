"""Where clauses end, and what of an English or Vietnamese one a turn of phrase is about."""

import re
from functools import cache
from typing import NamedTuple

from i18n.languages import Language
from matching.canonical import comparable, unmarked

Stretch = tuple[int, int]

BREAK, WITHIN = r"[,.;:!?()\n、。]", r"[^,.;:!?()\n、。]"
_LONGEST = 80  # letters of a thing


class _Words(NamedTuple):
    """The words by which a clause is told apart, as alternatives."""

    ends: str
    begins: str
    joins: str
    seeks: str


_WORDS = {
    Language.EN: _Words(
        ends="but|only|we|i|please|which|because|since|as|no|not|without|send|just|for|before|until"
        "|unless|if|when|than|so|and (?:we|i|want|need|now|wish|would|are|is|buy|sell)",
        begins="but|while|though|although|because|since|so|which|that",
        joins="or|nor",
        seeks="want|wants|wanted|need|needs|needed|looking|seek|seeks|seeking|buy|import|interested",
    ),
    Language.VI: _Words(
        ends="nhưng|mà|vốn|vì|nữa|nhé|không|ko|chỉ|xin|nên|và (?:cần|mua|tìm|muốn|nhập)",
        begins="nhưng|còn|riêng|vì|nên",
        joins="hay(?! (?:báo|chào|gửi|giới|cho|liên|tìm|để))|hoặc",
        seeks="cần|tìm|mua|muốn|quan tâm|nhập",
    ),
}
_AND = {Language.EN: "and", Language.VI: "và"}


class Clauses:
    """Finds the thing before or after a turn of phrase, in texts without marks."""

    def __init__(self, language: Language) -> None:
        ends, begins, joins, seeks = (unmarked(comparable(each)) for each in _WORDS[language])
        word = rf"(?!(?:{ends}|{seeks})\b)\w+"
        item = rf"{word}(?: {word}){{0,2}}"
        # "No cement, glass or bricks": the commas of a list that ends so do not end the thing.
        more = rf"(?:(?:, ?{item}){{0,4}},? (?:{joins}) {item})?"
        self._after = re.compile(rf"{WITHIN}{{0,{_LONGEST}}}?{more}(?={BREAK}|$| (?:{ends})\b)")
        # What is sought and joined with the thing by "and" is no part of it.
        sought = rf"\b(?:{seeks})\b{WITHIN}*\b{unmarked(_AND[language])}\b"
        self._before = re.compile(rf"{BREAK}|\b(?:{begins})\b|{sought}")

    def after(self, plain: str, start: int) -> Stretch:
        """The thing that begins here: to the end of its clause or list; empty if that is far."""
        found = self._after.match(plain, start)
        return start, found.end() if found else start

    def before(self, plain: str, start: int, end: int) -> Stretch:
        """The thing that ends here and begins no earlier than `start`."""
        return after_last(self._before, plain, (start, end))


def after_last(limit: re.Pattern[str], text: str, within: Stretch) -> Stretch:
    """The end of a stretch, after the last match of a pattern in it; no more than a thing has."""
    start, end = max(within[0], within[1] - _LONGEST), within[1]
    ends = [found.end() for found in limit.finditer(text, start, end)]
    return ends[-1] if ends else start, end


@cache
def clauses_of(language: Language) -> Clauses:
    """Those of a language, compiled once."""
    return Clauses(language)
