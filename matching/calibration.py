"""Every weight and threshold of matching, in one place; LEAST_BEST alone has seen a test half."""

from matching.documents import Band

# What a full cosine of each kind of evidence adds to a score: chosen by cross-validation on the
# tuning half of the judged profiles (docs/decisions/0009-weights.md). Words that cross languages
# are names and codes. Concepts weigh the same within a language and across: so of two listings
# with equal concepts the one in the reader's language, which has words in common too, comes first.
LEXICAL_SAME_LANGUAGE = 1.0
LEXICAL_ACROSS_LANGUAGES = 0.1
LEXICAL_UNKNOWN_LANGUAGE = 0.5
CONCEPTS = 0.8
# What was learned of the words of other languages; it says nothing of texts in the profile's own.
LEARNED = 0.7
# A listing's text in another language counts if it has more than this many times the words of its
# text in the profile's. On the tuning half nDCG at 10 is 0.922 at 1 (the best text counts), 0.919
# at 2 and 3, 0.914 at 5 and 0.910 if no other text counts then.
OWN_TEXT_FIRST = 2.0

# How far the length of a listing's concepts counts (see Evidence.fit). On the judged queries
# nDCG at 10 with all texts is 0.733 at 1, 0.739 at 0.75, 0.750 at 0.6 and 0.748 at 0.5; with
# Vietnamese texts alone 0.757, 0.746, 0.745, 0.744.
CONCEPT_LENGTH_SLOPE = 0.6

# A word that nobody knows makes a profile less well understood: to its words it counts in full,
# to its concepts a quarter, for "import" or "please" is often among them.
UNKNOWN_AMONG_CONCEPTS = 0.25
# A concept that is sought and that no listing has counts in full: nothing can make up for it.
ABSENT_CONCEPTS = 1.0
# How far what only qualifies a demand (a certificate, a place, frozen) counts beside its subject.
QUALIFIERS = 0.5

# What is left of a score where a listing has nothing of a profile's subject, and where the profile
# names no subject that the thesaurus knows.
SUBJECT_MISSED = 0.5
NO_SUBJECT = 0.7
# What is left of it for each thing in a listing that the profile says it does not seek.
UNWANTED = 0.25

# From the best down; a score below the last is no match. Of the listings with such scores for the
# tuning half of the judged profiles 0.88, 0.75 and 0.30 are relevant; 0.89 of all relevant ones
# are at least possible.
BANDS: tuple[tuple[Band, float], ...] = (("strong", 0.16), ("good", 0.1), ("possible", 0.06))
# If even the best listing scores less there is no match: it has something in common with the
# profile, as any listing has, but not what is sought. How it was chosen: docs/decisions/0009.
LEAST_BEST = 0.0975
THRESHOLD = BANDS[-1][1]


def band_of(score: float, *, learned: float = 0.0) -> Band | None:
    """How well a score fits; None when it is no match.

    `learned` is the part of the score that was learned: what rests on that alone is never more
    than possible.
    """
    band = next((band for band, least in BANDS if score >= least), None)
    return "possible" if band and score - learned < THRESHOLD else band
