"""`caunoi thesaurus`: the work list of its editor, and the vocabulary for other programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, Literal

from rich.console import Console
from rich.table import Table

from catalogue.reference import example_demands
from catalogue.search import published_listings
from matching.documents import Document, Profile
from matching.files import read_documents, read_profiles
from matching.gaps import Gaps, PhraseGap, ProfileGap, TitleGap, find_gaps
from matching.skos import json_ld, turtle
from matching.thesaurus import Thesaurus
from service.commands.opening import is_begun, opened, settings
from service.commands.reading import read
from service.database import reading
from service.evaluating import shipped_documents
from service.preparing import is_prepared
from service.recommendations.documents import document
from service.refusals import Refusal


def gaps(listings: Path | None, profiles: Path | None, *, top: int, as_json: bool) -> None:
    """Print what the thesaurus does not cover, of two files or of the catalogue."""
    documents = read(read_documents, listings) if listings else _catalogue()
    wanted = read(read_profiles, profiles) if profiles else _example_profiles()
    with Console(stderr=True).status("Reading listings and matching profiles …"):
        found = find_gaps(documents, Thesaurus.load(), wanted, top=top)
    if as_json:
        print(json.dumps(_as_json(found, top), ensure_ascii=False, indent=2))
        return
    console = Console(markup=False, emoji=False)
    for table in (_titles(found, top), _phrases(found), _profiles(found, top)):
        console.print(table)


def export(form: Literal["ttl", "jsonld"], *, out: Path | None) -> None:
    """Write the vocabulary as SKOS; its addresses are those of this site if it has one."""
    base = settings().base_url
    write = turtle if form == "ttl" else json_ld
    pieces = write(Thesaurus.load().rows, base=base)
    if out is None:
        sys.stdout.writelines(pieces)
        return
    try:
        with out.open("w", encoding="utf-8") as file:
            file.writelines(pieces)
    except OSError as error:
        raise Refusal(f"{out}: {error.strerror}") from None


def _catalogue() -> list[Document]:
    """The published listings of this installation, or the shipped ones before it is prepared."""
    if not is_begun():
        return shipped_documents()
    with opened() as services:
        if not is_prepared(services):
            return shipped_documents()
        names = services.reference.read().vocabularies
        with reading(services.engine) as session:
            found = (document(record, names) for record in published_listings(session))
            return [each for each in found if each]


def _example_profiles() -> list[tuple[str, Profile]]:
    return [
        (demand.id, Profile(f"{demand.sought}\n{demand.requirements}".strip(), demand.language))
        for demand in example_demands()
    ]


def _as_json(found: Gaps, top: int) -> dict[str, Any]:
    """Each list with how many there are, should `top` have cut it."""
    return {
        "titles": [asdict(each) for each in found.titles[:top]],
        "titles_total": len(found.titles),
        "phrases": [asdict(each) for each in found.phrases],
        "profiles": [asdict(each) for each in found.profiles[:top]],
        "profiles_total": len(found.profiles),
    }


def _titles(found: Gaps, top: int) -> Table:
    titles = found.titles[:top]
    table = _table(
        f"titles without a concept narrower than a sector ({_shown(titles, found.titles)})",
        ("listing", "language", "title"),
    )
    for gap in titles:
        table.add_row(gap.listing_id, gap.language.value, gap.title)
    return table


def _phrases(found: Gaps) -> Table:
    table = _table(
        f"frequent words without a concept ({len(found.phrases)})",
        ("words", "in", "listings", "for example", "perhaps (in so many)", "near"),
    )
    for gap in found.phrases:
        table.add_row(
            gap.words,
            gap.language.value,
            str(gap.listings),
            "\n".join(gap.examples),
            "\n".join(_translations(gap)),
            "\n".join(_homes(gap)),
        )
    return table


def _translations(gap: PhraseGap) -> Iterator[str]:
    for each in gap.translations:
        yield f"{each.language.value} {each.words} ({each.together})"


def _homes(gap: PhraseGap) -> Iterator[str]:
    for each in gap.homes:
        yield f"{each.concept_id} ({each.label})"


def _profiles(found: Gaps, top: int) -> Table:
    profiles = found.profiles[:top]
    table = _table(
        f"profiles that find nothing in other languages ({_shown(profiles, found.profiles)})",
        ("profile", "language", "text", "unrecognised"),
    )
    for gap in profiles:
        language = gap.language.value if gap.language else "?"
        table.add_row(gap.profile_id, language, gap.text, ", ".join(gap.unrecognized))
    return table


def _table(title: str, columns: Iterable[str]) -> Table:
    table = Table(title=title)
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def _shown(some: Sequence[TitleGap | ProfileGap], all_: Sequence[TitleGap | ProfileGap]) -> str:
    return str(len(all_)) if len(some) == len(all_) else f"{len(some)} of {len(all_)}"
