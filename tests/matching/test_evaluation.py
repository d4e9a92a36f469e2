import pytest

from i18n.languages import LANGUAGES, Language
from matching.documents import Document, Profile
from matching.evaluation import (
    Evaluation,
    JudgedQuery,
    Refusals,
    Row,
    Seeker,
    evaluate,
    evaluate_across,
    interval,
)
from matching.index import Index
from matching.measures import agreement, kappa, ndcg_at, recall_at, reciprocal_rank
from matching.thesaurus import Thesaurus
from tests.matching.listings import CATALOGUE, CINNAMON, GINGER

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


def test_kappa_is_agreement_beyond_chance() -> None:
    judged = [("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15
    # 35 of 50 alike; by chance 0.5 · 0.6 + 0.5 · 0.4
    assert kappa(judged) == pytest.approx((0.7 - 0.5) / (1 - 0.5))
    assert kappa([(1, 2), (2, 1)]) == -1
    assert kappa([(0, 0), (0, 0)]) == 1


def test_agreement_is_over_what_both_graded_and_kinder_on_relevance() -> None:
    first = {"q": {"a": 2, "b": 1, "c": 0, "only": 2}, "r": {"a": 0}}
    second = {"q": {"a": 1, "b": 1, "c": 0}, "r": {"a": 0}, "s": {"a": 2}}
    found = agreement(first, second)
    assert found is not None
    # 3 of 4 alike; by chance 1/4 · 2/4 for grade 1 and 2/4 · 2/4 for grade 0
    assert (found.pairs, found.kappa_relevant) == (4, 1)
    assert found.kappa == pytest.approx((3 / 4 - 3 / 8) / (1 - 3 / 8))
    assert agreement(first, {}) is None


def test_the_interval_is_the_same_at_every_run() -> None:
    values = [0.0, 0.5, 1.0, 1.0, 0.25]
    assert interval(values) == interval(values)
    assert interval(values).low < interval(values).mean < interval(values).high


def queries(count: int, language: Language, text: str) -> list[JudgedQuery]:
    return [
        JudgedQuery(f"{language}{n}", Profile(text, language), {GINGER.id: 2}) for n in range(count)
    ]


def test_a_language_with_few_queries_gets_no_figure(index: Index) -> None:
    judged = queries(10, Language.EN, "ginger") + queries(9, Language.KO, "생강")
    everything, english, korean = evaluate(index, judged).rows
    assert (everything.n, english.n, korean.n) == (19, 10, 9)
    assert everything.recall is not None
    assert everything.recall.mean == 1
    assert (english.profiles, english.listings) == ("en", "vi+en+ko+ja")
    assert english.ndcg is not None
    assert (korean.recall, korean.mrr, korean.ndcg) == (None, None, None)


def test_buyers_and_investors_have_figures_of_their_own(index: Index) -> None:
    ginger = Profile("ginger", Language.EN)
    kinds = [Seeker.BUYERS] * 10 + [Seeker.INVESTORS] * 3 + [None]
    judged = [JudgedQuery(str(n), ginger, {GINGER.id: 2}, kind) for n, kind in enumerate(kinds)]
    buyers, investors = evaluate(index, judged).rows[-2:]
    assert (buyers.profiles, buyers.n, investors.profiles, investors.n) == (
        "buyers",
        10,
        "investors",
        3,
    )
    assert investors.ndcg is None


def test_refusals_are_right_where_nothing_fits_and_wrong_where_something_does(
    index: Index,
) -> None:
    judged = [
        JudgedQuery("found", Profile("cinnamon", Language.EN), {CINNAMON.id: 1}),
        JudgedQuery("overlooked", Profile("zzz qqq", Language.EN), {GINGER.id: 1}),
        JudgedQuery("refused", Profile("quantum computers of ice", Language.EN), {}),
        JudgedQuery("weak list", Profile("ginger", Language.EN), {GINGER.id: 0}),
    ]
    evaluation = evaluate(index, judged)
    assert evaluation.refusals == Refusals(unanswerable=2, right=1, answerable=2, wrong=1)
    assert evaluation.rows[0].n == 2


@pytest.fixture(scope="module")
def reduced(thesaurus: Thesaurus) -> dict[Language, Index]:
    def only(language: Language) -> list[Document]:
        texts = {
            each.id: tuple(text for text in each.texts if text.language is language)
            for each in CATALOGUE
        }
        return [Document(listing, kept) for listing, kept in texts.items() if kept]

    # Ginger is not sold in Japanese, so a third of what English asks across is not found.
    japanese = [each for each in only(Language.JA) if each.id != GINGER.id]
    documents = {each: only(each) for each in LANGUAGES} | {Language.JA: japanese}
    return {each: Index.build(listings, thesaurus) for each, listings in documents.items()}


def row(evaluation: Evaluation, profiles: str, listings: str) -> Row:
    (found,) = [r for r in evaluation.rows if (r.profiles, r.listings) == (profiles, listings)]
    return found


def test_across_languages_a_query_counts_once_with_its_mean(
    index: Index, reduced: dict[Language, Index]
) -> None:
    evaluation = evaluate_across(index, reduced, queries(10, Language.EN, "ginger"))
    pooled = row(evaluation, "all", "other")
    assert pooled.n == 10
    assert pooled.recall is not None
    assert (pooled.recall.mean, pooled.recall.low) == pytest.approx((2 / 3, 2 / 3))
    assert [row(evaluation, "en", each).recall for each in ("vi", "ko", "ja")] == [
        interval([1.0] * 10),
        interval([1.0] * 10),
        interval([0.0] * 10),
    ]


def test_the_own_language_is_pooled_apart_from_the_others(
    index: Index, reduced: dict[Language, Index]
) -> None:
    judged = queries(10, Language.EN, "ginger") + queries(10, Language.JA, "生姜")
    own = row(evaluate_across(index, reduced, judged), "all", "own")
    assert own.n == 20
    assert own.recall is not None
    assert own.recall.mean == 0.5


def test_each_language_alone_has_a_row_over_all_queries(
    index: Index, reduced: dict[Language, Index]
) -> None:
    judged = queries(3, Language.EN, "ginger") + queries(1, Language.JA, "生姜")
    evaluation = evaluate_across(index, reduced, judged)
    assert [row(evaluation, "all", each).n for each in LANGUAGES] == [4, 4, 4, 4]
    assert row(evaluation, "en", "vi").ndcg is None
