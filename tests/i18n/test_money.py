import pytest

from i18n.formats import approximate_money, money, money_range
from i18n.languages import LANGUAGES, Language

BILLION = 10**9
NBSP = "\u00a0"


def _plain(text: str) -> str:
    return text.replace(NBSP, " ")


def _in_all(amount: int, currency: str) -> list[str]:
    return [_plain(money(amount, currency, language)) for language in LANGUAGES]


@pytest.mark.parametrize(
    ("amount", "vi", "en", "ko", "ja"),
    [
        (1_200_000_000, "1,2 tỷ đồng", "VND 1.2 billion", "12억 동", "12億ドン"),
        (540_000_000, "540 triệu đồng", "VND 540 million", "5억 4,000만 동", "5億4,000万ドン"),
        (900 * BILLION, "900 tỷ đồng", "VND 900 billion", "9,000억 동", "9,000億ドン"),
        (1_000 * BILLION, "1.000 tỷ đồng", "VND 1 trillion", "1조 동", "1兆ドン"),
        (1_200 * BILLION, "1.200 tỷ đồng", "VND 1.2 trillion", "1조 2,000억 동", "1兆2,000億ドン"),
        (9_700 * BILLION, "9.700 tỷ đồng", "VND 9.7 trillion", "9조 7,000억 동", "9兆7,000億ドン"),
        (500_000, "500.000 đồng", "VND 500,000", "50만 동", "50万ドン"),
        (12_500, "12.500 đồng", "VND 12,500", "12,500동", "12,500ドン"),
        (0, "0 đồng", "VND 0", "0동", "0ドン"),
    ],
)
def test_dong_are_written_as_people_write_them(
    amount: int, vi: str, en: str, ko: str, ja: str
) -> None:
    assert _in_all(amount, "VND") == [vi, en, ko, ja]


@pytest.mark.parametrize(
    ("currency", "vi", "ko", "ja"),
    [
        ("USD", "26 triệu USD", "2,600만 달러", "2,600万米ドル"),
        ("EUR", "26 triệu euro", "2,600만 유로", "2,600万ユーロ"),
        ("JPY", "26 triệu yên", "2,600만 엔", "2,600万円"),
        ("KRW", "26 triệu won", "2,600만 원", "2,600万ウォン"),
        ("INR", "26 triệu rupee", "2,600만 인도 루피", "2,600万インドルピー"),
        ("CNY", "26 triệu nhân dân tệ", "2,600만 위안", "2,600万人民元"),
        ("GBP", "26 triệu bảng Anh", "2,600만 영국 파운드", "2,600万英ポンド"),
        ("AUD", "26 triệu AUD", "2,600만 AUD", "2,600万 AUD"),
    ],
)
def test_other_currencies_have_their_usual_names(currency: str, vi: str, ko: str, ja: str) -> None:
    assert _in_all(26_000_000, currency) == [vi, f"{currency} 26 million", ko, ja]


def test_an_amount_is_never_rounded() -> None:
    assert _in_all(1_234_567_890, "VND") == [
        "1.234.567.890 đồng",
        "VND 1,234,567,890",
        "12억 3,456만 7,890동",
        "12億3,456万7,890ドン",
    ]


def test_a_smaller_scale_is_taken_before_a_fourth_decimal() -> None:
    assert _plain(money(9_591_500_000_000, "VND", Language.EN)) == "VND 9,591.5 billion"


def test_a_negative_amount_keeps_its_sign() -> None:
    assert _in_all(-2_600, "USD") == ["−2.600 USD", "USD −2,600", "−2,600달러", "−2,600米ドル"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_line_never_breaks_inside_an_amount(language: Language) -> None:
    assert " " not in money(1_200 * BILLION, "VND", language)


@pytest.mark.parametrize(
    ("amount", "rounded"),
    [
        (34_285_714, "USD 34.3 million"),
        (2_126, "USD 2,130"),
        (999, "USD 999"),
        (999_600, "USD 1 million"),
        (-34_285_714, "USD −34.3 million"),
    ],
)
def test_an_approximation_has_three_significant_digits(amount: int, rounded: str) -> None:
    assert _plain(approximate_money(amount, "USD", Language.EN)) == rounded


def _range(low: int | None, high: int | None) -> list[str]:
    shown = (money_range(low, high, currency="VND", language=each) for each in LANGUAGES)
    return [_plain(text) for text in shown]


def test_a_range_says_both_its_ends() -> None:
    assert _range(500 * BILLION, 1_000 * BILLION) == [
        "từ 500 tỷ đồng đến 1.000 tỷ đồng",
        "VND 500 billion to VND 1 trillion",
        "5,000억~1조 동",
        "5,000億～1兆ドン",
    ]


def test_a_range_may_have_no_upper_end() -> None:
    expected = ["từ 500 tỷ đồng", "VND 500 billion or more", "5,000억 동 이상", "5,000億ドン以上"]
    assert _range(500 * BILLION, None) == expected


def test_a_range_may_have_no_lower_end() -> None:
    expected = ["đến 500 tỷ đồng", "up to VND 500 billion", "5,000억 동 이하", "5,000億ドン以下"]
    assert _range(None, 500 * BILLION) == expected


def test_a_range_of_one_amount_is_that_amount() -> None:
    assert _range(BILLION, BILLION) == _in_all(BILLION, "VND")


def test_a_range_without_ends_says_nothing() -> None:
    assert _range(None, None) == ["", "", "", ""]
