"""Listings added and taken away beside the fitted ones: the answers of an index built anew."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.documents import Document, Profile
from matching.index import Index
from matching.ranking import keyword_search, match, nearest, similar
from matching.thesaurus import Thesaurus
from tests.matching.listings import CATALOGUE, CINNAMON, GINGER, MANGO, RICE

QUERIES = (
    "fresh ginger and cinnamon",
    "유기농 쌀과 생강",
    "điện mặt trời, du lịch Lâm Đồng",
    "nuoc mam",
    "桂皮 リゾート",
    "dried fruit",
)


def answers(index: Index) -> list[list[tuple[str, float]]]:
    return [
        [
            (found.id, pytest.approx(found.score, abs=1e-5))
            for found in nearest(index, Profile(q)).matches
        ]
        for q in QUERIES
    ]


@settings(deadline=None, max_examples=40)
@given(st.data())
def test_a_changed_index_answers_like_one_built_anew(
    thesaurus: Thesaurus, data: st.DataObject
) -> None:
    everything = st.lists(st.sampled_from(CATALOGUE), unique_by=lambda document: document.id)
    fitted, added = data.draw(everything), data.draw(everything)
    gone = {document.id for document in data.draw(everything)} - {each.id for each in added}
    changed = Index.build(fitted, thesaurus).changed(added, gone)
    assert answers(changed) == answers(Index.build(_result(fitted, added, gone), thesaurus))


def _result(
    fitted: Sequence[Document], added: Sequence[Document], gone: set[str]
) -> list[Document]:
    kept = {document.id: document for document in (*fitted, *added)}
    return [document for document in kept.values() if document.id not in gone]


def test_an_added_listing_is_found_and_explained(thesaurus: Thesaurus) -> None:
    index = Index.build([CINNAMON, RICE], thesaurus).changed([GINGER])
    (first, *_) = match(index, Profile("신선한 생강")).matches
    assert first.id == GINGER.id
    assert {span.text for reason in first.reasons for span in reason.listing_spans} & {"생강"}
    assert keyword_search(index, "gừng", None)[0][0] == GINGER.id
    assert index.text(index.rows(index.positions[GINGER.id])[1]) == GINGER.texts[1]


def test_a_withdrawn_listing_is_gone_from_every_answer(thesaurus: Thesaurus) -> None:
    index = Index.build(CATALOGUE, thesaurus).changed([], [GINGER.id])
    assert GINGER.id not in {
        each.id for each in nearest(index, Profile("ginger"), limit=99).matches
    }
    assert GINGER.id not in dict(keyword_search(index, "ginger", None))
    with pytest.raises(KeyError):
        similar(index, GINGER.id)


def test_a_replaced_listing_has_its_new_words_only(thesaurus: Thesaurus) -> None:
    renewed = Document(GINGER.id, MANGO.texts)
    index = Index.build([GINGER, RICE], thesaurus).changed([renewed])
    assert [each.id for each in match(index, Profile("dried mango")).matches] == [GINGER.id]
    assert not keyword_search(index, "gừng", None)
