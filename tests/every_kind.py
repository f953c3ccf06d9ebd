"""One entry of every kind, each with all of its own fields."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from tests.builders import NOW, SUMMER, ZONE
from tracker.domain.entries import (
    AnswerState,
    AnyEntry,
    AppointmentEntry,
    BloodPressureEntry,
    ContactEntry,
    LabEntry,
    LvefEntry,
    LvefMethod,
    MedicineEntry,
    NoteEntry,
    PulseEntry,
    QuestionEntry,
    SymptomEntry,
    TemperatureEntry,
    WeightEntry,
)
from tracker.domain.entry_words import Comparator, EnteredAs, Helped
from tracker.domain.measurements import Temperature, TemperatureUnit, Weight, WeightUnit

_TEXT = "„Quotes“, =SUM(A1), \U0001f600 \u200f\u05d0 and a\nsecond line"


def one_entry_of_every_kind() -> list[AnyEntry]:
    """Return them by moment."""
    stamps = iter(_stamp(number) for number in range(1, 30))
    fahrenheit = Temperature(Decimal("100.40"), TemperatureUnit.FAHRENHEIT)
    return [
        SymptomEntry(
            **next(stamps),
            symptom="vomiting",
            state=AnswerState.PRESENT,
            severity=2,
            flags=("blood",),
            note=_TEXT,
            entered_as=EnteredAs.COPIED,
        ),
        SymptomEntry(
            **next(stamps),
            symptom="own:itchy feet",
            state=AnswerState.ABSENT,
            severity=0,
            entered_as=EnteredAs.ALL_NONE,
        ),
        SymptomEntry(**next(stamps), symptom="low-mood", state=AnswerState.SKIPPED, severity=None),
        TemperatureEntry(
            **next(stamps), temperature=fahrenheit, flags=("after-fever-medicine",), typed="100,40"
        ),
        WeightEntry(**next(stamps), weight=Weight(Decimal("70.25"), WeightUnit.KILOGRAM)),
        PulseEntry(**next(stamps), beats_per_minute=Decimal(72)),
        BloodPressureEntry(**next(stamps), systolic_mmhg=Decimal(120), diastolic_mmhg=Decimal(80)),
        LabEntry(
            **next(stamps),
            test="neutrophils",
            value=Decimal("0.80"),
            unit="10^9/L",
            low=Decimal("1.8"),
            high=Decimal("7.70"),
            comparator=Comparator.BELOW,
        ),
        LvefEntry(**next(stamps), percent=Decimal("57.5"), method=LvefMethod.MUGA, note=_TEXT),
        MedicineEntry(
            **next(stamps),
            name="ondansetron",
            amount="8 mg",
            for_symptom="nausea",
            helped=Helped.A_LITTLE,
        ),
        QuestionEntry(**next(stamps), text=_TEXT, answer="Yes."),
        QuestionEntry(**next(stamps), text="The tingling.", main_concern=True),
        NoteEntry(**next(stamps), text=_TEXT),
        ContactEntry(**next(stamps), who="Advice line", text="Told.", alerts=("fever",)),
        ContactEntry(**next(stamps), who="Nurse", alerts=()),
        AppointmentEntry(
            **next(stamps), title="Echo", starts_at=datetime(2026, 6, 1, 10, 30, tzinfo=SUMMER)
        ),
    ]


def _stamp(number: int) -> dict[str, Any]:
    at = NOW - timedelta(hours=1) + timedelta(minutes=number)
    return {
        "id": UUID(int=number, version=4),
        "day": at.date(),
        "at": at,
        "zone": ZONE,
        "by": "Tom",
    }
