"""Step 6: the hospital's lower limit and the first heart scan, as far as they are known."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from tracker.domain.measurements import parse_number
from tracker.errors import NotUnderstoodError
from tracker.ui.setup.state import SetupAnswers
from tracker.ui.setup.step_form import StepForm
from tracker.ui.widgets.date_input import DateInput
from tracker.ui.widgets.number_field import NumberField

_LOWEST, _HIGHEST = 5, 95
_LOWEST_LIMIT, _HIGHEST_LIMIT = 30, 80


class HeartStep(StepForm):
    """Two numbers from letters; both may be left out."""

    can_skip = True

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._percent = NumberField(
            self.tr("Result of your first heart scan"),
            unit="%",
            hint=self.tr("The ejection fraction (LVEF). Leave it empty if there was none yet."),
        )
        self._day = DateInput(self.tr("Day of that scan"))
        self._limit = NumberField(
            self.tr("Lower limit of your hospital"),
            unit="%",
            hint=self.tr("What they call normal, often 50. Leave it empty if you don't know."),
        )
        for part in (self._percent, self._day, self._limit):
            self.column.addWidget(part)

    def title(self) -> str:
        return self.tr("Have you had a heart scan?")

    def explanation(self) -> str:
        return self.tr("HER2 medicines can affect the heart, so scans belong to the treatment.")

    def show_answers(self, answers: SetupAnswers) -> None:
        self._percent.set_text(_typed(answers.scan_percent))
        self._day.set_day(answers.scan_on)
        self._limit.set_text(_typed(answers.lvef_limit))

    def take(self, answers: SetupAnswers) -> SetupAnswers:
        percent = self._read(self._percent, _LOWEST, _HIGHEST)
        day = self._day.day()
        if percent is not None and day is None:
            sentence = self.tr("Type the day of the scan as well")
            self._day.show_error(sentence)
            raise NotUnderstoodError(sentence)
        if day is not None and day > self._today:
            sentence = self.tr("This day is still to come; type the day of a scan you have had")
            self._day.show_error(sentence)
            raise NotUnderstoodError(sentence)
        limit = self._read(self._limit, _LOWEST_LIMIT, _HIGHEST_LIMIT)
        scan_on = day if percent is not None else None
        return replace(answers, scan_percent=percent, scan_on=scan_on, lvef_limit=limit)

    def skip(self, answers: SetupAnswers) -> SetupAnswers:
        return replace(answers, scan_percent=None, scan_on=None, lvef_limit=None)

    def focus(self) -> None:
        self._percent.focus()

    def _read(self, field: NumberField, low: int, high: int) -> Decimal | None:
        field.show_error(None)
        if not field.text:
            return None
        sentence = self.tr("Type a number from {low} to {high}, in percent").format(
            low=low, high=high
        )
        try:
            value = parse_number(field.text.removesuffix("%"))
        except NotUnderstoodError:
            field.show_error(sentence)
            raise
        if not low <= value <= high:
            field.show_error(sentence)
            raise NotUnderstoodError(sentence)
        return value


def _typed(value: Decimal | None) -> str:
    return "" if value is None else f"{value}"
