from collections.abc import Callable
from pathlib import Path

import pytest

from i18n.languages import Language
from matching.concepts import BadVocabulary
from matching.thesaurus import Thesaurus

HEADER = "id,broader,hs,sector,vi,en,ko,ja,guard\n"
Write = Callable[[str], Path]


@pytest.fixture
def vocabulary(tmp_path: Path) -> Write:
    def write(rows: str) -> Path:
        (tmp_path / "rows.csv").write_text(HEADER + rows, encoding="utf-8")
        return tmp_path

    return write


def test_the_fixture_is_sound(thesaurus: Thesaurus) -> None:
    assert thesaurus.check() == []


def test_labels_fall_back_to_another_language(vocabulary: Write) -> None:
    thesaurus = Thesaurus.load(vocabulary("a,,,,gừng,,,,\n"))
    assert thesaurus.label("a", Language.JA) == "gừng"


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        ("a,,,,x,x,x,x,\na,,,,y,y,y,y,\n", "a: the id stands 2 times"),
        ("a,b,,,x,x,x,x,\n", "a: the broader concept b does not exist"),
        ("a,b,,,x,x,x,x,\nb,a,,,y,y,y,y,\n", "a: is broader than itself"),
        ("a,,,,x,x,,x,\n", "a: no label in ko"),
        ("a,,,,x,x,x,x,vi:z=q\n", "a: the guard names 'z', which is no label in vi"),
        (
            "a,,,,Cam,x,x,x,\nb,,,,cam,y,y,y,vi:cam=quýt\n",
            "'cam' (vi) means a, b; without guard in a",
        ),
    ],
)
def test_check_names_what_is_wrong(vocabulary: Write, rows: str, problem: str) -> None:
    assert problem in Thesaurus.load(vocabulary(rows)).check()


@pytest.mark.parametrize(
    ("rows", "line"),
    [("a,,,,x,x,x\n", 2), ("a,,,,x,x,x,x,\n,,,,x,x,x,x,\n", 3), ("a,,,,x,x,x,x,cam\n", 2)],
)
def test_unreadable_rows_are_named_by_line(vocabulary: Write, rows: str, line: int) -> None:
    with pytest.raises(BadVocabulary) as refused:
        Thesaurus.load(vocabulary(rows))
    assert refused.value.line == line


def test_a_cycle_does_not_hang_recognition(vocabulary: Write) -> None:
    thesaurus = Thesaurus.load(vocabulary("a,b,,,x,x,x,x,\nb,a,,,y,y,y,y,\n"))
    assert thesaurus.ancestors == {"a": {"b": 1}, "b": {"a": 1}}


def test_saved_and_loaded_again_it_is_the_same(thesaurus: Thesaurus, tmp_path: Path) -> None:
    thesaurus.save(tmp_path / "all.csv")
    assert Thesaurus.load(tmp_path).rows == thesaurus.rows


def test_the_shipped_vocabulary_has_no_problems() -> None:
    assert Thesaurus.load().check() == []
