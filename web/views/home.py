"""What the start page counts, and the words with which it shows what the site does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from catalogue.kinds import Kind
from catalogue.records import ListingRecord
from catalogue.search import FacetCount
from catalogue.vocabularies import Field, Vocabularies
from i18n.languages import Language
from i18n.messages import N_, translate
from i18n.translated import Shown
from web import urls
from web.views.leaders import Leader

# Listings whose titles are short enough to stand on both ends of a line.
BRIDGES = ("prd-51-028", "prd-51-027", "prd-86-007", "prd-51-037")
# Readers of Vietnamese see the other three languages; all others see Vietnamese.
_FAR_SIDES = (Language.KO, Language.JA, Language.EN)
SECTORS_SHOWN = 6
# Records worth a line of their own below the product groups.
_SIGNS = {
    "geographical_indication": N_("With a geographical indication"),
    "ocop": N_("With an OCOP certificate on record"),
}


@dataclass(frozen=True, slots=True)
class Bridge:
    """One listing's title in the reader's language and in another."""

    near: Shown
    far: Shown
    href: str


def bridges(records: Sequence[ListingRecord], language: Language) -> tuple[Bridge, ...]:
    """Titles of real listings across languages; a listing without both is left out."""
    pairs = [_bridge(record, place, language) for place, record in enumerate(records)]
    return tuple(pair for pair in pairs if not (pair.near.is_fallback or pair.far.is_fallback))


def sector_leaders(
    counts: Sequence[FacetCount], vocabularies: Vocabularies, language: Language
) -> tuple[Leader, ...]:
    """The sectors with the most projects."""
    return tuple(
        Leader(
            vocabularies.name(Field.SECTOR, each.key, language),
            _list(Kind.PROJECT, "sector", each.key, language),
            each.count,
        )
        for each in counts[:SECTORS_SHOWN]
    )


def product_leaders(
    facets: Mapping[str, Sequence[FacetCount]], vocabularies: Vocabularies, language: Language
) -> tuple[Leader, ...]:
    """Product groups, then geographical indications and OCOP certificates."""
    groups = [
        Leader(
            vocabularies.name(Field.GROUP, each.key, language),
            _list(Kind.PRODUCT, "group", each.key, language),
            each.count,
        )
        for each in facets.get("group", ())
    ]
    signs = {each.key: each.count for each in facets.get("certificate", ())}
    shown = [key for key in _SIGNS if key in signs]
    return (
        *groups,
        *(
            Leader(
                translate(language, _SIGNS[key]),
                _list(Kind.PRODUCT, "certificate", key, language),
                signs[key],
                is_apart=place == 0,
            )
            for place, key in enumerate(shown)
        ),
    )


def _bridge(record: ListingRecord, place: int, language: Language) -> Bridge:
    far = _FAR_SIDES[place % len(_FAR_SIDES)] if language is Language.VI else Language.VI
    near = record.titles.best(language)
    href = urls.listing(language, record.id, "" if near.is_fallback else near.text)
    return Bridge(near, record.titles.best(far), href)


def _list(kind: Kind, name: str, value: str, language: Language) -> str:
    return urls.page(language, f"{kind.value}s", ((name, value),))
