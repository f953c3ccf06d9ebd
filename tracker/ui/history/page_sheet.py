"""A diary page as it is typed in: which key changes which cell, and what is to be stored.

Below the symptoms stand a row of temperatures, as they are written, and a row of ticks for those
that came after a fever medicine; the printed page has the same rows.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from tracker.domain.cycles import CycleSpan
from tracker.domain.entries import SymptomEntry
from tracker.domain.measurements import SIGNS, TemperatureUnit
from tracker.domain.symptoms import symptom_name
from tracker.services.companion import Companion
from tracker.services.page_entry import PageAnswers, PageReading
from tracker.services.paper_diary import paper_days, paper_symptoms
from tracker.services.typed_page import TypedPage
from tracker.ui.history.state import SEVERITY_WORDS
from tracker.ui.text import long_day

SKIP = "-"
TICK = "✓"
_TICK_KEYS = ("x", "X", "1", "+", " ")
DAYS_OF_A_WEEK = 7
_LONGEST_READING = 5
_AFTER_MEDICINE = "After a fever medicine"


@dataclass(slots=True)
class PageSheet:
    """All weeks of one cycle.

    Attributes:
        symptoms: Id and name of the rows.
        days: Of the whole cycle, also those still to come.
        stored: What the diary says already; None is a skip.
        unit: Of temperatures, where a reading has no other one.
        answers: What was typed; None is a skip.
        readings: Temperatures as typed.
        units: Of readings in another unit; the person said so.
        after_medicine: Days whose reading came after a fever medicine.
    """

    symptoms: tuple[tuple[str, str], ...]
    days: tuple[date, ...]
    today: date
    stored: Mapping[tuple[str, date], int | None]
    unit: TemperatureUnit = TemperatureUnit.CELSIUS
    answers: dict[tuple[str, date], int | None] = field(default_factory=dict)
    readings: dict[date, str] = field(default_factory=dict)
    units: dict[date, TemperatureUnit] = field(default_factory=dict)
    after_medicine: set[date] = field(default_factory=set)

    @property
    def weeks(self) -> int:
        """How many sheets the page has."""
        return len(self.days) // DAYS_OF_A_WEEK

    @property
    def rows(self) -> int:
        """The symptoms, one for temperatures, one for ticks."""
        return len(self.symptoms) + 2

    @property
    def typed(self) -> int:
        """How many cells hold something new."""
        return len(self.new_answers()) + len(self.new_readings()) + len(self.after_medicine)

    def day_at(self, week: int, column: int) -> date:
        """Return the day of a column of a week, both from 0."""
        return self.days[week * DAYS_OF_A_WEEK + column]

    def is_open(self, day: date) -> bool:
        """Whether the day is not still to come."""
        return day <= self.today

    def is_temperature(self, row: int) -> bool:
        """Whether the row takes temperatures."""
        return row == len(self.symptoms)

    def is_after_medicine(self, row: int) -> bool:
        """Whether the row takes a tick for a temperature after a fever medicine."""
        return row == len(self.symptoms) + 1

    def press(self, row: int, day: date, key: str) -> bool:
        """Take one key; return whether the cell is done and the next one may come."""
        if not self.is_open(day):
            return False
        if self.is_temperature(row):
            self._type_reading(day, key)
            return False
        if self.is_after_medicine(row):
            return self._tick(day, key)
        if key == SKIP:
            self.answers[self._key(row, day)] = None
            return True
        if key in tuple(map(str, range(len(SEVERITY_WORDS)))):
            self.answers[self._key(row, day)] = int(key)
            return True
        return False

    def erase(self, row: int, day: date) -> None:
        """Take back what was typed into a cell; what the diary says already stays."""
        if self.is_temperature(row):
            left = self.readings.pop(day, "")[:-1]
            self.units.pop(day, None)
            if left:
                self.readings[day] = left
        elif self.is_after_medicine(row):
            self.after_medicine.discard(day)
        else:
            self.answers.pop(self._key(row, day), None)

    def text(self, row: int, day: date) -> str:
        """Return what a cell shows; empty where nobody answered."""
        if self.is_temperature(row):
            sign = SIGNS[self.units[day]] if day in self.units else ""
            return self.readings.get(day, "") + sign
        if self.is_after_medicine(row):
            return TICK if day in self.after_medicine else ""
        key = self._key(row, day)
        said = self.answers if key in self.answers else self.stored
        if key not in said:
            return ""
        severity = said[key]
        return SKIP if severity is None else str(severity)

    def is_new(self, row: int, day: date) -> bool:
        """Whether a cell holds an answer that was typed now."""
        return row < len(self.symptoms) and self._key(row, day) in self.answers

    def name(self, row: int) -> str:
        """Return what a row is about."""
        if self.is_temperature(row):
            return f"Temperature in {SIGNS[self.unit]}"
        return _AFTER_MEDICINE if self.is_after_medicine(row) else self.symptoms[row][1]

    def spoken(self, row: int, day: date) -> str:
        """Return a cell in words."""
        where = f"{self.name(row)}, {long_day(day)}"
        text = self.text(row, day)
        if not self.is_open(day):
            return f"{where}: still to come"
        if not text:
            return f"{where}: empty"
        if self.is_temperature(row):
            return f"{where}: {text}"
        if self.is_after_medicine(row):
            return f"{where}: yes"
        if text == SKIP:
            return f"{where}: rather not say"
        already = "" if self.is_new(row, day) else ", in the diary already"
        return f"{where}: {text}, {SEVERITY_WORDS[int(text)]}{already}"

    def new_answers(self) -> PageAnswers:
        """Return the typed answers that say something else than the diary."""
        return {
            key: each
            for key, each in self.answers.items()
            if key not in self.stored or self.stored[key] != each
        }

    def new_readings(self) -> Mapping[date, PageReading]:
        """Return the typed temperatures."""
        return {
            day: PageReading(each, self.units.get(day, self.unit), day in self.after_medicine)
            for day, each in self.readings.items()
        }

    def ticked_without_reading(self) -> date | None:
        """Return the first day that has a tick and no temperature; None where all have one."""
        return min(self.after_medicine - self.readings.keys(), default=None)

    def take_reading(self, day: date, typed: str, unit: TemperatureUnit) -> None:
        """Put a temperature in as the person confirmed it."""
        self.readings[day] = typed
        self.units.pop(day, None)
        if unit is not self.unit:
            self.units[day] = unit

    def as_text(self) -> str:
        """Return what was typed, for a draft."""
        page = TypedPage(
            self.new_answers(), self.readings, self.units, frozenset(self.after_medicine)
        )
        return page.as_text()

    def take_text(self, text: str) -> None:
        """Put back what a draft kept, as far as the page still has a cell for it."""
        page = TypedPage.from_text(text)
        rows, days = {symptom for symptom, _ in self.symptoms}, set(self.days)
        self.answers |= {
            key: each for key, each in page.answers.items() if key[0] in rows and key[1] in days
        }
        self.readings |= {day: typed for day, typed in page.readings.items() if day in days}
        self.units |= {day: unit for day, unit in page.units.items() if day in days}
        self.after_medicine |= page.after_medicine & days

    def _type_reading(self, day: date, key: str) -> None:
        before = self.readings.get(day, "")
        if (key.isdigit() or key in ".,") and len(before) < _LONGEST_READING:
            self.readings[day] = before + key
            self.units.pop(day, None)

    def _tick(self, day: date, key: str) -> bool:
        if key in _TICK_KEYS:
            self.after_medicine.add(day)
        return key in _TICK_KEYS

    def _key(self, row: int, day: date) -> tuple[str, date]:
        return (self.symptoms[row][0], day)


def page_sheet(companion: Companion, span: CycleSpan) -> PageSheet:
    """Return the page of a cycle with what the diary says already."""
    days = paper_days(span)
    definitions = companion.library.symptoms
    entries = companion.diary.entries(days[0], days[-1], ("symptom",))
    asked = paper_symptoms(companion, span)
    return PageSheet(
        symptoms=tuple((each, symptom_name(each, definitions)) for each in asked),
        days=days,
        today=companion.clock().date(),
        unit=companion.person().care.units.temperature,
        stored={
            (each.symptom, each.day): each.severity
            for each in entries
            if isinstance(each, SymptomEntry)
        },
    )
