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
    "as_of": "2023",
    "source": [f"{_SITE}/source"],
    "capital": None,
    "area_ha": None,
    "texts": {
        "en": {
            "title": "Ginger of Kon Tum",
            "summary": "Fresh ginger from the former Kon Tum province.",
            "origin": "machine",
            "state": "machine",
        },
    },
}
LISTING: dict[str, Any] = {
    **_FACTS,
    "url": f"{_SITE}/en/listings/prd-51-024/ginger-of-kon-tum",
    "title": "Ginger of Kon Tum",
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
            "projects": 30,
            "products": 40,
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
            "projects": 12,
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
                "ja": ["生姜", "しょうが"],
            },
            "broader": ["spices"],
            "hs": "0910",
            "sector": None,
        }
    ],
    "total": 1,
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
    "recognized": [{"concept": "ginger", "label": "생강", "words": ["생강"]}],
    "unrecognized": [],
    "matches": [
        {
            "listing": {
                "id": "prd-51-024",
                "kind": "product",
                "title": "꼰뚬 생강",
                "title_lang": "ko",
                "url": f"{_SITE}/ko/listings/prd-51-024",
                "province": "51",
            },
            "score": 0.62,
            "band": "good",
            "reasons": [
                {
                    "kind": "concept",
                    "label": "생강",
                    "share": 1.0,
                    "query_words": ["생강"],
                    "listing_words": ["생강"],
                }
            ],
            "conditions": [{"name": "province", "met": True, "detail": "꽝응아이성"}],
        }
    ],
    "no_match": None,
}
CSV = "id,kind,url,province,former,sector,group,hs,…,title_vi,summary_vi,state_vi,…\r\n"
