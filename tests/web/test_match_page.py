"""/{language}/match: what somebody seeks, in their own words, and why listings fit."""

from __future__ import annotations

import re
from html import unescape
from unicodedata import normalize
from urllib.parse import parse_qsl, urlsplit

import pytest
from starlette.testclient import TestClient

from i18n.languages import LANGUAGES
from tests.web.test_api_matches import MEDICINAL, SPICES

LONG = "importer of organic ginger, chili and cinnamon spices; " * 20


def ids(page: str) -> list[str]:
    return re.findall(r'<h3><a href="/\w\w/listings/(pr[jd]-\d\d-\d+)', page)


def ask(client: TestClient, language: str = "en", **params: object) -> str:
    reply = client.get(f"/{language}/match", params=params)
    assert reply.status_code == 200
    return reply.text


def main(page: str) -> str:
    return page.partition("<main")[2].partition("</main>")[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_empty_form_may_be_found_by_search_engines(client: TestClient, language: str) -> None:
    reply = client.get(f"/{language}/match")
    assert reply.status_code == 200
    assert reply.headers["cache-control"].startswith("public")
    assert "noindex" not in reply.text
    assert reply.text.count("<h1") == 1
    assert 'name="text"' in reply.text


@pytest.mark.parametrize("text", SPICES.values(), ids=SPICES)
def test_a_spice_importer_finds_the_spices_of_kon_tum(client: TestClient, text: str) -> None:
    found = ids(ask(client, text=text))
    assert {"prd-51-101", "prd-51-102", "prd-51-103"} <= set(found[:5])
    assert "prd-51-024" in found[:10]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_grower_of_medicinal_plants_finds_kon_tum(client: TestClient, language: str) -> None:
    found = ids(ask(client, language, text=MEDICINAL[language]))[:10]
    assert "prd-51-001" in found
    assert sum(each.startswith("prj-51-") for each in found) >= 2


def test_answers_are_kept_by_nobody_and_not_indexed(client: TestClient) -> None:
    reply = client.get("/en/match", params={"text": "ginger"})
    assert reply.headers["cache-control"] == "no-store"
    assert "noindex" in reply.text
    assert 'rel="canonical"' not in reply.text


def test_words_are_marked_and_joined_by_bridges(client: TestClient) -> None:
    page = ask(client, "ko", text="유기농 생강 zyxwvut")
    assert "<mark>생강</mark>" in page
    assert '<span class="unk">zyxwvut</span>' in page
    assert re.search(r'class="line w[1-5]', page)
    assert re.search(r'<span class="from">생강</span>', page)


def test_a_bridge_to_another_language_says_which(client: TestClient) -> None:
    page = ask(client, "en", text=SPICES["ko"])
    assert '<p class="profile" lang="ko">' in page
    assert '<span class="from" lang="ko">생강</span>' in page


def test_conditions_are_kept_in_the_form_and_in_the_language_links(client: TestClient) -> None:
    page = ask(client, text="ginger", province=["51", "40"], capital_min="1000", hs="0910")
    for value in ("51", "40"):
        assert f'name="province" value="{value}" checked' in page
    assert 'name="capital_min" inputmode="numeric" value="1000"' in page
    switch = unescape(re.findall(r'href="(/ja/match[^"]*)"', page)[0])
    assert parse_qsl(urlsplit(switch).query) == [
        ("text", "ginger"),
        ("province", "51"),
        ("province", "40"),
        ("hs", "0910"),
        ("capital_min", "1000"),
    ]


def test_the_share_link_carries_concepts_and_conditions_but_no_words(client: TestClient) -> None:
    page = ask(client, text="Ms Kim of Busan seeks ginger and cinnamon", province="51")
    (link,) = re.findall(r'class="long" href="([^"]+)"', page)
    shared = urlsplit(unescape(link)).query
    assert {("concept", "ginger"), ("concept", "cinnamon"), ("province", "51")} <= set(
        parse_qsl(shared)
    )
    assert "Kim" not in shared
    assert "Busan" not in shared
    assert "prd-51-024" in ids(client.get(f"/ja/match?{shared}").text)


def test_an_unknown_concept_or_condition_is_named_and_the_rest_applies(client: TestClient) -> None:
    page = ask(client, concept=["ginger", "nonsense"], province="99")
    assert "nonsense" in page
    assert "99" in page
    assert ids(page)


def test_short_texts_are_sent_on_to_an_address(client: TestClient) -> None:
    reply = client.post("/en/match", data={"text": "ginger", "province": "51"})
    assert reply.status_code == 303
    assert reply.headers["location"] == "/en/match?text=ginger&province=51"
    assert reply.headers["cache-control"] == "no-store"


def test_long_texts_are_answered_without_an_address(client: TestClient) -> None:
    reply = client.post("/en/match", data={"text": LONG})
    assert reply.status_code == 200
    assert reply.headers["cache-control"] == "no-store"
    assert "prd-51-102" in ids(reply.text)[:10]
    assert "text=" not in re.findall(r'href="(/ja/match[^"]*)"', reply.text)[0]


def test_a_long_text_in_an_address_is_kept_but_not_used(client: TestClient) -> None:
    reply = client.get("/en/match", params={"text": LONG})
    assert reply.status_code == 422
    assert LONG.strip() in unescape(reply.text)
    assert 'aria-invalid="true"' in reply.text


def test_twenty_thousand_korean_letters_are_read(client: TestClient) -> None:
    text = "생강과 계피를 찾습니다. " * 1428
    assert 19_000 < len(text) <= 20_000
    reply = client.post("/ko/match", data={"text": text})
    assert reply.status_code == 200
    assert ids(reply.text)


def test_a_text_that_is_too_long_is_cut_and_kept(client: TestClient) -> None:
    reply = client.post("/en/match", data={"text": "ginger " * 4000})
    assert reply.status_code == 422
    kept = reply.text.partition('aria-invalid="true">')[2].partition("</textarea>")[0]
    assert kept.startswith("\nginger ginger")
    assert len(kept) == 20_001


def test_nothing_sought_is_asked_for(client: TestClient) -> None:
    reply = client.post("/en/match", data={"text": " ", "province": "51"})
    assert reply.status_code == 422
    assert 'href="#text"' in reply.text
    assert 'name="province" value="51" checked' in reply.text


def test_no_match_is_said_and_leads_on(client: TestClient) -> None:
    page = main(ask(client, text="nuclear submarine periscope"))
    assert "No match yet" in page
    assert 'href="/en/projects"' in page
    assert ids(page) == []


def test_a_text_in_another_language_is_told_so(client: TestClient) -> None:
    page = ask(client, text="привет мир", province="51")
    assert "none of the four languages" in page
    assert all(each[4:6] == "51" for each in ids(page))


def test_a_text_cannot_bring_markup_in(client: TestClient) -> None:
    page = ask(client, text="ginger <script>alert(1)</script> \" onload=x '")
    assert "<script" not in page
    assert "&lt;script&gt;" in page


@pytest.mark.parametrize(
    "query",
    [
        "text=%ff%fe",
        "text=%00",
        "text=" + "9" * 25,
        "capital_min=" + "9" * 25 + "&text=ginger",
        "text=ginger&page=x",
        "kind=service&text=ginger",
        "concept=%ff",
        "concept=" + "x" * 3000,
        "text=a&text=b",
        "currency=BTC&text=ginger",
        "text=" + "%CC%9B" * 80,
    ],
)
def test_strange_values_are_answered(client: TestClient, query: str) -> None:
    assert client.get(f"/vi/match?{query}").status_code in {200, 422}


def test_decomposed_letters_are_the_same_words(client: TestClient) -> None:
    composed, decomposed = (
        ids(ask(client, text=normalize(form, SPICES["vi"]))) for form in ("NFC", "NFD")
    )
    assert composed == decomposed


@pytest.mark.parametrize(
    ("content_type", "body", "status"),
    [
        ("application/x-www-form-urlencoded", b"text=" + b"x" * 2_000_000, 413),
        ("multipart/form-data; boundary=x", b"nonsense", 400),
        ("multipart/form-data", b"nonsense", 400),
        ("application/json", b'{"text": "ginger"}', 422),
        ("application/x-www-form-urlencoded", b"text=%ff%fe\xff", 303),
        ("application/x-www-form-urlencoded", b"&".join([b"a=1"] * 5000), 400),
    ],
)
def test_strange_bodies_are_answered(
    client: TestClient, content_type: str, body: bytes, status: int
) -> None:
    reply = client.post("/en/match", content=body, headers={"content-type": content_type})
    assert reply.status_code == status
    assert reply.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("cần gừng và quế, không cần cà phê", "cà phê"),
        ("ginger and cinnamon, no coffee", "coffee"),
        ("생강과 계피를 찾습니다. 커피는 제외합니다.", "커피"),
        ("生姜と桂皮を探しています。コーヒーは不要です。", "コーヒー"),
    ],
    ids=["vi", "en", "ko", "ja"],
)
def test_what_is_not_sought_is_said_and_left_out(client: TestClient, text: str, words: str) -> None:
    for language in LANGUAGES:
        page = main(ask(client, language, text=text))
        assert f"<strong>{words}</strong>" in page
        assert f"<s>{words}</s>" in page
    answer = client.post("/api/v1/matches", json={"text": text}).json()
    assert answer["excluded"] == [words]
    assert "coffee" not in {each["concept"] for each in answer["recognized"]}


def test_what_was_learned_is_marked_with_what_it_rests_on(client: TestClient) -> None:
    text = "Deep-water terminal or river port with bulk and container handling"
    answer = client.post("/api/v1/matches", json={"text": text, "limit": 50}).json()
    reasons = [reason for match in answer["matches"] for reason in match["reasons"]]
    learned = [reason for reason in reasons if reason["kind"] == "learned"]
    assert learned
    assert all(reason["relation"] == "learned" and reason["entries"] > 0 for reason in learned)
    assert all(reason["entries"] == 0 for reason in reasons if reason not in learned)
    assert "learned from" in ask(client, "en", text=text)


@pytest.mark.parametrize("amount", ["9" * 25, "abc", "-5", "5 tỷ", "1,500.000", "0.500"])
def test_an_amount_that_cannot_be_read_is_said_and_not_dropped(
    client: TestClient, amount: str
) -> None:
    for language in LANGUAGES:
        answer = client.post(f"/{language}/match", data={"text": "ginger", "capital_min": amount})
        assert answer.status_code == 422
        assert f'name="capital_min" inputmode="numeric" value="{amount}"' in answer.text
        assert "ginger" in answer.text


@pytest.mark.parametrize(
    "amount", ["50000000000", "50.000.000.000", "50,000,000,000", "５００００００００００"]
)
def test_an_amount_is_read_as_people_write_it(client: TestClient, amount: str) -> None:
    page = client.get("/vi/match", params={"text": "khu công nghiệp", "capital_min": amount}).text
    assert "Vốn tối thiểu: 50 tỷ đồng" in " ".join(page.split())
    assert "Không hiểu giá trị" not in page
