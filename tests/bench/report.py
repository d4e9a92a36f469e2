"""Medians over the rounds, and ratios: each is the median of what the rounds gave one by one."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

Rounds = Sequence[Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Ratio:
    """One figure over another, with what the release must reach and what it aims at."""

    name: str
    over: str
    floor: float | None = None
    aim: float | None = None


RATIOS = (
    Ratio("cached page", "bare reply", 0.4, 0.6),
    Ratio("cached page, gzip", "bare reply of gzip size"),
    Ratio("cached page", "uncached page"),
    Ratio("uncached page", "plain page", 2, 3),
    Ratio("caunoi --help", "python -c pass"),
    Ratio("start, shipped", "python -c pass"),
    Ratio("start, grown", "python -c pass"),
)
_A_SECOND = ("page", "reply", "gzip", "size")


def summary(rounds: Rounds, sizes: Mapping[str, float], listings: int) -> dict[str, object]:
    """What `--json` prints."""
    figures = {name: round(median(each[name] for each in rounds), 2) for name in rounds[0]}
    return {
        "machine": machine(),
        "listings": listings,
        "rounds": len(rounds),
        "bytes": {name: round(size) for name, size in sizes.items()},
        "figures": figures,
        "ratios": {f"{r.name} / {r.over}": _over(rounds, r) for r in RATIOS},
    }


def table(rounds: Rounds, sizes: Mapping[str, float], listings: int) -> str:
    """What is printed for people."""
    lines = [
        machine(),
        f"{listings:,} listings, medians of {len(rounds)} interleaved rounds; a page has "
        f"{sizes['page'] / 1000:.0f} kB, with gzip {sizes['page, gzip'] / 1000:.1f} kB",
        "",
    ]
    for name in rounds[0]:
        values = [each[name] for each in rounds]
        spread = f"{min(values):,.1f}–{max(values):,.1f}"
        lines.append(f"{name:32}{median(values):>12,.1f} {_unit(name):5} {spread:>22}")
    return "\n".join([*lines, "", *(_line(rounds, each) for each in RATIOS)])


def machine() -> str:
    """What it was measured on."""
    software = f"{platform.system()}, Python {platform.python_version()}"
    return f"{_processor()}, {os.cpu_count()} cores, {software}"


def _line(rounds: Rounds, ratio: Ratio) -> str:
    values = [each[ratio.name] / each[ratio.over] for each in rounds]
    wanted = f"   floor {ratio.floor:g}, aim {ratio.aim:g}" if ratio.floor else ""
    spread = f"{min(values):.2f}–{max(values):.2f}"
    return f"{f'{ratio.name} / {ratio.over}':50}{median(values):>8.2f} {spread:>16}{wanted}"


def _over(rounds: Rounds, ratio: Ratio) -> float:
    return round(median(each[ratio.name] / each[ratio.over] for each in rounds), 3)


def _unit(name: str) -> str:
    return "/s" if name.endswith(_A_SECOND) else "ms"


def _processor() -> str:
    information = Path("/proc/cpuinfo")
    if not information.exists():
        return platform.processor() or platform.machine()
    lines = information.read_text(encoding="utf-8").splitlines()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())


def as_json(rounds: Rounds, sizes: Mapping[str, float], listings: int) -> str:
    """The summary as JSON."""
    return json.dumps(summary(rounds, sizes, listings), ensure_ascii=False, indent=2)
