"""One row of the table for each entry: its words, and what became of it later. No Qt."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import NamedTuple
from uuid import UUID

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
    kind_of,
)
from tracker.domain.entry_words import ENTERED_AS_WORDS, HELPED_WORDS
from tracker.domain.labs import LabTest, name_of_test, unit_sign
from tracker.domain.symptoms import SymptomDefinition, symptom_name
from tracker.domain.trends import standing_answers
from tracker.domain.writers import SELF
from tracker.ui import text

Definitions = Mapping[str, SymptomDefinition]
Labs = Mapping[str, LabTest]
NO_LABS: Labs = MappingProxyType({})


class _Known(NamedTuple):
    """What names the things that entries are about, by id."""

    symptoms: Definitions
    labs: Labs


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryRow:
    """One entry in words.

    Attributes:
        kind: As in the diary file.
        severity: Of a symptom that was answered; None for all else.
        note: Details, how it was entered, whether it was written later, and what took its place.
        by: Who wrote it, empty for the person herself.
        written: The moment it was written.
        searched: All its words in lower case.
    """

    id: UUID
    day: date
    kind: str
    what: str
    value: str
    severity: int | None
    note: str
    by: str
    written: datetime
    searched: str


def rows_of(
    entries: Iterable[AnyEntry], definitions: Definitions, labs: Labs = NO_LABS
) -> tuple[EntryRow, ...]:
    """Return a row for each entry in the same order.

    `labs` names the blood tests, by id; one that is not among them is named after its id. All
    answers about a day have to be among them, for an earlier one names what took its place.
    """
    entries = tuple(entries)
    standing = standing_answers(each for each in entries if isinstance(each, SymptomEntry))
    return tuple(
        _row(
            entry,
            _Known(definitions, labs),
            standing[entry.symptom, entry.day] if isinstance(entry, SymptomEntry) else None,
        )
        for entry in entries
    )


def entry_in_words(entry: AnyEntry, definitions: Definitions, labs: Labs = NO_LABS) -> str:
    """Return what an entry says, on one line: what, value and details."""
    (row,) = rows_of((entry,), definitions, labs)
    value = f"{row.what}: {row.value}" if row.value else row.what
    return " · ".join(part for part in (value, row.note) if part)


def _row(entry: AnyEntry, known: _Known, standing: SymptomEntry | None) -> EntryRow:
    what, value, note = _WORDS[type(entry)](entry, known)
    later = _written_later(entry)
    replaced = "" if standing is None or standing is entry else _replaced(entry, standing)
    note = "; ".join(filter(None, (note, later, replaced)))
    severity = entry.severity if isinstance(entry, SymptomEntry) else None
    by = "" if entry.by == SELF else entry.by
    return EntryRow(
        id=entry.id,
        day=entry.day,
        kind=kind_of(entry),
        what=what,
        value=value,
        severity=severity,
        note=note,
        by=by,
        written=entry.at,
        searched=f"{what} {value} {note} {by}".casefold(),
    )


def _written_later(entry: AnyEntry) -> str:
    days = entry.days_late
    if not days:
        return ""
    return "written the day after" if days == 1 else f"written {days} days later"


def _replaced(entry: AnyEntry, standing: SymptomEntry) -> str:
    """Say what stands in its place, and who wrote that and when."""
    by = "" if standing.by == SELF else f" by {standing.by}"
    when = f"{_moment(standing.at)}{by}"
    if isinstance(entry, SymptomEntry) and standing.severity == entry.severity:
        return f"answered again {when}"
    now = "rather not say" if standing.severity is None else str(standing.severity)
    return f"later changed to {now}, {when}"


def _moment(moment: datetime) -> str:
    """Return for example "Thu 21 May 2026, 10:30"."""
    return f"{text.short_day(moment.date())}{text.NBSP}{moment.year}, {text.clock_time(moment)}"


def _symptom(entry: SymptomEntry, known: _Known) -> tuple[str, str, str]:
    definition = known.symptoms.get(entry.symptom)
    if entry.severity is None:
        value = "I’d rather not say"
    elif definition is None:
        value = str(entry.severity)
    else:
        value = f"{entry.severity} {definition.words(entry.severity)}"
    flags = [definition.flag_text(flag) for flag in entry.flags] if definition else []
    how = ENTERED_AS_WORDS[entry.entered_as] if entry.entered_as else ""
    note = "; ".join(filter(None, (*flags, entry.note, how)))
    return symptom_name(entry.symptom, known.symptoms), value, note


def _temperature(entry: TemperatureEntry, _: _Known) -> tuple[str, str, str]:
    note = "after fever medicine" if entry.flags else ""
    return "Temperature", str(entry.temperature), note


def _weight(entry: WeightEntry, _: _Known) -> tuple[str, str, str]:
    return "Weight", f"{entry.weight.value}\u00a0{entry.weight.unit}", ""


def _pulse(entry: PulseEntry, _: _Known) -> tuple[str, str, str]:
    return "Pulse", f"{entry.beats_per_minute}\u00a0per minute", ""


def _pressure(entry: BloodPressureEntry, _: _Known) -> tuple[str, str, str]:
    return "Blood pressure", f"{entry.systolic_mmhg}/{entry.diastolic_mmhg}\u00a0mm\u00a0Hg", ""


def _lab(entry: LabEntry, known: _Known) -> tuple[str, str, str]:
    value = f"{entry.comparator or ''}{entry.value:f}\u00a0{unit_sign(entry.unit)}"
    return name_of_test(entry.test, known.labs), value, ""


def _lvef(entry: LvefEntry, _: _Known) -> tuple[str, str, str]:
    details = filter(None, (f"method: {entry.method}", entry.note))
    return "Heart scan", f"LVEF {entry.percent}\u00a0%", "; ".join(details)


def _medicine(entry: MedicineEntry, known: _Known) -> tuple[str, str, str]:
    why = f"for {symptom_name(entry.for_symptom, known.symptoms)}" if entry.for_symptom else ""
    helped = HELPED_WORDS[entry.helped] if entry.helped else ""
    note = "; ".join(filter(None, (why, helped)))
    return "Medicine", " ".join(filter(None, (entry.name, entry.amount))), note


def _question(entry: QuestionEntry, _: _Known) -> tuple[str, str, str]:
    return "Question", entry.text, entry.answer or ""


def _note(entry: NoteEntry, _: _Known) -> tuple[str, str, str]:
    return "Note", entry.text, ""


def _contact(entry: ContactEntry, _: _Known) -> tuple[str, str, str]:
    return "Told the team", entry.who, entry.text or ""


def _appointment(entry: AppointmentEntry, _: _Known) -> tuple[str, str, str]:
    return "Appointment", entry.title, _moment(entry.starts_at)


_WORDS: dict[type, Callable[..., tuple[str, str, str]]] = {
    SymptomEntry: _symptom,
    TemperatureEntry: _temperature,
    WeightEntry: _weight,
    PulseEntry: _pulse,
    BloodPressureEntry: _pressure,
    LabEntry: _lab,
    LvefEntry: _lvef,
    MedicineEntry: _medicine,
    QuestionEntry: _question,
    NoteEntry: _note,
    ContactEntry: _contact,
    AppointmentEntry: _appointment,
}
