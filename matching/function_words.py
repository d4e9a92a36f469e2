"""Words that say nothing about what is offered or sought; they are neither evidence nor unknown.

Other than in `i18n.function_words` no word of the trade may stand here.
"""

import tomllib
from functools import cache
from pathlib import Path

from i18n.languages import Language

_ENGLISH = """
a about above after all also an and any are as at be because been before being between both but by
can could did do does each either for from get had has have having he her here his how i if in into
is it its itself just like looking made make many may me more most much must my need needs no nor
not of off on one only or other our out over own per please seek seeking she should so some such
than that the their them then there these they this those through to too under until up us very
want wants was we were what when where which while who whom why will with within without would
you your etc eg ie
tonne tonnes ton tons year years yearly annual annually month months monthly approximately
"""
_VIETNAMESE = """
bị bởi các cái cần cho có còn cùng của cũng do đã đang đây để đến đó được gì hay hoặc hơn khi
không là lại lên loại mà mỗi một muốn mình nào này nên nếu ngay nhiều như nhưng những nhằm ở phải
qua quý ra rất rằng sao sau sẽ tại theo thì tôi trên trong trước từ tự và vào vẫn vậy về vì việc
với vừa xin chúng ta ông bà anh chị em gồm bao tìm mong
tấn tháng ngày
"""
_KOREAN = """
및 등 수 것 있는 있음 있다 있습니다 하는 한다 합니다 위한 위해 대한 대해 통한 통해 또는 그리고 그 이
저 우리 저희 당사 관련 관한 같은 되는 된 될 할 한 하고 하며 에서 모든 각 각종 매우 더 좀 잘 원합니다
찾습니다 찾고 희망합니다 싶습니다 바랍니다 필요합니다 때 중 후 내 외
입니다 습니다 하겠습니다 좋겠습니다 부탁드립니다 있으면 있으나
톤 연간 년 월 일 만 기준 이상 이하 이후 미만 약 개
"""
_JAPANESE = """
等 及 及び 又 又は 為 時 者 様 弊社 当社 御社 年 月 日 中 内 外 上 下 的 こと もの ため よう それ
これ から まで する した して いる ある あり ます です でき など
として について における による への
トン 年間 または 紹介
"""

FUNCTION_WORDS: dict[Language, frozenset[str]] = {
    Language.EN: frozenset(_ENGLISH.split()),
    Language.VI: frozenset(_VIETNAMESE.split()),
    Language.KO: frozenset(_KOREAN.split()),
    Language.JA: frozenset(_JAPANESE.split()),
}
_EVERY = frozenset[str]().union(*FUNCTION_WORDS.values())


def function_words(language: Language | None) -> frozenset[str]:
    """Those of one language; of all four when the language is unknown."""
    return _EVERY if language is None else FUNCTION_WORDS[language]


@cache
def everyday_words(language: Language) -> frozenset[str]:
    """Frequent words that are no labels; they only help to tell where one ends. None but ko, ja."""
    written = Path(__file__).with_name("everyday.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(written).get(language, "").split())
