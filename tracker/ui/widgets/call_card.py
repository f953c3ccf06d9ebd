"""The 24-hour number, on the screen in every size of the window."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from tracker.ui import icons, text, theme
from tracker.ui.frame import AdviceLine
from tracker.ui.widgets import painting
from tracker.ui.widgets.buttons import PaintedButton, SecondaryButton
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.labels import WrappedLabel

_CENTERED = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)


class CallCard(Card):
    """The card at the foot of the wide navigation.

    Signals:
        pressed: "When to call" was asked for.
        number_wanted: The person wants to enter the missing number.
    """

    pressed = Signal()
    number_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("plain", parent)
        self._label = WrappedLabel(style="small", tone="text2")
        self._number = WrappedLabel(style="h3")
        self._number.make_selectable()
        self._add = SecondaryButton(self.tr("Add the number"), "plus")
        self._when = SecondaryButton(self.tr("When to call"), "phone")
        for part in (
            WrappedLabel(self.tr("Feeling unwell?"), "small", strong=True),
            self._label,
            self._number,
            self._add,
            self._when,
        ):
            self.column.addWidget(part)
        self._add.clicked.connect(self.number_wanted)
        self._when.clicked.connect(self.pressed)

    def show_line(self, line: AdviceLine) -> None:
        """Show whom to call; without a number, the way to enter it."""
        self._label.setText(line.label)
        self._number.setText(text.whole(line.number or ""))
        self._number.setVisible(line.number is not None)
        self._add.setVisible(line.number is None)

    def _restyle_card(self) -> None:
        super()._restyle_card()
        space = theme.current().space
        self.column.setSpacing(space(4))
        self.column.setContentsMargins(space(14), space(12), space(14), space(12))


class CallButton(PaintedButton):
    """The same in the rail and the bar: "Call" and the number in one button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._number: str | None = None
        super().__init__("", "phone", parent)

    def show_line(self, line: AdviceLine) -> None:
        """Show the number; without one, "When to call" alone."""
        self._number = line.number
        whom = line.number or self.tr("no number yet")
        self.setAccessibleName(self.tr("When and who to call, {whom}").format(whom=whom))
        self.setToolTip(text.tool_tip(line.label))
        self._restyle()

    def sizeHint(self) -> QSize:
        sheet = theme.current()
        font = sheet.font("tiny", strong=True)
        room = sheet.px(76) - 8
        width = max(float(room), painting.widest_word(font, self._number or ""))
        number = painting.text_height(font, self._number or "", width)
        height = max(sheet.px(56), round(number) + sheet.px(34))
        return QSize(round(width) + 10, height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def heightForWidth(self, width: int) -> int:
        del width
        return self.sizeHint().height()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        sheet = theme.current()
        painter = painting.begin(self)
        self._paint_shape(painter)
        painter.setPen(sheet.tokens("text"))
        call = self.tr("Call")
        font = sheet.font("tiny", strong=True)
        painter.setFont(font)
        side, gap = sheet.px(16), 6
        line = painting.text_height(font, call, self.width())
        number = self._number or self.tr("When?")
        number_height = painting.text_height(font, number, self.width() - 8)
        top = (self.height() - line - number_height - 2) / 2
        left = (self.width() - side - gap - painting.text_width(font, call)) / 2
        place = QRectF(left, top + (line - side) / 2, side, side)
        icons.draw(painter, "phone", sheet.tokens("text"), place)
        painter.drawText(
            QRectF(left + side + gap, top, self.width(), line),
            int(Qt.AlignmentFlag.AlignVCenter),
            call,
        )
        painter.drawText(
            QRectF(4, top + line + 2, self.width() - 8, number_height), _CENTERED, number
        )
