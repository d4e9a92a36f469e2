"""Log lines."""

from __future__ import annotations

import io
import json
import logging
import time

from pythonjsonlogger.json import JsonFormatter

from service.logs import AccessFormatter, GatheringHandler


def request(path: str) -> logging.LogRecord:
    asked = {"method": "GET", "path": path, "status": 200, "ms": 1.25}
    record = logging.makeLogRecord({"name": "web.access", "msg": "request", **asked})
    record.levelname = "INFO"
    return record


def test_the_line_of_a_request_is_what_the_general_formatter_writes() -> None:
    record = request('/ko/listings/prd-51-024/"생강"\n\t\\')
    general = JsonFormatter(
        "%(asctime)s %(levelname)s %(name)s %(message)s",
        rename_fields={"asctime": "time", "levelname": "level", "name": "logger"},
        json_ensure_ascii=False,
    )
    assert AccessFormatter().format(record) == general.format(record)


def test_a_line_break_in_a_path_makes_no_second_line() -> None:
    line = AccessFormatter().format(request("/en/\r\n{}"))
    assert "\n" not in line
    assert json.loads(line)["path"] == "/en/\r\n{}"


def gathering(stream: io.StringIO, *, wait: float) -> GatheringHandler:
    handler = GatheringHandler(stream, wait=wait)
    handler.setFormatter(AccessFormatter())
    return handler


def test_lines_are_written_in_their_order_when_the_process_ends() -> None:
    stream = io.StringIO()
    handler = gathering(stream, wait=3600)
    for number in range(3):
        handler.handle(request(f"/{number}"))
    assert stream.getvalue() == ""
    handler.flush()
    handler.flush()
    paths = [json.loads(line)["path"] for line in stream.getvalue().splitlines()]
    assert paths == ["/0", "/1", "/2"]


def test_lines_are_written_soon_without_anybody_asking() -> None:
    stream = io.StringIO()
    handler = gathering(stream, wait=0)
    for number in range(2):
        handler.handle(request("/"))
        assert written(stream, lines=number + 1)


def written(stream: io.StringIO, *, lines: int) -> bool:
    until = time.monotonic() + 10
    while time.monotonic() < until and stream.getvalue().count("\n") < lines:
        time.sleep(0.005)
    return stream.getvalue().count("\n") == lines
