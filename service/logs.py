"""Structured logs: one JSON object a line on stderr, never a query string or a body."""

from __future__ import annotations

import logging
import logging.config

_FORMAT = "%(asctime)s %(levelname)s %(name)s %(message)s"


def configure_logs(level: str = "INFO") -> None:
    """Send all logs to stderr as JSON lines; uvicorn's own access log stays off."""
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
                }
            },
            "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
            "root": {"level": level, "handlers": ["stderr"]},
            "loggers": {
                "uvicorn.access": {"level": "CRITICAL"},
                "uvicorn.error": {"level": "WARNING"},
                "alembic": {"level": "WARNING"},
            },
        }
    )
