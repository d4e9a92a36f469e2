"""The shape of a Vietnamese syllable without marks: onset and rime by the spelling rules."""

import re

_RIMES = {
    "a": "a ac ach ai am an ang anh ao ap at au ay",
    "e": "e ec ech em en eng enh eo ep et eu",
    "i": "i ia ich iec iem ien ieng iep iet ieu im in inh ip it iu",
    "o": "o oa oac oach oai oam oan oang oanh oao oap oat oay oc oe oen oeo oet oi om on ong ooc "
    "oong op ot",
    "u": "u ua uac uan uang uat uay uc ue uech uenh ui um un ung uo uoc uoi uom uon uong uop uot "
    "uou up ut uu uy uya uych uyen uyet uyn uynh uyt uyu",
    "y": "y yem yen yeng yet yeu",
}


def _any(*vowels: str) -> str:
    rimes = " ".join(_RIMES[vowel] for vowel in vowels).split()
    return "(?:" + "|".join(sorted(rimes, key=len, reverse=True)) + ")"


# c, g, ng stand before a, o, u; k, gh, ngh before e, i, y; q only with u. After qu the rime is
# written whole (quan, quyen); after gi an i is not written twice (gia, gieng).
_SYLLABLE = re.compile(
    "|".join(
        (
            f"(?:c|g|ng){_any('a', 'o', 'u')}",
            f"(?:k|gh|ngh){_any('e', 'i', 'y')}",
            f"(?:b|ch|d|h|kh|l|m|n|nh|ph|r|s|t|th|tr|v|x)?{_any('a', 'e', 'i', 'o', 'u', 'y')}",
            f"qu{_any('a', 'e', 'i', 'y')}|qu(?:o[ct]?|ynh|yt)",
            f"gi{_any('a', 'e', 'o', 'u')}|gin?|p(?:a|in|o)",
        )
    )
)


def is_vietnamese_syllable(word: str) -> bool:
    """Whether a folded word could be Vietnamese; so could many short words of other languages."""
    return _SYLLABLE.fullmatch(word) is not None
