"""What changed since the last visit: the worst of these days beside the worst of those before."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.domain.wording import counted
from tracker.report.content import AppendixPart, Fact, Lines
from tracker.report.inputs import ReportInputs
from tracker.report.wording import named_days, some_of, starting_small

_LONGEST_NAME = 60
_LONGEST_COMPARED = timedelta(days=92)
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Days, both included, and the worst answer of each symptom that was answered in them."""

    since: date
    until: date
    worst: dict[str, int]


def changes(inputs: ReportInputs) -> tuple[Lines | None, tuple[AppendixPart, ...]]:
    """Return what is new, worse, milder or gone; None when nothing was answered in these days.

    The days covered are compared with as many days before them, 92 at most. A symptom is new when
    it was felt now and never before in the whole diary.
    """
    now, before = _stretch(inputs, inputs.since, inputs.until), _before(inputs)
    if not now.worst:
        return None, ()
    new = _new(inputs, now)
    both = [each for each in now.worst if each in before.worst and each not in new]
    was, is_now = before.worst, now.worst
    worse = [each for each in both if is_now[each] > was[each]]
    milder = [each for each in both if 0 < is_now[each] < was[each]]
    gone = [each for each in both if was[each] and not is_now[each]]
    beside = "{now} of 4, was {was}"
    lines = (
        *_line("New", _named(inputs, new, now, before, "{now} of 4")),
        *_line("Worse", _named(inputs, worse, now, before, beside)),
        *_line("Milder", _named(inputs, milder, now, before, beside)),
        *_line("No longer felt", _named(inputs, gone, now, before, "was {was} of 4")),
    )
    if not before.worst:
        return Lines(f"Nothing was answered in {_days(before, inputs)} to compare with.", lines), ()
    nothing = None if lines else "Nothing is new, worse, milder or gone."
    return Lines(nothing, lines, note=_note(inputs, now, before)), ()


def _stretch(inputs: ReportInputs, since: date, until: date) -> _Stretch:
    worst: dict[str, int] = {}
    for symptom, given in inputs.severities.items():
        within = [severity for day, severity in given.items() if since <= day <= until]
        answered = [severity for severity in within if severity is not None]
        if answered:
            worst[symptom] = max(answered)
    return _Stretch(since, until, worst)


def _before(inputs: ReportInputs) -> _Stretch:
    length = min(inputs.until - inputs.since + _ONE_DAY, _LONGEST_COMPARED)
    return _stretch(inputs, inputs.since - length, inputs.since - _ONE_DAY)


def _new(inputs: ReportInputs, now: _Stretch) -> list[str]:
    """Return what was felt in the days covered and on no day before, where there is a before."""
    before = {
        symptom
        for symptom, given in inputs.severities.items()
        if any(severity and day < inputs.since for day, severity in given.items())
    }
    if not before:
        return []
    return [symptom for symptom, worst in now.worst.items() if worst and symptom not in before]


def _named(
    inputs: ReportInputs, symptoms: Iterable[str], now: _Stretch, before: _Stretch, words: str
) -> list[str]:
    """Return the symptoms with their numbers, the worst first."""

    def weight(symptom: str) -> tuple[int, str]:
        return (-(now.worst[symptom] or before.worst.get(symptom, 0)), symptom)

    return [
        f"{starting_small(inputs.with_term(each, _LONGEST_NAME))}: "
        + words.format(now=now.worst[each], was=before.worst.get(each, 0))
        for each in sorted(symptoms, key=weight)
    ]


def _line(label: str, names: Sequence[str]) -> tuple[Fact, ...]:
    if not names:
        return ()
    return (Fact(label, some_of(names), tuple(names)),)


def _note(inputs: ReportInputs, now: _Stretch, before: _Stretch) -> str:
    same = sum(1 for each, worst in now.worst.items() if worst and before.worst.get(each) == worst)
    unchanged = f"; {counted(same, 'side effect')} as bad as then" if same else ""
    return f"The worst of these days beside the worst of {_days(before, inputs)}{unchanged}."


def _days(before: _Stretch, inputs: ReportInputs) -> str:
    number = counted((before.until - before.since).days + 1, "day")
    return f"the {number} before ({named_days(before.since, before.until, inputs.year)})"
