"""The only read side of the catalogue: criteria in, plain values out.

inventory = read_inventory(session)  # keep it with the data version
page = search(session, Criteria(kind=Kind.PROJECT), inventory=inventory, language=Language.KO)
record = get_listing(session, "prj-51-002")
"""

from catalogue.search.criteria import Criteria, Sort
from catalogue.search.facets import FacetCount
from catalogue.search.inventory import Inventory
from catalogue.search.overview import (
    Counts,
    FeedEntry,
    FormerOverview,
    ProvinceCount,
    ProvinceOverview,
    SectorCount,
    SitemapEntry,
    Totals,
    ZoneNote,
    counts,
    feed_entries,
    province_overview,
    provinces_with_counts,
    sectors_with_counts,
    sitemap_entries,
    totals,
)
from catalogue.search.pages import ResultPage, cards, matching_ids, newest, search
from catalogue.search.reading import (
    get_listing,
    get_listings,
    listing_version,
    published_listings,
    published_versions,
)
from catalogue.search.stocktaking import read_inventory

__all__ = [
    "Counts",
    "Criteria",
    "FacetCount",
    "FeedEntry",
    "FormerOverview",
    "Inventory",
    "ProvinceCount",
    "ProvinceOverview",
    "ResultPage",
    "SectorCount",
    "SitemapEntry",
    "Sort",
    "Totals",
    "ZoneNote",
    "cards",
    "counts",
    "feed_entries",
    "get_listing",
    "get_listings",
    "listing_version",
    "matching_ids",
    "newest",
    "province_overview",
    "provinces_with_counts",
    "published_listings",
    "published_versions",
    "read_inventory",
    "search",
    "sectors_with_counts",
    "sitemap_entries",
    "totals",
]
