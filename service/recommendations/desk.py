"""Ranked answers about published listings: matches, keywords, similar listings."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine
from sqlmodel import Session

from catalogue.records import ListingCard
from catalogue.search import Criteria, cards, matching_ids
from i18n.languages import Language
from matching.documents import Answer, Match, NoMatch, Profile, Reason
from matching.index import Index
from matching.ranking import keyword_search, match, similar
from matching.thesaurus import Thesaurus
from service.database import reading
from service.recommendations.conditions import conditions, preferences_met, required
from service.recommendations.found import (
    Found,
    FoundListing,
    FoundReason,
    RecognizedConcept,
    SimilarListing,
    Wanted,
)
from service.recommendations.shelf import MERGE_AT, IndexShelf
from service.reference import ReferenceShelf

KEYWORD_LIMIT = 1000  # listings a keyword search ranks; more than anybody pages through
_BANDS = {"strong": 0, "good": 1, "possible": 2}
_SPARE = 2  # similar listings explained beyond those shown, should one have been withdrawn
_WIDER = 3  # candidates read for each one shown, so that preferences can reorder a band


class Recommendations:
    """Hands out ranked, explained listings; what is not published never appears."""

    def __init__(
        self, *, folder: Path, reference: ReferenceShelf, merge_at: int = MERGE_AT
    ) -> None:
        self._shelf = IndexShelf(folder, reference, merge_at=merge_at)
        self._reference = reference

    def warm_up(self, engine: Engine) -> None:
        """Map the index, building it if it is missing or damaged, and ask it once.

        The first question compiles the vocabulary; no visitor should wait for that.
        """
        with reading(engine) as session:
            match(self._shelf.index(session), Profile("Việt Nam", Language.VI))

    def rebuild(self, engine: Engine) -> None:
        """Build the index again from what is published now."""
        with reading(engine) as session:
            self._shelf.rebuild(session)

    @property
    def is_ready(self) -> bool:
        """Whether an index has been verified and mapped; it stays so while newer ones are built."""
        return self._shelf.is_mapped

    def verify(self, session: Session) -> None:
        """Raise DamagedIndex unless the index of the present data version can be used as it is."""
        self._shelf.verify(session)

    def thesaurus(self, session: Session) -> Thesaurus:
        """The concepts the present index recognises."""
        return self._shelf.index(session).thesaurus

    def find(
        self, session: Session, wanted: Wanted, *, language: Language, limit: int = 10
    ) -> Found:
        """Listings that fit a profile, best first, explained in the reader's `language`."""
        index = self._shelf.index(session)
        allowed = matching_ids(required(wanted.criteria), self._reference.read().inventory)
        answer = match(
            index,
            Profile(wanted.text, wanted.language, reader=language),
            limit=limit * _WIDER,
            allowed=allowed,
        )
        if answer.language is None and _narrows(wanted.criteria):
            return self._by_conditions(session, wanted, allowed, answer, language, limit)
        return self._found(session, wanted, answer, index, language, limit)

    def keyword_ids(self, session: Session, words: str, language: Language) -> list[str]:
        """Ids of the listings that contain or mean the words, best first."""
        index = self._shelf.index(session)
        return [found for found, _ in keyword_search(index, words, language, limit=KEYWORD_LIMIT)]

    def similar(
        self, session: Session, public_id: str, language: Language, *, limit: int = 4
    ) -> tuple[SimilarListing, ...]:
        """Listings like one of ours with the words for what they share; none if it is not ours."""
        index = self._shelf.index(session)
        if public_id not in index.positions:
            return ()
        matches = {each.id: each for each in similar(index, public_id, limit=limit + _SPARE)}
        shown = cards(session, list(matches), language=language)[:limit]
        return tuple(
            SimilarListing(card, _common_words(matches[card.id], index, language)) for card in shown
        )

    def _found(
        self,
        session: Session,
        wanted: Wanted,
        answer: Answer,
        index: Index,
        language: Language,
        limit: int,
    ) -> Found:
        matches = {each.id: each for each in answer.matches if each.band}
        shown = cards(session, list(matches), language=language)
        ordered = sorted(shown, key=lambda card: _order(matches[card.id], card, wanted.criteria))
        items = tuple(
            self._listing(matches[card.id], card, wanted.criteria, index, language)
            for card in ordered[:limit]
        )
        none = answer.no_match or NoMatch.BELOW_THRESHOLD
        return Found(
            answer.language,
            _recognized(answer, index, language),
            answer.unrecognized,
            items,
            None if items else none,
            answer.excluded,
        )

    def _listing(
        self, found: Match, card: ListingCard, criteria: Criteria, index: Index, language: Language
    ) -> FoundListing:
        assert found.band is not None, "listings below the threshold are left out before"
        text = next(
            index.text(row)
            for row in index.rows(index.positions[found.id])
            if index.text(row).language is found.language
        )
        return FoundListing(
            card,
            found.score,
            found.band,
            found.language,
            text.title,
            tuple(_reason(each, index, language) for each in found.reasons),
            conditions(criteria, card, self._reference.read().vocabularies, language),
        )

    def _by_conditions(
        self,
        session: Session,
        wanted: Wanted,
        allowed: frozenset[str],
        answer: Answer,
        language: Language,
        limit: int,
    ) -> Found:
        """A text in none of the four languages says nothing; its conditions still do."""
        vocabularies = self._reference.read().vocabularies
        shown = cards(session, sorted(allowed), language=language)
        ordered = sorted(shown, key=lambda card: -preferences_met(wanted.criteria, card))[:limit]
        items = tuple(
            FoundListing(
                card,
                0.0,
                "possible",
                card.title.language,
                card.title.text,
                (),
                conditions(wanted.criteria, card, vocabularies, language),
            )
            for card in ordered
        )
        none = None if items else NoMatch.NOTHING_ALLOWED
        return Found(None, (), answer.unrecognized, items, none)


def _narrows(criteria: Criteria) -> bool:
    return criteria != Criteria(currency=criteria.currency)


def _order(found: Match, card: ListingCard, criteria: Criteria) -> tuple[int, int, float, str]:
    """By band, then by preferences met, then by score."""
    assert found.band is not None, "listings below the threshold are left out before"
    return _BANDS[found.band], -preferences_met(criteria, card), -found.score, found.id


def _recognized(answer: Answer, index: Index, language: Language) -> tuple[RecognizedConcept, ...]:
    return tuple(
        RecognizedConcept(
            each.concept_id, index.thesaurus.label(each.concept_id, language), each.spans
        )
        for each in answer.recognized
    )


def _reason(reason: Reason, index: Index, language: Language) -> FoundReason:
    return FoundReason(
        reason.kind,
        reason.relation,
        reason.concept,
        _label(reason, index, language),
        reason.share,
        reason.query_spans,
        reason.listing_spans,
        reason.entries,
    )


def _label(reason: Reason, index: Index, language: Language) -> str:
    if reason.concept is not None:
        return index.thesaurus.label(reason.concept, language)
    return ", ".join(dict.fromkeys(span.text for span in reason.query_spans))


def _common_words(found: Match, index: Index, language: Language) -> tuple[str, ...]:
    """The two or three things that two listings have in common, in the reader's words.

    Words without a concept stand in the listings' languages: they serve when nothing else does.
    """
    concepts = [each for each in found.reasons if each.concept is not None]
    ranked = sorted(concepts or found.reasons, key=lambda reason: -reason.share)
    words = (_label(reason, index, language) for reason in ranked)
    return tuple(dict.fromkeys(word for word in words if word))[:3]
