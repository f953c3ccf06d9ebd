"""Long work that says how far it is and can be stopped."""

from collections.abc import Callable

Progress = Callable[[float], None]
"""Told how much is done, from 0 to 1. It may raise `StoppedError`; then nothing was done at all."""


def unwatched(_done: float) -> None:
    """Nobody looks on."""


def part_of(progress: Progress, begins: float, ends: float) -> Progress:
    """Return the progress of one step, which is a part of the whole."""
    return lambda done: progress(begins + (ends - begins) * done)
