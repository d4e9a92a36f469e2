"""A listing on paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect


@pytest.mark.browser
def test_a_printed_listing_shows_its_address_and_hides_the_menu(page: Page) -> None:
    page.goto("/vi/listings/prd-51-024")
    page.emulate_media(media="print")
    expect(page.locator(".mast nav").first).to_be_hidden()
    expect(page.locator(".paper-only")).to_be_visible()
