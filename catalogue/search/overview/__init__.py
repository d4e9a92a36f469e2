"""What start pages, province pages, feeds and sitemaps read."""

from catalogue.search.overview.places import province_overview, provinces_with_counts
from catalogue.search.overview.sizes import counts, sectors_with_counts, totals
from catalogue.search.overview.streams import feed_entries, sitemap_entries
from catalogue.search.overview.values import (
    Counts,
    FeedEntry,
    FormerOverview,
    ProvinceCount,
    ProvinceOverview,
    SectorCount,
    SitemapEntry,
    Totals,
    ZoneNote,
)

__all__ = [
    "Counts",
    "FeedEntry",
    "FormerOverview",
    "ProvinceCount",
    "ProvinceOverview",
    "SectorCount",
    "SitemapEntry",
    "Totals",
    "ZoneNote",
    "counts",
    "feed_entries",
    "province_overview",
    "provinces_with_counts",
    "sectors_with_counts",
    "sitemap_entries",
    "totals",
]
