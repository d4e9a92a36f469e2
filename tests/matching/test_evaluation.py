import pytest

from i18n.languages import Language
from matching.documents import Profile
from matching.evaluation import JudgedQuery, evaluate, interval
from matching.index import Index
from matching.measures import ndcg_at, recall_at, reciprocal_rank
from tests.matching.listings import CINNAMON, GINGER

GRADES = {"a": 2, "b": 1, "c": 0}


def test_recall_counts_relevant_listings_within_reach() -> None:
    assert recall_at(["x", "a", "b"], GRADES, k=2) == 0.5


def test_reciprocal_rank_is_that_of_the_first_relevant() -> None:
    assert reciprocal_rank(["c", "x", "b"], GRADES) == pytest.approx(1 / 3)
    assert reciprocal_rank(["c"], GRADES) == 0


def test_ndcg_is_one_for_the_best_order_and_weighs_grades() -> None:
    assert ndcg_at(["a", "b", "c"], GRADES, k=10) == pytest.approx(1)
    # gains 1 and 3 at places 1 and 2, over 3 and 1
    assert ndcg_at(["b", "a"], GRADES, k=10) == pytest.approx((1 + 3 / 1.58496) / (3 + 1 / 1.58496))


def test_the_interval_is_the_same_at_every_run() -> None:
    values = [0.0, 0.5, 1.0, 1.0, 0.25]
    assert interval(values) == interval(values)
    assert interval(values).low < interval(values).mean < interval(values).high


def queries(count: int, language: Language, text: str) -> list[JudgedQuery]:
    return [JudgedQuery(f"q{n}", Profile(text, language), {GINGER.id: 2}) for n in range(count)]


def test_a_pair_of_languages_with_few_queries_gets_no_figure(index: Index) -> None:
    judged = queries(10, Language.EN, "ginger") + queries(9, Language.KO, "생강")
    everything, english, korean = evaluate(index, judged).rows
    assert (everything.n, english.n, korean.n) == (19, 10, 9)
    assert everything.recall is not None
    assert everything.recall.mean == 1
    assert english.languages == "en→vi+en+ko+ja"
    assert english.ndcg is not None
    assert (korean.recall, korean.mrr, korean.ndcg) == (None, None, None)


def test_queries_without_relevant_listings_count_for_no_match_only(index: Index) -> None:
    judged = [
        JudgedQuery("q", Profile("cinnamon", Language.EN), {CINNAMON.id: 1}),
        JudgedQuery("none", Profile("quantum computers of ice", Language.EN), {}),
        JudgedQuery("wrong", Profile("ginger", Language.EN), {GINGER.id: 0}),
    ]
    evaluation = evaluate(index, judged)
    assert evaluation.rows[0].n == 1
    assert (evaluation.unanswerable, evaluation.rightly_unanswered) == (2, 1)
