"""Structured logs: one JSON object a line on stderr, never a query string or a body."""

from __future__ import annotations

import logging
import logging.config
from functools import lru_cache
from json.encoder import encode_basestring
from time import localtime, strftime

_FORMAT = "%(asctime)s %(levelname)s %(name)s %(message)s"
# What no line of ours tells; collecting it costs a third of a record.
_UNUSED = ("logThreads", "logProcesses", "logMultiprocessing", "logAsyncioTasks")


def configure_logs(level: str = "INFO") -> None:
    """Send all logs to stderr as JSON lines; uvicorn's own access log stays off."""
    for each in _UNUSED:
        setattr(logging, each, False)
    logging.config.dictConfig(
        {
            "version": 1,
            "disable_existing_loggers": False,
            "formatters": {
                "json": {
                    "()": "pythonjsonlogger.json.JsonFormatter",
                    "format": _FORMAT,
                    "rename_fields": {"asctime": "time", "levelname": "level", "name": "logger"},
                    "json_ensure_ascii": False,
                },
                "access": {"()": AccessFormatter},
            },
            "handlers": {
                "stderr": {"class": "logging.StreamHandler", "formatter": "json"},
                "access": {"class": "logging.StreamHandler", "formatter": "access"},
            },
            "root": {"level": level, "handlers": ["stderr"]},
            "loggers": {
                "web.access": {"handlers": ["access"], "propagate": False},
                "uvicorn.access": {"level": "CRITICAL"},
                "uvicorn.error": {"level": "WARNING"},
                "alembic": {"level": "WARNING"},
            },
        }
    )


class AccessFormatter(logging.Formatter):
    """The line of a request as the general formatter writes it, put together by hand.

    There is one for every request: the general way takes longer than a page from memory.
    """

    def format(self, record: logging.LogRecord) -> str:
        """One JSON object; the record has method, path, status and ms."""
        told = record.__dict__
        return (
            f'{{"time": "{_second(int(record.created))},{int(record.msecs):03}", '
            f'"level": "{record.levelname}", "logger": "{record.name}", '
            f'"message": {encode_basestring(record.msg)}, "method": "{told["method"]}", '
            f'"path": {encode_basestring(told["path"])}, "status": {told["status"]}, '
            f'"ms": {told["ms"]}}}'
        )


@lru_cache(maxsize=2)
def _second(moment: int) -> str:
    return strftime("%Y-%m-%d %H:%M:%S", localtime(moment))
