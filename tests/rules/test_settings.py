"""Every setting is documented and unknown ones are refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from service.settings import PREFIX, Settings, UnknownSettingError, read_settings

README = Path(__file__).parents[2] / "README.md"


@pytest.mark.parametrize("field", sorted(Settings.model_fields))
def test_every_setting_stands_in_the_readme(field: str) -> None:
    assert f"`{PREFIX}{field.upper()}`" in README.read_text(encoding="utf-8")


def test_an_unknown_setting_is_refused_by_name() -> None:
    with pytest.raises(UnknownSettingError, match="CAUNOI_DATABSE_URL"):
        read_settings({"CAUNOI_DATABSE_URL": "sqlite://"})


def test_example_accounts_are_refused_off_loopback() -> None:
    with pytest.raises(ValidationError, match="loopback"):
        read_settings({"CAUNOI_EXAMPLES": "1", "CAUNOI_HOST": "0.0.0.0"})


def test_port_is_honoured_and_the_named_setting_wins() -> None:
    assert read_settings({"PORT": "9001"}).port == 9001
    assert read_settings({"PORT": "9001", "CAUNOI_PORT": "9002"}).port == 9002


def test_hosts_follow_the_base_url() -> None:
    settings = read_settings(
        {"CAUNOI_BASE_URL": "https://caunoi.example", "CAUNOI_HOST": "0.0.0.0"}
    )
    assert settings.allowed_hosts == {"caunoi.example"}
    assert settings.site == "https://caunoi.example"
