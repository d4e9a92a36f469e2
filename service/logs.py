"""Structured logs: one JSON object a line on stderr, never a query string or a body."""

from __future__ import annotations

import logging
import logging.config
from contextlib import nullcontext
from functools import lru_cache
from json.encoder import encode_basestring
from threading import Event, Thread
from time import localtime, sleep, strftime
from typing import TextIO

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
                "access": {"()": GatheringHandler, "formatter": "access"},
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


class GatheringHandler(logging.StreamHandler[TextIO]):
    """Writes to stderr five times a second all lines since: a write for each one costs more
    than a page from memory. Whoever kills the process loses a fifth of a second of lines.
    """

    def __init__(self, stream: TextIO | None = None, *, wait: float = 0.2) -> None:
        super().__init__(stream)
        self._wait = wait
        self._lines: list[str] = []
        self._has_lines = Event()
        Thread(target=self._write_gathered, name="access log", daemon=True).start()

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the line for the next write."""
        self._lines.append(self.format(record))
        if not self._has_lines.is_set():
            self._has_lines.set()

    def flush(self) -> None:
        """Write what has gathered; logging calls this when the process ends."""
        with self.lock or nullcontext():
            lines, self._lines = self._lines, []
            if lines:
                self.stream.write("\n".join([*lines, ""]))
            super().flush()

    def _write_gathered(self) -> None:
        while self._has_lines.wait():
            sleep(self._wait)
            self._has_lines.clear()
            self.flush()


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
