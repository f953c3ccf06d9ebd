"""The month calendar: a table of days that arrows, Page keys and Home move through."""

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta
from PySide6.QtCore import (
    QItemSelectionModel,
    QLocale,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from tracker.ui import theme
from tracker.ui.plan.calendar_delegate import CalendarDelegate, least_cell_height
from tracker.ui.plan.calendar_model import CalendarModel, Index
from tracker.ui.plan.month_state import Calendar
from tracker.ui.widgets.viewports import own_viewport

_DAYS_OF_A_WEEK = 7
_LEAST_COLUMN = 34
_WEEKS = 6
_STEPS = {
    Qt.Key.Key_Left: timedelta(days=-1),
    Qt.Key.Key_Right: timedelta(days=1),
    Qt.Key.Key_Up: timedelta(days=-_DAYS_OF_A_WEEK),
    Qt.Key.Key_Down: timedelta(days=_DAYS_OF_A_WEEK),
}
_MONTHS = {
    Qt.Key.Key_PageUp: relativedelta(months=-1),
    Qt.Key.Key_PageDown: relativedelta(months=1),
}


def locale_first_weekday() -> int:
    """Return the first day of the week where the computer is, 0 is Monday."""
    return QLocale.system().firstDayOfWeek().value - 1


class _WeekdayHeader(QHeaderView):
    """Names of the weekdays without Fusion's frames."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setMinimumSectionSize(_LEAST_COLUMN)
        self.setSectionsClickable(False)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme.current().px(34))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N802, N803 - Qt's names
        label = str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal))
        sheet = theme.current()
        painter.save()
        painter.setFont(sheet.font("small", strong=True))
        painter.setPen(sheet.tokens("text2"))
        painter.drawText(QRectF(rect), int(Qt.AlignmentFlag.AlignCenter), label)
        painter.restore()


class MonthCalendar(QTableView):
    """Shows one month.

    Signals:
        day_chosen: Another day is the current one; carries the `date`.
        day_opened: Enter or a double click on a day; carries the `date`.
        month_shown: Another month is on the screen; carries its first `date`.
    """

    day_chosen = Signal(object)
    day_opened = Signal(object)
    month_shown = Signal(object)

    def __init__(self, first_weekday: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        own_viewport(self)
        weekday = locale_first_weekday() if first_weekday is None else first_weekday
        self._days = CalendarModel(weekday, self)
        self._calendar: Calendar | None = None
        self._month: date | None = None
        self._build()
        self.clicked.connect(self._follow_click)
        self.doubleClicked.connect(self._open)
        theme.current().changed.connect(self._restyle)
        self._restyle()

    def _build(self) -> None:
        self.setAccessibleName(self.tr("Month calendar"))
        self.setModel(self._days)
        self.setItemDelegate(CalendarDelegate(self))
        self.setHorizontalHeader(_WeekdayHeader(self))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    @property
    def month(self) -> date | None:
        """The first day of the month on the screen; None before there is a calendar."""
        return self._month

    @property
    def day(self) -> date | None:
        """The current day; None before there is a calendar."""
        day = self._days.day_at(self.currentIndex())
        return None if day is None else day.on

    def show_calendar(self, calendar: Calendar) -> None:
        """Show other facts, on the same day where one is current, else today."""
        day = self.day or calendar.today
        self._calendar = calendar
        self._show_month_of(day)
        self._make_current(day)

    def choose(self, day: date) -> None:
        """Make a day the current one, turning to its month."""
        if self._month is None or (day.year, day.month) != (self._month.year, self._month.month):
            self._show_month_of(day)
        self._make_current(day)

    def turn(self, months: int) -> None:
        """Go on by months; the day stays the same where the month has it."""
        if self.day is not None:
            self.choose(self.day + relativedelta(months=months))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, day = Qt.Key(event.key()), self.day
        if day is None or self._calendar is None:
            super().keyPressEvent(event)
        elif key in _STEPS:
            self.choose(day + _STEPS[key])
        elif key in _MONTHS:
            self.choose(day + _MONTHS[key])
        elif key == Qt.Key.Key_Home:
            self.choose(self._calendar.today)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.day_opened.emit(day)
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's name
        super().currentChanged(current, previous)
        day = self._days.day_at(current)
        if day is not None and day.in_month:
            self.day_chosen.emit(day.on)

    def sizeHint(self) -> QSize:
        height = _WEEKS * least_cell_height() + self.horizontalHeader().sizeHint().height()
        return QSize(_DAYS_OF_A_WEEK * theme.current().px(86), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(_DAYS_OF_A_WEEK * _LEAST_COLUMN, self.sizeHint().height())

    def _follow_click(self, index: Index) -> None:
        """Turn to the month of a gray day that was clicked."""
        day = self._days.day_at(index)
        if day is not None and not day.in_month:
            self.choose(day.on)

    def _open(self, index: Index) -> None:
        day = self._days.day_at(index)
        if day is not None:
            self.day_opened.emit(day.on)

    def _show_month_of(self, day: date) -> None:
        if self._calendar is None:
            return
        self._month = day.replace(day=1)
        self._days.show_weeks(self._calendar.weeks(self._month, self._days.first_weekday))
        self.month_shown.emit(self._month)

    def _make_current(self, day: date) -> None:
        if self._month is None:
            return
        before = (self._month.weekday() - self._days.first_weekday) % _DAYS_OF_A_WEEK
        row, column = divmod(before + day.day - 1, _DAYS_OF_A_WEEK)
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(self._days.index(row, column), flag)

    def _fit_height(self) -> None:
        self.verticalHeader().setDefaultSectionSize(least_cell_height())
        self.setFixedHeight(self.sizeHint().height())

    def _restyle(self) -> None:
        palette = QPalette(self.palette())
        for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Highlight):
            palette.setColor(role, theme.current().tokens("surface"))
        self.setPalette(palette)
        self._fit_height()
