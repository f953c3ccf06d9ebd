"""A diary page as it is typed in: which key changes which cell, and what is to be stored."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from tracker.domain.cycles import CycleSpan
from tracker.domain.entries import SymptomEntry
from tracker.domain.symptoms import symptom_name
from tracker.services.companion import Companion
from tracker.services.page_entry import PageAnswers
from tracker.services.paper_diary import paper_days, paper_symptoms
from tracker.services.typed_page import TypedPage
from tracker.ui.history.state import SEVERITY_WORDS
from tracker.ui.text import long_day

SKIP = "-"
DAYS_OF_A_WEEK = 7
_LONGEST_READING = 5


@dataclass(slots=True)
class PageSheet:
    """All weeks of one cycle; the last row takes temperatures as they are written.

    Attributes:
        symptoms: Id and name of the rows.
        days: Of the whole cycle, also those still to come.
        stored: What the diary says already; None is a skip.
        answers: What was typed; None is a skip.
        readings: Temperatures as typed.
    """

    symptoms: tuple[tuple[str, str], ...]
    days: tuple[date, ...]
    today: date
    stored: Mapping[tuple[str, date], int | None]
    answers: dict[tuple[str, date], int | None] = field(default_factory=dict)
    readings: dict[date, str] = field(default_factory=dict)

    @property
    def weeks(self) -> int:
        """How many sheets the page has."""
        return len(self.days) // DAYS_OF_A_WEEK

    @property
    def rows(self) -> int:
        """The symptoms, and one for temperatures."""
        return len(self.symptoms) + 1

    @property
    def typed(self) -> int:
        """How many cells hold something new."""
        return len(self.new_answers()) + len(self.new_readings())

    def day_at(self, week: int, column: int) -> date:
        """Return the day of a column of a week, both from 0."""
        return self.days[week * DAYS_OF_A_WEEK + column]

    def is_open(self, day: date) -> bool:
        """Whether the day is not still to come."""
        return day <= self.today

    def is_temperature(self, row: int) -> bool:
        """Whether the row takes temperatures."""
        return row == len(self.symptoms)

    def press(self, row: int, day: date, key: str) -> bool:
        """Take one key; return whether the cell is done and the next one may come."""
        if not self.is_open(day):
            return False
        if self.is_temperature(row):
            if (key.isdigit() or key in ".,") and len(
                self.readings.get(day, "")
            ) < _LONGEST_READING:
                self.readings[day] = self.readings.get(day, "") + key
            return False
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
            left = self.readings.get(day, "")[:-1]
            self.readings.pop(day, None)
            if left:
                self.readings[day] = left
        else:
            self.answers.pop(self._key(row, day), None)

    def text(self, row: int, day: date) -> str:
        """Return what a cell shows; empty where nobody answered."""
        if self.is_temperature(row):
            return self.readings.get(day, "")
        key = self._key(row, day)
        said = self.answers if key in self.answers else self.stored
        if key not in said:
            return ""
        severity = said[key]
        return SKIP if severity is None else str(severity)

    def is_new(self, row: int, day: date) -> bool:
        """Whether a cell holds what was typed now."""
        return not self.is_temperature(row) and self._key(row, day) in self.answers

    def spoken(self, row: int, day: date) -> str:
        """Return a cell in words."""
        name = "Temperature" if self.is_temperature(row) else self.symptoms[row][1]
        where = f"{name}, {long_day(day)}"
        text = self.text(row, day)
        if not self.is_open(day):
            return f"{where}: still to come"
        if not text:
            return f"{where}: empty"
        if self.is_temperature(row):
            return f"{where}: {text}"
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

    def new_readings(self) -> Mapping[date, str]:
        """Return the typed temperatures."""
        return {day: each for day, each in self.readings.items() if each}

    def as_text(self) -> str:
        """Return what was typed, for a draft."""
        return TypedPage(self.new_answers(), self.new_readings()).as_text()

    def take_text(self, text: str) -> None:
        """Put back what a draft kept, as far as the page still has a cell for it."""
        page = TypedPage.from_text(text)
        rows, days = {symptom for symptom, _ in self.symptoms}, set(self.days)
        self.answers |= {
            key: each for key, each in page.answers.items() if key[0] in rows and key[1] in days
        }
        self.readings |= {day: typed for day, typed in page.readings.items() if day in days}

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
        stored={
            (each.symptom, each.day): each.severity
            for each in entries
            if isinstance(each, SymptomEntry)
        },
    )
