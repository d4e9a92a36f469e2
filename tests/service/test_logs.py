"""Log lines."""

from __future__ import annotations

import json
import logging

from pythonjsonlogger.json import JsonFormatter

from service.logs import AccessFormatter


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
