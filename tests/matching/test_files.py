import io
import json
from pathlib import Path

import pytest
from openpyxl import Workbook

from i18n.languages import Language
from matching.documents import Document, Profile, Text
from matching.files import read_documents, read_profiles, write_results
from matching.index import Index
from matching.ranking import nearest
from matching.rows import LineProblem, Problem, UnreadableFile
from matching.thesaurus import Thesaurus

ROWS = [("id", "lang", "title", "body"), ("a", "vi", "Gừng", ""), ("a", "en", "Ginger", "Fresh")]
EXPECTED = [Document("a", (Text(Language.VI, "Gừng"), Text(Language.EN, "Ginger", "Fresh")))]


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def problems(path: Path) -> list[LineProblem]:
    with pytest.raises(UnreadableFile) as refused:
        read_profiles(path)
    return list(refused.value.problems)


def test_json_lines_that_share_an_id_are_one_listing(tmp_path: Path) -> None:
    lines = (
        '{"id": "a", "lang": "vi", "text": "Gừng"}\n\n'
        '{"id": "a", "text": {"title": "Ginger", "body": "Fresh"}, "lang": "en"}\n'
    )
    assert read_documents(written(tmp_path, "docs.jsonl", lines)) == EXPECTED


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_csv_with_or_without_a_byte_order_mark(tmp_path: Path, mark: str) -> None:
    table = mark + "\r\n".join(",".join(row) for row in ROWS)
    assert read_documents(written(tmp_path, "docs.csv", table)) == EXPECTED


def test_spreadsheets(tmp_path: Path) -> None:
    book = Workbook()
    for row in ROWS:
        book.active.append(row)
    book.save(tmp_path / "docs.xlsx")
    assert read_documents(tmp_path / "docs.xlsx") == EXPECTED


def test_numbers_in_a_spreadsheet_are_ids_without_a_point(tmp_path: Path) -> None:
    book = Workbook()
    for row in [("id", "title"), (12, "ginger root")]:
        book.active.append(row)
    book.save(tmp_path / "docs.xlsx")
    assert read_documents(tmp_path / "docs.xlsx")[0].id == "12"


def test_the_language_is_detected_when_absent(tmp_path: Path) -> None:
    path = written(tmp_path, "docs.jsonl", '{"id": "a", "text": "신선한 생강을 판매합니다"}')
    assert read_documents(path)[0].texts[0].language is Language.KO


def test_profiles_keep_their_order(tmp_path: Path) -> None:
    path = written(tmp_path, "q.jsonl", '{"id": 2, "text": "b"}\n{"id": "1", "text": "a"}')
    assert read_profiles(path) == [("2", Profile("b")), ("1", Profile("a"))]


def test_every_bad_line_is_named(tmp_path: Path) -> None:
    lines = [
        '{"id": "a", "text": "ok"}',
        "not json",
        "[1]",
        '{"text": "x"}',
        '{"id": "b"}',
        '{"id": "c", "text": "  "}',
        '{"id": "d", "text": 7}',
        '{"id": "e", "text": "x", "lang": "fr"}',
        '{"id": "f", "text": "\\ud800"}',
    ]
    assert problems(written(tmp_path, "q.jsonl", "\n".join(lines))) == [
        LineProblem(2, Problem.NOT_JSON),
        LineProblem(3, Problem.NOT_AN_OBJECT),
        LineProblem(4, Problem.NO_ID),
        LineProblem(5, Problem.NO_TEXT, "b"),
        LineProblem(6, Problem.NO_TEXT, "c"),
        LineProblem(7, Problem.BAD_TEXT, "d"),
        LineProblem(8, Problem.UNKNOWN_LANGUAGE, "fr"),
        LineProblem(9, Problem.HALF_CHARACTER),
    ]


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("q.jsonl", "", LineProblem(0, Problem.EMPTY)),
        ("q.csv", "", LineProblem(0, Problem.EMPTY)),
        ("q.csv", "id,title\n", LineProblem(0, Problem.EMPTY)),
        ("q.jsonl", '{"id": "a", "text": "ổi"}\n'.encode("cp1258", "replace") + b"\xff", None),
        ("q.csv", "name,title\na,b\n", LineProblem(1, Problem.MISSING_COLUMN, "body, id")),
        ("q.csv", "id,title\na,b,c\n", LineProblem(2, Problem.TOO_MANY_CELLS)),
        ("q.csv", 'id,title\na,"b\n', LineProblem(2, Problem.NOT_A_TABLE)),
        ("q.xlsx", "no spreadsheet", LineProblem(0, Problem.NOT_A_SPREADSHEET)),
        (
            "q.jsonl",
            '{"id": 1, "text": "a"}\n{"id": "1", "text": "b"}',
            LineProblem(2, Problem.REPEATED_ID, "1"),
        ),
    ],
)
def test_files_that_cannot_be_used_say_why(
    tmp_path: Path, name: str, content: str | bytes, problem: LineProblem | None
) -> None:
    (found,) = problems(written(tmp_path, name, content))
    assert found == problem or (problem is None and found.problem is Problem.NOT_UTF8)


def test_wrong_encodings_name_the_line(tmp_path: Path) -> None:
    content = b'{"id": "a", "text": "ok"}\n{"id": "b", "text": "g\xf5ng"}'
    assert problems(written(tmp_path, "q.jsonl", content)) == [LineProblem(2, Problem.NOT_UTF8)]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    for name in ("none.jsonl", "none.xlsx"):
        assert problems(tmp_path / name) == [LineProblem(0, Problem.NOT_FOUND)]


def test_problems_read_as_sentences(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"q\.jsonl: line 1: this is not JSON"):
        read_profiles(written(tmp_path, "q.jsonl", "{"))


def test_results_are_json_lines_in_the_order_of_the_queries(
    index: Index, thesaurus: Thesaurus
) -> None:
    queries = [("2", Profile("청경채")), ("1", Profile("zzz qqq", Language.EN))]
    file = io.StringIO()
    write_results(file, ((name, nearest(index, each)) for name, each in queries), thesaurus)
    first, second = map(json.loads, file.getvalue().splitlines())
    assert first.keys() == {"query", "results"}
    assert second == {"query": "1", "results": [], "unrecognized": ["zzz", "qqq"]}
    (reason,) = first["results"][0]["reasons"]
    assert reason["label"] == "청경채"
    assert (reason["query_words"], reason["listing_words"]) == (["청경채"], ["Cải thìa"])


def test_what_is_not_sought_stands_beside_the_results(index: Index, thesaurus: Thesaurus) -> None:
    file = io.StringIO()
    answer = nearest(index, Profile("ginger, no coffee", Language.EN))
    write_results(file, [("q", answer)], thesaurus)
    assert json.loads(file.getvalue())["excluded"] == ["coffee"]
