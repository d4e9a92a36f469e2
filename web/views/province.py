"""One province: what it was before the merger, its zones, and how much is listed there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from catalogue.kinds import Kind
from catalogue.places import UnitType
from catalogue.records import Area
from catalogue.search import FormerOverview, ProvinceOverview, ZoneNote
from catalogue.vocabularies import Field, Vocabularies
from i18n import formats
from i18n.languages import Language
from i18n.messages import N_, translate
from i18n.translated import Shown
from web import labels, urls
from web.views import figures
from web.views.leaders import Leader
from web.views.words import is_web_address, site_of

_UNITS: Mapping[UnitType, str] = {
    UnitType.PROVINCE: N_("province"),
    UnitType.CITY: N_("centrally run city"),
}


@dataclass(frozen=True, slots=True)
class FormerLine:
    """A unit from before the merger; its counts lead to the lists filtered by it."""

    name: Shown
    unit: str
    until: str | None
    sentence: str | None
    projects: Leader
    products: Leader


@dataclass(frozen=True, slots=True)
class ZoneLine:
    """A zone as its source describes it; `area` is None where the source has none."""

    name: Shown
    original: str | None
    type: str
    former: str | None
    area: str | None
    source: str
    href: str | None


def unit_name(unit: UnitType, language: Language) -> str:
    """Province, or city run by the central government."""
    return translate(language, _UNITS[unit])


def merged(overview: ProvinceOverview, language: Language) -> str | None:
    """When the present unit came about, or None where nothing merged."""
    if overview.merged_on is None:
        return None
    return translate(
        language,
        "The present unit was formed on {date}. Before that date there were these units:",
        date=formats.date_(overview.merged_on, language),
    )


def former_lines(overview: ProvinceOverview, language: Language) -> tuple[FormerLine, ...]:
    """The former units with what is listed in each."""
    return tuple(_former(former, overview, language) for former in overview.formers)


def zone_lines(
    overview: ProvinceOverview, vocabularies: Vocabularies, language: Language
) -> tuple[ZoneLine, ...]:
    """The zones public sources name, each with its source."""
    return tuple(_zone(zone, vocabularies, language) for zone in overview.zones)


def subject_leaders(
    overview: ProvinceOverview, vocabularies: Vocabularies, language: Language, *, kind: Kind
) -> tuple[Leader, ...]:
    """Sectors of the projects or groups of the products here, most first."""
    project = kind is Kind.PROJECT
    field, counts = (Field.SECTOR, overview.sectors) if project else (Field.GROUP, overview.groups)
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(
        Leader(
            vocabularies.name(field, key, language),
            _list(kind, (("province", overview.code), (field.value, key)), language),
            count,
        )
        for key, count in ordered
        if count
    )


def _former(former: FormerOverview, overview: ProvinceOverview, language: Language) -> FormerLine:
    name, present = former.name.best(language), overview.name.best(language).text
    until = formats.date_(former.valid_to, language) if former.valid_to else None
    sentence = None
    if until and name.text != present:
        sentence = translate(
            language,
            "{former} has been part of {province} since 1 July 2025.",
            former=name.text,
            province=present,
        )
    return FormerLine(
        name=name,
        unit=unit_name(former.unit_type, language),
        until=until,
        sentence=sentence,
        projects=_of_former(former, Kind.PROJECT, language),
        products=_of_former(former, Kind.PRODUCT, language),
    )


def _of_former(former: FormerOverview, kind: Kind, language: Language) -> Leader:
    count = former.projects if kind is Kind.PROJECT else former.products
    return Leader(
        formats.number(count, language), _list(kind, (("former", former.key),), language), count
    )


def _zone(zone: ZoneNote, vocabularies: Vocabularies, language: Language) -> ZoneLine:
    name, original = zone.name.best(language), zone.name.best(Language.VI).text
    land = Area(
        ha=zone.area_ha, minimum=zone.area_min, maximum=zone.area_max, qualifier=zone.area_qualifier
    )
    former = vocabularies.name(Field.FORMER, zone.former, language) if zone.former else None
    return ZoneLine(
        name=name,
        original=original if original != name.text else None,
        type=translate(language, labels.ZONES[zone.type]),
        former=former,
        area=figures.area(land, language),
        source=site_of(zone.source),
        href=zone.source if is_web_address(zone.source) else None,
    )


def _list(kind: Kind, query: urls.Query, language: Language) -> str:
    return urls.page(language, f"{kind.value}s", query)
