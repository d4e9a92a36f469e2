"""How much of a text is in which language; the language with most content is the text's."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

from i18n.detection.han import is_chinese
from i18n.detection.latin import latin_content
from i18n.languages import Language
from i18n.normalization import stored

# Longer texts are judged by their beginning.
_READ = 4000
# In halves of a Latin letter, as in `latin`: a Hangul or Han character says about as much as
# three letters, a kana as two; scripts the service does not speak count as Latin does.
_WEIGHTS = {"HANGUL": 6, "CJK": 6, "HIRAGANA": 4, "KATAKANA": 4}
_OTHER_SCRIPT = 2
_LONGEST_ACRONYM = 6

_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
# Korean and Japanese write codes and words without a space between: HACCP인증.
_WORD = re.compile(rf"[{_LATIN}]+|[^\W\d_{_LATIN}]+")
_LATIN_LETTER = re.compile(f"[{_LATIN}]")


def detect(text: str) -> Language | None:
    """The language with most content; None for other languages and for texts without words."""
    visible = unicodedata.normalize("NFKC", stored(text[:_READ]))
    words = _without_acronyms(_WORD.findall(visible))
    content = _content_of_scripts(words) + latin_content(filter(_is_latin, words))
    winner = max(content, key=lambda name: content[name], default="")
    return Language(winner) if winner in tuple(Language) else None


def _without_acronyms(words: list[str]) -> list[str]:
    """Certificates and codes (HACCP, FDI) stand in texts of every language."""
    telling = [word for word in words if not (word.isupper() and len(word) <= _LONGEST_ACRONYM)]
    return telling or words


def _content_of_scripts(words: Iterable[str]) -> Counter[str]:
    """Content in Korean, Japanese and, by script, in languages that are none of the four."""
    text = "".join(word for word in words if not _is_latin(word))
    letters = Counter(_script(letter) for letter in text)
    content = Counter(
        {script: n * _WEIGHTS.get(script, _OTHER_SCRIPT) for script, n in letters.items()}
    )
    kana = content.pop("HIRAGANA", 0) + content.pop("KATAKANA", 0)
    hangul, han = content.pop("HANGUL", 0), content.pop("CJK", 0)
    owner = _owner_of_han(text, kana=kana, hangul=hangul)
    content.update({Language.KO: hangul})
    content.update({Language.JA: kana})
    content.update({owner: han})
    return +content


def _owner_of_han(text: str, *, kana: int, hangul: int) -> str:
    if kana or hangul:
        return Language.JA if kana >= hangul else Language.KO
    return "CHINESE" if is_chinese(text) else Language.JA


def _is_latin(word: str) -> bool:
    return _LATIN_LETTER.match(word) is not None


def _script(letter: str) -> str:
    return unicodedata.name(letter, "UNNAMED").replace("-", " ").partition(" ")[0]
