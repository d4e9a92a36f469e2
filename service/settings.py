"""What an installation decides: read once from `CAUNOI_*`, documented in README."""

from __future__ import annotations

import ipaddress
import os
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, model_validator

PREFIX = "CAUNOI_"


class UnknownSettingError(ValueError):
    """An environment variable starts with `CAUNOI_` but names no setting."""

    def __init__(self, names: list[str]) -> None:
        super().__init__(f"unknown settings: {', '.join(names)} (README lists the known ones)")


class Settings(BaseModel):
    """The settings of one installation; every field is `CAUNOI_` + its name in capitals."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    database_url: str = ""
    data_dir: Path = Path("var")
    base_url: str = ""
    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=1, le=65535)
    secret: str = ""
    smtp_url: str = ""
    trusted_proxies: str = "127.0.0.1"
    examples: bool = False
    test_postgres_url: str = ""

    @model_validator(mode="after")
    def _examples_stay_on_loopback(self) -> Settings:
        if self.examples and not is_loopback(self.host):
            raise ValueError("CAUNOI_EXAMPLES=1 needs a loopback address in CAUNOI_HOST")
        return self

    @cached_property
    def database(self) -> str:
        """The database URL, SQLite under the data folder unless one is set."""
        return self.database_url or f"sqlite:///{self.data_dir / 'caunoi.db'}"

    @cached_property
    def site(self) -> str:
        """The public address of the site, without a slash at the end."""
        return (self.base_url or f"http://{_bracketed(self.host)}:{self.port}").rstrip("/")

    @cached_property
    def allowed_hosts(self) -> frozenset[str]:
        """Host names (lower case, no port) that requests may be addressed to."""
        named = urlsplit(self.site).hostname or self.host
        loopback = {"127.0.0.1", "localhost", "::1"} if is_loopback(self.host) else set()
        return frozenset({named.lower()} | loopback)

    @cached_property
    def index_dir(self) -> Path:
        """The folder of the matching index, one folder per version inside."""
        return self.data_dir / "index"


def is_loopback(host: str) -> bool:
    """Tell whether a host name or address can only be reached from this machine."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def read_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """Read the settings; `PORT` is honoured when `CAUNOI_PORT` is not set.

    Raises UnknownSettingError for a `CAUNOI_*` name that is none of ours and pydantic's
    ValidationError for a value that cannot be used.
    """
    values = os.environ if environment is None else environment
    known = {PREFIX + name.upper() for name in Settings.model_fields}
    unknown = sorted(name for name in values if name.startswith(PREFIX) and name not in known)
    if unknown:
        raise UnknownSettingError(unknown)
    named = {
        name: values[PREFIX + name.upper()]
        for name in Settings.model_fields
        if PREFIX + name.upper() in values
    }
    if "port" not in named and values.get("PORT"):
        named["port"] = values["PORT"]
    return Settings.model_validate(named)


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host
