"""Offsets: whatever normalisation does, a quotation is a piece of the original."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.canonical import Canonical, _cluster_by_cluster, unmarked

LETTERS = "aZ1 -\n\t.,ừđẾe\u0301\u0323i\u0307ﬁ㌔ｶﾞ①½생강\u1100\u1161\u11a8姜\u200b\u00adßİǆ가ー"
texts = st.text(st.sampled_from(LETTERS), max_size=30) | st.text(max_size=20)


@given(texts)
def test_every_letter_of_the_comparable_form_has_a_place_in_the_original(text: str) -> None:
    canonical = Canonical(text)
    for place in range(len(canonical.text)):
        start, end = canonical.origin(place, place + 1)
        assert 0 <= start < end <= len(text)


@given(texts)
def test_places_never_run_backwards(text: str) -> None:
    canonical = Canonical(text)
    starts = [canonical.origin(place, place + 1)[0] for place in range(len(canonical.text))]
    assert starts == sorted(starts)


@given(st.text(st.sampled_from("gừng đẾ--\n  생강が米、。.,1İßé½（Ａ"), max_size=20))
def test_the_short_way_back_is_the_long_one(text: str) -> None:
    canonical = Canonical(text)
    starts, ends = _cluster_by_cluster(text)
    for place in range(len(canonical.text)):
        assert canonical.origin(place, place + 1) == (starts[place], ends[place])


@given(texts)
def test_a_quotation_reads_the_same_once_normalised(text: str) -> None:
    canonical = Canonical(text)
    if canonical.text:
        quoted = canonical.quote(0, len(canonical.text))
        assert Canonical(quoted).text == canonical.text


@given(st.text(st.sampled_from("gừngđẾ생강がパ é"), max_size=20))
def test_composed_and_decomposed_texts_are_one(text: str) -> None:
    composed = Canonical(unicodedata.normalize("NFC", text))
    assert composed.text == Canonical(unicodedata.normalize("NFD", text)).text


@given(texts)
def test_folding_keeps_the_length(text: str) -> None:
    canonical = Canonical(text)
    assert len(canonical.folded) == len(canonical.text)


@pytest.mark.parametrize(
    ("original", "sought", "quoted"),
    [
        ("Mua GỪNG tươi", "gừng", "GỪNG"),
        (unicodedata.normalize("NFD", "Mua gừng"), "gừng", unicodedata.normalize("NFD", "gừng")),
        ("ｶﾞｼﾞｭﾂ粉", "ガジュツ", "ｶﾞｼﾞｭﾂ"),
        ("ﬁsh sauce", "fish", "ﬁsh"),
        ("wood-\n pellets", "wood pellets", "wood-\n pellets"),
        ("gin\u200bger", "ginger", "gin\u200bger"),
    ],
)
def test_words_are_quoted_as_they_stand(original: str, sought: str, quoted: str) -> None:
    canonical = Canonical(original)
    start = canonical.text.index(sought)
    assert canonical.quote(start, start + len(sought)) == quoted


def test_vietnamese_marks_fold_and_other_scripts_stay() -> None:
    assert unmarked("đường ở phở がパ생강") == "duong o pho がパ생강"
