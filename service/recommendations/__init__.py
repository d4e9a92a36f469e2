"""The only bridge between catalogue and matching: rankings of published listings, explained."""

from service.recommendations.conditions import Condition
from service.recommendations.desk import Recommendations
from service.recommendations.documents import document
from service.recommendations.found import (
    Found,
    FoundListing,
    FoundReason,
    RecognizedConcept,
    SimilarListing,
    Wanted,
)

__all__ = [
    "Condition",
    "Found",
    "FoundListing",
    "FoundReason",
    "RecognizedConcept",
    "Recommendations",
    "SimilarListing",
    "Wanted",
    "document",
]
