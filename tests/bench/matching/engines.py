"""Search engines on the same texts, with their usual tokenisers where these can read a language.

None of them reads Korean or Japanese as it comes, so there they get pieces of two or three
characters. In tantivy and SQLite those stand in a field of their own, and a profile in Korean or
Japanese looks at listings in these two languages only.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Sequence

from i18n.languages import Language
from matching.documents import Profile, Text
from matching.index import Index
from tests.bench.matching.kernels import Found
from tests.bench.matching.questions import BEST, Questions

_WORD = re.compile(r"\w+")
_IN_WORDS = (Language.VI, Language.EN)


class Bm25s:
    """bm25s as it comes; its regular expression takes pairs of characters in ko and ja."""

    name, reads = "bm25s", "words; ko/ja pairs of characters"

    def __init__(self, index: Index, questions: Questions) -> None:
        from bm25s import BM25

        self._profiles = questions.profiles
        self._engine = BM25()
        texts = (index.text(row) for row in range(len(index.ids)))
        read = [self._read(text.whole, text.language) for text in texts]
        self._engine.index(read, show_progress=False)

    def ask(self, number: int) -> Found:
        """The best listings for a profile."""
        profile = self._profiles[number]
        words = self._read(profile.text, profile.language)
        places, scores = self._engine.retrieve([words], k=BEST, show_progress=False)
        return list(zip(places[0].tolist(), scores[0].tolist(), strict=True))

    @staticmethod
    def _read(text: str, language: Language | None) -> Sequence[str]:
        import bm25s

        pattern = r"(?u)\b\w\w+\b" if language in _IN_WORDS else r"(?u)(?=(\w\w))"
        options = {"stopwords": None, "return_ids": False, "show_progress": False}
        read: list[list[str]] = bm25s.tokenize(text, token_pattern=pattern, **options)
        return read[0]


class Tantivy:
    """tantivy in memory, profiles as terms joined by OR."""

    name, reads = "tantivy", "words; ko/ja pieces of 2 and 3"

    def __init__(self, index: Index, questions: Questions) -> None:
        import tantivy

        self._profiles = questions.profiles
        lower = tantivy.Filter.lowercase()
        build = tantivy.TextAnalyzerBuilder
        self._analyzers = {
            "words": build(tantivy.Tokenizer.simple()).filter(lower).build(),
            "pieces": build(tantivy.Tokenizer.ngram(2, 3)).filter(lower).build(),
        }
        schema = tantivy.SchemaBuilder()
        schema.add_unsigned_field("place", stored=True)
        for name in self._analyzers:
            schema.add_text_field(name, tokenizer_name=name)
        self._schema = schema.build()
        self._engine = tantivy.Index(self._schema)
        for name, analyzer in self._analyzers.items():
            self._engine.register_tokenizer(name, analyzer)
        self._write(index)
        self._searcher = self._engine.searcher()

    def ask(self, number: int) -> Found:
        """The best listings for a profile."""
        import tantivy

        profile = self._profiles[number]
        field = _field(profile)
        terms = dict.fromkeys(self._analyzers[field].analyze(profile.text))
        queries = [
            (tantivy.Occur.Should, tantivy.Query.term_query(self._schema, field, term))
            for term in terms
        ]
        hits = self._searcher.search(tantivy.Query.boolean_query(queries), BEST, count=False).hits
        return [(int(self._searcher.doc(where)["place"][0]), score) for score, where in hits]

    def _write(self, index: Index) -> None:
        import tantivy

        writer = self._engine.writer(256_000_000, 1)
        for row in range(len(index.ids)):
            text = index.text(row)
            words = dict.fromkeys(_fields(text), text.whole)
            writer.add_document(tantivy.Document(place=row, **words))
        writer.commit()
        writer.wait_merging_threads()
        self._engine.reload()


class SqliteFts5:
    """FTS5 in memory: unicode61, and the trigram tokeniser for ko and ja."""

    name, reads = "SQLite FTS5", "words; ko/ja pieces of 3"

    def __init__(self, index: Index, questions: Questions) -> None:
        self._profiles = questions.profiles
        self._database = sqlite3.connect(":memory:")
        for name, tokeniser in (("words", "unicode61"), ("pieces", "trigram")):
            self._database.execute(
                f"CREATE VIRTUAL TABLE {name} USING fts5(text, content='', tokenize='{tokeniser}')"
            )
            self._database.executemany(
                f"INSERT INTO {name}(rowid, text) VALUES (?, ?)", _texts_for(index, name)
            )

    def ask(self, number: int) -> Found:
        """The best listings for a profile."""
        profile = self._profiles[number]
        field = _field(profile)
        words = [word.group() for word in _WORD.finditer(profile.text)]
        if field == "pieces":
            words = [word[n : n + 3] for word in words for n in range(len(word) - 2)]
        sought = " OR ".join(f'"{word}"' for word in dict.fromkeys(words))
        found = self._database.execute(
            f"SELECT rowid, -rank FROM {field} WHERE {field} MATCH ? ORDER BY rank LIMIT {BEST}",
            (sought,),
        )
        return list(found) if sought else []


def _texts_for(index: Index, name: str) -> Iterable[tuple[int, str]]:
    texts = ((row, index.text(row)) for row in range(len(index.ids)))
    return ((row, text.whole) for row, text in texts if name in _fields(text))


def _fields(text: Text) -> tuple[str, ...]:
    return ("words",) if text.language in _IN_WORDS else ("words", "pieces")


def _field(profile: Profile) -> str:
    return "words" if profile.language in _IN_WORDS else "pieces"
