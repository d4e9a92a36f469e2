import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.feature_extraction.text import TfidfTransformer

from matching.analysis import dampened
from matching.counted import Counted
from matching.evidence import Evidence
from matching.terms import Terms, hashes_of

NAMES = [f"term{number}" for number in range(6)]
counts = st.lists(st.integers(0, 4), min_size=len(NAMES), max_size=len(NAMES))


def evidence_of(table: list[list[int]]) -> Evidence:
    texts = (
        dampened((name, 1.0, count) for name, count in zip(NAMES, row, strict=True) if count)
        for row in table
    )
    return Evidence.fit(Counted.of(texts))


@settings(deadline=None)
@given(st.lists(counts, min_size=1, max_size=8), counts)
def test_cosines_equal_those_of_scikit_learn(table: list[list[int]], query: list[int]) -> None:
    transformer = TfidfTransformer(sublinear_tf=True, smooth_idf=True, norm="l2")
    used = [column for column in range(len(NAMES)) if any(row[column] for row in table)]
    expected = (
        transformer.fit_transform(np.array(table)[:, used].reshape(len(table), -1))
        if used
        else None
    )
    evidence = evidence_of(table)
    sought = dampened((name, 1.0, count) for name, count in zip(NAMES, query, strict=True) if count)
    scores = evidence.scores(evidence.weigh(sought))
    if expected is None:
        assert not scores.any()
    else:
        asked = transformer.transform(np.array([query])[:, used])
        assert scores == pytest.approx((expected @ asked.T).toarray().ravel(), abs=1e-5)


def test_missed_words_lower_every_score_alike() -> None:
    evidence = evidence_of([[1, 1, 0, 0, 0, 0], [1, 0, 2, 0, 0, 0]])
    whole = evidence.scores(evidence.weigh({"term0": 1.0}))
    lowered = evidence.scores(evidence.weigh({"term0": 1.0}, missed=1))
    assert (lowered < whole).all()
    assert np.allclose(lowered / whole, (lowered / whole)[0])


def test_the_products_of_a_row_sum_to_its_cosine() -> None:
    evidence = evidence_of([[1, 3, 0, 0, 0, 0], [1, 0, 2, 0, 0, 0]])
    query = evidence.weigh({"term0": 1.0, "term1": 0.5, "unheard": 1.0})
    products = evidence.products(query, [0, 1])
    assert query.names == ("term0", "term1")
    assert (products > 0).tolist() == [[True, True], [True, False]]
    assert products.sum(axis=0) == pytest.approx(evidence.scores(query))


def test_terms_find_their_columns_and_nothing_else() -> None:
    terms = Counted.of([{"gừng": 1.0, "쌀": 1.0, "米": 1.0}])
    columns = Terms(terms.hashes).columns(hashes_of(["gừng", "rice", "쌀", "米", ""]))
    assert sorted(columns.tolist()) == [-1, -1, 0, 1, 2]
    assert columns[1] == columns[4] == -1


def test_an_empty_vocabulary_knows_nothing() -> None:
    assert Terms(hashes_of([])).columns(hashes_of(["gừng"])).tolist() == [-1]
