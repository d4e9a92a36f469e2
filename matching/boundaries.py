"""Where a label may begin and end in a text: Korean and Japanese write words without gaps.

Every rule pays for itself in false finds avoided: 생강 (ginger) in 학생강의 (a student lecture),
エビ (shrimp) in エビデンス (evidence), しょうが (ginger) in でしょうが (a verb's ending).
"""

from collections.abc import Container

from matching.scripts import script_of
from matching.stems import is_particle

_CLEAR_HANGUL, _CLEAR_KATAKANA, _CLEAR_HIRAGANA, _CLEAR_HAN = 3, 4, 3, 3
_SHORT_KATAKANA = 2
_SHORTEST_ACROSS_WORDS = 4
# Hiragana that end the word before: the particles の, と, や, は, が, を, も, へ, に.
_ENDING_HIRAGANA = frozenset("のとやはがをもへに")


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` is no part of a longer word in an alphabet."""
    return not (
        (start > 0 and script_of(text[start - 1]) == "latin" == script_of(text[start]))
        or (end < len(text) and script_of(text[end]) == "latin" == script_of(text[end - 1]))
    )


def has_word(text: str, word: str) -> bool:
    """Whether a word stands in a text as no part of a longer one."""
    place = text.find(word)
    while place >= 0:
        if stands_alone(text, place, place + len(word)):
            return True
        place = text.find(word, place + 1)
    return False


def _is_hiragana(letter: str) -> bool:
    return letter != "" and script_of(letter) == "hiragana"


class Compact:
    """A comparable text without its spaces, which knows where its words begin."""

    def __init__(self, text: str, beginnings: Container[int]) -> None:
        self._places = [place for place, letter in enumerate(text) if letter != " "]
        self._beginnings = beginnings
        self.text = text.replace(" ", "")

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The same stretch in the text with spaces."""
        return self._places[start], self._places[end - 1] + 1

    def before(self, start: int) -> str:
        """The letter before this place, "" where a word begins."""
        touches = start > 0 and not self._begins_word(start)
        return self.text[start - 1] if touches else ""

    def _begins_word(self, start: int) -> bool:
        return self._places[start] in self._beginnings

    def after(self, end: int) -> str:
        """The letter after this place, "" where the next word begins or the text ends."""
        return self.before(end) and self.text[end] if end < len(self.text) else ""

    def can_hold(self, start: int, end: int, label: str, found_ends: Container[int]) -> bool:
        """Whether a label found at this place is a word there.

        `label` may have spaces; `found_ends` are the ends of labels accepted before, after which
        a compound goes on (유기농생강).
        """
        if self._is_short_hiragana(start, end):
            return self._is_run(start, end)
        return (
            self._begins(start, end, found_ends)
            and self._closes(start, end)
            and self._holds_together(start, end, label)
        )

    def _is_short_hiragana(self, start: int, end: int) -> bool:
        return end - start < _CLEAR_HIRAGANA and script_of(self.text[start]) == "hiragana"

    def _is_run(self, start: int, end: int) -> bool:
        """Whether nothing but a particle touches this hiragana: ごま油, ごまを but not たごまし."""
        if _is_hiragana(self.before(start)):
            return False
        after = self.after(end)
        return not _is_hiragana(after) or (
            after in _ENDING_HIRAGANA and not _is_hiragana(self.after(end + 1))
        )

    def _begins(self, start: int, end: int, found_ends: Container[int]) -> bool:
        before, length = self.before(start), end - start
        script = script_of(self.text[start])
        if not before or script_of(before) != script or start in found_ends:
            return script != "hiragana" or length >= _CLEAR_HIRAGANA
        if script == "hangul":
            return length >= _CLEAR_HANGUL
        if script == "katakana":
            return length >= _CLEAR_KATAKANA
        if script == "hiragana":
            return length >= _CLEAR_HIRAGANA and before in _ENDING_HIRAGANA
        return script == "han" and (length >= _CLEAR_HAN or (length > 1 and self._ends_run(end)))

    def _ends_run(self, end: int) -> bool:
        """Whether no Chinese character follows: 家電 in 高級家電, not in 国家電力."""
        after = self.after(end)
        return not after or script_of(after) != "han"

    def _closes(self, start: int, end: int) -> bool:
        script, after = script_of(self.text[end - 1]), self.after(end)
        if not after or script_of(after) != script:
            return True
        if script == "hangul":
            return end - start > 1 or self._is_particle_until_next_word(end)
        if script == "katakana":
            return end - start > _SHORT_KATAKANA
        return script == "hiragana" or (script == "han" and end - start > 1)

    def _is_particle_until_next_word(self, start: int) -> bool:
        end = start + 1
        while script_of(self.after(end) or " ") == "hangul":
            end += 1
        return is_particle(self.text[start:end], after=self.text[start - 1])

    def _holds_together(self, start: int, end: int, label: str) -> bool:
        if script_of(self.text[start]) != "hangul" or " " in label:
            return True
        within = range(start + 1, end)
        if end - start >= _SHORTEST_ACROSS_WORDS or not any(map(self._begins_word, within)):
            return True
        # 쌀 국수 is 쌀국수, but 수출 입문 (how to export) holds no 출입문 (door).
        ends = not self.after(end) or self._is_particle_until_next_word(end)
        return end - start == _SHORTEST_ACROSS_WORDS - 1 and not self.before(start) and ends
