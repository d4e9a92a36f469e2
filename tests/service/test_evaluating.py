"""Matching on the judged demands stays above its floors."""

from __future__ import annotations

from pathlib import Path

import pytest

from service.evaluating import evaluate_shipped
from service.refusals import Refusal

JUDGMENTS = Path(__file__).parents[1] / "judgments"


def test_with_all_texts_matching_stays_above_its_floor() -> None:
    report = evaluate_shipped(JUDGMENTS)
    assert report.floor is not None
    assert not report.is_below_floor


def test_a_folder_without_judgments_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="no judged queries"):
        evaluate_shipped(tmp_path)
