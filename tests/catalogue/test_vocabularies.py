"""Codes and their names."""

from __future__ import annotations

import pytest
from sqlmodel import Session

from catalogue.data_version import bump_data_version, data_version
from catalogue.places import UnitType
from catalogue.vocabularies import Field, vocabularies
from i18n.languages import Language


@pytest.mark.parametrize(
    ("field", "key", "language", "name"),
    [
        (Field.PROVINCE, "51", Language.KO, "꽝응아이성"),
        (Field.FORMER, "kon-tum", Language.JA, "コントゥム省"),
        (Field.SECTOR, "tourism", Language.VI, "Du lịch, nghỉ dưỡng"),
        (Field.GROUP, "drinks", Language.EN, "Drinks"),
        (Field.HS, "0910", Language.JA, "生姜・ウコンなどの香辛料"),
        (Field.CERTIFICATE, "collective_mark", Language.KO, "단체표장"),
    ],
)
def test_a_code_has_its_agreed_name(
    catalogue_session: Session, field: Field, key: str, language: Language, name: str
) -> None:
    assert vocabularies(catalogue_session).name(field, key, language) == name


@pytest.mark.parametrize("field", Field)
@pytest.mark.parametrize("key", ["", "no such code", "51 ", "٥١"])
def test_a_value_that_names_nothing_is_unknown(
    catalogue_session: Session, field: Field, key: str
) -> None:
    assert not vocabularies(catalogue_session).is_known(field, key)


def test_a_former_unit_knows_its_present_province(catalogue_session: Session) -> None:
    formers = vocabularies(catalogue_session).terms[Field.FORMER]
    assert (formers["kon-tum"].parent, formers["kon-tum"].ended) == ("51", True)
    assert (formers["nghe-an"].parent, formers["nghe-an"].ended) == ("40", False)


def test_cities_are_told_from_provinces(catalogue_session: Session) -> None:
    provinces = vocabularies(catalogue_session).terms[Field.PROVINCE]
    cities = {code for code, term in provinces.items() if term.unit_type is UnitType.CITY}
    assert cities == {"01", "31", "46", "48", "79", "92"}


def test_the_data_version_rises_with_every_change(session: Session) -> None:
    seen = [data_version(session)]
    for _ in range(3):
        bump_data_version(session)
        seen.append(data_version(session))
    assert seen == [0, 1, 2, 3]
