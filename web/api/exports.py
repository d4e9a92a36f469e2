"""`GET /export.json` and `/export.csv`: the whole published catalogue as a file.

A file is written once per data version and then sent in pieces from the disk: a slow reader
holds no database connection, and its size is known before the download begins.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from threading import Lock

from fastapi import APIRouter, Request
from sqlmodel import Session
from starlette.responses import FileResponse, Response

from service.bootstrap import Services
from service.database import reading
from service.exporting import csv_document, json_lines_document
from web.api.replies import SHARED
from web.dependencies import ServicesOf

router = APIRouter()
_ONE_AT_A_TIME = Lock()
QUICKLY_WRITTEN = 5_000  # listings; larger catalogues are written when they are asked for


class Form(StrEnum):
    """The forms the catalogue can be downloaded in."""

    JSON = "json"
    CSV = "csv"


_WRITERS: dict[Form, Callable[[Session, str], Iterator[str]]] = {
    Form.JSON: json_lines_document,
    Form.CSV: csv_document,
}
_MEDIA = {Form.JSON: "application/json", Form.CSV: "text/csv; charset=utf-8"}


@dataclass(frozen=True, slots=True)
class Export:
    """A written file, named after its data version."""

    form: Form
    path: Path

    @property
    def etag(self) -> str:
        """Strong: a file of a data version never changes, a rewritten one has another time."""
        return f'"{self.path.name}-{self.path.stat().st_mtime_ns:x}"'

    @property
    def size(self) -> int:
        """Bytes of the file."""
        return self.path.stat().st_size


@router.get("/export.json")
def export_json(request: Request, services: ServicesOf) -> Response:
    """Every published listing as one JSON document."""
    return _send(request, export(services, Form.JSON))


@router.get("/export.csv")
def export_csv(request: Request, services: ServicesOf) -> Response:
    """Every published listing as one row, with columns for each language."""
    return _send(request, export(services, Form.CSV))


def export(services: Services, form: Form) -> Export:
    """The file of the present data version; written when it is not there yet."""
    path = _path(services, form)
    with _ONE_AT_A_TIME:
        if not path.exists():
            _write(services, form, path)
            _remove_older(form, keep=path)
    return Export(form, path)


def known_export(services: Services, form: Form, *, listings: int) -> Export | None:
    """As `export` for a catalogue that is written at once; of a large one only what is there."""
    if listings <= QUICKLY_WRITTEN or _path(services, form).exists():
        return export(services, form)
    return None


def _path(services: Services, form: Form) -> Path:
    return services.settings.data_dir / "exports" / f"{services.versions.read()}.{form.value}"


def _write(services: Services, form: Form, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(f".{os.getpid()}")
    with (
        reading(services.engine) as session,
        unfinished.open("w", encoding="utf-8", newline="") as file,
    ):
        file.writelines(_WRITERS[form](session, services.settings.site))
    unfinished.replace(path)  # readers see the whole file or none


def _remove_older(form: Form, *, keep: Path) -> None:
    for path in keep.parent.glob(f"*.{form.value}"):
        if path != keep:
            path.unlink(missing_ok=True)


def _send(request: Request, export: Export) -> Response:
    headers = {"cache-control": "no-cache", "etag": export.etag, **SHARED}
    if export.etag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return FileResponse(
        export.path,
        media_type=_MEDIA[export.form],
        filename=f"caunoi.{export.form.value}",
        headers=headers,
    )
