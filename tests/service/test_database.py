"""What can be said of a database before it is opened."""

from pathlib import Path

import pytest

from service.database import is_there


@pytest.mark.parametrize(
    "url",
    [
        "sqlite://",
        "sqlite:///:memory:",
        "sqlite:///file:/nowhere/a.db?uri=true",
        "postgresql+psycopg://somebody@nowhere/caunoi",
    ],
)
def test_only_a_missing_file_is_known_not_to_be_there(tmp_path: Path, url: str) -> None:
    made = tmp_path / "made.db"
    made.touch()
    assert is_there(url)
    assert is_there(f"sqlite:///{made}")
    assert not is_there(f"sqlite:///{tmp_path / 'none.db'}")
