"""Text brought to one form: for storage, for comparison, for search without marks, for addresses.

All functions are linear in the length of the text, also for hostile input.
"""

import re
import unicodedata

_LONGEST_SLUG = 80
# Stream-Safe Text Format (UAX #15, 13): no real text has more marks on one letter, and
# reordering a longer run takes `unicodedata` quadratic time.
_LONGEST_RUN_OF_MARKS = 30
_RUN_OF_MARKS = re.compile(rf"[^\w\x00-\x7f]{{{_LONGEST_RUN_OF_MARKS + 1},}}")
_NEWLINES = re.compile("\r\n?|[\x85\u2028\u2029]")
_NO_WORD = re.compile(r"[\W_]+")

_INVISIBLE = (
    range(0x09),  # controls, but for tab and newline
    range(0x0B, 0x20),
    range(0x7F, 0xA0),
    range(0xAD, 0xAE),  # soft hyphen, left behind by PDF files
    range(0x061C, 0x061D),  # bidi: Arabic letter mark
    range(0x180E, 0x180F),
    range(0x200B, 0x2010),  # zero width, left-to-right and right-to-left marks
    range(0x202A, 0x202F),  # bidi: embeddings and overrides
    range(0x2060, 0x2070),  # word joiner, bidi isolates
    range(0xD800, 0xE000),  # lone surrogates cannot be written as UTF-8
    range(0xFEFF, 0xFF00),
    range(0xFFF9, 0xFFFC),
    range(0xE0000, 0xE0080),  # tags: text that nobody sees
)
_REMOVAL: dict[int, None] = {point: None for points in _INVISIBLE for point in points}


def _unmarked(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)[0]


_LATIN = (chr(point) for points in (range(0xC0, 0x250), range(0x1E00, 0x1F00)) for point in points)
_FOLDING: dict[int, str | None] = {
    **{ord(letter): _unmarked(letter) for letter in _LATIN if _unmarked(letter).isascii()},
    **dict.fromkeys(range(0x300, 0x370)),
    ord("đ"): "d",
}


def stored(text: str) -> str:
    """The form texts are kept in: NFC, "\\n" for every line end, nothing invisible."""
    visible = _NEWLINES.sub("\n", text).translate(_REMOVAL)
    return unicodedata.normalize("NFC", _stream_safe(visible))


def key(text: str) -> str:
    """The form texts are compared in: NFKC and case-folded, marks kept."""
    compatible = unicodedata.normalize("NFKC", _stream_safe(text))
    return unicodedata.normalize("NFKC", compatible.casefold())


def folded(text: str) -> str:
    """The key without marks on Latin letters, đ as d, as Vietnamese is typed in haste.

    Hangul, kana (が stays が) and Han characters are left as they are.
    """
    return key(text).translate(_FOLDING)


def slug(text: str) -> str:
    """The folded words joined by hyphens, at most 80 characters; "" when there is no word.

    Korean and Japanese letters stay, so the caller quotes the slug when it writes an address.
    """
    words = _NO_WORD.sub("-", folded(text)).strip("-")
    if len(words) <= _LONGEST_SLUG:
        return words
    shortened = words[: _LONGEST_SLUG + 1].rpartition("-")[0]
    return shortened or words[:_LONGEST_SLUG]


def _stream_safe(text: str) -> str:
    # Marks are never word characters, so one quick search spares nearly every text the slow way.
    return text if text.isascii() else _RUN_OF_MARKS.sub(_shortened, text)


def _shortened(run: re.Match[str]) -> str:
    kept: list[str] = []
    marks = 0
    for character in run.group():
        marks = marks + 1 if unicodedata.category(character).startswith("M") else 0
        if marks <= _LONGEST_RUN_OF_MARKS:
            kept.append(character)
    return "".join(kept)
