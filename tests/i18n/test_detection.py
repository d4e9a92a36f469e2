import time

import pytest

from i18n.detection import detect
from i18n.languages import Language

VIETNAMESE = [
    "xuat khau gia vi gung ot que",
    "Cần mua 20 tấn gừng tươi",
    "nhà máy chế biến cà phê",
    "ca phe",
    "gung",
    "ot",
    "que",
    "hat dieu",
    "sâm Ngọc Linh",
    "tim nha cung cap gung huu co",
    "can mua tinh bot san so luong lon",
    "du an dien gio tai Quang Tri",
    "XUAT KHAU GIA VI",
    "khu công nghiệp FDI",
    "Dự án Smart City Đà Nẵng Downtown",
    "mua cá tra",
    "rau củ quả",
    "chè",
    "nước mắm",
    "đường dừa Trà Vinh USDA Organic",
    "nang luong mat troi",
    "thuy dien nho",
    "ruou can",
    "mat ong rung",
    "can mua gung organic",
    "toi muon dau tu vao nong nghiep",
    "quế hữu cơ for export to Japan và Hàn Quốc",
]
ENGLISH = [
    "importer of organic ginger",
    "ginger",
    "tea",
    "we seek partners",
    "Project in Tu Mơ Rông, Quảng Ngãi",
    "Looking for organic ginger from Kon Tum and Quảng Ngãi, Vietnam",
    "An Giang rice",
    "Tra Vinh coconut sugar",
    "wind farm",
    "The man in the van",
    "industrial park in Vĩnh Long",
    "cassava starch",
    "café supplier",
    "data center",
    "Măng Đen ecotourism zone",
    "rice",
    "OCOP",
    "smart port, airports, thermal power",
    "over 2 billion USD",
    "can you supply hot chili sauce in bulk?",
    "Looking for ゆず",
    "import",
    "buy cashew nuts",
    "cold storage",
    "pangasius fillet",
    "a joint venture with Korean 화장품 brands and distributors",
]
KOREAN = [
    "HACCP인증 생강",
    "GAP인증",
    "VietGAP인증 고추",
    "유기농 생강을 수입하려고 합니다",
    "생강",
    "베트남산 계피",
    "HACCP, ISO 22000 인증",
    "VietGAP 인증 생강",
    "USDA Organic 인증 생강 10톤",
    "고추 10t",
    "꼰뚬(Kon Tum)성 인삼",
    "韓國 인삼 수입",
    "투자",
    "Quảng Ngãi 지역 투자 희망",
]
JAPANESE = [
    "ISO22000取得工場",
    "GI認証",
    "有機生姜を輸入したい",
    "生姜",
    "シナモン",
    "ショウガ粉末",
    "有機生姜",
    "工業団地",
    "投資誘致案件",
    "ベトナム産のコーヒー豆 (Gia Lai)",
    "乾燥唐辛子",
    "ﾀｹﾉｺ",
    "水産物加工工場",
    "目的地",
    "完了報告",
    "個々の案件",
]
NONE_OF_THE_FOUR = [
    "Wir suchen Bio-Ingwer aus Vietnam",
    "Nous cherchons du gingembre biologique",
    "Buscamos jengibre orgánico",
    "Ищем поставщика имбиря",
    "采购有机生姜",
    "寻找越南肉桂供应商",
    "我們尋找有機薑",
    "ผู้นำเข้าขิง",
    "",
    "   ",
    "12345 !!!",
    "👍",
    "Suche Lieferanten für Zimt",
    "importateur de cannelle",
    "importador de canela de la región",
    "Procuramos fornecedor de gengibre",
    "Cerchiamo fornitori di zenzero biologico",
    "Kami mencari jahe organik",
    "Szukamy dostawcy imbiru",
    "zencefil ithalatçısı arıyoruz",
    "مستورد الزنجبيل",
    "हम अदरक खरीदना चाहते हैं",
    "jengibre",
    "Kaffee",
    "绿茶",
    "進口咖啡",
    "thé et café",
    "Je souhaite acheter du thé",
    "Ich möchte in Vietnam investieren",
    "¿Dónde comprar pimienta?",
    "Wij zoeken gember uit Vietnam",
    "σκόρδο",
]


@pytest.mark.parametrize("text", VIETNAMESE)
def test_vietnamese_is_recognised_with_and_without_marks(text: str) -> None:
    assert detect(text) is Language.VI


@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_recognised_also_around_vietnamese_names(text: str) -> None:
    assert detect(text) is Language.EN


@pytest.mark.parametrize("text", KOREAN)
def test_korean_is_recognised_also_around_codes(text: str) -> None:
    assert detect(text) is Language.KO


@pytest.mark.parametrize("text", JAPANESE)
def test_japanese_is_recognised_also_without_kana(text: str) -> None:
    assert detect(text) is Language.JA


@pytest.mark.parametrize("text", NONE_OF_THE_FOUR)
def test_other_languages_are_not_taken_for_ours(text: str) -> None:
    assert detect(text) is None


@pytest.mark.parametrize("unit", ["x", "a\u0301\u0327", "생", "xuat khau ", "購"])
def test_a_huge_text_is_judged_by_its_beginning(unit: str) -> None:
    started = time.perf_counter()
    detect(unit * 500_000)
    assert time.perf_counter() - started < 2
