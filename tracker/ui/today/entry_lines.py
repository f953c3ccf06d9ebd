"""One line of words for each entry of a day."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from tracker.domain.entries import (
    AnyEntry,
    AppointmentEntry,
    BloodPressureEntry,
    ContactEntry,
    LabEntry,
    LvefEntry,
    MedicineEntry,
    NoteEntry,
    PulseEntry,
    QuestionEntry,
    SymptomEntry,
    TemperatureEntry,
    WeightEntry,
)
from tracker.domain.entry_words import HELPED_WORDS
from tracker.domain.labs import LabTest, name_of_test, unit_sign
from tracker.domain.symptoms import SymptomDefinition, is_own, symptom_name
from tracker.ui import text
from tracker.ui.text import NBSP
from tracker.ui.today import answer_words
from tracker.ui.today.rows import OWN_LEVELS

_LONGEST = 120


@dataclass(frozen=True, slots=True)
class LoggedLine:
    """An entry in words; `detail` is a second, smaller line or "".

    Attributes:
        asks: What it leaves open, as the words of a button; "" for nothing.
        entry: Whom the button is about; None where nothing is open.
        also: What tells it from another line with the same text; "" where there is none.
    """

    entry_id: UUID
    icon: str
    text: str
    detail: str
    asks: str = ""
    entry: AnyEntry | None = None
    also: str = ""

    @property
    def spoken(self) -> str:
        """What its buttons are called after."""
        return f"{self.text}, {self.also}" if self.also else self.text


class Knowledge(Protocol):
    """What is known of symptoms and of blood tests, by id."""

    @property
    def symptoms(self) -> Mapping[str, SymptomDefinition]:
        """The symptoms."""

    @property
    def labs(self) -> Mapping[str, LabTest]:
        """The blood tests."""


def _tr(source: str) -> str:
    return QCoreApplication.translate("Today", source)


def logged_line(
    entry: AnyEntry, knowledge: Knowledge, before: SymptomEntry | None = None
) -> LoggedLine:
    """Return an entry in words, with the time and, where it is not herself, who wrote it.

    Args:
        entry: What was written.
        knowledge: Names what the entry is about; blood tests are looked up where one is shown.
        before: The answer whose place it took; None for one that was not corrected.
    """
    icon, words, detail = _words(entry, knowledge)
    time = text.clock_time(entry.at)
    if entry.by != "self":
        time = _tr("{time}, by {name}").format(time=time, name=entry.by)
    later = answer_words.written_later(entry)
    written = _tr("written {later}").format(later=later) if later else ""
    earlier = answer_words.correction(before) if before is not None else ""
    parts = [part for part in (time, written, detail, earlier) if part]
    asks = _left_open(entry)
    return LoggedLine(entry.id, icon, words, " · ".join(parts), asks, entry if asks else None)


def told_apart(lines: Sequence[LoggedLine]) -> tuple[LoggedLine, ...]:
    """Return the lines; those with one text between them say their details as well."""
    texts = Counter(line.text for line in lines)
    return tuple(
        replace(line, also=line.detail) if texts[line.text] > 1 else line for line in lines
    )


def _left_open(entry: AnyEntry) -> str:
    if isinstance(entry, MedicineEntry):
        return _tr("Did it help?") if entry.helped is None else _tr("Change whether it helped")
    if isinstance(entry, ContactEntry) and not entry.text:
        return _tr("What did they say?")
    return ""


def _words(entry: AnyEntry, knowledge: Knowledge) -> tuple[str, str, str]:
    symptoms = knowledge.symptoms
    if isinstance(entry, SymptomEntry):
        return "today", *_symptom(entry, symptoms)
    if isinstance(entry, TemperatureEntry):
        after = _tr("after a medicine") if entry.flags else ""
        return "thermometer", str(entry.temperature), after
    if isinstance(entry, LvefEntry):
        return "heart", _tr("Heart scan: {n}%").format(n=entry.percent), entry.note or ""
    if isinstance(entry, WeightEntry | PulseEntry | BloodPressureEntry | LabEntry):
        return _measured(entry, knowledge.labs if isinstance(entry, LabEntry) else {})
    if isinstance(entry, MedicineEntry):
        helped = _tr(HELPED_WORDS[entry.helped]) if entry.helped else ""
        details = filter(None, (entry.amount, helped))
        return "tablet", medicine_name(entry, symptoms), ", ".join(details)
    return _written(entry)


def _symptom(entry: SymptomEntry, symptoms: Mapping[str, SymptomDefinition]) -> tuple[str, str]:
    definition = symptoms.get(entry.symptom)
    name = symptom_name(entry.symptom, symptoms)
    if entry.severity is None:
        return _tr("{name}: rather not say").format(name=name), ""
    severity = entry.severity
    levels = definition.levels if definition else OWN_LEVELS
    flags = [definition.flag_text(flag) for flag in entry.flags] if definition else []
    details = filter(None, (*flags, answer_words.entered_as(entry)))
    return f"{name}: {severity}, {levels[severity]}", ", ".join(details)


def _measured(
    entry: WeightEntry | PulseEntry | BloodPressureEntry | LabEntry, labs: Mapping[str, LabTest]
) -> tuple[str, str, str]:
    if isinstance(entry, WeightEntry):
        return "scale", f"{entry.weight.value}{NBSP}{entry.weight.unit.value}", ""
    if isinstance(entry, PulseEntry):
        return "heart", _tr("Pulse: {n} per minute").format(n=entry.beats_per_minute), ""
    if isinstance(entry, BloodPressureEntry):
        words = _tr("Blood pressure: {high} over {low} mm Hg")
        return "heart", words.format(high=entry.systolic_mmhg, low=entry.diastolic_mmhg), ""
    sign = entry.comparator.value if entry.comparator else ""
    name, unit = name_of_test(entry.test, labs), unit_sign(entry.unit)
    return "lab", f"{name}: {sign}{entry.value:f}{NBSP}{unit}", ""


def medicine_name(entry: MedicineEntry, symptoms: Mapping[str, SymptomDefinition]) -> str:
    """Return for example "Ondansetron for nausea"."""
    if entry.for_symptom is None:
        return entry.name
    symptom = symptom_name(entry.for_symptom, symptoms)
    name = symptom if is_own(entry.for_symptom) else symptom[:1].lower() + symptom[1:]
    return _tr("{medicine} for {symptom}").format(medicine=entry.name, symptom=name)


def _written(
    entry: QuestionEntry | NoteEntry | ContactEntry | AppointmentEntry,
) -> tuple[str, str, str]:
    if isinstance(entry, QuestionEntry):
        answered = _tr("they said: {answer}").format(answer=_short(entry.answer or ""))
        detail = answered if entry.answer else _tr("to ask at the next visit")
        return "question", _short(entry.text), detail
    if isinstance(entry, ContactEntry):
        return "phone", _tr("Called: {who}").format(who=entry.who), _short(entry.text or "")
    if isinstance(entry, AppointmentEntry):
        moment = entry.starts_at
        when = f"{text.short_day(moment.date())}, {text.clock_time(moment)}"
        return "plan", _short(entry.title), when
    return "note", _short(entry.text), ""


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"
