"""What is searched for and described: words and demands in four languages."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import cycle, product
from pathlib import Path
from urllib.parse import urlencode

_DEMANDS = Path(__file__).parents[1] / "judgments" / "shipped_demands.jsonl"
WORDS = (
    *("gừng", "gung", "ginger", "생강", "生姜", "lúa", "쌀", "米", "coffee", "cà phê", "cinnamon"),
    *("du lịch sinh thái", "khu công nghiệp", "wind power", "수력발전", "太陽光", "Kon Tum"),
)
_RELEASE = (
    "xuất khẩu gia vị gừng, ớt, quế",
    "importer of organic ginger, chili and cinnamon spices",
    "유기농 생강과 고추, 계피 향신료 수입",
    "生姜・唐辛子・シナモンの輸入",
)


def profiles() -> Iterator[str]:
    """The profiles of the first release and the judged demands, again and again."""
    lines = _DEMANDS.read_text(encoding="utf-8").splitlines()
    return cycle((*_RELEASE, *(json.loads(line)["text"] for line in lines)))


def keyword_paths() -> Iterator[str]:
    """API addresses of keyword searches, no two alike."""
    for size, language, word in product(range(20, 50), ("vi", "en", "ko", "ja"), WORDS):
        asked = urlencode({"q": word, "lang": language, "per_page": size})
        yield f"/api/v1/listings?{asked}"
