"""`POST /api/v1/matches`: what is sought in, explained listings out."""

from __future__ import annotations

from typing import Any
from unicodedata import normalize

import pytest
from starlette.testclient import TestClient

from web.api.models import Matches

MATCHES = "/api/v1/matches"
SPICES = {
    "vi": "xuất khẩu gia vị gừng, ớt, quế",
    "vi without marks": "xuat khau gia vi gung, ot, que",
    "en": "importer of organic ginger, chili and cinnamon spices",
    "ko": "유기농 생강과 고추, 계피 향신료 수입",
    "ja": "生姜・唐辛子・シナモンの輸入",
}
MEDICINAL = {
    "vi": "Doanh nghiệp muốn đầu tư trồng và chế biến dược liệu ở vùng núi Tây Nguyên",
    "en": "We want to invest in growing and processing medicinal plants in the highlands",
    "ko": "고원 지대에서 약용작물을 재배하고 가공하는 사업에 투자하고자 합니다",
    "ja": "高原地帯での薬用植物の栽培と加工に投資したいと考えています",
}


def post(client: TestClient, **body: Any) -> dict[str, Any]:
    reply = client.post(MATCHES, json=body)
    assert reply.status_code == 200, reply.text
    Matches.model_validate(reply.json())
    answer: dict[str, Any] = reply.json()
    return answer


def ids(answer: dict[str, Any]) -> list[str]:
    return [match["listing"]["id"] for match in answer["matches"]]


@pytest.mark.parametrize("text", SPICES.values(), ids=SPICES)
def test_a_spice_importer_finds_the_spices_of_kon_tum(client: TestClient, text: str) -> None:
    found = ids(post(client, text=text))
    assert {"prd-51-101", "prd-51-102", "prd-51-103"} <= set(found[:5])
    assert "prd-51-024" in found[:10]


@pytest.mark.parametrize("language", MEDICINAL)
def test_a_grower_of_medicinal_plants_finds_kon_tum(client: TestClient, language: str) -> None:
    answer = post(client, text=MEDICINAL[language], lang=language)
    found = ids(answer)[:10]
    assert "prd-51-001" in found
    assert sum(each.startswith("prj-51-") for each in found) >= 2


@pytest.mark.parametrize("reader", ["vi", "en", "ko", "ja"])
def test_reasons_are_labelled_in_the_language_of_the_reader(
    client: TestClient, reader: str
) -> None:
    answer = post(client, text=SPICES["en"], lang=reader)
    ginger = {"vi": "gừng", "en": "ginger", "ko": "생강", "ja": "生姜"}[reader]
    assert ginger in [each["label"] for each in answer["recognized"]]
    assert answer["language"] == "en"


def test_shares_of_a_match_add_up_to_one(client: TestClient) -> None:
    for match in post(client, text=SPICES["ko"])["matches"]:
        assert sum(reason["share"] for reason in match["reasons"]) == pytest.approx(1)
        assert 0 < match["score"] <= 1


def test_conditions_filter_and_are_listed(client: TestClient) -> None:
    answer = post(
        client,
        text=MEDICINAL["en"],
        kind="project",
        province=["51"],
        lang="en",
        capital_min=500_000_000_000,
    )
    for match in answer["matches"]:
        met = {each["name"]: each["met"] for each in match["conditions"]}
        assert match["listing"]["kind"] == "project"
        assert met["kind"] is met["province"] is True
        assert met["capital"] in (True, None)


def test_a_sector_and_a_heading_do_not_exclude(client: TestClient) -> None:
    free = post(client, text=SPICES["en"])
    bound = post(client, text=SPICES["en"], hs=["0910"], sector=["energy"])
    assert set(ids(free)[:3]) & set(ids(bound))
    assert {each["name"] for each in bound["matches"][0]["conditions"]} == {"hs", "sector"}


def test_words_that_were_not_recognised_are_returned(client: TestClient) -> None:
    answer = post(client, text="ginger and zyxwvut")
    assert answer["unrecognized"] == ["zyxwvut"]


def test_no_match_is_said_with_next_steps(client: TestClient) -> None:
    answer = post(client, text="nuclear submarine periscope", lang="ja")
    assert answer["matches"] == []
    assert answer["no_match"]["reason"] in {"nothing_understood", "below_threshold"}
    assert len(answer["no_match"]["next_steps"]) >= 2


def test_conditions_work_for_a_text_in_another_language(client: TestClient) -> None:
    answer = post(client, text="привет мир, ищем партнёров", province=["51"], limit=3)
    assert answer["language"] is None
    assert len(answer["matches"]) == 3
    assert all(match["listing"]["province"] == "51" for match in answer["matches"])


def test_the_limit_is_kept(client: TestClient) -> None:
    assert len(post(client, text=SPICES["vi"], limit=1)["matches"]) == 1


def test_decomposed_and_repeated_text_changes_nothing(client: TestClient) -> None:
    plain = ids(post(client, text=SPICES["vi"]))
    assert ids(post(client, text=normalize("NFD", SPICES["vi"]))) == plain
    repeated = ids(post(client, text=f"{SPICES['vi']}. " * 40))
    assert set(repeated[:5]) == set(plain[:5])


@pytest.mark.parametrize("text", ["생" * 20_000, "gừng " * 4000, "😀" * 20_000, "\u00ad"])
def test_odd_texts_within_the_limit_are_answered(client: TestClient, text: str) -> None:
    post(client, text=text)


@pytest.mark.parametrize(
    ("field", "body"),
    [
        ("text", {}),
        ("text", {"text": ""}),
        ("text", {"text": " \n\t\u3000\u200b"}),
        ("text", {"text": 5}),
        ("text", {"text": None}),
        ("text", {"text": "x" * 20_001}),
        ("colour", {"text": "x", "colour": "red"}),
        ("lang", {"text": "x", "lang": "fr"}),
        ("kind", {"text": "x", "kind": "service"}),
        ("province", {"text": "x", "province": ["99"]}),
        ("province", {"text": "x", "province": "51"}),
        ("province", {"text": "x", "province": [" 51"]}),
        ("certificate", {"text": "x", "certificate": [""]}),
        ("currency", {"text": "x", "currency": ""}),
        ("province.0", {"text": "x", "province": [51]}),
        ("sector", {"text": "x", "sector": ["mining"]}),
        ("hs", {"text": "x", "hs": ["9999"]}),
        ("certificate", {"text": "x", "certificate": ["iso"]}),
        ("currency", {"text": "x", "currency": "BTC"}),
        ("capital_min", {"text": "x", "capital_min": 10**25}),
        ("capital_min", {"text": "x", "capital_min": -1}),
        ("capital_max", {"text": "x", "capital_max": 1.5}),
        ("capital_max", {"text": "x", "capital_max": "100"}),
        ("capital_max", {"text": "x", "capital_max": True}),
        ("limit", {"text": "x", "limit": 0}),
        ("limit", {"text": "x", "limit": 51}),
    ],
)
def test_what_is_wrong_is_refused_by_name(
    client: TestClient, field: str, body: dict[str, Any]
) -> None:
    reply = client.post(MATCHES, json=body)
    assert reply.status_code == 422
    assert field in [error["field"] for error in reply.json()["errors"]]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'"x"',
        b'{"text": "\xff"}',
        b'{"text": "\\ud800"}',
        b'{"text": "x", "limit": ' + b"9" * 5000 + b"}",
        b"[" * 5000,
        b'{"text": NaN}',
        b'{"text": "x", "\\u0000": 1}',
    ],
)
def test_a_body_that_is_no_request_is_refused(client: TestClient, body: bytes) -> None:
    reply = client.post(MATCHES, content=body)
    assert reply.status_code == 422
    assert reply.json()["errors"]


def test_a_body_of_two_megabytes_is_refused(client: TestClient) -> None:
    reply = client.post(MATCHES, json={"text": "x" * 2_000_000})
    assert reply.status_code == 413
    assert reply.headers["content-type"] == "application/problem+json"


def test_refusals_speak_the_language_of_the_request(client: TestClient) -> None:
    in_body = client.post(MATCHES, json={"text": "x", "hs": ["9999"], "lang": "ko"})
    by_header = client.post(MATCHES, json={"text": 1}, headers={"accept-language": "ja"})
    wrong_type = client.post(MATCHES, json={"text": 1, "lang": "vi"})
    assert in_body.headers["content-language"] == "ko"
    assert wrong_type.headers["content-language"] == "vi"
    assert by_header.headers["content-language"] == "ja"


def test_nothing_may_keep_an_answer(client: TestClient) -> None:
    reply = client.post(MATCHES, json={"text": "ginger"})
    assert reply.headers["cache-control"] == "no-store"
    assert "etag" not in reply.headers
