"""The words of all listings as one mapped file, read only where an explanation quotes them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from i18n.languages import LANGUAGES
from matching.documents import Text


class Shelf(NamedTuple):
    """Texts row by row: title and body in UTF-8."""

    blob: NDArray[np.uint8]
    ends: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class TextStore:
    """The shelves one after the other, and the number of the language of every row."""

    shelves: tuple[Shelf, ...]
    languages: NDArray[np.int8]

    @classmethod
    def of(cls, texts: Iterable[Text]) -> "TextStore":
        """The texts in their order."""
        pieces: list[bytes] = []
        languages: list[int] = []
        for text in texts:
            pieces += (text.title.encode(), text.body.encode())
            languages.append(LANGUAGES.index(text.language))
        ends = np.cumsum([0, *map(len, pieces)], dtype=np.int64)
        shelf = Shelf(np.frombuffer(b"".join(pieces), np.uint8), ends)
        return cls((shelf,), np.array(languages, np.int8))

    def followed_by(self, texts: Iterable[Text]) -> "TextStore":
        """With more texts after those that are there, which are not copied."""
        added = TextStore.of(texts)
        languages = np.concatenate([self.languages, added.languages])
        return TextStore(self.shelves + added.shelves, languages)

    def __getitem__(self, row: int) -> Text:
        language = LANGUAGES[int(self.languages[row])]
        for blob, ends in self.shelves:
            if 2 * row + 2 < len(ends):
                start, middle, end = ends[2 * row : 2 * row + 3].tolist()
                title = blob[start:middle].tobytes().decode()
                return Text(language, title, blob[middle:end].tobytes().decode())
            row -= len(ends) // 2
        raise IndexError(row)
