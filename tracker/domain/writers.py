"""Who answered what: the same symptom on the same day, side by side by writer."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from tracker.domain.entries import SymptomEntry

SELF = "self"


class SaidOnDay(NamedTuple):
    """One symptom on one day as each writer answered last."""

    day: date
    symptom: str
    answers: Mapping[str, SymptomEntry]

    @property
    def levels_apart(self) -> int | None:
        """Levels between the highest and the lowest answer; None with fewer than two numbers.

        A skip is no number: it neither agrees nor differs.
        """
        numbers = [each.severity for each in self.answers.values() if each.severity is not None]
        if len(numbers) < 2:  # noqa: PLR2004 - a pair
            return None
        return max(numbers) - min(numbers)


def said_by_day(entries: Iterable[SymptomEntry]) -> tuple[SaidOnDay, ...]:
    """Return what each writer said last about each symptom and day, latest day first.

    Of two answers of one moment the one that comes later counts.
    """
    said: dict[tuple[date, str], dict[str, SymptomEntry]] = {}
    for entry in entries:
        answers = said.setdefault((entry.day, entry.symptom), {})
        before = answers.get(entry.by)
        if before is None or entry.at >= before.at:
            answers[entry.by] = entry
    ordered = sorted(said.items(), key=lambda each: (-each[0][0].toordinal(), each[0][1]))
    return tuple(SaidOnDay(day, symptom, answers) for (day, symptom), answers in ordered)


def others_words(writers: Sequence[str]) -> str:
    """Return `Tom wrote one of these answers.`; empty where she wrote all of them herself.

    Args:
        writers: Who wrote each of the answers that a sentence rests on.
    """
    others = [name for name in writers if name != SELF]
    if not others:
        return ""
    number = "all" if len(others) == len(writers) else f"{len(others)}"
    number = "one" if number == "1" else number
    return f"{_listed(sorted(set(others)))} wrote {number} of these answers."


def _listed(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def writers_of(said: Iterable[SaidOnDay]) -> tuple[str, ...]:
    """Return who wrote, the person herself first, the others by name."""
    names = {writer for each in said for writer in each.answers}
    return tuple(sorted(names, key=lambda name: (name != SELF, name)))
