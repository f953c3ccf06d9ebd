"""What the sentences of "In short" say: the rule's words, and the numbers behind them. No Qt."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from tracker.domain.cycle_runs import among
from tracker.domain.days_behind import days_behind
from tracker.domain.patterns import Pattern, PatternKind, patterns_of
from tracker.domain.spoken_dates import MONTHS, WEEKDAYS
from tracker.domain.trends import FirstFelt
from tracker.domain.wording import counted
from tracker.domain.writers import others_words
from tracker.services.history import HistoryService
from tracker.ui.history.state import SEVERITY_WORDS, Reading

MOST_SENTENCES = 3
_MOST_OF_A_KIND = 2
_NEW = "new"
_RANK = (
    _NEW,
    PatternKind.WORSE_EACH_CYCLE,
    PatternKind.NO_LONGER_CLEARS,
    PatternKind.PEAK,
    PatternKind.DOES_NOT_CLEAR,
    PatternKind.MOSTLY_GONE,
    PatternKind.GONE,
)
_LEAST_FOR_EVERY = 3
_TELL = "Worth telling your team."


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of "In short".

    Attributes:
        name: The symptom in the person's word; shown bold.
        text: What follows it.
        why: The numbers behind it, in words.
        rests_on: The days whose answers they are.
    """

    symptom: str
    name: str
    text: str
    why: str
    rests_on: frozenset[date] = frozenset()


@dataclass(frozen=True, slots=True)
class _Found:
    """A sentence that may be shown; where its answers lie is looked up for those that are."""

    kind: str
    weight: int
    sentence: Sentence
    rests_on: Callable[[], frozenset[date]]


def in_short(reading: Reading) -> tuple[Sentence, ...]:
    """Return at most three sentences about different symptoms; none where no rule fires.

    What is new comes first, then what gets worse, then when it is worst, then what passes; of one
    kind the more severe first, and at most two of a kind while others have something to say.
    """
    found = [*_new_ones(reading), *_patterns(reading)]
    found.sort(key=lambda each: (_RANK.index(each.kind), -each.weight))
    by_symptom: dict[str, _Found] = {}
    for each in found:
        by_symptom.setdefault(each.sentence.symptom, each)
    candidates = list(by_symptom.values())
    first = _few_of_each(candidates)
    rest = [each for each in candidates if each not in first]
    kept = [*first, *rest][:MOST_SENTENCES]
    return tuple(
        replace(each.sentence, rests_on=each.rests_on()) for each in candidates if each in kept
    )


def naming_writers(sentences: Sequence[Sentence], history: HistoryService) -> tuple[Sentence, ...]:
    """Return the sentences, and with the numbers how many of them somebody else wrote."""
    writers = history.writers_behind({each.symptom: each.rests_on for each in sentences})
    return tuple(
        replace(each, why=f"{each.why} {words}")
        if (words := others_words(writers.get(each.symptom, ())))
        else each
        for each in sentences
    )


def compared_words(reading: Reading) -> str:
    """Return which cycles the sentences are about: "From 5 cycles of TCHP."."""
    spans = reading.compared.spans
    cycles = counted(len(spans), "cycle")
    return f"From {cycles} of {spans[-1].phase}."


def _few_of_each(found: Iterable[_Found]) -> list[_Found]:
    counts: dict[str, int] = {}
    few = []
    for each in found:
        counts[each.kind] = counts.get(each.kind, 0) + 1
        if counts[each.kind] <= _MOST_OF_A_KIND:
            few.append(each)
    return few


def _new_ones(reading: Reading) -> list[_Found]:
    visit_on = reading.history.last_visit_on
    if visit_on is None:
        return []
    when = f"{WEEKDAYS[visit_on.weekday()]} {visit_on.day}\u00a0{MONTHS[visit_on.month - 1]}"
    return [
        _Found(
            _NEW,
            first.worst,
            _new_sentence(symptom, reading.name_of(symptom), first, when),
            partial(_felt_since, reading, symptom, visit_on),
        )
        for symptom, first in reading.history.new_since_visit.items()
        if symptom in reading.history.by_cycle_day
    ]


def _felt_since(reading: Reading, symptom: str, visit_on: date) -> frozenset[date]:
    everything = among(reading.history, range(len(reading.history.cycles)))
    return frozenset(
        day
        for answers in everything.answers_about(symptom)
        for day, severity in answers.items()
        if severity and day >= visit_on
    )


def _new_sentence(symptom: str, name: str, first: FirstFelt, when: str) -> Sentence:
    worst = f"Worst since then: {first.worst}, {SEVERITY_WORDS[first.worst]}."
    if first.asked_before:
        text = f" is new since your treatment on {when}."
        return Sentence(symptom, name, text, f"Before that every answer was 0. {worst}")
    text = f" was first written down after your treatment on {when}."
    return Sentence(symptom, name, text, f"Before that there was no answer about it. {worst}")


def _patterns(reading: Reading) -> list[_Found]:
    compared = reading.compared
    return [
        _Found(
            pattern.kind,
            _weight(pattern),
            sentence_of(pattern, name, len(compared.spans)),
            partial(days_behind, pattern, compared),
        )
        for symptom, name in reading.symptoms
        for pattern in patterns_of(
            symptom, compared.by_cycle_day.get(symptom, {}), compared.planned_days
        )
    ]


def _weight(pattern: Pattern) -> int:
    return round(max(pattern.severities, default=0) * 100)


def sentence_of(pattern: Pattern, name: str, cycles: int) -> Sentence:
    """Return the sentence for a pattern over so many cycles."""
    text, why = _WORDS[pattern.kind](pattern, cycles)
    return Sentence(pattern.symptom, name, text, why)


def _peak(pattern: Pattern, cycles: int) -> tuple[str, str]:
    same = pattern.in_every_cycle and cycles >= _LEAST_FOR_EVERY
    text = f" is worst on {_days(pattern)}.{' Same in every cycle so far.' if same else ''}"
    if pattern.first_day == pattern.last_day:
        return text, f"Average on that day: {_numbers(pattern)}."
    return text, f"Average by day: {_numbers(pattern)}."


def _gone(pattern: Pattern, _: int) -> tuple[str, str]:
    return f" is gone by day {pattern.first_day}.", "From that day on every answer was 0."


def _mostly_gone(pattern: Pattern, _: int) -> tuple[str, str]:
    ones = pattern.answers - pattern.zeros
    why = f"From that day on {pattern.zeros} of {pattern.answers} answers were 0"
    return f" is mostly gone by day {pattern.first_day}.", f"{why}, {ones} were 1, mild."


def _worse(pattern: Pattern, _: int) -> tuple[str, str]:
    why = f"Worst in each of the last three cycles: {_numbers(pattern)}."
    return f" is worse each cycle. {_TELL}", why


def _no_longer(pattern: Pattern, _: int) -> tuple[str, str]:
    why = f"Last days of the latest full cycle: {_numbers(pattern)}; an earlier one ended with 0."
    return f" no longer clears before the next cycle. {_TELL}", why


def _does_not(pattern: Pattern, _: int) -> tuple[str, str]:
    why = f"Last days of the latest full cycle: {_numbers(pattern)}; none ended with 0."
    return " has not cleared before the next cycle.", why


_WORDS = {
    PatternKind.PEAK: _peak,
    PatternKind.GONE: _gone,
    PatternKind.MOSTLY_GONE: _mostly_gone,
    PatternKind.WORSE_EACH_CYCLE: _worse,
    PatternKind.NO_LONGER_CLEARS: _no_longer,
    PatternKind.DOES_NOT_CLEAR: _does_not,
}


def _numbers(pattern: Pattern) -> str:
    return ", ".join(f"{round(each, 1).normalize():f}" for each in pattern.severities)


def _days(pattern: Pattern) -> str:
    if pattern.first_day == pattern.last_day:
        return f"day {pattern.first_day}"
    return f"days {pattern.first_day} to {pattern.last_day}"
