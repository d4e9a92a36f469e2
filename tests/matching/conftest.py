from pathlib import Path

import pytest

from matching.index import Index
from matching.thesaurus import Thesaurus
from tests.matching.listings import CATALOGUE


@pytest.fixture(scope="session")
def thesaurus() -> Thesaurus:
    """About forty concepts, so that no test depends on the wording of the shipped vocabulary."""
    return Thesaurus.load(Path(__file__).with_name("vocabulary"))


@pytest.fixture(scope="session")
def index(thesaurus: Thesaurus) -> Index:
    return Index.build(CATALOGUE, thesaurus)
