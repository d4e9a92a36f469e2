"""One address of every type of public page, without its language."""

PAGE_TYPES = {
    "home": "",
    "projects": "projects",
    "projects filtered": "projects?province=51&sector=energy&capital_min=100000000000",
    "projects empty": "projects?q=zzzzqqqq&province=01",
    "products": "products",
    "products searched": "products?q=g%E1%BB%ABng",
    "unknown filter": "projects?province=99&sort=sideways",
    "project": "listings/prj-51-003",
    "product": "listings/prd-51-024",
    "untranslated": "listings/prj-12-006",
    "match empty": "match",
    "match": "match?text=importer+of+organic+ginger%2C+chili+and+cinnamon+spices&province=51",
    "no match": "match?text=nuclear+submarine+periscope",
    "provinces": "provinces",
    "province": "provinces/51",
    "sector": "sectors/energy",
    "about": "about",
    "privacy": "privacy",
    "api": "api",
    "not found": "nowhere",
}
