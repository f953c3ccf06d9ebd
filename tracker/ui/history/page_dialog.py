"""Types in a page that was filled in on paper; stored all at once or not at all."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.domain.cycles import CycleSpan
from tracker.domain.measurements import SIGNS, TemperatureUnit
from tracker.errors import TrackerError
from tracker.services.changes import SavedDay
from tracker.services.companion import Companion
from tracker.services.paper_diary import paper_cycle
from tracker.ui import theme
from tracker.ui.draft_places import OF, PAGE
from tracker.ui.history.page_grid import PageGrid
from tracker.ui.history.page_of_cycle import page_sheet
from tracker.ui.history.page_rows import RowKind
from tracker.ui.history.page_sheet import DAYS_OF_A_WEEK, PageSheet
from tracker.ui.keeping import DraftPlace, KeptDialog, run_kept
from tracker.ui.text import long_day, long_day_with_year
from tracker.ui.today.temperature_reading import Meant, wrong_readings
from tracker.ui.widgets.choices import SegmentedControl
from tracker.ui.widgets.labels import WrappedLabel
from tracker.ui.widgets.layouts import empty
from tracker.ui.widgets.message_box import MessageBox

_WIDTH = 860
_LEAST_HELP = 280


class _TypedCells:
    """The cells of a page as one field that is typed into."""

    def __init__(self, sheet: PageSheet, grid: PageGrid) -> None:
        self._sheet, self._grid = sheet, grid
        self.edited = grid.typed

    @property
    def text(self) -> str:
        return self._sheet.as_text()

    def set_text(self, text: str) -> None:
        self._sheet.take_text(text)
        self._grid.show_again()


class PageDialog(KeptDialog):
    """One cycle, week by week; what was typed stays when it could not be stored."""

    def __init__(
        self, companion: Companion, span: CycleSpan, parent: QWidget | None = None
    ) -> None:
        title = self.tr("Type in a page: cycle {n}").format(n=span.cycle)
        super().__init__(title, self.tr("Save the page"), parent, width=_WIDTH)
        self._companion = companion
        self._sheet: PageSheet = page_sheet(companion, span)
        self.saved: SavedDay | None = None
        self._error = MessageBox("error", self.tr("Not saved"))
        other = _other_than(self._sheet.unit)
        self._meant: tuple[date, Meant] | None = None
        self._this_one = self._error.add_action("", "check")
        self._this_one.clicked.connect(self._take_meant)
        self._other_unit = self._error.add_action(
            self.tr("All temperatures are in {sign}").format(sign=SIGNS[other])
        )
        self._other_unit.clicked.connect(self._take_other_unit)
        self._error.hide()
        self.body.addWidget(self._error)
        self._weeks = QVBoxLayout()
        self.body.addLayout(self._weeks)
        self._dates = WrappedLabel("", strong=True)
        self.body.addWidget(self._dates)
        self._grid = PageGrid()
        self._grid.typed.connect(self._count)
        self.body.addWidget(self._grid)
        self._counted = WrappedLabel("", strong=True)
        self._keys = WrappedLabel("", "small", tone="text2")
        self._help = QWidget()
        words = QVBoxLayout(self._help)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        words.addWidget(self._counted)
        words.addWidget(self._keys)
        self._grid.reached.connect(self._say_keys)
        # Enter belongs to the grid: it begins the next row and must not end the dialog.
        self.accept_button.setDefault(False)
        self.typed = {"page": _TypedCells(self._sheet, self._grid)}
        self._offer_weeks()
        self._count()

    @classmethod
    def ask(cls, companion: Companion, starts_on: date, parent: QWidget) -> SavedDay | None:
        """Return what was stored from the page of a cycle; None when nothing was.

        What was typed before and put aside, or cut off by a power cut, stands in it again.

        Raises:
            NotUnderstoodError: No cycle begins on that day.
        """
        dialog = cls(companion, paper_cycle(companion, starts_on), parent)
        name = f"{PAGE}{OF}{starts_on.isoformat()}"
        place = DraftPlace(companion.drafts, name, lambda: starts_on, outlives_cancel=True)
        return dialog.saved if run_kept(dialog, place) else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._put_help()

    def check(self) -> bool:
        sheet = self._sheet
        if not self._words_are_right():
            return False
        alone = sheet.ticked_without_reading()
        if alone is not None:
            words = self.tr("{day}: a fever medicine is ticked. Type the temperature as well.")
            self._refuse(words.format(day=long_day(alone)))
            return False
        try:
            self.saved = self._companion.diary.fill_page(
                sheet.new_answers(),
                temperatures=sheet.new_readings(),
                texts=sheet.new_texts(),
            )
        except TrackerError as error:
            self._ask_back(str(error))
            return False
        return True

    def _words_are_right(self) -> bool:
        nameless, twice = self._sheet.row_without_word(), self._sheet.row_named_twice()
        if nameless is not None:
            self._refuse(self.tr("Type the word of the row that has answers and no word."))
        elif twice is not None:
            words = self.tr("“{name}” has a row above. Type its answers there.")
            self._refuse(words.format(name=self._sheet.own_word(twice)))
        self._grid.show_wrong_word(twice if nameless is None else nameless)
        return nameless is None and twice is None

    def _put_help(self) -> None:
        """Say beside the buttons, always in sight, which keys do what; above where it is narrow."""
        room = self.width() - self.room_of_buttons()
        if room >= theme.current().px(_LEAST_HELP):
            self.put_beside_buttons(self._help)
        elif self.body.indexOf(self._help) < 0:
            self.body.insertWidget(self.body.indexOf(self._grid), self._help)

    def _say_keys(self, row: int) -> None:
        answers = self.tr(
            "0 to 4 answers and goes on, - is “rather not say”. Enter: next row. "
            "Backspace takes back. Leave empty what was not answered."
        )
        self._keys.setText(
            {
                RowKind.SYMPTOM: answers,
                RowKind.OWN: self.tr("Type the word, then Enter and its answers from 0 to 4."),
                RowKind.TEMPERATURE: self.tr("As it is written: 38.4 or 38,4. Arrow: next day."),
                RowKind.AFTER_MEDICINE: self.tr(
                    "x ticks a temperature that came after a fever medicine. Arrow: next day."
                ),
                RowKind.NOTES: self.tr(
                    "Just type. A question goes into the row below. Enter goes to the next day."
                ),
                RowKind.QUESTIONS: self.tr(
                    "Just type. It waits for your next visit. Enter goes to the next day."
                ),
            }[self._sheet.kind(row)]
            if not self._has_word(row)
            else answers
        )

    def _has_word(self, row: int) -> bool:
        return row in self._sheet.own_rows and bool(self._sheet.own_word(row))

    def _refuse(self, sentence: str) -> None:
        self._this_one.hide()
        self._other_unit.hide()
        self._error.show_text(self.tr("Not saved"), sentence)
        self._error.show()

    def _ask_back(self, sentence: str) -> None:
        """Say what is wrong; a temperature that fits otherwise is asked back, never assumed."""
        self._refuse(sentence)
        unit = self._sheet.unit
        wrong = wrong_readings(self._sheet.new_readings())
        self._meant = next(((day, each) for day, each in wrong.items() if each), None)
        elsewhere = [each for each in wrong.values() if each and each.reading.unit is not unit]
        self._other_unit.setVisible(1 < len(elsewhere) == len(self._sheet.readings))
        if self._meant is None:
            return
        day, meant = self._meant
        question = self.tr("{day}: {typed} cannot be right in {sign}. Did you mean {reading}?")
        reading = self._sheet.new_readings()[day]
        self._error.show_text(
            self.tr("Not saved"),
            question.format(
                day=long_day(day),
                typed=reading.typed,
                sign=SIGNS[reading.unit],
                reading=str(meant.reading),
            ),
        )
        self._this_one.setText(self.tr("Yes, {reading}").format(reading=str(meant.reading)))
        self._this_one.show()

    def _take_meant(self) -> None:
        if self._meant is not None:
            day, meant = self._meant
            self._sheet.take_reading(day, meant.typed, meant.reading.unit)
            self._grid.show_again()
            self._accept_if_right()

    def _take_other_unit(self) -> None:
        for day, reading in self._sheet.new_readings().items():
            self._sheet.take_reading(day, reading.typed, _other_than(self._sheet.unit))
        self._grid.show_again()
        self._accept_if_right()

    def _offer_weeks(self) -> None:
        empty(self._weeks)
        options = [(str(week), self._week_name(week)) for week in range(self._sheet.weeks)]
        choose = SegmentedControl(self.tr("Week"), options)
        choose.chosen.connect(self._show_week)
        first = self._week_to_begin_with()
        choose.choose(str(first))
        if len(options) > 1:
            self._weeks.addWidget(choose, 0, Qt.AlignmentFlag.AlignLeft)
        self._show_week(str(first))

    def _week_name(self, week: int) -> str:
        first = week * DAYS_OF_A_WEEK + 1
        return self.tr("Days {a} to {b}").format(a=first, b=first + DAYS_OF_A_WEEK - 1)

    def _week_to_begin_with(self) -> int:
        """The first week that has an unanswered day; the first one when none has."""
        answered = {day for _, day in self._sheet.stored}
        open_days = [day for day in self._sheet.days if day <= self._sheet.today]
        missing: list[date] = [day for day in open_days if day not in answered]
        return self._sheet.days.index(missing[0]) // DAYS_OF_A_WEEK if missing else 0

    def _show_week(self, week: str) -> None:
        first = self._sheet.day_at(int(week), 0)
        last = self._sheet.day_at(int(week), DAYS_OF_A_WEEK - 1)
        words = self.tr("{first} to {last}")
        self._dates.setText(words.format(first=long_day(first), last=long_day_with_year(last)))
        self._grid.show_week(self._sheet, int(week))
        self._grid.setFocus()

    def _count(self) -> None:
        typed = self._sheet.typed
        self._counted.setText(
            self.tr("1 new answer typed")
            if typed == 1
            else self.tr("{n} new answers typed").format(n=typed)
        )
        self.accept_button.setEnabled(typed > 0)


def _other_than(unit: TemperatureUnit) -> TemperatureUnit:
    return next(each for each in TemperatureUnit if each is not unit)
