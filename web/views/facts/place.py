"""Where a listing lies: the source's words, the present province, what became of the former."""

from __future__ import annotations

from catalogue.vocabularies import Field
from i18n.languages import Language
from i18n.messages import N_
from web.views.facts.fact import Fact, Wording
from web.views.rows import former_name


def place_fact(wording: Wording, label: str) -> Fact:
    """The place of a project, or the producing area of a product."""
    record = wording.record
    present = wording.name(Field.PROVINCE, record.province)
    former = former_name(
        record.province, record.former, wording.reference.vocabularies, wording.language
    )
    phrase, original = wording.phrase("place"), wording.vietnamese("place")
    if phrase and _is_only_the_province(wording):
        phrase, original = (), ()
    if former is None:
        return Fact(
            label=wording.label(label), lines=(*phrase, *wording.plain(present)), notes=original
        )
    unit = wording.say(N_("{province} (former {former})"), province=present, former=former)
    merged = wording.say(
        N_("{former} has been part of {province} since 1 July 2025."),
        former=former,
        province=present,
    )
    return Fact(label=wording.label(label), lines=(*phrase, unit), notes=(*original, merged))


def _is_only_the_province(wording: Wording) -> bool:
    """Whether the source's words name no more than the province, which is said anyway."""
    found, record = wording.record.fact("place"), wording.record
    names = wording.reference.vocabularies
    known = {names.name(Field.PROVINCE, record.province, Language.VI)}
    if record.former:
        known.add(names.name(Field.FORMER, record.former, Language.VI))
    words = (found.texts.get(Language.VI, "") if found else "").casefold()
    return words.removeprefix("tỉnh ").removesuffix(" cũ") in {name.casefold() for name in known}
