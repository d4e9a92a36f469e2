"""The public pages: each module reads like the page's own outline."""

from web.pages import (
    about,
    api,
    feeds,
    home,
    listing,
    lists,
    match,
    operations,
    provinces,
    sectors,
)

# Addresses of one part (/robots.txt, /healthz) come before home's /{language}.
routers = (
    operations.router,
    feeds.router,
    home.router,
    lists.router,
    listing.router,
    provinces.router,
    sectors.router,
    about.router,
    match.router,
    api.router,
)
