"""What people write into the diary: one frozen class per kind, all with day, moment and author."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from tracker.domain.entry_checks import check_range, check_text
from tracker.domain.entry_words import Comparator, EnteredAs, Helped
from tracker.domain.measurements import Temperature, Weight
from tracker.errors import NotUnderstoodError

WORST_SEVERITY = 4
_PRESENT = range(1, WORST_SEVERITY + 1)

SymptomDays = Mapping[str, Mapping[date, int | None]]
"""The standing severity of each symptom on each day it was answered; None for a skip."""


class AnswerState(StrEnum):
    """The three answers; not asked is no entry at all."""

    PRESENT = "present"
    ABSENT = "absent"
    SKIPPED = "skipped"


class LvefMethod(StrEnum):
    """How a heart scan was done; results of different methods are not interchangeable."""

    ECHO = "echo"
    MUGA = "muga"
    MRI = "mri"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """The part that every entry has.

    Attributes:
        day: The local calendar day it is about.
        at: The moment it was written, with offset.
        zone: IANA name of the time zone it was written in.
        by: Who wrote it; `self` for the person herself.
    """

    id: UUID
    day: date
    at: datetime
    zone: str
    by: str

    def __post_init__(self) -> None:
        if self.at.tzinfo is None:
            raise ValueError("the moment of an entry carries an offset")
        if self.by != "self":  # most of them, and years of entries are read at once
            check_text(self.by, needed="who wrote it")

    @property
    def days_late(self) -> int:
        """How many days after the day it is about it was written; 0 on the day itself."""
        return max((self.at.date() - self.day).days, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class SymptomEntry(Entry):
    """An answer about one symptom; present exactly when severity is 1 to 4.

    Attributes:
        entered_as: Copied from the day before, or none like all the others; None: answered itself.
    """

    symptom: str
    state: AnswerState
    severity: int | None
    flags: tuple[str, ...] = ()
    note: str | None = None
    entered_as: EnteredAs | None = None

    def __post_init__(self) -> None:
        Entry.__post_init__(self)
        if not self._fits():
            raise NotUnderstoodError(
                "This answer does not fit together: present goes with 1 to 4, absent with 0, "
                "skipped with nothing; nothing was saved."
            )
        if self.entered_as is EnteredAs.ALL_NONE and self.state is not AnswerState.ABSENT:
            raise NotUnderstoodError("“All none” goes with 0 alone; nothing was saved.")
        if self.note is not None:
            check_text(self.note)

    def _fits(self) -> bool:
        """Return whether state and severity say the same; quick, as years of answers are read."""
        state, severity = self.state, self.severity
        if severity is None or isinstance(severity, bool):
            return severity is None and state is AnswerState.SKIPPED
        if severity == 0:
            return state is AnswerState.ABSENT
        return state is AnswerState.PRESENT and severity in _PRESENT


@dataclass(frozen=True, slots=True, kw_only=True)
class TemperatureEntry(Entry):
    """A reading; `typed` keeps the person's own text."""

    temperature: Temperature
    flags: tuple[str, ...] = ()
    typed: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WeightEntry(Entry):
    """A body weight."""

    weight: Weight


@dataclass(frozen=True, slots=True, kw_only=True)
class PulseEntry(Entry):
    """Heart beats per minute, 20 to 300."""

    beats_per_minute: Decimal

    def __post_init__(self) -> None:
        Entry.__post_init__(self)
        check_range(self.beats_per_minute, 20, 300, "a pulse", "beats per minute")


@dataclass(frozen=True, slots=True, kw_only=True)
class BloodPressureEntry(Entry):
    """Blood pressure in mm Hg; systolic 50 to 300 and above diastolic 20 to 200."""

    systolic_mmhg: Decimal
    diastolic_mmhg: Decimal

    def __post_init__(self) -> None:
        Entry.__post_init__(self)
        check_range(self.systolic_mmhg, 50, 300, "an upper blood pressure", "mm Hg")
        check_range(self.diastolic_mmhg, 20, 200, "a lower blood pressure", "mm Hg")
        if self.diastolic_mmhg >= self.systolic_mmhg:
            raise NotUnderstoodError(
                "The first number of a blood pressure is the higher one; nothing was saved."
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class LabEntry(Entry):
    """A value from a lab slip with the slip's own range; units are checked against `labs.toml`."""

    test: str
    value: Decimal
    unit: str
    low: Decimal | None = None
    high: Decimal | None = None
    comparator: Comparator | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LvefEntry(Entry):
    """Left ventricular ejection fraction in percent, 5 to 95.

    Attributes:
        note: What else the letter says, as the person typed it.
    """

    percent: Decimal
    method: LvefMethod = LvefMethod.UNKNOWN
    note: str | None = None

    def __post_init__(self) -> None:
        Entry.__post_init__(self)
        if Decimal(0) < self.percent < 1:
            raise NotUnderstoodError(
                f"{self.percent} looks like a fraction; nothing was saved; "
                f"type it in percent, for example {(self.percent * 100).normalize():f}."
            )
        check_range(self.percent, 5, 95, "an LVEF", "percent")
        check_text(self.note)


@dataclass(frozen=True, slots=True, kw_only=True)
class MedicineEntry(Entry):
    """A medicine the person took; free text, never checked or advised on.

    Attributes:
        helped: None while nobody said.
    """

    name: str
    amount: str | None = None
    for_symptom: str | None = None
    helped: Helped | None = None

    def __post_init__(self) -> None:
        Entry.__post_init__(self)
        check_text(self.name, needed="the name of the medicine")
        check_text(self.amount)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionEntry(Entry):
    """A question for the next visit; `answer` None until it was answered.

    Attributes:
        main_concern: What weighs most on the person; the latest open one leads her report.
    """

    text: str
    answer: str | None = None
    main_concern: bool = False

    def __post_init__(self) -> None:
        Entry.__post_init__(self)
        check_text(self.text, needed="the question")
        check_text(self.answer)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteEntry(Entry):
    """Free text about a day."""

    text: str

    def __post_init__(self) -> None:
        Entry.__post_init__(self)
        check_text(self.text, needed="the note")


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactEntry(Entry):
    """The team was told.

    Attributes:
        who: Whom the person told.
        alerts: Rule ids that were told; None: all that were shown.
    """

    who: str
    text: str | None = None
    alerts: tuple[str, ...] | None = None

    def __post_init__(self) -> None:
        Entry.__post_init__(self)
        check_text(self.who, needed="who was told")
        check_text(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointmentEntry(Entry):
    """A visit at a moment of the day, with offset."""

    title: str
    starts_at: datetime

    def __post_init__(self) -> None:
        Entry.__post_init__(self)
        check_text(self.title, needed="what the appointment is")
        if self.starts_at.tzinfo is None:
            raise ValueError("the moment of an appointment carries an offset")


AnyEntry = (
    SymptomEntry
    | TemperatureEntry
    | WeightEntry
    | PulseEntry
    | BloodPressureEntry
    | LabEntry
    | LvefEntry
    | MedicineEntry
    | QuestionEntry
    | NoteEntry
    | ContactEntry
    | AppointmentEntry
)

KIND_OF = {
    SymptomEntry: "symptom",
    TemperatureEntry: "temperature",
    WeightEntry: "weight",
    PulseEntry: "pulse",
    BloodPressureEntry: "blood-pressure",
    LabEntry: "lab",
    LvefEntry: "lvef",
    MedicineEntry: "medicine",
    QuestionEntry: "question",
    NoteEntry: "note",
    ContactEntry: "contact",
    AppointmentEntry: "appointment",
}


def kind_of(entry: AnyEntry) -> str:
    """Return the kind of an entry as the diary file names it."""
    return KIND_OF[type(entry)]
