"""The table behind the pictures: one row per entry, newest first. No Qt."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
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
)
from tracker.domain.symptoms import SymptomDefinition, symptom_name
from tracker.services.companion import Companion

Definitions = Mapping[str, SymptomDefinition]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryRow:
    """One entry in words.

    Attributes:
        severity: Of a symptom that was answered; None for all else.
        by: Who wrote it, `self` for the person herself.
    """

    id: UUID
    day: date
    what: str
    value: str
    severity: int | None
    note: str
    by: str

    @property
    def searched(self) -> str:
        """What a search looks through, in lower case."""
        return f"{self.what} {self.value} {self.note} {self.by}".casefold()


def entry_rows(companion: Companion) -> tuple[EntryRow, ...]:
    """Return all entries, newest day first."""
    definitions = companion.library.symptoms
    entries = companion.diary.entries()
    rows = [_row(entry, definitions) for entry in reversed(entries)]
    return tuple(sorted(rows, key=lambda row: row.day, reverse=True))


def filtered(
    rows: Sequence[EntryRow], search: str, least_severity: int | None
) -> tuple[EntryRow, ...]:
    """Return the rows that hold every word of `search` and are at least so severe."""
    words = search.casefold().split()
    return tuple(
        row
        for row in rows
        if all(word in row.searched for word in words)
        and (
            least_severity is None or (row.severity is not None and row.severity >= least_severity)
        )
    )


def _row(entry: AnyEntry, definitions: Definitions) -> EntryRow:
    what, value, note = _WORDS[type(entry)](entry, definitions)
    severity = entry.severity if isinstance(entry, SymptomEntry) else None
    return EntryRow(
        id=entry.id,
        day=entry.day,
        what=what,
        value=value,
        severity=severity,
        note=note,
        by="" if entry.by == "self" else entry.by,
    )


def _symptom(entry: SymptomEntry, definitions: Definitions) -> tuple[str, str, str]:
    definition = definitions.get(entry.symptom)
    if entry.severity is None:
        value = "I’d rather not say"
    elif definition is None:
        value = str(entry.severity)
    else:
        value = f"{entry.severity} {definition.words(entry.severity)}"
    flags = [definition.flag_text(flag) for flag in entry.flags] if definition else []
    note = "; ".join([*flags, *([entry.note] if entry.note else [])])
    return symptom_name(entry.symptom, definitions), value, note


def _temperature(entry: TemperatureEntry, _: Definitions) -> tuple[str, str, str]:
    note = "after fever medicine" if entry.flags else ""
    return "Temperature", str(entry.temperature), note


def _weight(entry: WeightEntry, _: Definitions) -> tuple[str, str, str]:
    return "Weight", f"{entry.weight.value}\u00a0{entry.weight.unit}", ""


def _pulse(entry: PulseEntry, _: Definitions) -> tuple[str, str, str]:
    return "Pulse", f"{entry.beats_per_minute}\u00a0per minute", ""


def _pressure(entry: BloodPressureEntry, _: Definitions) -> tuple[str, str, str]:
    return "Blood pressure", f"{entry.systolic_mmhg}/{entry.diastolic_mmhg}\u00a0mm\u00a0Hg", ""


def _lab(entry: LabEntry, _: Definitions) -> tuple[str, str, str]:
    sign = entry.comparator or ""
    name = entry.test.replace("-", " ").capitalize()
    return name, f"{sign}{entry.value}\u00a0{entry.unit}", ""


def _lvef(entry: LvefEntry, _: Definitions) -> tuple[str, str, str]:
    return "Heart scan", f"LVEF {entry.percent}\u00a0%", f"method: {entry.method}"


def _medicine(entry: MedicineEntry, definitions: Definitions) -> tuple[str, str, str]:
    note = f"for {symptom_name(entry.for_symptom, definitions)}" if entry.for_symptom else ""
    return "Medicine", " ".join(filter(None, (entry.name, entry.amount))), note


def _question(entry: QuestionEntry, _: Definitions) -> tuple[str, str, str]:
    return "Question", entry.text, entry.answer or ""


def _note(entry: NoteEntry, _: Definitions) -> tuple[str, str, str]:
    return "Note", entry.text, ""


def _contact(entry: ContactEntry, _: Definitions) -> tuple[str, str, str]:
    return "Told the team", entry.who, entry.text or ""


def _appointment(entry: AppointmentEntry, _: Definitions) -> tuple[str, str, str]:
    return "Appointment", entry.title, f"{entry.starts_at:%Y-%m-%d %H:%M}"


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
