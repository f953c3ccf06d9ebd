"""Medicines taken as needed: how often, for what, and whether they helped."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from tracker.domain.entries import MedicineEntry
from tracker.domain.entry_words import HELPED_WORDS
from tracker.domain.wording import at_start, counted
from tracker.report.content import AppendixPart, Fact, Lines
from tracker.report.inputs import ReportInputs
from tracker.report.printable import shortened
from tracker.report.wording import listed, more_of, named_day, starting_small

_MOST_LINES = 5
_LONGEST_NAME = 60
_LONGEST_AMOUNT = 30
_MOST_AMOUNTS = 3
_ONE_DAY = timedelta(days=1)


def medicines_taken(inputs: ReportInputs) -> tuple[Lines | None, tuple[AppendixPart, ...]]:
    """Return the medicines taken most often, and the others; None when none was taken."""
    by_name: dict[str, list[MedicineEntry]] = {}
    for entry in inputs.covered(MedicineEntry):
        by_name.setdefault(entry.name.strip().casefold(), []).append(entry)
    if not by_name:
        return None, ()
    often_first = sorted(by_name.values(), key=lambda taken: (-len(taken), taken[0].name))
    lines = [_line(inputs, taken) for taken in often_first]
    shown, rest = lines[:_MOST_LINES], lines[_MOST_LINES:]
    section = Lines(None, tuple(shown), more_of(len(rest), "medicine"))
    return section, (AppendixPart("Other medicines taken", tuple(rest)),) if rest else ()


def taken_for(inputs: ReportInputs, symptom: str, days: Sequence[date]) -> str | None:
    """Return `Took loperamide 2 mg (it helped).`; None where nothing was taken for it then.

    Args:
        inputs: The diary.
        symptom: What it was for.
        days: When that was there, in order; the day after the last still belongs to it.
    """
    taken = dict.fromkeys(
        shortened(f"{entry.name} {entry.amount or ''}".strip(), _LONGEST_NAME)
        + (f" ({HELPED_WORDS[entry.helped]})" if entry.helped else "")
        for entry in inputs.medicines_for.get(symptom, ())
        if days[0] <= entry.day <= days[-1] + _ONE_DAY
    )
    return f"Took {listed(taken)}." if taken else None


def _line(inputs: ReportInputs, taken: Sequence[MedicineEntry]) -> Fact:
    name = shortened(at_start(taken[0].name.strip()), _LONGEST_NAME)
    latest = named_day(max(entry.day for entry in taken), inputs.year)
    times = f"{counted(len(taken), 'time')}, the latest on {latest}" if taken[1:] else latest
    symptoms = dict.fromkeys(entry.for_symptom for entry in taken if entry.for_symptom)
    purpose = listed(starting_small(inputs.symptom(each)) for each in symptoms)
    said = [
        _amounts(taken),
        times,
        f"for {shortened(purpose, _LONGEST_NAME)}" if purpose else "",
        _helped(taken),
    ]
    return Fact(name, "; ".join(filter(None, said)))


def _amounts(taken: Sequence[MedicineEntry]) -> str:
    amounts = list(dict.fromkeys(entry.amount.strip() for entry in taken if entry.amount))
    words = [shortened(each, _LONGEST_AMOUNT) for each in amounts[:_MOST_AMOUNTS]]
    left = len(amounts) - _MOST_AMOUNTS
    return " or ".join([*words, f"{left} other amounts"] if left > 0 else words)


def _helped(taken: Sequence[MedicineEntry]) -> str:
    """Return what was said of it, and of how many nobody said anything."""
    said = Counter(entry.helped for entry in taken)
    words = [
        f"{words} {counted(said[each], 'time')}" if taken[1:] else words
        for each, words in HELPED_WORDS.items()
        if said[each]
    ]
    if not words:
        return "whether it helped is not noted"
    if said[None]:
        words.append(f"{said[None]} not noted")
    return ", ".join(words)
