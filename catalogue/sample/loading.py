"""Loading the shipped catalogue into an installation: again and again with the same result."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import update
from sqlmodel import Session, select

from catalogue.data_version import DataVersion, bump_data_version
from catalogue.listings import Listing
from catalogue.money import rates
from catalogue.sample.extras import read_extras
from catalogue.sample.files import (
    BadListingFile,
    ListingFile,
    listing_paths,
    read_listing,
    sample_digest,
)
from catalogue.sample.rows import empty_listing, write_listing
from catalogue.sample.vocabulary import load_rates, load_vocabularies
from catalogue.vocabularies import Field, Vocabularies, vocabularies


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many listings were new, changed, or left as they are."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0


def is_loaded(session: Session) -> bool:
    """Whether the installation holds this release's shipped catalogue."""
    return session.exec(select(DataVersion.sample_digest)).first() == sample_digest()


def load_sample(session: Session, *, now: datetime) -> Loaded:
    """Load vocabularies, rates and listings; the caller commits.

    Listings whose file did not change are left alone, and so is every listing that a province
    has taken over or that was edited here. The data version rises only when something changed.
    """
    load_vocabularies(session)
    load_rates(session)
    loaded = _load_listings(session, now=now)
    if not is_loaded(session):
        bump_data_version(session)
        session.connection().execute(update(DataVersion).values(sample_digest=sample_digest()))
    return loaded


def _load_listings(session: Session, *, now: datetime) -> Loaded:
    extras, present_rates, names = read_extras(), rates(session), vocabularies(session)
    stored = {listing.public_id: listing for listing in session.exec(select(Listing))}
    outcomes: Counter[str] = Counter()
    for path in listing_paths():
        text = path.read_text(encoding="utf-8")
        file, digest = read_listing(text, path.stem), _digest(text, extras.of(path.stem))
        _refuse_unknown_codes(file, names)
        known = stored.get(file.id)
        outcome = _outcome(known, digest)
        outcomes[outcome] += 1
        if outcome != "unchanged":
            listing = known or empty_listing(file, now=now)
            listing.sample_digest = digest
            write_listing(session, listing, file, extras=extras, rates=present_rates, now=now)
    return Loaded(**outcomes)


def _refuse_unknown_codes(file: ListingFile, names: Vocabularies) -> None:
    named = [(Field.PROVINCE, file.province), (Field.FORMER, file.former), (Field.HS, file.hs)]
    named += [(Field.GROUP, file.group), *((Field.SECTOR, key) for key in file.sectors)]
    for field, key in named:
        if key is not None and not names.is_known(field, key):
            raise BadListingFile(file.id, f"{field.value}: {key!r} is not in the vocabulary")


def _outcome(known: Listing | None, digest: str) -> str:
    if known is None:
        return "added"
    is_ours = known.owner_id is None and known.sample_digest is not None
    return "changed" if is_ours and known.sample_digest != digest else "unchanged"


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
