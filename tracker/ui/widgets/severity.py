"""The scale from 0 to 4 that answers one symptom with one tap or one key."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from tracker.ui import icons, theme
from tracker.ui.text import tool_tip
from tracker.ui.theme import Style
from tracker.ui.widgets import painting

LEVELS = 5
_SHORT_WORDS = ("None", "Mild", "Moderate", "Severe", "Very severe")
_LONGEST_SHORT_WORD = 11
_HEIGHT, _RADIUS, _BAR = 52, 10, 4
_GAP = 8
_WORD_MARGIN = 4
_SMALLEST_PX = 12.5
_KEYS = {getattr(Qt.Key, f"Key_{level}"): level for level in range(LEVELS)}
_CLEARING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_CHOOSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_SKIPPING = Qt.Key.Key_Minus
_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_UP_AND_DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_CENTERED = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip)


class SeverityButton(QRadioButton):
    """One severity; its word stands under the number when there is room.

    Signals:
        reached: The mouse or the keyboard came.
        left: The mouse or the keyboard went away.
        key_pressed: A key that the whole scale answers to.
    """

    reached = Signal()
    left = Signal()
    key_pressed = Signal(object)

    def __init__(self, level: int, word: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.level, self._word = level, word
        self.setAutoExclusive(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        sheet = theme.current()
        return QSize(sheet.px(67), max(sheet.px(_HEIGHT), sheet.target()))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.current().target(), self.sizeHint().height())

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.reached.emit()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.left.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.reached.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        self.key_pressed.emit(event)
        if not event.isAccepted():
            QWidget.keyPressEvent(self, event)

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
        if self.isChecked():
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        line_height = (12 if len(lines) > 1 else 16) * unit
        for index, line in enumerate(lines):
            y = top + number_height + index * line_height - unit
            painter.drawText(QRectF(rect.left(), y, rect.width(), line_height), _CENTERED, line)

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
    usual = QFont(theme.current().font("tiny"))
    small = QFont(usual)
    small.setPixelSize(theme.current().px(_SMALLEST_PX))
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


class SeverityScale(QWidget):
    """Five radio buttons, 0 to 4, none of them chosen at first.

    Args:
        symptom: In the person's words; every button is named "Nausea: 2, eating less than usual".
        words: What each level means for this symptom, five of them. When one is too long for a
            button, the buttons say None to Very severe and `words_fit` is False.

    Signals:
        answered: The person chose a level, 0 to 4.
        cleared: The person took the answer back.
        skipped: The person would rather not say.
        moved_on: A key asks for the next (1) or the previous (-1) symptom.
        level_word_focused: "2: eating less than usual" under mouse or keyboard; "" when none is.
    """

    answered = Signal(int)
    cleared = Signal()
    skipped = Signal()
    moved_on = Signal(int)
    level_word_focused = Signal(str)

    def __init__(self, symptom: str, words: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if len(words) != LEVELS:
            raise ValueError(f"a severity scale has {LEVELS} levels, got {len(words)} words")
        self._words = tuple(words)
        self.setAccessibleName(self.tr("{symptom} severity").format(symptom=symptom))
        short = all(len(word) <= _LONGEST_SHORT_WORD for word in words)
        self.words_fit = short
        shown = words if short else [self.tr(word) for word in _SHORT_WORDS]
        self._buttons = [SeverityButton(level, shown[level], self) for level in range(LEVELS)]
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for button in self._buttons:
            self._adopt(button, symptom)
        self._update_tab_stop()
        theme.current().changed.connect(self._restyle)
        self._restyle()

    @property
    def answer(self) -> int | None:
        """The chosen level; None is no answer."""
        return next((b.level for b in self._buttons if b.isChecked()), None)

    @property
    def last_button(self) -> SeverityButton:
        """After which the keyboard goes on to what belongs to this symptom."""
        return self._buttons[-1]

    def set_answer(self, level: int | None) -> None:
        """Show an answer without telling anyone."""
        for button in self._buttons:
            button.setChecked(button.level == level)
        self._update_tab_stop()

    def focus(self) -> None:
        """Take the keyboard: to the chosen level, or to 0."""
        self._buttons[self.answer or 0].setFocus(Qt.FocusReason.TabFocusReason)

    def meaning(self, level: int) -> str:
        """Return "eating less than usual"."""
        return self._words[level]

    def word(self, level: int) -> str:
        """Return "2: eating less than usual"."""
        return f"{level}: {self._words[level]}"

    def _adopt(self, button: SeverityButton, symptom: str) -> None:
        button.setAccessibleName(f"{symptom}: {button.level}, {self._words[button.level]}")
        button.setToolTip(tool_tip(self.word(button.level)))
        button.clicked.connect(self._take_click)
        button.reached.connect(self._tell_word)
        button.left.connect(self._tell_no_word)
        button.key_pressed.connect(self._take_key)
        self._row.addWidget(button, 1)

    def _take_click(self) -> None:
        button = self.sender()
        if isinstance(button, SeverityButton):
            self._answer_with(button.level if button.isChecked() else None)

    def _answer_with(self, level: int | None) -> None:
        self.set_answer(level)
        self.level_word_focused.emit("")
        if level is None:
            self.cleared.emit()
        else:
            self.answered.emit(level)

    def _tell_word(self) -> None:
        button = self.sender()
        if isinstance(button, SeverityButton):
            self.level_word_focused.emit(self.word(button.level))

    def _tell_no_word(self) -> None:
        self.level_word_focused.emit("")

    def _take_key(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return
        if key in _KEYS:
            self._answer_with(_KEYS[key])
            self.moved_on.emit(1)
        elif key in _CLEARING and self.answer is not None:
            self._answer_with(None)
        elif key == _SKIPPING:
            self.skipped.emit()
            self.moved_on.emit(1)
        elif key in _SIDEWAYS:
            self._move_focus(_SIDEWAYS[key])
        elif key in _UP_AND_DOWN:
            self.moved_on.emit(_UP_AND_DOWN[key])
        elif key in _CHOOSING:
            self._choose_focused()
        else:
            return
        event.accept()

    def _choose_focused(self) -> None:
        for button in self._buttons:
            if button.hasFocus():
                self._answer_with(None if button.isChecked() else button.level)

    def _move_focus(self, step: int) -> None:
        here = next((b.level for b in self._buttons if b.hasFocus()), 0)
        there = min(LEVELS - 1, max(0, here + step))
        self._buttons[there].setFocus(Qt.FocusReason.TabFocusReason)

    def _update_tab_stop(self) -> None:
        """Make the whole scale one stop of the Tab key."""
        stop = self.answer or 0
        for button in self._buttons:
            policy = (
                Qt.FocusPolicy.StrongFocus if button.level == stop else Qt.FocusPolicy.ClickFocus
            )
            button.setFocusPolicy(policy)

    def _restyle(self) -> None:
        self._row.setSpacing(theme.current().space(_GAP))
        for button in self._buttons:
            button.updateGeometry()
            button.update()
