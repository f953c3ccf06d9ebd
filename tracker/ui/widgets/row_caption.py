"""The left half of a symptom row: its name, and one line that says what is known."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.ui import theme
from tracker.ui.text import tool_tip
from tracker.ui.widgets import painting

_LINES = 2
_ROUNDED_OFF = 4  # whole pixels of two lines
_TOP_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


class RowCaption(QWidget):
    """Name above; below it room for two small lines, kept free so that nothing ever jumps."""

    def __init__(self, name: str, lines: int = _LINES, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self._name, self._hint, self._answer_word = name, "", ""
        self._status, self._tone, self._reason = "", "text2", ""
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(name)

    def show_status(self, text: str, tone: str) -> None:
        """Show for example "Yesterday: mild" or "Saved 9:40"."""
        self._status, self._tone = text, tone
        self.setAccessibleName(f"{self._name}, {text}" if text else self._name)
        self.update()

    def show_reason(self, text: str) -> None:
        """Say why it is asked where nothing else needs the room; in full in the tool tip."""
        self._reason = text
        self.setToolTip(tool_tip(text) if text else "")
        self.setAccessibleDescription(text)
        self.update()

    def show_hint(self, text: str) -> None:
        """Show what the level under the mouse or keyboard means; "" goes back to the status."""
        self._hint = text
        self.update()

    def show_answer_word(self, text: str) -> None:
        """Show the words of the chosen level on the second line."""
        self._answer_word = text
        self.update()

    def heightForWidth(self, width: int) -> int:
        sheet = theme.current()
        name = painting.text_height(sheet.font("h3"), self._name, width)
        return round(name + self._lines * QFontMetricsF(sheet.font("small")).lineSpacing())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        sheet = theme.current()
        painter = painting.begin(self)
        name_height = painting.text_height(sheet.font("h3"), self._name, self.width())
        painter.setFont(sheet.font("h3"))
        painter.setPen(sheet.tokens("text"))
        painter.drawText(QRectF(0, 0, self.width(), name_height), _TOP_LEFT, self._name)
        if self._hint:
            painter.setFont(sheet.font("small"))
            painter.setPen(sheet.tokens("text"))
            room = QRectF(0, name_height, self.width(), self.height() - name_height)
            painter.drawText(room, _TOP_LEFT, self._hint)
        else:
            self._paint_lines(painter, name_height)

    def _paint_lines(self, painter: QPainter, top: float) -> None:
        sheet = theme.current()
        line_height = QFontMetricsF(sheet.font("small")).lineSpacing()
        lines = ((self._status, self._tone), (self._answer_word, "text2"))
        for text, tone in lines:
            if not text:
                continue
            font = sheet.font("small", strong=tone != "text2")
            painter.setFont(font)
            painter.setPen(sheet.tokens(tone))
            shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, self.width())
            painter.drawText(QRectF(0, top, self.width(), line_height), _TOP_LEFT, shown)
            top += line_height
        if not self._answer_word:
            self._paint_reason(painter, top)

    def _paint_reason(self, painter: QPainter, top: float) -> None:
        font = theme.current().font("small")
        room = self.height() - top + QFontMetricsF(font).leading() + _ROUNDED_OFF
        shown = self._fitting_reason(font, room)
        if shown:
            painter.setFont(font)
            painter.setPen(theme.current().tokens("text2"))
            painter.drawText(QRectF(0, top, self.width(), room), _TOP_LEFT, shown)

    def _fitting_reason(self, font: QFont, room: float) -> str:
        """Return as many of its parts as there is room for; a part is never cut."""
        parts = self._reason.split(", ") if self._reason else []
        for count in range(len(parts), 0, -1):
            text = ", ".join(parts[:count])
            if painting.text_height(font, text, self.width()) <= room:
                return text
        return ""
