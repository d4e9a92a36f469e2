"""Matching on the judged profiles stays above its floors."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from matching.evaluation import Evaluation, Refusals, Row
from matching.measures import Agreement
from service.commands.evaluating import present
from service.evaluating import Report, evaluate_shipped

JUDGMENTS = Path(__file__).parents[1] / "judgments"


def test_over_the_shipped_catalogue_every_figure_is_given_and_above_its_floor() -> None:
    report = evaluate_shipped(JUDGMENTS)
    rows = report.sets["test_half"].rows
    one_language = [row for row in rows if "all" not in (row.profiles, row.listings)]
    pairs = {(row.profiles, row.listings) for row in one_language if len(row.listings) == 2}
    assert len(pairs) == 12
    assert all(row.ndcg for row in rows)
    assert [str(each) for each in report.missed] == []


@pytest.fixture
def report() -> Report:
    few = Row("ko", "vi", 9, None, None, None)
    evaluation = Evaluation((few,), Refusals(unanswerable=8, right=7, answerable=52, wrong=1))
    return Report({"mine": evaluation}, {}, Agreement(100, 0.7512, 0.8))


def test_the_table_says_too_few_refusals_and_agreement(
    report: Report, capsys: pytest.CaptureFixture[str]
) -> None:
    present(report, as_json=False)
    printed = capsys.readouterr().out
    assert printed.count("too few") == 3
    assert "7 of 8 rightly refused, 1 of 52 wrongly" in printed
    assert "100 pairs: kappa 0.751 on the grade, 0.800 on relevant or not" in printed


def test_json_holds_everything_of_the_table(
    report: Report, capsys: pytest.CaptureFixture[str]
) -> None:
    present(report, as_json=True)
    found = json.loads(capsys.readouterr().out)
    assert found["sets"]["mine"]["rows"][0]["n"] == 9
    assert found["sets"]["mine"]["refusals"]["right"] == 7
    assert found["agreement"]["pairs"] == 100
    assert (found["floors"], found["missed"]) == ({}, [])
