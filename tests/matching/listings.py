"""A small catalogue in four languages, some of it in one language only."""

from i18n.languages import Language
from matching.documents import Document, Text

VI, EN, KO, JA = Language.VI, Language.EN, Language.KO, Language.JA

GINGER = Document(
    "prd-51-010",
    (
        Text(VI, "Gừng tươi Kon Tum", "Củ gừng sẻ trồng ở huyện Kon Plông, tỉnh Kon Tum cũ."),
        Text(EN, "Fresh ginger from Kon Tum", "Small ginger roots grown in Kon Plông."),
        Text(KO, "꼰뚬 생강", "옛 꼰뚬성에서 재배한 신선한 생강입니다."),
        Text(JA, "コントゥムの生姜", "旧コントゥム省で栽培された新鮮な生姜です。"),
    ),
)
CINNAMON = Document(
    "prd-15-002",
    (
        Text(VI, "Quế Văn Yên", "Vỏ quế khô của huyện Văn Yên, xuất khẩu sang Ấn Độ."),
        Text(EN, "Văn Yên cinnamon", "Dried cassia bark exported to India."),
        Text(KO, "반옌 계피", "인도로 수출하는 건조 계피 껍질입니다."),
        Text(JA, "ヴァンイエンの桂皮", "インドへ輸出される乾燥した桂皮です。"),
    ),
)
RICE = Document(
    "prd-91-003",
    (
        Text(VI, "Gạo ST25", "Gạo thơm hữu cơ vùng Sóc Trăng."),
        Text(EN, "ST25 rice", "Organic fragrant rice from Sóc Trăng."),
        Text(KO, "ST25 쌀", "속짱 지역의 유기농 향미 쌀입니다."),
        Text(JA, "ST25米", "ソクチャンの有機香り米です。"),
    ),
)
GINSENG = Document(
    "prd-51-001",
    (
        Text(VI, "Sâm củ Ngọc Linh", "Dược liệu quý trên núi Ngọc Linh, Kon Tum."),
        Text(EN, "Ngọc Linh ginseng root", "Medicinal plant of the Ngọc Linh mountains."),
    ),
)
MANGO = Document("prd-82-004", (Text(EN, "Dried mango", "Soft dried mango without sugar."),))
BOK_CHOY = Document("prd-01-005", (Text(VI, "Cải thìa Đông Anh", "Rau sạch cho siêu thị."),))
PEPPER = Document("prd-66-006", (Text(VI, "Hạt tiêu Đắk Nông", "Tiêu đen, tiêu trắng xay."),))
FISH_SAUCE = Document("prd-46-007", (Text(VI, "Nước mắm Nam Ô", "Nước mắm truyền thống."),))
SOLAR = Document(
    "prj-58-001",
    (
        Text(VI, "Nhà máy điện mặt trời Phước Minh", "Công suất 200 MW, vốn 4.000 tỷ đồng."),
        Text(KO, "프억민 태양광 발전소", "설비 용량 200MW, 투자액 4조 동."),
    ),
)
PORT = Document("prj-52-002", (Text(EN, "Nhơn Hội deep-water port", "Smart seaport, logistics."),))
RESORT = Document("prj-68-003", (Text(JA, "ダラットのリゾート", "高原の観光リゾート開発です。"),))
LAM_DONG = Document("prj-68-004", (Text(VI, "Khu du lịch Tà Nung, Lâm Đồng", "Vốn 900 tỷ đồng."),))
FORESTRY = Document("prj-51-005", (Text(VI, "Trồng rừng nông lâm nghiệp", "Vốn 80 tỷ đồng."),))

CATALOGUE = (
    GINGER,
    CINNAMON,
    RICE,
    GINSENG,
    MANGO,
    BOK_CHOY,
    PEPPER,
    FISH_SAUCE,
    SOLAR,
    PORT,
    RESORT,
    LAM_DONG,
    FORESTRY,
)
