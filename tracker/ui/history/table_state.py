"""The table behind the pictures: one row per entry, newest first. No Qt."""

from collections.abc import Callable, Iterable, Mapping, Sequence
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
    kind_of,
)
from tracker.domain.symptoms import SymptomDefinition, symptom_name
from tracker.domain.writers import SELF
from tracker.services.companion import Companion
from tracker.services.printing import ShownTable

Definitions = Mapping[str, SymptomDefinition]

_DAYS_AT_ONCE = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryRow:
    """One entry in words.

    Attributes:
        kind: As in the diary file.
        severity: Of a symptom that was answered; None for all else.
        by: Who wrote it, empty for the person herself.
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
    searched: str


@dataclass(frozen=True, slots=True)
class EntryFilter:
    """What the table is narrowed to.

    Attributes:
        search: Words that all stand somewhere in the row.
        least_severity: Only side effects at least so severe.
        kinds: Only entries of these kinds; empty: all.
    """

    search: str = ""
    least_severity: int | None = None
    kinds: frozenset[str] = frozenset()

    @property
    def narrows(self) -> bool:
        """Whether anything may be left out."""
        return self != EntryFilter()


class EntryFeed:
    """The entries, newest day first, read a month at a time so that nobody waits for years."""

    def __init__(self, companion: Companion) -> None:
        self._companion = companion
        self._days = sorted(companion.diary.days_logged(date.min, date.max), reverse=True)
        self._place = 0

    @property
    def at_end(self) -> bool:
        """Whether everything was read."""
        return self._place >= len(self._days)

    def read_on(self) -> tuple[EntryRow, ...]:
        """Return the rows of the next days that have entries; empty at the end."""
        days = self._days[self._place : self._place + _DAYS_AT_ONCE]
        self._place += _DAYS_AT_ONCE
        if not days:
            return ()
        definitions = self._companion.library.symptoms
        entries = self._companion.diary.entries(days[-1], days[0])
        rows = [_row(entry, definitions) for entry in reversed(entries)]
        return tuple(sorted(rows, key=lambda row: row.day, reverse=True))


def filtered(rows: Sequence[EntryRow], wanted: EntryFilter) -> tuple[EntryRow, ...]:
    """Return the rows that fit."""
    words = wanted.search.casefold().split()
    least, kinds = wanted.least_severity, wanted.kinds
    return tuple(
        row
        for row in rows
        if (least is None or (row.severity is not None and row.severity >= least))
        and (not kinds or row.kind in kinds)
        and all(word in row.searched for word in words)
    )


def entry_table(rows: Iterable[EntryRow]) -> ShownTable:
    """Return a row per entry with the words of the table on the screen."""
    columns = ("day", "what", "answer", "note", "who wrote it")
    return ShownTable(
        columns,
        tuple((row.day.isoformat(), row.what, row.value, row.note, row.by) for row in rows),
    )


def _row(entry: AnyEntry, definitions: Definitions) -> EntryRow:
    what, value, note = _WORDS[type(entry)](entry, definitions)
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
        searched=f"{what} {value} {note} {by}".casefold(),
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
