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
        (
            "a,,,,ly,glass,x,x,\nb,,,,kính,glasses,y,y,en:glasses=lens\n",
            "'glass' (en) means a, b; without guard in a",
        ),
        (
            "a,,,,đồ,tool,x,x,en:tool=hand\nb,a,,,cưa,tools,y,y,en:tools=saw\n",
            "'tool' (en) means b and also the broader a",
        ),
        ("a,,,,quế,x|X,x,x,\n", "a: the label 'x' (en) stands 2 times"),
        ("a,,,,quế,cassia,계피 가루|계피가루,x,\n", "a: the label '계피가루' (ko) stands 2 times"),
        ("a,,,,x,x,x,생강,\n", "a: '생강' (ja) has hangul letters"),
        ("a,,,,x,x,しょうが,x,\n", "a: 'しょうが' (ko) has hiragana letters"),
        ("a,,,,生姜,x,x,x,\n", "a: '生姜' (vi) has han letters"),
        ("a,,,,quế,cassia,배,桂皮,\n", "a: '배' (ko) is too short without guard"),
        ("a,,,,quế,cassia,계피,か,\n", "a: 'か' (ja) is too short without guard"),
        (
            "a,,,,cam sành,x,x,x,vi:cam sành=cam\n",
            "a: the guard of 'cam sành' (vi) is always met: 'cam' is part of it",
        ),
        (
            "a,,,,nem,x,x,x,\nb,,,,nệm,y,y,y,\n",
            "a: 'nem' (vi) is what 'nệm' of b is in haste; it needs a guard",
        ),
    ],
)
def test_check_names_what_is_wrong(vocabulary: Write, rows: str, problem: str) -> None:
    assert problem in Thesaurus.load(vocabulary(rows)).check()


@pytest.mark.parametrize(
    "rows",
    [
        "a,,,,quế,LED cinnamon,LED 계피,LED桂皮,\n",
        "a,,,,gạo,rice,쌀,米,\n",
        "a,,,,đĩa,dish,접시,皿,\nb,,,,tàu đĩa,ship,우주선,円盤,\n",
        "a,,,,ớt,chili,고추,唐辛子,\nb,,,,tương ớt,chili sauce,고추소스,チリソース,\n",
        "a,,,,cam,orange,오렌지,オレンジ,vi:cam=cam sành\n",
        "a,,,,nem,nem,넴쭈어,ネム,vi:nem=chua\nb,,,,nệm,mattress,매트리스,マット,\n",
    ],
)
def test_check_lets_pass_what_is_right(vocabulary: Write, rows: str) -> None:
    assert Thesaurus.load(vocabulary(rows)).check() == []


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
