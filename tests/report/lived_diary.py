"""A diary as somebody lived it: six TCHP cycles, one moved, one fever, three heart scans."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from tests.builders import SUMMER, Clock, a_course, a_person
from tests.fakes import MemoryStorage
from tracker.clinical.library import library
from tracker.domain.course import DoseTarget, Reason
from tracker.domain.entries import LvefMethod
from tracker.domain.measurements import TemperatureUnit, WeightUnit
from tracker.domain.people import CareTeam, FeverCard, Person, Surgery
from tracker.services.companion import Companion
from tracker.services.ports import Write

STARTS_ON = date(2026, 2, 3)
CYCLE_STARTS = (
    date(2026, 2, 3),
    date(2026, 2, 24),
    date(2026, 3, 17),
    date(2026, 4, 14),
    date(2026, 5, 5),
    date(2026, 5, 26),
)
TODAY = date(2026, 6, 3)  # day 9 of cycle 6
WHOLE = DoseTarget()
# Severity on cycle days 1 to 14 in a middling cycle; later days repeat the last.
USUAL = {
    "nausea": (0, 2, 2, 1, 0),
    "diarrhea": (0, 1, 2, 2, 1, 1, 0),
    "fatigue": (1, 2, 3, 3, 2, 2, 1),
    "mouth-sores": (0, 0, 0, 1, 1, 2, 2, 1, 1, 0),
    "numbness-tingling": (0, 1, 1, 0),
    "vomiting": (0,),
}


@dataclass
class Life:
    """A companion with a clock that is set to each day before something is written."""

    companion: Companion
    clock: Clock

    def on(self, day: date, hour: int = 20, minute: int = 0) -> Companion:
        self.clock.now = at(day, hour, minute)
        return self.companion


def at(day: date, hour: int = 20, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=SUMMER)


def a_patient(**changes: Any) -> Person:
    card = FeverCard(Decimal("38.0"), Decimal("36.0"), TemperatureUnit.CELSIUS)
    values: dict[str, Any] = {
        "name": "Elena Marsh",
        "born_on": date(1974, 8, 2),
        "surgeries": (Surgery(date(2026, 1, 5)),),
        "care": CareTeam(country="GB", fever_card=card),
    }
    return a_person(**{**values, **changes})


def a_life(person: Person | None = None, regimen: str | None = "tchp") -> Life:
    """Return a diary with a plan and nothing else, the evening of today."""
    clock = Clock(at(TODAY))
    storage, person = MemoryStorage(), person or a_patient()
    course = a_course(regimen or "tchp", person_id=person.id, starts_on=STARTS_ON)
    courses = () if regimen is None else (course,)
    storage.apply(Write(at=at(STARTS_ON), people=(person,), courses=courses))
    return Life(Companion(storage, library(), clock, person.id), clock)


def a_lived_life(person: Person | None = None) -> Life:
    """Return the diary of six cycles, the evening of day 9 of the last."""
    life = a_life(person)
    give_and_move(life)
    answer_every_day(life)
    measure(life)
    ask_and_tell(life)
    life.clock.now = at(TODAY)
    return life


def give_and_move(life: Life) -> None:
    for number, day in enumerate(CYCLE_STARTS, start=1):
        if number == 4:
            before = day - timedelta(days=8)
            life.on(before).plan.move(WHOLE, 4, day, Reason.LOW_COUNTS)
        life.on(day, 18).plan.give(WHOLE, number, day)


def answer_every_day(life: Life) -> None:
    for number, starts_on in enumerate(CYCLE_STARTS, start=1):
        ends_on = CYCLE_STARTS[number] if number < len(CYCLE_STARTS) else TODAY + timedelta(days=1)
        for offset in range((ends_on - starts_on).days):
            if offset % 11 == 6:
                continue  # a day without an answer
            diary = life.on(starts_on + timedelta(days=offset)).diary
            for symptom, severities in USUAL.items():
                severity = severities[min(offset, len(severities) - 1)]
                if symptom == "numbness-tingling" and number > 3:
                    severity = min(number - 3, 3)
                diary.answer(symptom, severity)
            if number == 6 and offset >= 4:
                diary.answer("breathlessness", 1)


def measure(life: Life) -> None:
    for day, percent in ((26, "64"), (27, "61"), (28, "55")):
        month = {26: 1, 27: 4, 28: 5}[day]
        on = date(2026, month, day)
        life.on(on, 15).diary.lvef(percent, LvefMethod.ECHO)
    for days_ago in range(14):
        life.on(TODAY - timedelta(days=days_ago), 9).diary.temperature(
            "36.8", TemperatureUnit.CELSIUS
        )
    fever_on = date(2026, 5, 28)
    life.on(fever_on, 21, 40).diary.temperature("38.4", TemperatureUnit.CELSIUS)
    life.on(fever_on, 23, 5).diary.temperature("38,1", TemperatureUnit.CELSIUS)
    life.on(fever_on, 22).safety.told("the advice line", text="antibiotics by drip, home at night")
    for on, neutrophils, hemoglobin in (
        (date(2026, 5, 4), "2.1", "10.4"),
        (date(2026, 5, 25), "3.0", "10.8"),
        (date(2026, 6, 1), "0.8", "10.1"),
    ):
        diary = life.on(on, 12).diary
        diary.lab("neutrophils", neutrophils, "10^9/L", low="1.5", high="7.5")
        diary.lab("hemoglobin", hemoglobin, "g/dL", low="12.0", high="15.5")
    life.on(date(2026, 5, 6)).diary.weight("71.0", WeightUnit.KILOGRAM)
    life.on(date(2026, 6, 2)).diary.weight("70.2", WeightUnit.KILOGRAM)


def ask_and_tell(life: Life) -> None:
    life.on(date(2026, 5, 30)).diary.question("Is the tingling in my feet going to get better?")
    life.on(date(2026, 6, 1)).diary.question("When will the next heart scan be booked?")
    life.on(date(2026, 5, 31)).diary.note("Slept badly after the steroid tablets.", by="Ana")
    life.on(date(2026, 5, 29)).diary.medicine("Loperamide", amount="2 mg", for_symptom="diarrhea")
