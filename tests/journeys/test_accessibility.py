"""Every type of page, in every language, light and dark: axe finds nothing, nothing is cut off."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from i18n.languages import LANGUAGES, Language
from tests.journeys.page_types import PAGE_TYPES

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}


@pytest.mark.browser
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing(browser: Browser, site: str, language: Language) -> None:
    context = browser.new_context(base_url=site, color_scheme="light")
    page = context.new_page()
    found = {}
    for name, path in PAGE_TYPES.items():
        page.goto(f"/{language}/{path}")
        light = Axe().run(page, options=RULES).response["violations"]
        page.emulate_media(color_scheme="dark")  # which changes nothing but the colours
        dark = Axe().run(page, options=COLOURS).response["violations"]
        page.emulate_media(color_scheme="light")
        if light or dark:
            found[name] = [(v["id"], v["nodes"][0]["html"][:200]) for v in (*light, *dark)]
    context.close()
    assert found == {}


@pytest.mark.browser
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_scrolls_sideways_at_320_pixels(
    browser: Browser, site: str, language: Language
) -> None:
    context = browser.new_context(base_url=site, viewport={"width": 320, "height": 640})
    page = context.new_page()
    wide = {}
    for name, path in PAGE_TYPES.items():
        page.goto(f"/{language}/{path}")
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > 320:
            wide[name] = width
    context.close()
    assert wide == {}


@pytest.mark.browser
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_request_leaves_the_site(browser: Browser, site: str, language: Language) -> None:
    context = browser.new_context(base_url=site)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    for path in PAGE_TYPES.values():
        if path != "nowhere":
            page.goto(f"/{language}/{path}")
    context.close()
    assert [url for url in asked if not url.startswith(site)] == []
    assert complaints == []
