"""What was measured, round by round, and how it is shown."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median
from time import perf_counter, process_time
from types import TracebackType

_SIGNIFICANT = 3


@dataclass(frozen=True, slots=True)
class Bound:
    """What a release must reach, and what it aims at."""

    floor: float
    aim: float
    at_least: bool = False

    def words(self, value: float) -> str:
        """For the table, with whether a value reaches it."""
        missed = value < self.floor if self.at_least else value > self.floor
        return f"{'MISSED ' if missed else ''}floor {self.floor:g}, aim {self.aim:g}"


@dataclass
class Figures:
    """Values by name, one a round."""

    values: defaultdict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    units: dict[str, str] = field(default_factory=dict)
    bounds: dict[str, Bound] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    bounded: bool = True  # the bounds are those of 100,000 listings

    def add(self, name: str, value: float, unit: str, *, bound: Bound | None = None) -> None:
        """Another round's value."""
        self.values[name].append(value)
        self.units[name] = unit
        if bound and self.bounded:
            self.bounds[name] = bound

    def add_latency(self, name: str, spent: Stopwatch, *, bounds: Sequence[Bound] = ()) -> None:
        """p50 and p99 of one round, and of the processor's time alone."""
        for number, share in enumerate((50, 99)):
            bound = bounds[number] if bounds else None
            self.add(f"{name}, p{share}", percentile(spent.seconds, share) * 1e3, "ms", bound=bound)
        for share in (50, 99):
            self.add(f"{name}, p{share} of CPU", percentile(spent.busy, share) * 1e3, "ms")

    def ratio(self, name: str, over: str, *, bound: Bound | None = None) -> None:
        """A figure over another of the same round."""
        for one, other in zip(self.values[name], self.values[over], strict=True):
            self.add(f"{name} / {over}", one / other, "", bound=bound)

    def lines(self) -> list[str]:
        """For people."""
        return [*(self._line(name) for name in self.values), *self.notes]

    def as_json(self) -> dict[str, object]:
        """Everything, every round."""
        return {"figures": dict(self.values), "units": self.units, "notes": self.notes}

    def _line(self, name: str) -> str:
        values = self.values[name]
        middle = median(values)
        spread = f"{shown(min(values))}–{shown(max(values))}" if len(values) > 1 else ""
        bound = self.bounds[name].words(middle) if name in self.bounds else ""
        return f"{name:60}{shown(middle):>9} {self.units[name]:5} {spread:>15}  {bound}".rstrip()


class Stopwatch:
    """Seconds by the clock and of the processor, for each thing done under it."""

    def __init__(self) -> None:
        self.seconds: list[float] = []
        self.busy: list[float] = []

    def __enter__(self) -> None:
        self._busy, self._begin = process_time(), perf_counter()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.seconds.append(perf_counter() - self._begin)
        self.busy.append(process_time() - self._busy)


def percentile(values: Sequence[float], share: int) -> float:
    """The value that so many of a hundred stay at or under."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * share // 100)]


def shown(value: float) -> str:
    """Three figures that count, thousands apart."""
    if abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{float(f'{value:.{_SIGNIFICANT}g}'):g}"


def as_json(sheets: dict[str, Figures]) -> str:
    """All catalogues."""
    found = {name: figures.as_json() for name, figures in sheets.items()}
    return json.dumps(found, ensure_ascii=False, indent=1)
