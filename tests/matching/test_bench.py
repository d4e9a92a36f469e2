"""The benchmark runs on a small catalogue, and who does the same sums has the same answers."""

from pathlib import Path

from matching.index import Index
from matching.thesaurus import Thesaurus
from tests.bench.documents import Garden
from tests.bench.matching import answers, textscore
from tests.bench.matching.questions import questions
from tests.bench.matching.sheet import Figures


def test_peers_agree_with_ours_on_what_is_best(thesaurus: Thesaurus, tmp_path: Path) -> None:
    Index.build(Garden(thesaurus).listings(300), thesaurus).save(tmp_path / "index")
    index, figures = Index.map(tmp_path / "index"), Figures()
    asked = questions(index, 20)
    textscore.measure(index, asked, figures, rounds=1, say=lambda words: None)
    answers.whole(index, asked, figures, rounds=1)
    answers.batch(tmp_path / "index", index, figures, profiles=40, rounds=1)
    assert {"sparse_dot_topn", "scikit-learn"} <= {note.partition(":")[0] for note in figures.notes}
    assert len(figures.lines()) > 40
