"""What somebody seeks, read from an address or a form: text, concepts, conditions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from catalogue.search import Criteria
from i18n.normalization import stored
from service.reference import Reference
from web.filters import Params, Problem, chosen, read_conditions
from web.urls import Query

IN_ADDRESS = 500  # characters of a text that may stand in an address
LONGEST = 20_000
_MOST_CONCEPTS = 50


@dataclass(frozen=True, slots=True)
class Asked:
    """A profile as it was typed or linked to, and what of it was not understood.

    `concepts` are the profile of a shared link; a text outweighs them.
    """

    text: str
    concepts: tuple[str, ...]
    criteria: Criteria
    problems: tuple[Problem, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is sought, whatever the conditions."""
        return not (self.text or self.concepts)

    @property
    def conditions(self) -> Query:
        """The conditions as parameters."""
        kind = (("kind", self.criteria.kind.value),) if self.criteria.kind else ()
        return (*kind, *chosen(self.criteria))

    @property
    def parameters(self) -> Query:
        """All of it as parameters; a text only when it is short enough for an address."""
        text = (("text", self.text),) if 0 < len(self.text) <= IN_ADDRESS else ()
        concepts = () if self.text else tuple(("concept", each) for each in self.concepts)
        return (*text, *concepts, *self.conditions)


def read_profile(params: Params, reference: Reference, known: Mapping[str, object]) -> Asked:
    """Read a profile; concepts must be among `known`. Never raises."""
    criteria, problems = read_conditions(params, reference)
    named = dict.fromkeys(_texts(params, "concept"))
    unknown = [Problem("concept", each[:60]) for each in named if each not in known][:5]
    concepts = tuple(each for each in named if each in known)[:_MOST_CONCEPTS]
    text = next(iter(_texts(params, "text")), "")
    return Asked(text, concepts, criteria, (*problems, *unknown))


def _texts(params: Params, name: str) -> list[str]:
    given = (stored(value).strip() for value in params.getlist(name) if isinstance(value, str))
    return [text for text in given if text]
