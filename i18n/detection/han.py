"""Han characters without kana or Hangul: Japanese, unless something says Chinese."""

import re

# Chinese words in characters that Japanese has too, but does not put together so.
_WORDS = re.compile("我們|你們|他們|我是|這|沒|嗎|進口|採購|尋找|供應|公司|越南")


def is_chinese(text: str) -> bool:
    """By such a word, or by a character that Chinese encodings have and Japanese ones never had.

    The second covers every simplified character: 购, 产, 们.
    """
    return bool(_WORDS.search(text)) or any(
        _can_write(letter, "gbk") and not _can_write(letter, "cp932") for letter in set(text)
    )


def _can_write(letter: str, encoding: str) -> bool:
    try:
        letter.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
