"""On which days the answers lie that a sentence about cycles rests on."""

from datetime import date

from tracker.domain.cycle_runs import Comparable
from tracker.domain.patterns import Pattern, PatternKind

_CYCLES_OF_A_RISE = 3


def days_behind(pattern: Pattern, compared: Comparable) -> frozenset[date]:
    """Return the days whose answers the pattern was found in.

    Of a rise these are the worst days of each cycle, of everything else the cycle days it names.
    """
    cycles = compared.answers_about(pattern.symptom)
    if pattern.kind is PatternKind.WORSE_EACH_CYCLE:
        return frozenset(
            day
            for answers in cycles[-_CYCLES_OF_A_RISE:]
            for day, severity in answers.items()
            if severity == max(answers.values())
        )
    return frozenset(
        day
        for span, answers in zip(compared.spans, cycles, strict=True)
        for day in answers
        if _names(pattern, span.cycle_day(day))
    )


def _names(pattern: Pattern, cycle_day: int) -> bool:
    first, last = pattern.first_day, pattern.last_day
    return (first is None or first <= cycle_day) and (last is None or cycle_day <= last)
