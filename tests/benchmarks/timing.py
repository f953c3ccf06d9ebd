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
    """Milliseconds, those of the first round left out."""

    all_ms: tuple[float, ...]

    @property
    def median_ms(self) -> float:
        return median(self.all_ms)

    @property
    def p95_ms(self) -> float:
        return quantiles(self.all_ms, n=20)[-1]


Measure = Callable[[], list[float]]


def in_turn(measures: Mapping[str, Measure], rounds: int) -> dict[str, Times]:
    """Take each measure once per round; one round before them only warms up."""
    found: dict[str, list[float]] = {name: [] for name in measures}
    for number in range(rounds + 1):
        for name, measure in measures.items():
            times = measure()
            found[name] += times if number else []
    return {name: Times(tuple(times)) for name, times in found.items()}


def process(*arguments: str) -> Measure:
    """Measure the whole life of one Python process, from outside."""

    def measure() -> list[float]:
        begun = time.perf_counter()
        _python(*arguments)
        return [(time.perf_counter() - begun) * 1000]

    return measure


def reported(program: str, *arguments: str) -> Measure:
    """Take the numbers that a program prints; its first argument is the moment of its start."""
    module = f"tests.benchmarks.programs.{program}"

    def measure() -> list[float]:
        output = _python("-m", module, str(time.time_ns()), *arguments)
        return [float(line) for line in output.splitlines()]

    return measure


def _python(*arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(arguments)} failed:\n{done.stderr}")
    return done.stdout
