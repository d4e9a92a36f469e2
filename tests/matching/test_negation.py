"""What a profile says it does not seek is read as such, and nothing else is."""

from time import process_time

import pytest

from i18n.languages import LANGUAGES, Language
from matching.canonical import Canonical
from matching.documents import Document, Profile, Text
from matching.index import Index
from matching.negation import unwanted
from matching.ranking import match
from matching.thesaurus import Thesaurus
from tests.matching.listings import CINNAMON, GINGER

SEGMENTER = Thesaurus.load().segmenter
VI, EN, KO, JA = Language.VI, Language.EN, Language.KO, Language.JA


def words(text: str, language: Language) -> list[str]:
    canonical = Canonical(text)
    return [
        canonical.text[slice(*each.words)].strip()
        for each in unwanted(canonical, language, SEGMENTER)
    ]


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("We are not interested in sweets or candy, only the beans.", EN, "sweets or candy"),
        ("Ginger wanted. No coffee please", EN, "coffee"),
        ("Chỉ mua tiêu, không cần mặt hàng khác.", VI, "mặt hàng khác"),
        ("mua gung, khong lay ot", VI, "ot"),
        ("새 공장을 지을 생각은 없어서 산업단지 임대는 필요 없습니다.", KO, "산업단지 임대"),
        ("생강을 찾습니다. 커피는 제외합니다.", KO, "커피"),
        ("道路ではなく橋梁が専門です。", JA, "道路"),
        ("加工工場や養魚は対象外です。", JA, "加工工場や養魚"),
        ("加工工場や養魚は 対象 外です。", JA, "加工工場や養魚"),
        ("ワサビ抜きの寿司セット", JA, "ワサビ"),
        ("Dried mango, anything but banana chips", EN, "banana chips"),
        (
            "A tile factory without cement, glass or bricks, in Thai Binh",
            EN,
            "cement, glass or bricks",
        ),
        ("We want a resort, but golf courses are off the table.", EN, "golf courses"),
        ("Tinh dầu sả, trừ dầu tràm", VI, "dầu tràm"),
        ("Kho lạnh; riêng nhà máy tôm thì không xem xét", VI, "nhà máy tôm"),
        ("ca phe hat, ca phe hoa tan thi thoi", VI, "ca phe hoa tan"),
        ("망고를 찾습니다. 두리안은 냄새 때문에 저희 매장에서 못 다룹니다.", KO, "두리안"),
        ("바구니를 찾는데, 플라스틱이 섞인 제품은 사절합니다", KO, "플라스틱"),
        ("고추 종이컵 제외", KO, "종이컵"),
        ("生姜 キャンディーは不要", JA, "キャンディー"),
        ("塩や油を使わずに仕上げたナッツ", JA, "塩や油"),
        ("えびを探しています。いかはもう取引先があるので結構です。", JA, "いか"),
    ],
)
def test_plain_refusals_are_read(text: str, language: Language, found: str) -> None:
    assert words(text, language) == [found]


@pytest.mark.parametrize(
    ("text", "language", "sought"),
    [
        ("No coffee, please send ginger or turmeric", EN, "ginger or turmeric"),
        ("No coffee, we want ginger or turmeric", EN, "ginger or turmeric"),
        (
            "We are looking for ginger and chili and coffee is not wanted",
            EN,
            "ginger and chili",
        ),
        ("Ginger is needed because coffee is not wanted", EN, "Ginger"),
        ("Dried ginger\nNo coffee\nTurmeric", EN, "Turmeric"),
        ("không cần cà phê, chỉ mua gừng hoặc nghệ", VI, "gừng hoặc nghệ"),
        ("Trừ cà phê, cần tiêu hoặc quế", VI, "tiêu hoặc quế"),
        ("Chúng tôi cần gừng khô và giấy chứng nhận không cần", VI, "gừng khô"),
        ("cà phê thì không cần hồ tiêu thì cần", VI, "hồ tiêu"),
        ("Gừng\nKhông cần cà phê\nNghệ", VI, "Nghệ"),
        ("냉동 창고와 중고 트럭을 찾습니다. 커피 제외", KO, "창고와 중고 트럭"),
        ("緑茶を探しています。コーヒーは不要", JA, "緑茶"),
    ],
)
def test_what_stands_beside_a_refusal_stays(text: str, language: Language, sought: str) -> None:
    canonical = Canonical(text)
    begin, end = text.index(sought), text.index(sought) + len(sought)
    struck = [canonical.origin(*each.phrase) for each in unwanted(canonical, language, SEGMENTER)]
    assert struck
    assert all(end <= start or stop <= begin for start, stop in struck)


@pytest.mark.parametrize("turn", [",no", ",제외", "の 不要、", "no coffee ", "thì không ", "말고 "])
def test_endless_refusals_are_read_without_delay(turn: str) -> None:
    text = Canonical((turn * 60_000)[:60_000])
    started = process_time()
    for language in LANGUAGES:
        unwanted(text, language, SEGMENTER)
    assert process_time() - started < 5


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("no less than 20 tonnes, not only ginger but also chili, No. 5 warehouse", EN),
        ("không chỉ gừng mà còn ớt", VI),
        ("생강뿐만 아니라 고추도", KO),
        ("生姜だけではなく唐辛子も", JA),
        ("コルク抜き。", JA),
        ("コルク 抜きを輸入したい", JA),
        ("생강 분말 고품질 공급업체를 찾습니다", KO),
        ("생강분말고품질", KO),
        ("수제 외투", KO),
        ("생강뿐 만 아니라 고추도", KO),
        ("생강을 제외하고", EN),
        ("If there is no fresh lychee, longan without delay; we have no supplier yet", EN),
        ("Thuốc trừ sâu sinh học; nếu không có thì phân bón, đừng ngại gửi mẫu", VI),
        ("공급처가 없는 생강을 지체 없이 보내 주십시오. 주저하지 말고 연락 주세요.", KO),
        ("생강은 구하기가 곤란합니다", KO),
        ("생강에 관심이 없는 것은 아닙니다", KO),
        ("생강 사양: 건조, 5mm", KO),
        ("国産 은행잎 추출물", KO),
        ("生姜には興味があります。冷凍品は扱えます。", JA),
        ("サンプルは遠慮なくお送りください。この粉はパスタに合います。", JA),
        ("発注者はNGOです。生姜は結構使います。", JA),
        ("遅滞なく、欠かせない生姜、コルク抜き", JA),
        ("No 1 grade cashew nuts. Coffee? No, just ginger", EN),
        ("We do not accept cashews above 5 % moisture. Sugar-free candy", EN),
        ("エビの頭は不要", JA),
        ("We cannot buy fresh turmeric at home and look for a supplier", EN),
        ("Golf bags with or without wheels, free of charge, without delay", EN),
        ("No minimum order is needed. Not only ginger, not less than 5 t", EN),
        ("Tìm đơn vị thi công nhà lưới không kém hàng Nhật", VI),
        ("thi cong nha luoi, khong chi gung, khong duoi 5 tan", VI),
        ("thuốc tránh thai, bình xịt trừ muỗi, khấu trừ thuế, trừ khi có lý do", VI),
        ("生姜以外にも唐辛子がほしい", JA),
    ],
)
def test_what_only_looks_like_a_refusal_is_none(text: str, language: Language) -> None:
    assert words(text, language) == []


def test_what_is_not_sought_finds_nothing_and_is_said(index: Index) -> None:
    answer = match(index, Profile("cinnamon bark, no ginger", EN))
    assert [each.id for each in answer.matches] == [CINNAMON.id]
    assert [each.text for each in answer.excluded] == ["ginger"]
    assert "ginger" not in {each.concept_id for each in answer.recognized}
    assert GINGER.id in {each.id for each in match(index, Profile("ginger", EN)).matches}


def test_listings_of_what_is_not_sought_rank_lower() -> None:
    sweets = Document("sweets", (Text(EN, "Ginger candy", "Ginger candy in bags"),))
    root = Document("root", (Text(EN, "Fresh roots", "From the highlands, ginger among them"),))
    index = Index.build([sweets, root], Thesaurus.load())

    def best(text: str) -> str:
        return match(index, Profile(text, EN)).matches[0].id

    assert (best("ginger"), best("ginger, no candy")) == ("sweets", "root")


def test_what_is_sought_as_well_is_not_held_against_a_listing(index: Index) -> None:
    plain = match(index, Profile("ginger", EN)).matches[0]
    both = match(index, Profile("ginger, no spices", EN)).matches[0]
    assert plain.id == both.id == GINGER.id


@pytest.mark.parametrize("text", ["quế", "quế, không lấy tinh dầu"])
def test_a_guarded_word_that_is_all_that_is_sought_needs_no_neighbour(text: str) -> None:
    answer = match(Index.build([CINNAMON], Thesaurus.load()), Profile(text, VI))
    assert "cinnamon" in {each.concept_id for each in answer.recognized}
