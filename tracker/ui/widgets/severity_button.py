"""One level of the scale from 0 to 4."""

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFocusEvent, QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from tracker.ui import icons, theme
from tracker.ui.theme import Style
from tracker.ui.widgets import painting

_WIDTH, _HEIGHT, _RADIUS, _BAR = 67, 52, 10, 4
_WORD_MARGIN = 4
_CLEAR_OF_BORDER = 5
_SMALLEST_PX = 12.5
_CENTERED = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip)


class ButtonRow(QWidget):
    """What severity buttons stand in; they tell it what happens to them, and leave it all keys.

    By calls: signals of all buttons on a page took a quarter of the time to make their rows.
    """

    def reach(self, button: "SeverityButton") -> None:
        """Hear that the mouse or the keyboard came to a button."""

    def leave(self) -> None:
        """Hear that the mouse or the keyboard went away."""


class SeverityButton(QRadioButton):
    """One severity; its word stands under the number when there is room."""

    def __init__(self, level: int, word: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.level, self._word = level, word
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        sheet = theme.current()
        return QSize(sheet.px(_WIDTH), max(sheet.px(_HEIGHT), sheet.target()))

    def natural_width(self) -> int:
        """Return the least width at which the word of the level is written out."""
        bold = _small_font()
        bold.setWeight(QFont.Weight.DemiBold)
        word = painting.widest_word(bold, self._word)
        return max(theme.current().px(_WIDTH), round(word) + _WORD_MARGIN + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.current().target(), self.sizeHint().height())

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._tell(reached=True)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._tell(reached=False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self._tell(reached=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._tell(reached=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()  # Qt goes on with it to the row

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        sheet = theme.current()
        painter = painting.begin(self)
        rect = QRectF(self.rect())
        fill, ink = sheet.severity(self.level)
        chosen = self.isChecked()
        if chosen:
            box = painting.Box(fill, sheet.tokens("text"), 2, _RADIUS)
        else:
            ground = sheet.tokens("surface2" if self.underMouse() else "surface")
            box = painting.Box(ground, sheet.tokens("border"), 2, _RADIUS)
            ink = sheet.tokens("text2")
        painting.paint_box(painter, rect, box)
        painter.setPen(ink)
        self._paint_words(painter, rect)
        if chosen:
            side = sheet.px(14)
            mark = QRectF(rect.right() - side - 5, 5, side, side)
            icons.draw(painter, "check-bold", ink, mark)
        else:
            self._paint_bar(painter, rect)

    def _tell(self, *, reached: bool) -> None:
        row = self.parentWidget()
        if isinstance(row, ButtonRow):
            if reached:
                row.reach(self)
            else:
                row.leave()

    def _paint_words(self, painter: QPainter, rect: QRectF) -> None:
        sheet = theme.current()
        font, lines = _fitting(self._word, rect.width() - _WORD_MARGIN)
        unit = rect.height() / _HEIGHT
        number_height = (16 if len(lines) > 1 else 22) * unit if lines else 40 * unit
        top = (2 if len(lines) > 1 else 5) * unit
        style: Style = "body" if len(lines) > 1 else "h3"
        painter.setFont(sheet.font(style, strong=True))
        number = QRectF(rect.left(), top, rect.width(), number_height)
        painter.drawText(number, _CENTERED, str(self.level))
        painter.setFont(self._chosen_font(font, lines) if self.isChecked() else font)
        line_height = (12 if len(lines) > 1 else 16) * unit
        for index, line in enumerate(lines):
            y = top + number_height + index * line_height - unit
            painter.drawText(QRectF(rect.left(), y, rect.width(), line_height), _CENTERED, line)

    def _chosen_font(self, font: QFont, lines: list[str]) -> QFont:
        """Return the bold font where its word stays clear of the border, else the usual one."""
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        widest = max((painting.text_width(bold, line) for line in lines), default=0.0)
        clear = self.width() - 2 * theme.current().px(_CLEAR_OF_BORDER)
        return bold if widest <= clear else font

    def _paint_bar(self, painter: QPainter, rect: QRectF) -> None:
        sheet = theme.current()
        height = sheet.px(_BAR)
        inset = rect.width() * 0.12
        bar = QRectF(inset, rect.bottom() - height - 4, rect.width() - 2 * inset, height)
        if self.level == 0:
            box = painting.Box(None, sheet.tokens("control"), 1, height / 2)
        else:
            box = painting.Box(sheet.severity(self.level)[0], radius=height / 2)
        painting.paint_box(painter, bar, box)


def _fitting(word: str, room: float) -> tuple[QFont, list[str]]:
    """Return font and lines that fit: one line, two smaller ones, or no word."""
    usual, small = QFont(theme.current().font("tiny")), _small_font()
    tries = (
        (usual, [word], room - _WORD_MARGIN),
        (small, word.split(" ", 1), room),
        (small, [word], room),
    )
    for font, lines, limit in tries:
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        if max(painting.text_width(bold, line) for line in lines) <= limit:
            return font, lines
    return usual, []


def _small_font() -> QFont:
    small = QFont(theme.current().font("tiny"))
    small.setPixelSize(theme.current().px(_SMALLEST_PX))
    return small
