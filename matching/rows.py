"""The rows of a JSON lines, CSV or XLSX file as plain fields, each with its line number."""

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple

COLUMNS = ("id", "lang", "title", "body")
_SPREADSHEETS = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".ods"})
_TABLES = {".csv": ",", ".tsv": "\t"}
_ENOUGH = 100


class Problem(StrEnum):
    """What can be wrong with a line, or with a file as a whole (then the line is 0)."""

    NOT_FOUND = "there is no such file"
    EMPTY = "the file has no rows"
    NOT_UTF8 = "this is not UTF-8 text"
    NOT_A_SPREADSHEET = "this cannot be read as a spreadsheet"
    NOT_A_TABLE = "this cannot be read as a table"
    NOT_JSON = "this is not JSON"
    NOT_AN_OBJECT = "this is not a JSON object"
    NO_ID = "the id is missing"
    NO_TEXT = "the text is missing"
    HALF_CHARACTER = "there is half of a character (a lone surrogate)"
    BAD_TEXT = "the text is neither a string nor an object with title and body"
    UNKNOWN_LANGUAGE = "lang is none of vi, en, ko, ja"
    MISSING_COLUMN = "this column is missing"
    TOO_MANY_CELLS = "the row has more cells than there are columns"
    REPEATED_ID = "the id stands twice"


class LineProblem(NamedTuple):
    """A problem with the line it is on, counted from 1, and the word it is about."""

    line: int
    problem: Problem
    about: str = ""

    def __str__(self) -> str:
        where = f"line {self.line}: " if self.line else ""
        return where + self.problem + (f" ({self.about})" if self.about else "")


class UnreadableFile(Exception):
    """A file with lines that cannot be used; names all of them, up to a hundred."""

    def __init__(self, path: Path, problems: Sequence[LineProblem]) -> None:
        self.path, self.problems = path, tuple(problems[:_ENOUGH])
        super().__init__("\n".join(f"{path.name}: {problem}" for problem in self.problems))


class Row(NamedTuple):
    """The fields of a row, not yet judged; the line counts from 1."""

    line: int
    fields: Mapping[str, Any]


def read_rows(path: Path) -> Iterator[Row | LineProblem]:
    """Rows and problems in the order of the file, by the ending of its name."""
    ending = path.suffix.lower()
    try:
        if ending in _SPREADSHEETS:
            return _table(_sheet(path), path)
        content = path.read_bytes()
    except FileNotFoundError:
        raise UnreadableFile(path, [LineProblem(0, Problem.NOT_FOUND)]) from None
    text = _decoded(path, content)
    if ending in _TABLES:
        return _table(_separated(text, _TABLES[ending], path), path)
    return _json_lines(text)


def _decoded(path: Path, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise UnreadableFile(path, [LineProblem(line, Problem.NOT_UTF8)]) from None


def _separated(text: str, delimiter: str, path: Path) -> Iterator[tuple[int, Sequence[str]]]:
    table = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for cells in table:
            yield table.line_num, cells
    except csv.Error:
        problem = LineProblem(table.line_num, Problem.NOT_A_TABLE)
        raise UnreadableFile(path, [problem]) from None


def _json_lines(text: str) -> Iterator[Row | LineProblem]:
    # Not splitlines: U+2028 may stand inside a JSON string.
    for line, written in enumerate(text.split("\n"), start=1):
        if written.strip():
            yield _json_line(line, written)


def _json_line(line: int, written: str) -> Row | LineProblem:
    try:
        fields = json.loads(written)
    except (ValueError, RecursionError):
        return LineProblem(line, Problem.NOT_JSON)
    if not isinstance(fields, dict):
        return LineProblem(line, Problem.NOT_AN_OBJECT)
    if "\\u" in written and not _is_whole(json.dumps(fields, ensure_ascii=False)):
        return LineProblem(line, Problem.HALF_CHARACTER)
    return Row(line, fields)


def _is_whole(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _sheet(path: Path) -> Iterator[tuple[int, Sequence[str]]]:
    from python_calamine import CalamineError, CalamineWorkbook

    if not path.is_file():
        raise FileNotFoundError(path)
    try:
        book = CalamineWorkbook.from_path(str(path))
        cells = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    except CalamineError:
        raise UnreadableFile(path, [LineProblem(0, Problem.NOT_A_SPREADSHEET)]) from None
    return ((line, [_cell(each) for each in row]) for line, row in enumerate(cells, start=1))


def _cell(value: object) -> str:
    """Spreadsheets keep an id like 12 as the number 12.0."""
    whole = isinstance(value, float) and value.is_integer()
    return str(int(value)) if whole else str(value)  # type: ignore[call-overload]


def _table(lines: Iterator[tuple[int, Sequence[str]]], path: Path) -> Iterator[Row | LineProblem]:
    first, head = next(lines, (1, ()))
    header = [name.strip().lower() for name in head]
    if any(header):
        missing = {"id", "title", "body"}.difference(header)
        if "id" in missing or len(missing) > 1:
            names = ", ".join(sorted(missing))
            raise UnreadableFile(path, [LineProblem(first, Problem.MISSING_COLUMN, names)])
    return _table_rows(header, lines)


def _table_rows(
    header: Sequence[str], lines: Iterator[tuple[int, Sequence[str]]]
) -> Iterator[Row | LineProblem]:
    for line, cells in lines:
        if not any(cell.strip() for cell in cells):
            continue
        if any(cell.strip() for cell in cells[len(header) :]):
            yield LineProblem(line, Problem.TOO_MANY_CELLS)
            continue
        named = zip(header, cells, strict=False)
        fields = {name: cell for name, cell in named if name in COLUMNS and cell.strip()}
        text = {zone: fields.pop(zone) for zone in ("title", "body") if zone in fields}
        yield Row(line, {**fields, "text": text} if text else fields)
