"""A listing's page: facts first, what is missing said, nothing claimed."""

from __future__ import annotations

import json
import re

import pytest
from sqlmodel import col, select, update
from starlette.testclient import TestClient

from catalogue.data_version import bump_data_version
from catalogue.lifecycle import State
from catalogue.listings import Listing
from i18n.languages import LANGUAGES
from service.bootstrap import Services
from service.database import reading, writing

PROJECT = "/en/listings/prj-51-003"
PRODUCT = "/en/listings/prd-86-014"


def test_every_shipped_listing_has_its_page(client: TestClient, services: Services) -> None:
    with reading(services.engine) as session:
        ids = session.exec(select(Listing.public_id)).all()
    # The languages in turn: a page in each for every listing would take minutes.
    paths = [f"/{LANGUAGES[n % 4]}/listings/{each}" for n, each in enumerate(ids)]
    assert [path for path in paths if client.get(path).status_code != 200] == []


def test_what_the_source_lacks_is_said(client: TestClient) -> None:
    page = client.get(PROJECT).text
    assert re.search(r"<dt>Land status</dt>\s*<dd class=\"none\">not in the source</dd>", page)


def test_the_former_province_is_named_with_what_became_of_it(client: TestClient) -> None:
    page = client.get(PROJECT).text
    assert "Quảng Ngãi (former Kon Tum)" in page
    assert "Kon Tum has been part of Quảng Ngãi since 1 July 2025." in page


def test_a_conversion_carries_the_date_and_source_of_its_rate(client: TestClient) -> None:
    page = client.get(PROJECT).text.replace("\u00a0", " ")
    assert "VND 900 billion" in page
    assert "(rate of 13 June 2025, ExchangeRate-API" in page


def test_a_vietnamese_page_shows_no_conversion(client: TestClient) -> None:
    assert "ExchangeRate-API" not in client.get("/vi/listings/prj-51-003").text


def test_a_listed_project_is_never_called_open(client: TestClient) -> None:
    page = client.get("/en/listings/prj-52-001").text
    facts = page.partition('id="facts"')[2].partition("</section>")[0]
    assert not re.search(r"\bopen\b", facts, re.IGNORECASE)


def test_the_label_of_public_sources_is_there(client: TestClient) -> None:
    assert "From public sources, not confirmed by the province" in client.get(PROJECT).text


def test_an_assigned_hs_heading_says_so(client: TestClient) -> None:
    page = client.get(PRODUCT).text
    assert "assigned by the catalogue, not stated by the seller" in page
    assert "The wording of the heading is ours and unofficial." in page


def test_a_machine_translation_says_so_and_leads_to_the_original(client: TestClient) -> None:
    page = client.get(PRODUCT).text
    assert "This is a machine translation that nobody has reviewed." in page
    assert '<a href="#original">' in page
    assert 'lang="vi"><p><strong>Đường hoa dừa hữu cơ Sokfarm</strong></p>' in page


def test_the_vietnamese_page_says_who_wrote_its_summary(client: TestClient) -> None:
    page = client.get("/vi/listings/prd-86-014").text
    assert 'class="small soft composed"' in page
    assert 'class="notice"' not in page


def test_a_listing_names_its_missing_fields(client: TestClient) -> None:
    page = client.get(PRODUCT).text
    assert re.search(r"Missing: [^<]*minimum order", page)


@pytest.mark.parametrize("slug", ["wrong", "sokfarm", "Sokfarm-organic-coconut-sugar"])
def test_a_wrong_slug_leads_to_the_right_one(client: TestClient, slug: str) -> None:
    reply = client.get(f"{PRODUCT}/{slug}")
    assert reply.status_code == 301
    assert client.get(reply.headers["location"]).status_code == 200


def test_the_canonical_address_names_its_other_languages(client: TestClient) -> None:
    reply = client.get("/ko/listings/prd-51-028/x")
    page = client.get(reply.headers["location"]).text
    assert f'<link rel="canonical" href="http://127.0.0.1:8000{reply.headers["location"]}">' in page
    assert 'hreflang="vi" href="http://127.0.0.1:8000/vi/listings/prd-51-028/ca-phe-dak-ha"' in page


@pytest.mark.parametrize("public_id", ["prj-99-999", "nonsense", "prd-51-001%27", "9" * 40])
def test_an_unknown_listing_is_not_found(client: TestClient, public_id: str) -> None:
    assert client.get(f"/en/listings/{public_id}").status_code == 404


def test_a_product_is_a_product_without_an_offer(client: TestClient) -> None:
    product, trail = structured(client.get(PRODUCT).text)
    assert product["@type"] == "Product"
    assert "offers" not in product
    assert [item["position"] for item in trail["itemListElement"]] == [1, 2, 3, 4]


def test_structured_data_cannot_end_its_element() -> None:
    from web.views.structured import script

    assert "</" not in script({"name": "</script><script>alert(1)</script>"})


def test_paper_carries_the_address_as_a_qr_code(client: TestClient) -> None:
    reply = client.get(f"{PRODUCT}/qr.svg")
    assert reply.headers["content-type"].startswith("image/svg+xml")
    assert client.get("/en/listings/prd-99-999/qr.svg").status_code == 404


def test_a_withdrawn_listing_is_gone_with_its_date(client: TestClient, services: Services) -> None:
    change(services, "prd-22-001", State.WITHDRAWN)
    try:
        reply = client.get("/en/listings/prd-22-001")
        assert reply.status_code == 410
        assert "This listing has been withdrawn" in reply.text
        assert "Withdrawn on " in reply.text
    finally:
        change(services, "prd-22-001", State.PUBLISHED)


def change(services: Services, public_id: str, state: State) -> None:
    with writing(services.engine) as session:
        session.exec(update(Listing).where(col(Listing.public_id) == public_id).values(state=state))
        bump_data_version(session)
    services.versions.forget()


def structured(page: str) -> list[dict[str, object]]:
    content = re.search(r'<script type="application/ld\+json">(.*?)</script>', page)
    assert content
    return list(json.loads(content.group(1)))
