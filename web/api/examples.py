"""Examples of the API: shortened replies of the shipped catalogue."""

from __future__ import annotations

from typing import Any

_SITE = "https://example.org"

_FACTS: dict[str, Any] = {
    "id": "prd-51-024",
    "kind": "product",
    "province": "51",
    "former": "kon-tum",
    "sector": [],
    "group": "food",
    "hs": "0910",
    "availability": None,
    "listed_on": None,
    "as_of": None,
    "source": ["https://vnexpress.net/trong-gung-xuat-khau-chau-au-4744322.html"],
    "capital": None,
    "area_ha": None,
    "texts": {
        "vi": {
            "title": "Gừng hữu cơ Đăk Na",
            "summary": "Gừng trồng tại xã Đăk Na, huyện Tu Mơ Rông cũ, …",
            "origin": "original",
            "state": "original",
        },
        "en": {
            "title": "Đăk Na organic ginger",
            "summary": "Ginger grown in Đăk Na commune, former Tu Mơ Rông district, …",
            "origin": "machine",
            "state": "machine",
        },
    },
}
LISTING: dict[str, Any] = {
    **_FACTS,
    "url": f"{_SITE}/en/listings/prd-51-024/dak-na-organic-ginger",
    "title": "Đăk Na organic ginger",
    "title_lang": "en",
}
EXPORTED: dict[str, Any] = {**_FACTS, "url": f"{_SITE}/en/listings/prd-51-024"}
PROVINCES: dict[str, Any] = {
    "items": [
        {
            "code": "51",
            "name": "Quảng Ngãi",
            "names": {
                "vi": "Quảng Ngãi",
                "en": "Quảng Ngãi",
                "ko": "꽝응아이성",
                "ja": "クアンガイ省",
            },
            "unit_type": "province",
            "projects": 23,
            "products": 41,
            "former": [
                {
                    "key": "kon-tum",
                    "names": {
                        "vi": "Kon Tum",
                        "en": "Kon Tum",
                        "ko": "꼰뚬성",
                        "ja": "コントゥム省",
                    },
                }
            ],
            "url": f"{_SITE}/en/provinces/51",
        }
    ],
    "total": 34,
}
SECTORS: dict[str, Any] = {
    "items": [
        {
            "key": "energy",
            "name": "Energy",
            "names": {"vi": "Năng lượng", "en": "Energy", "ko": "에너지", "ja": "エネルギー"},
            "vsic": "D",
            "projects": 11,
            "url": f"{_SITE}/en/sectors/energy",
        }
    ],
    "total": 11,
}
CONCEPTS: dict[str, Any] = {
    "items": [
        {
            "id": "ginger",
            "label": "ginger",
            "labels": {
                "vi": ["gừng"],
                "en": ["ginger"],
                "ko": ["생강"],
                "ja": ["生姜", "ショウガ", "しょうが"],
            },
            "broader": ["spice", "vegetable"],
            "hs": "0910",
            "sector": "agriculture_forestry",
        }
    ],
    "total": 1427,
    "page": 1,
    "per_page": 20,
}
MATCH_REQUEST: dict[str, Any] = {
    "text": "유기농 생강과 고추, 계피 향신료 수입",
    "lang": "ko",
    "kind": "product",
    "province": ["51"],
    "limit": 5,
}
MATCHES: dict[str, Any] = {
    "language": "ko",
    "recognized": [
        {"concept": "organic", "label": "유기농", "words": ["유기농"]},
        {"concept": "ginger", "label": "생강", "words": ["생강"]},
        {"concept": "chili", "label": "고추", "words": ["고추"]},
        {"concept": "cinnamon", "label": "계피", "words": ["계피"]},
        {"concept": "spice", "label": "향신료", "words": ["향신료"]},
    ],
    "unrecognized": [],
    "excluded": [],
    "matches": [
        {
            "listing": {
                "id": "prd-51-102",
                "kind": "product",
                "title": "고추 가공 향신료",
                "title_lang": "ko",
                "url": f"{_SITE}/ko/listings/prd-51-102",
                "province": "51",
            },
            "score": 0.39,
            "band": "strong",
            "reasons": [
                {
                    "kind": "concept",
                    "label": "고추",
                    "share": 0.74,
                    "relation": "same",
                    "entries": 0,
                    "query_words": ["고추"],
                    "listing_words": ["고추"],
                },
                {
                    "kind": "words",
                    "label": "향신료",
                    "share": 0.26,
                    "relation": "words",
                    "entries": 0,
                    "query_words": ["향신료"],
                    "listing_words": ["향신료"],
                },
            ],
            "conditions": [
                {"name": "kind", "met": True, "detail": "지역 특산품"},
                {"name": "province", "met": True, "detail": "꽝응아이성"},
            ],
        }
    ],
    "no_match": None,
}
CSV = "id,kind,url,province,former,sector,group,hs,…,title_vi,summary_vi,state_vi,…\r\n"
