"""Every weight and threshold of matching, in one place. Tuned on judged sets, never on tests."""

from matching.documents import Band

# What a full cosine of each kind of evidence adds to a score. Words that cross languages are names
# and codes. Concepts weigh the same within a language and across: so of two listings with equal
# concepts the one in the reader's language, which has words in common too, comes first.
# nDCG at 10 on the shipped judged queries is flat for concepts between 0.5 and 1.0 (0.71); in a
# catalogue with each listing in one language only it falls below 0.8 (0.60 at 0.5, 0.61 at 0.8).
LEXICAL_SAME_LANGUAGE = 1.0
LEXICAL_ACROSS_LANGUAGES = 0.15
LEXICAL_UNKNOWN_LANGUAGE = 0.5
CONCEPTS = 0.8

# How far the length of a listing's concepts counts (see Evidence.fit). On the judged queries
# nDCG at 10 with all texts is 0.733 at 1, 0.739 at 0.75, 0.750 at 0.6 and 0.748 at 0.5; with
# Vietnamese texts alone 0.757, 0.746, 0.745, 0.744.
CONCEPT_LENGTH_SLOPE = 0.6

# A word that nobody knows makes a profile less well understood: to its words it counts in full,
# to its concepts a quarter, for "import" or "please" is often among them.
UNKNOWN_AMONG_CONCEPTS = 0.25

# From the best down; a score below the last is no match. Of the listings that score at
# least so much on the 21 shipped judged queries, 0.8, 0.6 and 0.4 are relevant: the same queries
# by which the thresholds were chosen, and unjudged listings count as irrelevant.
BANDS: tuple[tuple[Band, float], ...] = (("strong", 0.3), ("good", 0.18), ("possible", 0.1))
THRESHOLD = BANDS[-1][1]


def band_of(score: float) -> Band | None:
    """How well a score fits; None when it is no match."""
    return next((band for band, least in BANDS if score >= least), None)
