"""Runs programs in turn, so that a busy minute meets all of them alike."""

import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Times:
    """Milliseconds of every run but the first, which only warms up."""

    all_ms: tuple[float, ...]

    @property
    def median_ms(self) -> float:
        return median(self.all_ms)

    @property
    def p95_ms(self) -> float:
        return quantiles(self.all_ms, n=20)[-1]


def in_turn(measures: Mapping[str, Callable[[], float]], runs: int = 9) -> dict[str, Times]:
    """Measure each once per round, `runs` rounds and one before them."""
    found: dict[str, list[float]] = {name: [] for name in measures}
    for _ in range(runs + 1):
        for name, measure in measures.items():
            found[name].append(measure())
    return {name: Times(tuple(times[1:])) for name, times in found.items()}


def process(*arguments: str) -> Callable[[], float]:
    """A measure: the whole life of one Python process, from outside."""

    def measure() -> float:
        begun = time.perf_counter()
        _python(*arguments)
        return (time.perf_counter() - begun) * 1000

    return measure


def reported(program: str, *arguments: str) -> Callable[[], float]:
    """A measure: what a program prints last; its first argument is the moment of its start."""

    def measure() -> float:
        output = _python(
            "-m", f"tests.benchmarks.programs.{program}", str(time.time_ns()), *arguments
        )
        return float(output.splitlines()[-1])

    return measure


def _python(*arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(arguments)} failed:\n{done.stderr}")
    return done.stdout
