"""Recommendations over the shipped catalogue, on every database there is."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from service.recommendations import Recommendations
from service.reference import ReferenceShelf
from service.versions import DataVersions


@pytest.fixture(scope="session")
def recommendations(
    catalogue_engine: Engine, tmp_path_factory: pytest.TempPathFactory
) -> Recommendations:
    """The desk that ranks the shipped listings."""
    shelf = ReferenceShelf(catalogue_engine, DataVersions(catalogue_engine))
    return Recommendations(folder=tmp_path_factory.mktemp("index"), reference=shelf)
