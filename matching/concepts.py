"""A concept of the thesaurus and how its rows are written in a CSV file."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from i18n.languages import LANGUAGES, Language

COLUMNS = ("id", "broader", "hs", "sector", *(language.value for language in LANGUAGES), "guard")
Guards = Mapping[tuple[Language, str], tuple[str, ...]]


class BadVocabulary(Exception):
    """A vocabulary file that cannot be read; names the file, the line and what is wrong there."""

    def __init__(self, path: Path, line: int, problem: str) -> None:
        super().__init__(f"{path.name}, line {line}: {problem}")
        self.path, self.line, self.problem = path, line, problem


@dataclass(frozen=True, slots=True)
class Concept:
    """A thing that is offered or sought, with its names; the preferred label comes first.

    A guarded label is ambiguous: it counts only where one of its neighbours stands in the text.
    """

    id: str
    broader: tuple[str, ...]
    hs: str
    sector: str
    labels: Mapping[Language, tuple[str, ...]]
    guards: Guards


def read_concepts(path: Path) -> Iterator[Concept]:
    """The concepts of one CSV file, in its order; refuses a row it cannot understand."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from _concepts(file, path)


def parse_concepts(content: bytes) -> Iterator[Concept]:
    """The concepts of a file that has been read already."""
    return _concepts(io.StringIO(content.decode(), newline=""), Path("vocabulary.csv"))


def written(concepts: Iterable[Concept]) -> str:
    """The same form again, so an index can carry the thesaurus it was built with."""
    file = io.StringIO(newline="")
    table = csv.writer(file, lineterminator="\n")
    table.writerow(COLUMNS)
    table.writerows(_row(concept) for concept in concepts)
    return file.getvalue()


def _concepts(file: TextIO, path: Path) -> Iterator[Concept]:
    rows = csv.reader(file, strict=True)
    header = next(rows, [])
    if tuple(header) != COLUMNS:
        raise BadVocabulary(path, 1, f"columns must be {','.join(COLUMNS)}")
    for row in rows:
        yield _concept(row, path, rows.line_num)


def _concept(row: list[str], path: Path, line: int) -> Concept:
    if len(row) != len(COLUMNS):
        raise BadVocabulary(path, line, f"{len(row)} fields instead of {len(COLUMNS)}")
    concept_id, broader, hs, sector, *labels, guard = (cell.strip() for cell in row)
    if not concept_id:
        raise BadVocabulary(path, line, "no id")
    return Concept(
        id=concept_id,
        broader=tuple(broader.split()),
        hs=hs,
        sector=sector,
        labels=dict(zip(LANGUAGES, map(_parts, labels), strict=True)),
        guards=dict(_guards(guard, path, line)) if guard else {},
    )


def _parts(cell: str, separator: str = "|") -> tuple[str, ...]:
    return tuple(part for part in map(str.strip, cell.split(separator)) if part)


def _guards(
    cell: str, path: Path, line: int
) -> Iterator[tuple[tuple[Language, str], tuple[str, ...]]]:
    for guard in _parts(cell):
        language, colon, rest = guard.partition(":")
        label, equals, neighbours = rest.partition("=")
        if language not in LANGUAGES or not (colon and equals and _parts(neighbours, "/")):
            raise BadVocabulary(path, line, f"guard {guard!r} is not lang:label=word/word")
        yield (Language(language), label.strip()), _parts(neighbours, "/")


def _row(concept: Concept) -> list[str]:
    labels = ["|".join(concept.labels[language]) for language in LANGUAGES]
    guards = [
        f"{language}:{label}={'/'.join(neighbours)}"
        for (language, label), neighbours in concept.guards.items()
    ]
    broader = " ".join(concept.broader)
    return [concept.id, broader, concept.hs, concept.sector, *labels, "|".join(guards)]
