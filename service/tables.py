"""Every table of the installation, imported so that SQLModel's metadata knows them all."""

from catalogue import data_version, listings, money, organizations, places, sectors

__all__ = ["data_version", "listings", "money", "organizations", "places", "sectors"]
