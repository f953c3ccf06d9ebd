"""The scale from 0 to 4 that answers one symptom with one tap or one key."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tracker.ui import theme
from tracker.ui.text import tool_tip
from tracker.ui.widgets.severity_button import ButtonRow, SeverityButton

LEVELS = 5
_SHORT_WORDS = ("None", "Mild", "Moderate", "Severe", "Very severe")
_LONGEST_SHORT_WORD = 11
_GAP = 8
_KEYS = {getattr(Qt.Key, f"Key_{level}"): level for level in range(LEVELS)}
_CLEARING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_CHOOSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_SKIPPING = Qt.Key.Key_Minus
_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_UP_AND_DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class SeverityScale(ButtonRow):
    """Five radio buttons, 0 to 4, none of them chosen at first.

    Args:
        symptom: In the person's words; every button is named "Nausea: 2, eating less than usual".
        words: What each level means for this symptom, five of them. When one is too long for a
            button, the buttons say None to Very severe and `words_fit` is False.

    Signals:
        answered: The person chose a level, 0 to 4.
        cleared: The person took the answer back.
        skipped: The person would rather not say.
        went_on: A key answered or skipped; the next symptom without an answer comes.
        moved_on: A key asks for the next (1) or the previous (-1) symptom.
        level_word_focused: "2: eating less than usual" under mouse or keyboard; "" when none is.
    """

    answered = Signal(int)
    cleared = Signal()
    skipped = Signal()
    went_on = Signal()
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
        self._natural: int | None = None
        self._shown: int | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for button in self._buttons:
            self._adopt(button, symptom)
        # The row itself is no stop of the Tab key: there digits answer and Enter does nothing.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._update_tab_stop()
        theme.current().changed.connect(self._restyle)
        self._restyle()

    @property
    def answer(self) -> int | None:
        """The chosen level; None is no answer."""
        return next((b.level for b in self._buttons if b.isChecked()), None)

    @property
    def spoken(self) -> tuple[str, ...]:
        """All five as `word` gives them."""
        return tuple(self.word(level) for level in range(LEVELS))

    def natural_width(self) -> int:
        """Return the least width at which every button writes out its word."""
        if self._natural is None:
            widest = max(button.natural_width() for button in self._buttons)
            self._natural = LEVELS * widest + (LEVELS - 1) * self._row.spacing()
        return self._natural

    def set_answer(self, level: int | None) -> None:
        """Show an answer without telling anyone."""
        self._shown = level
        for button in self._buttons:
            # Exclusive buttons are radio buttons to a screen reader, but could never be cleared.
            button.setAutoExclusive(False)
            button.setChecked(button.level == level)
        for button in self._buttons:
            button.setAutoExclusive(True)
        self._update_tab_stop()

    def focus(self) -> None:
        """Take the keyboard: to the chosen level, or to 0."""
        self._buttons[self.answer or 0].setFocus(Qt.FocusReason.TabFocusReason)

    def rest(self) -> None:
        """Take the keyboard without being at any level: digits answer, Enter does not."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def reach(self, button: SeverityButton) -> None:
        self.level_word_focused.emit(self.word(button.level))

    def leave(self) -> None:
        self.level_word_focused.emit("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        self._take_key(event)

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
        self._row.addWidget(button, 1)

    def _take_click(self) -> None:
        button = self.sender()
        if isinstance(button, SeverityButton):
            self._answer_with(None if button.level == self._shown else button.level)

    def _answer_with(self, level: int | None) -> None:
        self.set_answer(level)
        self.level_word_focused.emit("")
        if level is None:
            self.cleared.emit()
        else:
            self.answered.emit(level)

    def _take_key(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return
        if key in _KEYS:
            self._answer_with(_KEYS[key])
            self.went_on.emit()
        elif key in _CLEARING and self.answer is not None:
            self._answer_with(None)
        elif key == _SKIPPING:
            self.skipped.emit()
            self.went_on.emit()
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
        here = next((b.level for b in self._buttons if b.hasFocus()), None)
        if here is None:
            self.focus()
            return
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
        self._natural = None
        self._row.setSpacing(theme.current().space(_GAP))
        for button in self._buttons:
            button.updateGeometry()
            button.update()
