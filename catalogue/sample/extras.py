"""What the vocabulary files say of single listings: certificates they hold, zones they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from catalogue.kinds import OcopStatus
from catalogue.sample.files import ListingFile, read_csv

_OCOP = "ocop"


@dataclass(frozen=True, slots=True)
class Extras:
    """Certificates and zone by public id."""

    certificates: Mapping[str, tuple[str, ...]]
    zones: Mapping[str, str]

    def of(self, public_id: str) -> str:
        """All that is said of a listing, as one text that changes when anything does."""
        certificates = self.certificates.get(public_id, ())
        return " ".join((*certificates, self.zones.get(public_id, "")))

    def certificates_of(self, file: ListingFile) -> tuple[str, ...]:
        """Certificates named for a listing, and OCOP where a rating is certified."""
        rated = any(rating.status is OcopStatus.CERTIFIED for rating in file.ocop)
        return (*self.certificates.get(file.id, ()), *((_OCOP,) if rated else ()))


def read_extras() -> Extras:
    """Read the columns `listings` of certificates.csv and `projects` of zones.csv."""
    certificates: dict[str, list[str]] = defaultdict(list)
    for row in read_csv("certificates.csv"):
        for public_id in row.get("listings", "").split():
            certificates[public_id].append(row["key"])
    zones = {
        public_id: row["key"]
        for row in read_csv("zones.csv")
        for public_id in row.get("projects", "").split()
    }
    return Extras({key: tuple(named) for key, named in certificates.items()}, zones)
