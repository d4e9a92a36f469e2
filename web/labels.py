"""The words for our codes, as message ids (TERMS.md); translated where they are shown."""

from __future__ import annotations

from collections.abc import Mapping

from catalogue.kinds import Availability, InvestmentForm, Kind, OcopStatus, SourceKind
from catalogue.places import ZoneType
from catalogue.search import Sort
from catalogue.translation import TextState
from i18n.messages import N_

KINDS: Mapping[Kind, str] = {
    Kind.PROJECT: N_("Investment project"),
    Kind.PRODUCT: N_("Local product"),
}
AVAILABILITY: Mapping[Availability, str] = {
    Availability.LISTED: N_("On a dated list"),
    Availability.TO_CONFIRM: N_("To be confirmed"),
    Availability.SELECTING_INVESTOR: N_("Investor being selected"),
    Availability.TENANTS_WANTED: N_("Infrastructure investor found, tenants sought"),
    Availability.INVESTOR_SELECTED: N_("Investor selected"),
    Availability.WITHDRAWN: N_("Withdrawn"),
    Availability.CONFIRMED_OPEN: N_("Open, confirmed by the province"),
}
AVAILABILITY_EXPLAINED: Mapping[Availability, str] = {
    Availability.LISTED: N_("This was so on the date of the list. Nobody has confirmed it since."),
    Availability.TO_CONFIRM: N_("The list is old or the source is unclear."),
}
# The mark beside the words; the filled one belongs to `confirmed_open` alone.
AVAILABILITY_MARKS: Mapping[Availability, str] = {
    Availability.CONFIRMED_OPEN: "on",
    Availability.SELECTING_INVESTOR: "half",
    Availability.TENANTS_WANTED: "half",
    Availability.INVESTOR_SELECTED: "off",
    Availability.WITHDRAWN: "off",
}
TEXT_STATES: Mapping[TextState, str] = {
    TextState.ORIGINAL: N_("original"),
    TextState.HUMAN: N_("translated by a person"),
    TextState.MACHINE: N_("machine translation, not reviewed"),
    TextState.REVIEWED: N_("reviewed"),
    TextState.OUTDATED: N_("older than the original"),
    TextState.MISSING: N_("not yet available"),
}
# The Vietnamese text of a listing nobody has taken over yet: only its name is the source's.
COMPOSED = N_("name from the source; summary written by machine, not reviewed")
# Solid line = original or reviewed, dotted = nobody has reviewed it, struck = none.
TEXT_MARKS: Mapping[TextState, str] = {
    TextState.HUMAN: "m",
    TextState.MACHINE: "m",
    TextState.OUTDATED: "m",
    TextState.MISSING: "x",
}
SORTS: Mapping[Sort, str] = {
    Sort.NEWEST: N_("Newest source first"),
    Sort.CAPITAL: N_("Largest capital first"),
    Sort.NAME: N_("Name"),
    Sort.RELEVANCE: N_("Best match first"),
}
FORMS: Mapping[InvestmentForm, str] = {
    InvestmentForm.FDI: N_("foreign direct investment"),
    InvestmentForm.DNTN: N_("DNTN, as the list has it (private or domestic enterprise)"),
    InvestmentForm.PPP: N_("public-private partnership"),
    InvestmentForm.BOT: N_("build-operate-transfer (BOT)"),
    InvestmentForm.ODA: N_("official development assistance (ODA)"),
    InvestmentForm.PRIVATE_PROVISION: N_("private provision of public services"),
    InvestmentForm.BIDDING: N_("bidding to select the investor"),
    InvestmentForm.BIDDING_WITH_LAND: N_("bidding to select the investor, with land use"),
}
OCOP: Mapping[OcopStatus, str] = {
    OcopStatus.CERTIFIED: N_("certified"),
    OcopStatus.POTENTIAL: N_("rated as potential, not certified"),
    OcopStatus.TARGET: N_("target of the province, not certified"),
    OcopStatus.PROPOSED: N_("proposed to the national council, not certified"),
    OcopStatus.CANDIDATE: N_("candidate for assessment, not certified"),
}
SOURCES: Mapping[SourceKind, str] = {
    SourceKind.OFFICIAL: N_("official site"),
    SourceKind.PRESS: N_("press or organisation"),
    SourceKind.AGGREGATOR: N_("collected from other sites"),
    SourceKind.MIRROR: N_("copy of another site"),
}
ZONES: Mapping[ZoneType, str] = {
    ZoneType.INDUSTRIAL_PARK: N_("industrial park"),
    ZoneType.INDUSTRIAL_CLUSTER: N_("industrial cluster"),
    ZoneType.ECONOMIC_ZONE: N_("economic zone"),
    ZoneType.BORDER_GATE_ECONOMIC_ZONE: N_("border-gate economic zone"),
}
# Per-language fact phrases of a listing, in the order pages show them.
PHRASES: Mapping[str, str] = {
    "objective": N_("Objective"),
    "capacity": N_("Capacity"),
    "schedule": N_("Schedule"),
    "term": N_("Operating term"),
    "status": N_("Progress in the source"),
    "land_status": N_("Land status"),
    "incentive_area": N_("Incentive area"),
    "part_of": N_("Part of"),
    "certification": N_("Certificates in the source"),
    "volume": N_("Yearly quantity or extent"),
    "export_markets": N_("Export markets"),
    "moq": N_("Minimum order"),
    "packaging": N_("Packaging"),
    "harvest_months": N_("Harvest months"),
    "note": N_("Note"),
}
# The fields completeness counts (catalogue.completeness), as they stand in a sentence.
FIELDS: Mapping[str, str] = {
    "texts": N_("text in all four languages"),
    "place": N_("place"),
    "as_of": N_("date of the information"),
    "source": N_("source"),
    "responsible_office": N_("responsible office"),
    "sector": N_("sector"),
    "objective": N_("objective"),
    "capital": N_("capital"),
    "area": N_("land area"),
    "form_of_investment": N_("form of investment"),
    "land_status": N_("land status"),
    "term": N_("operating term"),
    "decision_no": N_("decision number"),
    "list_name": N_("published list"),
    "listed_on": N_("date of the list"),
    "incentives": N_("incentives"),
    "availability": N_("availability"),
    "product_group": N_("product group"),
    "hs_heading": N_("HS heading"),
    "certificate": N_("certificate"),
    "capacity_year": N_("yearly quantity"),
    "export_markets": N_("export markets"),
    "moq": N_("minimum order"),
    "packaging": N_("packaging"),
    "harvest_months": N_("harvest months"),
}
