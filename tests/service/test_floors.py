"""Figures are held to their floors, set by set."""

from __future__ import annotations

from pathlib import Path

import pytest

from matching.evaluation import Evaluation, Figure, Refusals, Row
from service.commands.evaluating import present
from service.evaluating import Report
from service.floors import missed_floors, read_floors
from service.refusals import Refusal

ALL = "vi+en+ko+ja"


def row(listings: str, ndcg: float | None, profiles: str = "all") -> Row:
    figure = None if ndcg is None else Figure(ndcg, ndcg, ndcg)
    return Row(profiles, listings, 10, figure, figure, figure)


def measured(
    *rows: Row, refusals: Refusals = Refusals(unanswerable=5, right=4, answerable=20, wrong=1)
) -> Evaluation:
    return Evaluation(rows, refusals)


def missed(evaluation: Evaluation, **floors: float) -> list[str]:
    return [each.figure for each in missed_floors({"mine": evaluation}, {"mine": floors})]


def test_a_figure_at_its_floor_is_good_enough() -> None:
    evaluation = measured(row(ALL, 0.7))
    assert missed(evaluation, ndcg_at_10=0.7, right_refusals=0.8, wrong_refusals=0.05) == []


def test_every_missed_floor_is_found() -> None:
    evaluation = measured(row(ALL, 0.7), row("other", 0.6), row("vi", 0.5))
    floors = {"ndcg_at_10": 0.71, "ndcg_at_10_across": 0.61, "ndcg_at_10_vi": 0.51}
    floors |= {"right_refusals": 0.81, "wrong_refusals": 0.04}
    assert missed(evaluation, **floors) == list(floors)


def test_only_the_figure_over_all_profiles_is_held_to_a_floor() -> None:
    evaluation = measured(row(ALL, 0.7), row(ALL, 0.1, "ko"), row("vi", 0.1, "ko"))
    assert missed(evaluation, ndcg_at_10=0.7, ndcg_at_10_vi=0.7) == []


def test_with_fewer_languages_only_their_floor_is_looked_at() -> None:
    evaluation = measured(row("vi", 0.5))
    assert missed(evaluation, ndcg_at_10=0.9, right_refusals=0.9, ndcg_at_10_vi=0.6) == [
        "ndcg_at_10_vi"
    ]


def test_a_figure_that_nothing_can_tell_misses_its_floor() -> None:
    evaluation = measured(row(ALL, None), refusals=Refusals(0, 0, 0, 0))
    floors = {"ndcg_at_10": 0.1, "right_refusals": 0.1, "wrong_refusals": 0.1}
    assert missed(evaluation, **floors) == list(floors)


@pytest.mark.parametrize(
    ("written", "told"),
    [("[mime]\nndcg_at_10 = 0.7", "mime.jsonl"), ("[mine]\nndcg_at_1O = 0.7", "ndcg_at_1O")],
)
def test_a_floor_of_nothing_is_refused(tmp_path: Path, written: str, told: str) -> None:
    (tmp_path / "floors.toml").write_text(written, "utf-8")
    with pytest.raises(Refusal, match=told):
        read_floors(tmp_path, sets={"mine"})


def test_the_command_names_each_missed_floor_and_fails(capsys: pytest.CaptureFixture[str]) -> None:
    floors = {"mine": {"ndcg_at_10": 0.75, "wrong_refusals": 0.01}}
    report = Report({"mine": measured(row(ALL, 0.7))}, floors)
    with pytest.raises(SystemExit) as left:
        present(report, as_json=False)
    assert left.value.code == 1
    assert capsys.readouterr().err.splitlines() == [
        "mine: ndcg_at_10 is 0.700; it must be at least 0.75",
        "mine: wrong_refusals is 0.050; it must be at most 0.01",
    ]


def test_the_command_is_content_above_all_floors(capsys: pytest.CaptureFixture[str]) -> None:
    present(
        Report({"mine": measured(row(ALL, 0.8))}, {"mine": {"ndcg_at_10": 0.75}}), as_json=False
    )
    assert capsys.readouterr().err == ""
