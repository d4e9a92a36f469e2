"""Amounts of money in the scale words of each language.

Babel's compact forms are not what people write (vi "1,2 NT ₫"), and ko and ja count by ten
thousands: 12억 동, 1兆2,000億ドン.
"""

from collections.abc import Sequence
from decimal import Decimal

from i18n.formats.memory import memoised
from i18n.formats.numbers import NBSP, number
from i18n.languages import Language

_SIGNIFICANT = 3
_MOST_DECIMALS = 3
# 12,500円 below this, 12億3,456万7,890ドン from here.
_MIXED_FROM = 10**8

# Largest first. Vietnamese lists count in tỷ however many there are: 9.700 tỷ đồng.
_SCALES: dict[Language, tuple[tuple[int, str], ...]] = {
    Language.VI: ((10**9, "tỷ"), (10**6, "triệu")),
    Language.EN: ((10**12, "trillion"), (10**9, "billion"), (10**6, "million")),
}
_MYRIADS = {
    Language.KO: ((10**12, "조"), (10**8, "억"), (10**4, "만")),
    Language.JA: ((10**12, "兆"), (10**8, "億"), (10**4, "万")),
}
# English writes the ISO 4217 code, as does any language for a currency that is not here.
_UNITS: dict[Language, dict[str, str]] = {
    Language.VI: {
        "VND": "đồng",
        "EUR": "euro",
        "JPY": "yên",
        "KRW": "won",
        "INR": "rupee",
        "CNY": "nhân dân tệ",
        "GBP": "bảng Anh",
    },
    Language.EN: {},
    Language.KO: {
        "VND": "동",
        "USD": "달러",
        "EUR": "유로",
        "JPY": "엔",
        "KRW": "원",
        "INR": "인도 루피",
        "CNY": "위안",
        "GBP": "영국 파운드",
    },
    Language.JA: {
        "VND": "ドン",
        "USD": "米ドル",
        "EUR": "ユーロ",
        "JPY": "円",
        "KRW": "ウォン",
        "INR": "インドルピー",
        "CNY": "人民元",
        "GBP": "英ポンド",
    },
}
_RANGES = {
    Language.VI: ("từ {low} đến {high}", "từ {low}", "đến {high}"),
    Language.EN: ("{low} to {high}", "{low} or more", "up to {high}"),
    Language.KO: ("{low}~{high}", "{low} 이상", "{high} 이하"),
    Language.JA: ("{low}～{high}", "{low}以上", "{high}以下"),
}


@memoised
def money(amount: int, currency: str, language: Language) -> str:
    """An exact amount of whole currency units: "1,2 tỷ đồng", "VND 1.2 billion", "12억 동"."""
    return _with_unit(_figure(amount, language), currency, language)


@memoised
def approximate_money(amount: int, currency: str, language: Language) -> str:
    """The amount rounded to three significant digits, for a conversion; says not that it is."""
    digits = len(str(abs(amount))) - _SIGNIFICANT
    return money(round(amount, -digits) if digits > 0 else amount, currency, language)


def money_range(low: int | None, high: int | None, currency: str, language: Language) -> str:
    """A range whose ends are included and may be open; "" when both are."""
    both, lower, upper = _RANGES[language]
    if low is not None and low == high:
        return money(low, currency, language)
    if low is not None and high is not None:
        return both.format(low=_low(low, currency, language), high=money(high, currency, language))
    if low is not None:
        return lower.format(low=money(low, currency, language))
    return upper.format(high=money(high, currency, language)) if high is not None else ""


def _low(amount: int, currency: str, language: Language) -> str:
    """Where the unit stands last, saying it once at the end of the range is enough."""
    if language in _MYRIADS:
        return _figure(amount, language)
    return money(amount, currency, language)


def _figure(amount: int, language: Language) -> str:
    sign = "\u2212" if amount < 0 else ""
    if language in _MYRIADS:
        return sign + _in_myriads(abs(amount), language)
    return sign + _scaled(abs(amount), language)


def _scaled(amount: int, language: Language) -> str:
    """In the largest scale that needs no more than three decimals, else every digit."""
    for size, word in _SCALES[language]:
        if amount >= size and amount * 10**_MOST_DECIMALS % size == 0:
            return f"{number(Decimal(amount) / size, language)}{NBSP}{word}"
    return number(amount, language)


def _in_myriads(amount: int, language: Language) -> str:
    """By ten thousands, every digit said; a small amount that is not round stays in digits."""
    if amount < _MIXED_FROM and amount % 10**4:
        return number(amount, language)
    parts: list[str] = []
    for size, word in _MYRIADS[language]:
        count, amount = divmod(amount, size)
        if count:
            parts.append(f"{number(count, language)}{word}")
    if amount or not parts:
        parts.append(number(amount, language))
    return _joined(parts, language)


def _joined(parts: Sequence[str], language: Language) -> str:
    return (NBSP if language is Language.KO else "").join(parts)


def _with_unit(figure: str, currency: str, language: Language) -> str:
    unit = _UNITS[language].get(currency, currency).replace(" ", NBSP)
    if language is Language.EN:
        return f"{unit}{NBSP}{figure}"
    closed_up = language is Language.JA or (figure[-1].isdigit() and language is Language.KO)
    return f"{figure}{unit}" if closed_up and not unit.isascii() else f"{figure}{NBSP}{unit}"
