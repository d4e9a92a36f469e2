"""A buyer from Seoul describes what she seeks in Korean and sees why listings fit."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

SOUGHT = "유기농 생강과 고추, 계피 향신료 수입"


@pytest.mark.browser
def test_from_the_home_page_to_an_explained_match(page: Page) -> None:
    page.goto("/ko/")
    page.locator("textarea[name=text]").fill(SOUGHT)
    page.locator("form.body button").click()
    titles = page.locator(".fit h3").all_inner_texts()
    assert any("생강" in title for title in titles[:5])
    expect(page.locator(".fit").first.locator(".bridge li").first).to_be_visible()
    page.locator(".fit h3 a").first.click()
    expect(page.locator("h1")).to_be_visible()
    assert page.locator("html").get_attribute("lang") == "ko"


@pytest.mark.browser
def test_by_keyboard_alone(page: Page) -> None:
    page.goto("/ko/match")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    page.locator("textarea[name=text]").focus()
    page.keyboard.type(SOUGHT)
    page.locator("form .btn").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".fit").first).to_be_visible()


@pytest.mark.browser
def test_a_filter_is_set_seen_and_lifted_without_script(browser, site: str) -> None:
    context = browser.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    page.goto("/en/projects")
    page.locator("input[name=sector][value=energy]").check()
    page.get_by_role("button", name="Show results").click()
    expect(page.locator(".chips")).to_contain_text("Energy")
    energy = int(page.locator("#results").inner_text().split()[0])
    assert 0 < energy < 122
    page.locator(".chips a").first.click()
    expect(page.locator("#results")).to_contain_text("122")
    context.close()


@pytest.mark.browser
def test_the_language_switch_keeps_the_listing(page: Page) -> None:
    page.goto("/en/listings/prd-51-024")
    page.locator(".langs a[lang=ja]").click()
    assert "/ja/listings/prd-51-024" in page.url
    expect(page.locator("h1")).to_contain_text("生姜")
