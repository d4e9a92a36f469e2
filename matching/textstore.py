"""The words of all listings as one mapped file, read only where an explanation quotes them."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from i18n.languages import LANGUAGES
from matching.documents import Text


@dataclass(frozen=True, slots=True)
class TextStore:
    """Row by row: title and body in UTF-8, and the number of the language."""

    blob: NDArray[np.uint8]
    ends: NDArray[np.int64]
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
        blob = np.frombuffer(b"".join(pieces), np.uint8)
        return cls(blob, ends, np.array(languages, np.int8))

    def __getitem__(self, row: int) -> Text:
        start, middle, end = self.ends[2 * row : 2 * row + 3].tolist()
        title = self.blob[start:middle].tobytes().decode()
        body = self.blob[middle:end].tobytes().decode()
        return Text(LANGUAGES[int(self.languages[row])], title, body)
