"""What goes into matching and what comes out: plain values, no engine."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from i18n.languages import Language

Zone = Literal["title", "body"]
Band = Literal["strong", "good", "possible"]
Kind = Literal["concept", "words", "learned"]
Relation = Literal["same", "broader", "narrower", "words", "learned"]


class NoMatch(StrEnum):
    """Why an answer is empty; the words for it belong to the page."""

    NOTHING_TO_READ = "nothing_to_read"
    NOTHING_UNDERSTOOD = "nothing_understood"
    NOTHING_ALLOWED = "nothing_allowed"
    BELOW_THRESHOLD = "below_threshold"


@dataclass(frozen=True, slots=True)
class Text:
    """A listing's words in one language."""

    language: Language
    title: str
    body: str = ""

    def zones(self) -> Iterator[tuple[Zone, str]]:
        """Title first: explanations quote it before the body."""
        yield "title", self.title
        yield "body", self.body

    @property
    def whole(self) -> str:
        """Title and body as one text; `similar` counts its query offsets in it."""
        return f"{self.title}\n{self.body}" if self.body else self.title


@dataclass(frozen=True, slots=True)
class Document:
    """A listing as matching sees it: an id and at least one text.

    Texts of one `version` are equal; who indexes files needs none.
    """

    id: str
    texts: tuple[Text, ...]
    version: str = ""

    def __post_init__(self) -> None:
        if not self.texts:
            raise ValueError(f"document {self.id!r} has no text")


@dataclass(frozen=True, slots=True)
class Profile:
    """What somebody seeks, in their words; the language is detected when it is not known.

    The `reader` of the answer may know another language better than that of the text.
    """

    text: str
    language: Language | None = None
    reader: Language | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a text, quoted exactly: `text == whole[start:end]`."""

    start: int
    end: int
    text: str


def distinct(spans: Iterable[Span]) -> list[str]:
    """Their words, each once, in reading order."""
    return list(dict.fromkeys(span.text for span in spans))


@dataclass(frozen=True, slots=True)
class ListingSpan:
    """A piece of a listing's title or body, in the language in which that text stands."""

    zone: Zone
    start: int
    end: int
    text: str
    language: Language


@dataclass(frozen=True, slots=True)
class Recognized:
    """A concept the profile names, with the words that name it."""

    concept_id: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """A part of a score. The shares of one match sum to 1.

    The relation says what the listing has: the same concept, a `narrower` one than was sought
    (spices sought, ginger offered) or only a `broader` one in common (both are spices). What was
    learned rests on so many `entries` of the thesaurus and approved translations.
    """

    kind: Kind
    relation: Relation
    concept: str | None
    share: float
    query_spans: tuple[Span, ...]
    listing_spans: tuple[ListingSpan, ...]
    entries: int = 0


@dataclass(frozen=True, slots=True)
class Match:
    """A listing that fits; the score lies in 0–1 and the band is None below the threshold.

    `language` is that of the text from which most of it is explained.
    """

    id: str
    score: float
    band: Band | None
    language: Language
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What was understood of a profile, what was not, and the listings that fit, best first.

    `excluded` are the words for what it says it does not seek.
    """

    language: Language | None
    recognized: tuple[Recognized, ...]
    unrecognized: tuple[str, ...]
    matches: tuple[Match, ...]
    no_match: NoMatch | None
    excluded: tuple[Span, ...] = ()
