"""What holds for every answer, whatever is sought and wherever."""

from collections.abc import Sequence
from typing import Any

import pytest

from matching.documents import Answer, Match, Reason
from matching.index import Index


def assert_explained(answer: Answer, text: str, index: Index) -> None:
    """Every word of an answer is quoted from the profile or from the listing it belongs to."""
    for recognized in answer.recognized:
        assert recognized.concept_id in index.thesaurus.concepts
        assert recognized.spans
        assert all(text[each.start : each.end] == each.text for each in recognized.spans)
    assert all(word and word in text for word in answer.unrecognized)
    assert all(text[each.start : each.end] == each.text != "" for each in answer.excluded)
    assert_ranked(answer.matches)
    for match in answer.matches:
        assert sum(reason.share for reason in match.reasons) == pytest.approx(1)
        for reason in match.reasons:
            assert all(text[each.start : each.end] == each.text for each in reason.query_spans)
            assert_reason(reason, match, index)


def assert_ranked(matches: Sequence[Match]) -> None:
    """Best first, each listing once, every score in 0-1."""
    keys = [(-round(each.score, 6), each.id) for each in matches]
    assert [score for score, _ in keys] == sorted(score for score, _ in keys)
    assert len({each.id for each in matches}) == len(matches)
    assert all(0 < each.score <= 1 for each in matches)


def assert_reason(reason: Reason, match: Match, index: Index) -> None:
    """A reason names what exists and shows words of both sides."""
    assert 0 < reason.share < 1 + 1e-6
    assert (reason.kind == "concept") == (reason.concept is not None)
    assert reason.concept is None or reason.concept in index.thesaurus.concepts
    assert (reason.kind == "learned") == (reason.relation == "learned")
    assert (reason.kind == "words") == (reason.relation == "words")
    assert reason.query_spans
    assert (reason.kind == "learned") == (reason.entries > 0)
    assert reason.listing_spans
    rows = index.rows(index.positions[match.id])
    texts = {text.language: dict(text.zones()) for text in map(index.text, rows)}
    for span in reason.listing_spans:
        assert span.start < span.end
        assert texts[span.language][span.zone][span.start : span.end] == span.text


def figures(answer: Answer) -> list[tuple[str, Any]]:
    """The ranking with scores that may differ as sums in another order do."""
    return [(each.id, pytest.approx(each.score, abs=1e-5)) for each in answer.matches]
