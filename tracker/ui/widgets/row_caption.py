"""The left half of a symptom row: its name, and what is known about the answer."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.ui import theme
from tracker.ui.text import tool_tip
from tracker.ui.widgets import painting

_LINES = 2
_APART = 10
_ROUNDED_OFF = 4  # whole pixels of two lines
_USUAL_STATUS = "Saved 00:00"
_TOP_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
_TOP_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)


class RowCaption(QWidget):
    """Name above, the status beside it where both fit; below it room that is always kept free.

    The room is as high as the longest of `meanings` needs, so that nothing is cut and nothing
    jumps when a level is looked at or answered. Only a status in more words than "Saved 00:00" may
    ask for more of it: that an answer was copied, written later, or by somebody else.

    Args:
        name: In the person's words.
        meanings: What may have to stand below: the words of the levels; none where buttons say it.
    """

    def __init__(
        self, name: str, meanings: Sequence[str] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._hint, self._answer_word = name, "", ""
        self._tone, self._reason = "text2", ""
        self._statuses: tuple[str, ...] = ("",)
        self._meanings = tuple(meanings)
        self._heights: dict[int, int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(name)
        theme.current().changed.connect(self._heights.clear)

    def show_status(
        self, text: str, tone: str, spoken: str | None = None, shorter: Sequence[str] = ()
    ) -> None:
        """Show for example "Yesterday: mild" or "Saved 9:40"; None speaks what is shown.

        The first of `shorter` that needs no more room than is kept free stands in the place of a
        text that needs more.
        """
        self._statuses, self._tone = (text, *shorter), tone
        said = text if spoken is None else spoken
        self.setAccessibleName(f"{self._name}, {said}" if said else self._name)
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
        """Show the words of the chosen level."""
        self._answer_word = text
        self.update()

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._usually_needed(width)
        return max(self._heights[width], self._needed_for(self._status(width), width))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        sheet = theme.current()
        painter = painting.begin(self)
        name_height = self._name_height(self.width())
        painter.setFont(sheet.font("h3"))
        painter.setPen(sheet.tokens("text"))
        painter.drawText(QRectF(0, 0, self.width(), name_height), _TOP_LEFT, self._name)
        if self._hint:
            self._paint_words(painter, self._hint, name_height, "text")
        else:
            top = self._paint_status(painter, name_height)
            words = self._answer_word or self._fitting_reason(top)
            self._paint_words(painter, words, top, "text2")

    def _usually_needed(self, width: int) -> int:
        small = theme.current().font("small")
        line = QFontMetricsF(small).lineSpacing()
        tallest = max(
            (painting.text_height(small, each, width) for each in self._meanings), default=0.0
        )
        below = 0.0 if self._stands_beside(_USUAL_STATUS, width) else line
        lines = (_LINES if self._meanings else 1) * line
        below_name = max(lines, tallest + (below if self._meanings else 0.0))
        return round(self._name_height(width) + below_name)

    def _status(self, width: int) -> str:
        """Return the longest form of the status that has room; the first one where none has."""
        if len(self._statuses) == 1:
            return self._statuses[0]
        if width not in self._heights:
            self._heights[width] = self._usually_needed(width)
        usual = self._heights[width]
        fitting = (each for each in self._statuses if self._needed_for(each, width) <= usual)
        return next(fitting, self._statuses[0])

    def _needed_for(self, status: str, width: int) -> int:
        """Return what a status on a line of its own and the words of the answer need."""
        if not status or self._stands_beside(status, width):
            return 0
        small, words = theme.current().font("small"), self._answer_word
        below = painting.text_height(small, words, width) if words else 0.0
        return round(self._name_height(width) + self._status_height(status, width) + below)

    def _name_height(self, width: int) -> float:
        return painting.text_height(theme.current().font("h3"), self._name, width)

    def _status_height(self, status: str, width: int) -> float:
        return painting.text_height(self._status_font(), status, width)

    def _status_font(self) -> QFont:
        return theme.current().font("small", strong=self._tone != "text2")

    def _stands_beside(self, status: str, width: int) -> bool:
        """Whether name and status fit on one line."""
        sheet = theme.current()
        name = painting.text_width(sheet.font("h3"), self._name)
        said = painting.text_width(sheet.font("small", strong=True), status)
        return name + _APART + said <= width

    def _paint_status(self, painter: QPainter, name_height: float) -> float:
        """Return where the words below begin."""
        status = self._status(self.width())
        if not status:
            return name_height
        sheet = theme.current()
        font = self._status_font()
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(sheet.tokens(self._tone))
        if self._stands_beside(status, self.width()):
            base = QFontMetricsF(sheet.font("h3")).ascent() - metrics.ascent()
            room = QRectF(0, base, self.width(), metrics.lineSpacing())
            painter.drawText(room, _TOP_RIGHT, status)
            return name_height
        height = self._status_height(status, self.width())
        room = QRectF(0, name_height, self.width(), height + _ROUNDED_OFF)
        painter.drawText(room, _TOP_LEFT, status)
        return name_height + height

    def _paint_words(self, painter: QPainter, words: str, top: float, tone: str) -> None:
        sheet = theme.current()
        painter.setFont(sheet.font("small"))
        painter.setPen(sheet.tokens(tone))
        room = QRectF(0, top, self.width(), self._room_below(sheet.font("small"), top))
        painter.drawText(room, _TOP_LEFT, words)

    def _room_below(self, font: QFont, top: float) -> float:
        return self.height() - top + QFontMetricsF(font).leading() + _ROUNDED_OFF

    def _fitting_reason(self, top: float) -> str:
        """Return as many of its parts as there is room for; a part is never cut."""
        font = theme.current().font("small")
        parts = self._reason.split(", ") if self._reason else []
        for count in range(len(parts), 0, -1):
            text = ", ".join(parts[:count])
            if painting.text_height(font, text, self.width()) <= self._room_below(font, top):
                return text
        return ""
