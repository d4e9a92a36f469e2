"""Where a listing lies: the source's words, the present province, what became of the former."""

from __future__ import annotations

from catalogue.vocabularies import Field
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
