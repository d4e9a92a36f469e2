"""The tile map: 34 provinces as squares in place, with Hoàng Sa and Trường Sa tied to theirs.

The style sheet places the tiles by `data-p`; here stand their order, their words and their shades.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from catalogue.search import ProvinceCount
from i18n import formats
from i18n.languages import Language
from i18n.messages import translate, translate_plural
from i18n.translated import Shown
from web import urls

# From north to south by official code, each special zone after the province it belongs to.
ORDER = (
    *("01", "04", "08", "11", "12", "14", "15", "19", "20", "22", "24", "25", "31", "33", "37"),
    *("38", "40", "42", "44", "46", "48", "hs", "51", "52", "56", "ts", "66", "68", "75", "79"),
    *("80", "82", "86", "91", "92", "96"),
)
# Special zones are no provinces and keep their Vietnamese names in all languages.
ISLES = {"hs": ("Hoàng Sa", "48"), "ts": ("Trường Sa", "56")}
# From how many listings on a tile is darker, with the class of its shade.
SHADES = ((50, "l4"), (25, "l3"), (6, "l2"), (1, "l1"))
# Where the full name does not fit a tile.
_SHORT = {"79": {Language.VI: "TP. HCM", Language.EN: "HCM City", Language.KO: "호찌민시"}}


@dataclass(frozen=True, slots=True)
class Tile:
    """One square; `shade` is its class, `code` stands in it where the name has no room."""

    place: str
    name: str
    language: Language
    code: str
    total: str | None
    shade: str
    href: str
    label: str


def tile_map(provinces: Sequence[ProvinceCount], language: Language) -> tuple[Tile, ...]:
    """All tiles in reading order, with the number of listings of each province."""
    known = {province.code: province for province in provinces}
    return tuple(
        _isle(place, known[ISLES[place][1]], language)
        if place in ISLES
        else _tile(known[place], language)
        for place in ORDER
    )


def shade(total: int) -> str:
    """The class of a tile with so many listings."""
    return next((name for least, name in SHADES if total >= least), "z")


def _tile(province: ProvinceCount, language: Language) -> Tile:
    total = province.projects + province.products
    name = province.name.best(language)
    count = formats.number(total, language)
    label = translate_plural(
        language,
        "{province} ({code}): {n} listing",
        "{province} ({code}): {n} listings",
        total,
        province=name.text,
        code=province.code,
        n=count,
    )
    return Tile(
        place=province.code,
        name=_SHORT.get(province.code, {}).get(language, _without_unit(name)),
        language=name.language,
        code=province.code,
        total=count,
        shade=shade(total),
        href=_page(province, language),
        label=label,
    )


def _without_unit(name: Shown) -> str:
    """Japanese names without 省 and 市, for which a tile has no room; its label has them."""
    return name.text.rstrip("省市") if name.language is Language.JA else name.text


def _isle(place: str, province: ProvinceCount, language: Language) -> Tile:
    name, _ = ISLES[place]
    label = translate(
        language,
        "{name} (special zone of {province})",
        name=name,
        province=province.name.best(language).text,
    )
    return Tile(
        place=place,
        name=name,
        language=Language.VI,
        code=place.upper(),
        total=None,
        shade="isle",
        href=_page(province, language),
        label=label,
    )


def _page(province: ProvinceCount, language: Language) -> str:
    return urls.page(language, f"provinces/{province.code}")
