"""/{language}/match: somebody describes what they seek and sees which listings fit, and why.

Short texts are sent in the address, so that going back works; longer ones in a form. Neither
is kept or logged; replies say `no-store`.
"""

from __future__ import annotations

from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Request
from starlette.datastructures import FormData
from starlette.responses import RedirectResponse, Response

from i18n.languages import Language
from i18n.messages import N_, translate
from matching.thesaurus import Thesaurus
from service.bootstrap import Services
from service.database import reading
from service.recommendations import Found, Wanted
from service.reference import Reference
from web import urls
from web.dependencies import ServicesOf
from web.filters import Params
from web.profiles import IN_ADDRESS, LONGEST, Asked, read_profile
from web.rendering import PRIVATE, PUBLIC, render
from web.views.match_form import conditions_in_words, match_form
from web.views.matches import NO_MATCH, fit, profile_pieces

router = APIRouter()
LIMIT = 20
MISSING = N_("Describe in a few words what you seek.")
LONG_ADDRESS = N_(
    "This text is too long for an address. It is kept below: send it with the button."
)
TOO_LONG = N_(
    "The text is too long. Its first 20,000 characters are kept below: shorten it and send it "
    "again."
)


async def _read_form(request: Request) -> FormData:
    return await request.form(max_files=0, max_fields=300)


@router.get("/{language}/match")
def match(request: Request, language: Language, services: ServicesOf) -> Response:
    """The empty form, or the answer to a short text or a shared link."""
    page = _Page(request, language, services, request.query_params)
    if len(page.asked.text) > IN_ADDRESS:
        return page.form(status=422, wrong=LONG_ADDRESS)
    return page.form() if page.asked.is_empty else page.answer()


@router.post("/{language}/match")
def match_sent(
    request: Request,
    language: Language,
    services: ServicesOf,
    form: Annotated[FormData, Depends(_read_form)],
) -> Response:
    """The answer to a text of any length; a short one goes on to its own address."""
    page = _Page(request, language, services, form)
    if page.asked.is_empty:
        return page.form(status=422, wrong=MISSING)
    if len(page.asked.text) > LONGEST:
        return page.form(status=422, wrong=TOO_LONG)
    if page.asked.problems:
        return page.form(status=422)  # an address would not carry them
    if len(page.asked.text) <= IN_ADDRESS:
        return RedirectResponse(page.address, 303, {"cache-control": PRIVATE})
    return page.answer()


class _Page:
    """One request for the match page: what was asked and the two ways of answering."""

    def __init__(
        self, request: Request, language: Language, services: Services, params: Params
    ) -> None:
        self._request, self._language, self._services = request, language, services
        self._reference: Reference = services.reference.read()
        with reading(services.engine) as session:
            self._thesaurus: Thesaurus = services.recommendations.thesaurus(session)
        self.asked: Asked = read_profile(params, self._reference, self._thesaurus.concepts)

    @property
    def address(self) -> str:
        """Where the answer to a short text or to concepts stands."""
        return urls.page(self._language, "match", self.asked.parameters)

    def form(self, *, status: int = 200, wrong: str | None = None) -> Response:
        """The form, with what was typed and a word on what is wrong with it."""
        message = wrong and translate(self._language, wrong)
        return self._render({"found": None, "wrong": message}, status=status)

    def answer(self) -> Response:
        """The listings that fit."""
        sought = self.asked.text or self._concepts_in_words()
        found = self._find(sought)
        vocabularies = self._reference.vocabularies
        context = {
            "found": found,
            "wrong": None,
            "profile": profile_pieces(sought, found),
            "fits": [
                fit(each, found.language, vocabularies, self._language) for each in found.items
            ],
            "no_match": found.no_match and translate(self._language, NO_MATCH[found.no_match]),
            "share": self._share_link(found),
        }
        return self._render(context)

    def _concepts_in_words(self) -> str:
        return ", ".join(
            self._thesaurus.label(each, self._language) for each in self.asked.concepts
        )

    def _find(self, sought: str) -> Found:
        language = None if self.asked.text else self._language
        wanted = Wanted(text=sought, criteria=self.asked.criteria, language=language)
        with reading(self._services.engine) as session:
            return self._services.recommendations.find(
                session, wanted, language=self._language, limit=LIMIT
            )

    def _share_link(self, found: Found) -> str | None:
        """Recognised concepts and conditions, never the words they were said in."""
        concepts = tuple(("concept", each.concept) for each in found.recognized)
        if not concepts:
            return None
        path = urls.page(self._language, "match", (*concepts, *self.asked.conditions))
        return self._services.settings.site + path

    def _render(self, context: dict[str, Any], *, status: int = 200) -> Response:
        required, preferred = conditions_in_words(self.asked, self._reference, self._language)
        is_plain = not self._request.url.query and self._request.method == "GET"
        context |= {
            "asked": self.asked,
            "form": match_form(self.asked, self._reference, self._language),
            "required": required,
            "preferred": preferred,
            "query_string": urlencode(self.asked.parameters),
            "indexed": is_plain,
            "longest": LONGEST,
        }
        return render(
            self._request,
            "match.html",
            self._language,
            context,
            status=status,
            cache_control=PUBLIC if is_plain else PRIVATE,
        )
