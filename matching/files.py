"""Matching two files without a database: listings and profiles in, results out."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple, TextIO

from i18n.detection import detect
from i18n.languages import Language, language_of
from matching.documents import Answer, Document, Match, Profile, Reason, Text, distinct
from matching.rows import LineProblem, Problem, Row, UnreadableFile, read_rows
from matching.thesaurus import Thesaurus

# Analysis goes by script, so a text in another language loses little by being called English.
_LANGUAGE_OF_LISTINGS = Language.EN


class Entry(NamedTuple):
    """A line of a file: whose it is, in which language if it says so, and what it says."""

    line: int
    id: str
    language: Language | None
    title: str
    body: str


def read_documents(path: Path) -> list[Document]:
    """The listings of a file; lines that share an id are one listing's texts.

    Raises UnreadableFile with every line that cannot be used.
    """
    texts: dict[str, list[Text]] = {}
    for entry in _entries(path):
        text = Text(_language_of_listing(entry), entry.title, entry.body)
        texts.setdefault(entry.id, []).append(text)
    return [Document(listing_id, tuple(each)) for listing_id, each in texts.items()]


def read_profiles(path: Path) -> list[tuple[str, Profile]]:
    """The profiles of a file with their ids, in its order; raises UnreadableFile."""
    entries = _entries(path)
    first: dict[str, int] = {}
    repeated = [
        LineProblem(entry.line, Problem.REPEATED_ID, entry.id)
        for entry in entries
        if first.setdefault(entry.id, entry.line) != entry.line
    ]
    if repeated:
        raise UnreadableFile(path, repeated)
    return [(entry.id, Profile(_whole(entry), entry.language)) for entry in entries]


def write_results(
    file: TextIO, results: Iterable[tuple[str, Answer]], thesaurus: Thesaurus
) -> None:
    """One JSON line for each profile, in their order; labels in the language of the profile.

    Words nobody knows and what is not sought stand beside the results where there are any.
    """
    for query_id, answer in results:
        matches = [_match(each, answer.language, thesaurus) for each in answer.matches]
        aside = {"unrecognized": answer.unrecognized, "excluded": distinct(answer.excluded)}
        said = {name: words for name, words in aside.items() if words}
        _write_line(file, {"query": query_id, "results": matches, **said})


def write_interests(
    file: TextIO, results: Iterable[tuple[str, list[Match]]], thesaurus: Thesaurus
) -> None:
    """One JSON line for each listing, in their order; labels in the language of its text."""
    for listing_id, found in results:
        matches = [_match(each, each.language, thesaurus) for each in found]
        _write_line(file, {"listing": listing_id, "results": matches})


def _write_line(file: TextIO, line: dict[str, Any]) -> None:
    file.write(json.dumps(line, ensure_ascii=False) + "\n")


def _entries(path: Path) -> list[Entry]:
    entries: list[Entry] = []
    problems: list[LineProblem] = []
    for row in read_rows(path):
        found = row if isinstance(row, LineProblem) else _entry(row)
        (problems if isinstance(found, LineProblem) else entries).append(found)  # type: ignore[arg-type]
    if problems or not entries:
        raise UnreadableFile(path, problems or [LineProblem(0, Problem.EMPTY)])
    return entries


def _entry(row: Row) -> Entry | LineProblem:
    fields = row.fields
    listing_id = fields.get("id")
    if not isinstance(listing_id, str | int) or not str(listing_id).strip():
        return LineProblem(row.line, Problem.NO_ID)
    language = language_of(str(fields["lang"])) if fields.get("lang") else None
    if fields.get("lang") and language is None:
        return LineProblem(row.line, Problem.UNKNOWN_LANGUAGE, str(fields["lang"]))
    zones = _zones(fields.get("text"))
    if isinstance(zones, Problem):
        return LineProblem(row.line, zones, str(listing_id))
    return Entry(row.line, str(listing_id).strip(), language, *zones)


def _zones(text: Any) -> tuple[str, str] | Problem:
    """Title and body of a line; a bare string is a title, for it may be all there is."""
    if isinstance(text, str):
        return (text, "") if text.strip() else Problem.NO_TEXT
    if text is None:
        return Problem.NO_TEXT
    if not isinstance(text, dict):
        return Problem.BAD_TEXT
    title, body = text.get("title") or "", text.get("body") or ""
    if not (isinstance(title, str) and isinstance(body, str)):
        return Problem.BAD_TEXT
    return (title, body) if title.strip() or body.strip() else Problem.NO_TEXT


def _language_of_listing(entry: Entry) -> Language:
    return entry.language or detect(_whole(entry)) or _LANGUAGE_OF_LISTINGS


def _whole(entry: Entry) -> str:
    return "\n".join(zone for zone in (entry.title, entry.body) if zone)


def _match(match: Match, language: Language | None, thesaurus: Thesaurus) -> dict[str, Any]:
    return {
        "id": match.id,
        "score": round(match.score, 6),
        "band": match.band,
        "reasons": [_reason(each, language, thesaurus) for each in match.reasons],
    }


def _reason(reason: Reason, language: Language | None, thesaurus: Thesaurus) -> dict[str, Any]:
    words = list(dict.fromkeys(span.text for span in reason.query_spans))
    label = thesaurus.label(reason.concept, language) if reason.concept else ", ".join(words)
    return {
        "kind": reason.kind,
        "relation": reason.relation,
        "label": label,
        "share": reason.share,
        "query_words": words,
        "listing_words": list(dict.fromkeys(span.text for span in reason.listing_spans)),
    }
