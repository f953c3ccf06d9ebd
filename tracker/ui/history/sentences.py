"""Patterns in words: one plain sentence each, the symptom's name in front."""

from dataclasses import dataclass

from tracker.domain.patterns import Pattern, PatternKind


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of "In short".

    Attributes:
        name: The symptom in the person's word; shown bold.
        text: What follows it.
        why: The numbers behind it, in words.
    """

    name: str
    text: str
    why: str


def sentence_of(pattern: Pattern, name: str) -> Sentence:
    """Return the sentence for a pattern."""
    numbers = ", ".join(f"{round(each, 1).normalize():f}" for each in pattern.severities)
    if pattern.kind is PatternKind.PEAK:
        return Sentence(name, f" is worst on {_days(pattern)}.", f"Average by day: {numbers}.")
    if pattern.kind is PatternKind.GONE:
        text = f" is gone by day {pattern.first_day}."
        return Sentence(name, text, "From that day on every answer was 0.")
    if pattern.kind is PatternKind.WORSE_EACH_CYCLE:
        text = " is worse each cycle. Worth telling your team."
        return Sentence(name, text, f"Worst in each of the last cycles: {numbers}.")
    text = " no longer clears before the next cycle. Worth telling your team."
    return Sentence(name, text, f"Last days of the latest full cycle: {numbers}.")


def _days(pattern: Pattern) -> str:
    if pattern.first_day == pattern.last_day:
        return f"day {pattern.first_day}"
    return f"days {pattern.first_day} to {pattern.last_day}"
