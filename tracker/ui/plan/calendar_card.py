"""The month calendar with its head and legend."""

from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from tracker.ui import icons, text, theme
from tracker.ui.plan.calendar_view import MonthCalendar
from tracker.ui.plan.calendar_words import ICONS
from tracker.ui.plan.month_state import Calendar, Kind
from tracker.ui.widgets import painting
from tracker.ui.widgets.buttons import LinkButton, PlainIconButton
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.flow_layout import FlowLayout
from tracker.ui.widgets.hatching import paint_hatch
from tracker.ui.widgets.labels import Heading

_ONE_ROW_FROM = 360
_TONES = {Kind.TREATMENT: "primary", Kind.SCAN: "heart", Kind.RADIOTHERAPY: "radiation"}


class CalendarCard(Card):
    """Turns the months of a `MonthCalendar`.

    Signals:
        day_chosen: Another day is current; carries the `date`.
        day_opened: Enter on a day; carries the `date`.
    """

    day_chosen = Signal(object)
    day_opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("plain", parent)
        self._today: date | None = None
        self.calendar = MonthCalendar()
        self._month = Heading("", 2)
        self._month.setWordWrap(False)
        self._back = PlainIconButton("chevron-left", self.tr("Month before"))
        self._on = PlainIconButton("chevron-right", self.tr("Month after"))
        self._to_today = LinkButton(self.tr("Today"))
        self._to_today.setAccessibleName(self.tr("Show today in the calendar"))
        self._head, self._below_head = QHBoxLayout(), QHBoxLayout()
        for widget in (self._back, self._month, self._on):
            self._head.addWidget(widget)
        self._head.addStretch(1)
        self._head.addWidget(self._to_today)
        self._below_head.addStretch(1)
        self.column.addLayout(self._head)
        self.column.addLayout(self._below_head)
        self.column.addWidget(self.calendar)
        self._legend = _Legend()
        self.column.addWidget(self._legend)
        self._connect()

    def show_calendar(self, calendar: Calendar) -> None:
        """Show other facts; the day and month stay."""
        self._today = calendar.today
        kinds = {each.kind for day in calendar.happenings.values() for each in day}
        self._legend.show_kinds(kinds, low_counts=bool(calendar.low_counts))
        self.calendar.show_calendar(calendar)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_today()

    def _place_today(self) -> None:
        """Put "Today" under the month where it has no room beside it."""
        narrow = theme.current().eff(self.width()) < _ONE_ROW_FROM
        row, other = (self._below_head, self._head) if narrow else (self._head, self._below_head)
        if row.indexOf(self._to_today) < 0:
            other.removeWidget(self._to_today)
            row.addWidget(self._to_today)

    def _connect(self) -> None:
        self._back.clicked.connect(self._turn_back)
        self._on.clicked.connect(self._turn_on)
        self._to_today.clicked.connect(self._go_to_today)
        self.calendar.month_shown.connect(self._name_month)
        self.calendar.day_chosen.connect(self.day_chosen)
        self.calendar.day_opened.connect(self.day_opened)

    def _turn_back(self) -> None:
        self.calendar.turn(-1)

    def _turn_on(self) -> None:
        self.calendar.turn(1)

    def _go_to_today(self) -> None:
        if self._today is not None:
            self.calendar.choose(self._today)

    def _name_month(self, first: date) -> None:
        self._month.setText(text.month_and_year(first))
        self.calendar.setAccessibleDescription(self._month.text())
        self.updateGeometry()


class _Legend(QWidget):
    """What the icons in the cells mean; only those that occur."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = FlowLayout(self, gap=10)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        words = {
            Kind.TREATMENT: self.tr("Treatment"),
            Kind.SCAN: self.tr("Heart scan"),
            Kind.APPOINTMENT: self.tr("Appointment"),
            Kind.RADIOTHERAPY: self.tr("Radiotherapy"),
            Kind.SURGERY: self.tr("Surgery"),
            Kind.MOVED: self.tr("Moved away"),
        }
        self._marks = {kind: _LegendMark(label, kind) for kind, label in words.items()}
        self._low_counts = _LegendMark(self.tr("Low-count window"), None)
        for mark in (*self._marks.values(), self._low_counts):
            row.addWidget(mark)

    def show_kinds(self, kinds: set[Kind], *, low_counts: bool) -> None:
        """Show these marks alone."""
        for kind, mark in self._marks.items():
            mark.setVisible(kind in kinds)
        self._low_counts.setVisible(low_counts)
        self.updateGeometry()


class _LegendMark(QWidget):
    """An icon, or the hatched foot, with its words."""

    def __init__(self, label: str, kind: Kind | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label, self._kind = label, kind
        self.setAccessibleName(label)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.current().changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        sheet = theme.current()
        width = painting.text_width(sheet.font("small"), self._label)
        return QSize(sheet.px(26) + round(width) + 2, sheet.px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        sheet = theme.current()
        painter = painting.begin(self)
        rect = self.rect().toRectF()
        side = sheet.px(16)
        mark = rect.adjusted(0, 0, 0, 0)
        mark.setWidth(sheet.px(20))
        if self._kind is None:
            mark.setHeight(sheet.px(12))
            mark.moveCenter(rect.center())
            mark.moveLeft(0)
            box = painting.Box(sheet.tokens("lowcountSoft"), sheet.tokens("lowcount"), 1, 4)
            painting.paint_box(painter, mark, box)
            path = QPainterPath()
            path.addRoundedRect(mark, 4, 4)
            paint_hatch(painter, path, mark, sheet.tokens("lowcount"))
        else:
            mark.setSize(QSize(side, side).toSizeF())
            mark.moveTop(rect.center().y() - side / 2)
            tone = sheet.tokens(_TONES.get(self._kind, "text2"))
            icons.draw(painter, ICONS[self._kind], tone, mark)
        painter.setFont(sheet.font("small"))
        painter.setPen(sheet.tokens("text2"))
        words = rect.adjusted(sheet.px(26), 0, 0, 0)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), self._label)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
