"""Answers of the check-in in words: what was said, when, and how it came into the diary."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from tracker.domain.entries import AnswerState, AnyEntry, SymptomEntry, TemperatureEntry
from tracker.domain.entry_words import ENTERED_AS_WORDS, EnteredAs
from tracker.domain.symptoms import SymptomDefinition, symptom_name
from tracker.ui import text
from tracker.ui.today.rows import RowState
from tracker.ui.today.wording import join_words

_SHORT_LEVELS = ("none", "mild", "moderate", "severe", "very severe")
_LONGEST_NAME, _SHORTEST_NAME = 8, 4
_SAVED_AS = {
    None: "Saved {time}",
    EnteredAs.COPIED: "Copied {time}: still right?",
    EnteredAs.ALL_NONE: "No symptoms, {time}",
}


_WRITTEN_AS = {
    None: "{name} {time}",
    EnteredAs.COPIED: "{name} copied {time}",
    EnteredAs.ALL_NONE: "{name} no symptoms {time}",
}


def _tr(source: str) -> str:
    return QCoreApplication.translate("Today", source)


def yesterday_line(row: RowState) -> str:
    """Return for example "Yesterday: moderate", of an earlier day "The day before: moderate"."""
    if row.yesterday is None:
        return ""
    line = _tr("Yesterday: {word}") if row.is_today else _tr("The day before: {word}")
    return line.format(word=answer_word(row.yesterday))


def answer_word(answer: SymptomEntry) -> str:
    """Return an answer in one short word."""
    if answer.state is AnswerState.SKIPPED or answer.severity is None:
        return _tr("not answered")
    return _tr(_SHORT_LEVELS[answer.severity])


def marked_copied(line: str) -> str:
    """Return the line of an answer that one tap copied from the day before."""
    return _tr("{line} (copied)").format(line=line)


def no_answer() -> str:
    """Return what stands where nobody answered."""
    return _tr("no answer yet")


def saved_line(row: RowState) -> str:
    """Return for example "Saved 9:40"; a skip and a copy say what they are, and so does a helper.

    Where somebody else answered, or the one before did: "Tom, 14:10: 2 – before that Ann: 1".
    """
    answer = row.answer
    if answer is None:
        return ""
    if row.writers[0]:
        return _written_by_in_full(row, answer)
    time = text.clock_time(answer.at)
    saved = _tr(_SAVED_AS[answer.entered_as]).format(time=time)
    if answer.state is AnswerState.SKIPPED:
        saved = _tr("Rather not say, saved {time}").format(time=time)
    later = written_later(answer)
    return f"{saved}, {later}" if later else saved


def written_by(row: RowState) -> str:
    """Return the same of an answer by somebody else in the room of a row: "Tom 14:10 – Ann: 1".

    What one tap copied says so before its time: "Tom copied 14:10".
    """
    name, earlier_name = map(_short_name, row.writers)
    how, time = None, ""
    if row.answer is not None:
        how, time = row.answer.entered_as, text.clock_time(row.answer.at)
    line = _tr(_WRITTEN_AS[how]).format(name=name, time=time)
    if row.before is None:
        return line
    before = _tr("{line} – {name}: {said}")
    return before.format(line=line, name=earlier_name, said=_said(row.before))


def shorter_lines(row: RowState) -> tuple[str, ...]:
    """Return shorter forms of the line of a copied answer, where a row has no room for it."""
    if row.answer is None or row.answer.entered_as is not EnteredAs.COPIED:
        return ()
    if row.writers[0]:
        names = (_short_name(row.writers[0], most) for most in (_LONGEST_NAME, _SHORTEST_NAME))
        return tuple(_tr("{name} copied").format(name=name) for name in names)
    return (_tr("Copied {time}").format(time=text.clock_time(row.answer.at)),)


def _short_name(name: str, most: int = _LONGEST_NAME) -> str:
    """Return a name as it has room in a row: the first one of a long name."""
    first = name.removeprefix("Sample: ").split(" ")[0]
    return first if len(first) <= most else f"{first[: most - 1]}…"


def _written_by_in_full(row: RowState, answer: SymptomEntry) -> str:
    name, earlier_name = row.writers
    parts = [text.clock_time(answer.at), written_later(answer), entered_as(answer)]
    when = ", ".join(filter(None, parts))
    line = _tr("{name}, {when}: {said}").format(name=name, when=when, said=_said(answer))
    if row.before is None:
        return line
    before = _tr("{line} – before that {name}: {said}")
    return before.format(line=line, name=earlier_name, said=_said(row.before))


def _said(answer: SymptomEntry) -> str:
    return _tr("not said") if answer.severity is None else str(answer.severity)


def written_later(entry: AnyEntry) -> str:
    """Return for example "3 days later" for what was written after its day; "" on the day."""
    days = entry.days_late
    if not days:
        return ""
    return _tr("the day after") if days == 1 else _tr("{n} days later").format(n=days)


def correction(before: SymptomEntry) -> str:
    """Return what an answer said before, who wrote that and when."""
    severity = before.severity
    said = answer_word(before) if severity is None else f"{severity} {answer_word(before)}"
    when = text.clock_time(before.at)
    if before.at.date() != before.day:
        when = f"{text.short_day(before.at.date())} {when}"
    if before.by == "self":
        return _tr("before: {said} ({when})").format(said=said, when=when)
    return _tr("before: {said} ({when}, by {name})").format(said=said, when=when, name=before.by)


def saved_at(moment: datetime) -> str:
    """Return for example "Saved 9:40"."""
    return _tr(_SAVED_AS[None]).format(time=text.clock_time(moment))


def saved_entry(entry: AnyEntry | None, symptoms: Mapping[str, SymptomDefinition]) -> str:
    """Return for example "Saved: Sore mouth – 3 severe" or "Saved: 38.2 °C"."""
    if isinstance(entry, TemperatureEntry):
        return _tr("Saved: {value}").format(value=str(entry.temperature))
    if not isinstance(entry, SymptomEntry):
        return _tr("Saved")
    name = symptom_name(entry.symptom, symptoms)
    if entry.severity is None:
        return _tr("Saved: {name} – rather not say").format(name=name)
    words = f"{entry.severity} {_tr(_SHORT_LEVELS[entry.severity])}"
    return _tr("Saved: {name} – {words}").format(name=name, words=words)


def copied_line(count: int, severe: Sequence[str]) -> str:
    """Return what "Same as yesterday" did; severe answers are never copied."""
    if not count and not severe:
        return _tr("There is nothing to copy from the day before")
    copied = _tr("Answers copied from the day before: {n}. Change what is different")
    parts = [copied.format(n=count)]
    if severe:
        asked = _tr("Please answer yourself, because it was severe: {names}")
        parts.append(asked.format(names=join_words(severe)))
    return ". ".join(parts)


def entered_as(answer: SymptomEntry) -> str:
    """Return what one tap did where it gave this answer with others; "" for an answer by hand."""
    return _tr(ENTERED_AS_WORDS[answer.entered_as]) if answer.entered_as else ""
