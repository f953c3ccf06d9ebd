"""A diary page as it is typed in: which key changes which cell, and what is to be stored.

The rows are those of the printed page, in its order: symptoms, rows for words of one's own,
temperatures as they are written, ticks for those that came after a fever medicine, and notes. What
is a question among the notes on paper has a row of its own, for it waits for the next visit.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from tracker.domain.measurements import SIGNS, TemperatureUnit
from tracker.services.page_entry import PageAnswers, PageReading, PageTexts
from tracker.services.typed_page import TypedPage
from tracker.ui.history.own_word_rows import OwnWordRows
from tracker.ui.history.page_rows import LAST_ROWS, TEXT_ROWS, RowKind
from tracker.ui.history.page_texts import TextRow
from tracker.ui.history.state import SEVERITY_WORDS
from tracker.ui.text import long_day

SKIP = "-"
TICK = "✓"
_TICK_KEYS = ("x", "X", "1", "+", " ")
DAYS_OF_A_WEEK = 7
_LONGEST_READING = 5
_AFTER_MEDICINE, _OWN_WORD = "After a fever medicine", "Own word"
_NOTES, _QUESTIONS = "Notes", "Questions"
_NOTHING = object()


@dataclass(slots=True)
class PageSheet:
    """All weeks of one cycle.

    Attributes:
        symptoms: Id and name of the printed rows.
        own: The rows below them.
        days: Of the whole cycle, also those still to come.
        stored: What the diary says already; None is a skip.
        unit: Of temperatures, where a reading has no other one.
        answers: What was typed, by symptom or, in the rows for own words, by row; None is a skip.
        readings: Temperatures as typed.
        units: Of readings in another unit; the person said so.
        after_medicine: Days whose reading came after a fever medicine.
        notes: Free text about a day.
        questions: Free text for the next visit.
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
    own: OwnWordRows = field(default_factory=OwnWordRows)
    notes: TextRow = field(default_factory=TextRow)
    questions: TextRow = field(default_factory=TextRow)

    @property
    def weeks(self) -> int:
        """How many sheets the page has."""
        return len(self.days) // DAYS_OF_A_WEEK

    @property
    def rows(self) -> int:
        """How many there are of all kinds."""
        return len(self.symptoms) + len(self.own.words) + len(LAST_ROWS)

    @property
    def typed(self) -> int:
        """How many cells hold something new."""
        temperatures = len(self.readings) + len(self.after_medicine)
        texts = len(self.notes.new()) + len(self.questions.new())
        return len(self._changed()) + temperatures + texts

    def day_at(self, week: int, column: int) -> date:
        """Return the day of a column of a week, both from 0."""
        return self.days[week * DAYS_OF_A_WEEK + column]

    def is_open(self, day: date) -> bool:
        """Whether the day is not still to come."""
        return day <= self.today

    def kind(self, row: int) -> RowKind:
        """Return what a row takes."""
        below = row - len(self.symptoms)
        if below < 0:
            return RowKind.SYMPTOM
        return (
            RowKind.OWN if below < len(self.own.words) else LAST_ROWS[below - len(self.own.words)]
        )

    def row_of(self, kind: RowKind) -> int:
        """Return the first row of a kind."""
        return next(row for row in range(self.rows) if self.kind(row) is kind)

    @property
    def own_rows(self) -> range:
        """The rows for words of one's own."""
        first = len(self.symptoms)
        return range(first, first + len(self.own.words))

    def own_word(self, row: int) -> str:
        """Return the word of a row for one's own."""
        return self.own.words[row - len(self.symptoms)]

    def name_row(self, row: int, word: str) -> None:
        """Give a row for one's own its word."""
        self.own.name(row - len(self.symptoms), word)

    def press(self, row: int, day: date, key: str) -> bool:
        """Take one key; return whether the cell is done and the next one may come."""
        kind = self.kind(row)
        if not self.is_open(day) or kind in TEXT_ROWS:
            return False
        if kind is RowKind.TEMPERATURE:
            self._type_reading(day, key)
            return False
        if kind is RowKind.AFTER_MEDICINE:
            return self._tick(day, key)
        if key == SKIP:
            self.answers[self._key(row, day)] = None
            return True
        if key in tuple(map(str, range(len(SEVERITY_WORDS)))):
            self.answers[self._key(row, day)] = int(key)
            return True
        return False

    def texts(self, row: int) -> TextRow:
        """Return what a row of free text holds."""
        return self.questions if self.kind(row) is RowKind.QUESTIONS else self.notes

    def erase(self, row: int, day: date) -> None:
        """Take back what was typed into a cell; what the diary says already stays."""
        kind = self.kind(row)
        if kind is RowKind.TEMPERATURE:
            left = self.readings.pop(day, "")[:-1]
            self.units.pop(day, None)
            if left:
                self.readings[day] = left
        elif kind is RowKind.AFTER_MEDICINE:
            self.after_medicine.discard(day)
        elif kind in TEXT_ROWS:
            self.texts(row).write(day, "")
        else:
            self.answers.pop(self._key(row, day), None)

    def text(self, row: int, day: date) -> str:
        """Return what a cell shows; empty where nobody answered."""
        kind = self.kind(row)
        if kind is RowKind.TEMPERATURE:
            sign = SIGNS[self.units[day]] if day in self.units else ""
            return self.readings.get(day, "") + sign
        if kind is RowKind.AFTER_MEDICINE:
            return TICK if day in self.after_medicine else ""
        if kind in TEXT_ROWS:
            return self.texts(row).text(day)
        key = self._key(row, day)
        stored = (self._symptom(row), day)
        if key not in self.answers and stored not in self.stored:
            return ""
        severity = self.answers[key] if key in self.answers else self.stored[stored]
        return SKIP if severity is None else str(severity)

    def is_new(self, row: int, day: date) -> bool:
        """Whether a cell holds an answer or a text that was typed now."""
        kind = self.kind(row)
        if kind in TEXT_ROWS:
            return day in self.texts(row).typed
        return kind not in LAST_ROWS and self._key(row, day) in self.answers

    def name(self, row: int) -> str:
        """Return what a row is about."""
        return {
            RowKind.SYMPTOM: lambda: self.symptoms[row][1],
            RowKind.OWN: lambda: self.own_word(row) or _OWN_WORD,
            RowKind.TEMPERATURE: lambda: f"Temperature in {SIGNS[self.unit]}",
            RowKind.AFTER_MEDICINE: lambda: _AFTER_MEDICINE,
            RowKind.NOTES: lambda: _NOTES,
            RowKind.QUESTIONS: lambda: _QUESTIONS,
        }[self.kind(row)]()

    def spoken(self, row: int, day: date) -> str:
        """Return a cell in words."""
        text = self._spoken_text(row, day) or "empty"
        words = text if self.is_open(day) else "still to come"
        return f"{self.name(row)}, {long_day(day)}: {words}"

    def _spoken_text(self, row: int, day: date) -> str:
        text, kind = self.text(row, day), self.kind(row)
        if not text or kind is RowKind.TEMPERATURE:
            return text
        if kind is RowKind.AFTER_MEDICINE:
            return "yes"
        already = "" if self.is_new(row, day) else ", in the diary already"
        if kind in TEXT_ROWS:
            return f"{text}{already}"
        return "rather not say" if text == SKIP else f"{text}, {SEVERITY_WORDS[int(text)]}{already}"

    def new_answers(self) -> PageAnswers:
        """Return the typed answers that say something else than the diary, by symptom."""
        named = self.own.symptoms
        return {(named.get(key) or key, day): n for (key, day), n in self._changed().items()}

    def new_readings(self) -> Mapping[date, PageReading]:
        """Return the typed temperatures."""
        return {
            day: PageReading(each, self.units.get(day, self.unit), day in self.after_medicine)
            for day, each in self.readings.items()
        }

    def new_texts(self) -> PageTexts:
        """Return the typed notes and questions."""
        return PageTexts(self.notes.new(), self.questions.new())

    def row_without_word(self) -> int | None:
        """Return the first row that has answers and no word; None where all have one."""
        return self._below(self.own.without_word({key for key, _ in self.answers}))

    def row_named_twice(self) -> int | None:
        """Return the first row whose word is that of a row above; None where all differ."""
        return self._below(self.own.named_twice([symptom for symptom, _ in self.symptoms]))

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
        ticks = frozenset(self.after_medicine)
        answers = self._changed()
        own = self.own.words if any(key in self.own.keys for key, _ in answers) else ()
        page = TypedPage(answers, self.readings, self.units, ticks, own, self.new_texts())
        return page.as_text()

    def take_text(self, text: str) -> None:
        """Put back what a draft kept, as far as the page still has a cell for it."""
        page = TypedPage.from_text(text)
        days = set(self.days)
        rows = {*(symptom for symptom, _ in self.symptoms), *self.own.keys}
        self.own.take(page.own)
        self.answers |= {
            key: each for key, each in page.answers.items() if key[0] in rows and key[1] in days
        }
        self.readings |= {day: typed for day, typed in page.readings.items() if day in days}
        self.units |= {day: unit for day, unit in page.units.items() if day in days}
        self.after_medicine |= page.after_medicine & days
        for row, typed in (
            (self.notes, page.texts.notes),
            (self.questions, page.texts.questions),
        ):
            row.typed |= {day: text for day, text in typed.items() if day in days}

    def _type_reading(self, day: date, key: str) -> None:
        before = self.readings.get(day, "")
        if (key.isdigit() or key in ".,") and len(before) < _LONGEST_READING:
            self.readings[day] = before + key
            self.units.pop(day, None)

    def _tick(self, day: date, key: str) -> bool:
        if key in _TICK_KEYS:
            self.after_medicine.add(day)
        return key in _TICK_KEYS

    def _changed(self) -> PageAnswers:
        """Return the typed answers that say something else than the diary, by row."""
        symptoms = self.own.symptoms
        return {
            (key, day): each
            for (key, day), each in self.answers.items()
            if self.stored.get((symptoms.get(key, key), day), _NOTHING) != each
        }

    def _below(self, place: int | None) -> int | None:
        return None if place is None else len(self.symptoms) + place

    def _symptom(self, row: int) -> str:
        """Return the id a row is about; "" while it has no word."""
        below = row - len(self.symptoms)
        return self.symptoms[row][0] if below < 0 else self.own.symptom(below)

    def _key(self, row: int, day: date) -> tuple[str, date]:
        below = row - len(self.symptoms)
        return (self.symptoms[row][0] if below < 0 else self.own.keys[below], day)
