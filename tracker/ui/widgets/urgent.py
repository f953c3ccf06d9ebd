"""The card and the strip for what needs a call now; neither can be dismissed by accident."""

from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from tracker.ui import text, theme
from tracker.ui.widgets import painting
from tracker.ui.widgets.announcer import AccessibleAnnouncer
from tracker.ui.widgets.bold_parts import PartsLabel
from tracker.ui.widgets.buttons import (
    LinkButton,
    OnUrgentButton,
    PrimaryButton,
    SecondaryButton,
)
from tracker.ui.widgets.columns import Columns
from tracker.ui.widgets.flow_layout import FlowLayout
from tracker.ui.widgets.labels import Heading, IconLabel, PhoneNumber, WrappedLabel
from tracker.ui.widgets.layouts import empty

_RADIUS = 16
_OUTLINE = 2


class UrgentContent(NamedTuple):
    """What an urgent card says.

    Attributes:
        title: What to do: "Call your advice line now".
        lead: Why, in one or two sentences.
        points: What to say and what not to wait for.
        number_label: Whose number it is.
        number: None while the person has entered none.
        emergency: The bold start and the rest of the emergency sentence; None leaves it out.
    """

    title: str
    lead: str
    points: tuple[str, ...]
    number_label: str
    number: str | None
    emergency: tuple[str, str] | None = None


class Bullets(QWidget):
    """Short points, one under the other."""

    def __init__(self, tone: str = "text", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def show_points(self, points: tuple[str, ...]) -> None:
        """Replace what is listed."""
        empty(self._column)
        for point in points:
            holder = QWidget()
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
            dot = WrappedLabel("•", tone=self._tone)
            row.addWidget(dot, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(WrappedLabel(point, tone=self._tone), 1)
            self._column.addWidget(holder)
        if self.parent() is not None:  # without a parent it would flash up as a window
            self.setVisible(bool(points))


class UrgentCard(QFrame):
    """Stands on top of Today until the person has called or the reading is corrected.

    Signals:
        called: "I have called" was pressed.
        copied: The number is on the clipboard.
        why_requested: The person wants to see the rule, the entry and the source.
    """

    called = Signal()
    copied = Signal()
    why_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content: UrgentContent | None = None
        self._title = Heading("", 2, tone="onUrgent")
        self._lead = WrappedLabel(strong=True)
        self._bullets = Bullets()
        self._number_label = WrappedLabel(style="small", strong=True)
        self._number = PhoneNumber()
        self._emergency = PartsLabel()
        self.called_button = PrimaryButton(self.tr("I have called"), "check")
        self.copy_button = SecondaryButton(self.tr("Copy number"), "copy")
        self.why_button = LinkButton(self.tr("Why am I seeing this?"), "question")
        self.called_button.clicked.connect(self.called)
        self.copy_button.clicked.connect(self._copy)
        self.why_button.clicked.connect(self.why_requested)
        self._announcer = AccessibleAnnouncer(self)
        self._band = QWidget()
        self._columns = Columns(0.58, 620)
        self._body = QVBoxLayout()
        self._build()
        theme.current().changed.connect(self._restyle)
        self._restyle()

    def show_content(self, content: UrgentContent) -> None:
        """Show and, when it says something new, speak it at once."""
        new = content != self._content
        self._content = content
        self._title.setText(content.title)
        self._lead.setText(content.lead)
        self._bullets.show_points(content.points)
        self._number_label.setText(content.number_label)
        self._number.setText(text.whole(content.number or ""))
        for part in (self._number, self.copy_button):
            part.setVisible(content.number is not None)
        self._emergency.setVisible(content.emergency is not None)
        if content.emergency is not None:
            bold, rest = content.emergency
            self._emergency.show_parts(((bold, True), (f" {rest}", False)))
        self.setAccessibleName(f"{content.title}. {content.lead}")
        self.updateGeometry()
        if new:
            self._announcer.assertive(f"{content.title}. {content.lead} {content.number or ''}")

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = theme.current().tokens
        painter = painting.begin(self)
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        path = QPainterPath()
        path.addRoundedRect(rect, _RADIUS, _RADIUS)
        painter.fillPath(path, tokens("surface"))
        band = QPainterPath()
        band.addRect(QRectF(0, 0, self.width(), self._band.geometry().bottom() + 1))
        painter.fillPath(path.intersected(band), tokens("urgent"))
        painter.setPen(QPen(tokens("urgentLine"), _OUTLINE))
        painter.drawPath(path)

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        row = QHBoxLayout(self._band)
        row.addWidget(IconLabel("phone", tone="onUrgent"), 0)
        row.addWidget(self._title, 1)
        outer.addWidget(self._band)
        self._columns.left.addWidget(self._lead)
        self._columns.left.addWidget(self._bullets)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        flow.addWidget(self.called_button)
        flow.addWidget(self.copy_button)
        for widget in (self._number_label, self._number, buttons):
            self._columns.right.addWidget(widget)
        self._body.addWidget(self._columns)
        self._body.addWidget(self._emergency)
        self._body.addWidget(self.why_button, 0, Qt.AlignmentFlag.AlignLeft)
        outer.addLayout(self._body)

    def _copy(self) -> None:
        if self._content is not None and self._content.number is not None:
            QApplication.clipboard().setText(self._content.number)
            self.copied.emit()

    def _restyle(self) -> None:
        space = theme.current().space
        self._body.setContentsMargins(space(20), space(12), space(20), space(16))
        self._body.setSpacing(space(10))
        for column in (self._columns.left, self._columns.right):
            column.setSpacing(space(6))
        band = self._band.layout()
        if band is not None:
            band.setContentsMargins(space(20), space(10), space(20), space(10))
            band.setSpacing(space(16))
        self.update()


class UrgentStrip(QFrame):
    """The red line over every page but Today.

    Signals:
        why_requested: "See why" was pressed.
    """

    why_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = PartsLabel(tone="onUrgent")
        self._label.make_selectable()
        self._row = QHBoxLayout(self)
        self._row.addWidget(IconLabel("phone", tone="onUrgent", size=18), 0)
        self._row.addWidget(self._label, 1)
        button = OnUrgentButton(self.tr("See why"))
        button.clicked.connect(self.why_requested)
        self._row.addWidget(button, 0)
        theme.current().changed.connect(self._restyle)
        self._restyle()

    def show_notice(self, title: str, number: str | None) -> None:
        """Say what to do and whom to call."""
        rest = f": {text.whole(number)}" if number else ""
        self._label.show_parts(((title, True), (rest, False)))
        self.setAccessibleName(f"{title}{rest}")

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painting.begin(self).fillRect(self.rect(), theme.current().tokens("urgent"))

    def _restyle(self) -> None:
        space = theme.current().space
        self._row.setContentsMargins(space(26), space(6), space(20), space(6))
        self._row.setSpacing(space(8))
        self.update()
