"""Every weight and threshold of matching, in one place. Tuned on judged sets, never on tests."""

from matching.documents import Band

# What a full cosine of each kind of evidence adds to a score. Words that cross languages are names
# and codes. Concepts weigh the same within a language and across: so of two listings with equal
# concepts the one in the reader's language, which has words in common too, comes first.
LEXICAL_SAME_LANGUAGE = 1.0
LEXICAL_ACROSS_LANGUAGES = 0.15
LEXICAL_UNKNOWN_LANGUAGE = 0.5
CONCEPTS = 0.8

# From the best down; a score below the last is no match.
BANDS: tuple[tuple[Band, float], ...] = (("strong", 0.3), ("good", 0.18), ("possible", 0.08))
THRESHOLD = BANDS[-1][1]


def band_of(score: float) -> Band | None:
    """How well a score fits; None when it is no match."""
    return next((band for band, least in BANDS if score >= least), None)
