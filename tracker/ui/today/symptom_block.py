"""One symptom with the details that can be added once it was answered."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.domain.alerts import Alert, AlertLevel
from tracker.domain.entries import AnswerState, SymptomEntry
from tracker.domain.wording import at_start
from tracker.ui import theme
from tracker.ui.today import answer_words, wording
from tracker.ui.today.rows import RowState
from tracker.ui.why_dialog import WhyButton
from tracker.ui.widgets.bold_parts import PartsLabel
from tracker.ui.widgets.choices import ChipGroup
from tracker.ui.widgets.symptom_row import SymptomRow


class SymptomBlock(QWidget):
    """Shows one `RowState`; an answer that could not be stored stays where it is.

    Signals:
        answered: Symptom id and severity 0 to 4.
        cleared, skipped: Symptom id.
        flagged: Symptom id and the ids of all details that are on now.
        went_on: A key answered or skipped it.
        moved_on: 1 to the next symptom, -1 to the one before.
    """

    answered = Signal(str, int)
    cleared = Signal(str)
    skipped = Signal(str)
    flagged = Signal(str, tuple)
    went_on = Signal()
    moved_on = Signal(int)

    def __init__(self, row: RowState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.symptom = row.symptom
        self.row = SymptomRow(row.symptom, row.name, row.levels)
        self._state: RowState | None = None
        self._flags: ChipGroup | None = None
        self._mention: PartsLabel | None = None
        self._why: WhyButton | None = None
        self._why_is_quiet: bool | None = None
        self._mention_row = QHBoxLayout()
        self._unsaved: int | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.row)
        self._column.addLayout(self._mention_row)
        self.row.answered.connect(self._answer)
        self.row.cleared.connect(self._clear)
        self.row.skipped.connect(self._skip)
        self.row.went_on.connect(self.went_on)
        self.row.moved_on.connect(self.moved_on)
        theme.current().changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        # As for a card: found out by Qt, it would lay the row out at a width it never has.
        return self._column.sizeHint()

    def focus(self) -> None:
        """Give the keyboard to this symptom."""
        self.row.scale.focus()

    @property
    def is_open(self) -> bool:
        """Whether the screen shows no answer; one that waits for the disk is one."""
        skipped = self._state is not None and self._state.answer is not None
        return self.row.scale.answer is None and not skipped

    def show_state(self, state: RowState, number: str | None) -> None:
        """Show what the diary holds; `number` is who to call."""
        if state == self._state and self._unsaved is None:
            return
        self._state = state
        self._unsaved = None
        self.row.set_answer(state.answer.severity if state.answer else None)
        self.row.show_reason(state.reason)
        if state.answer is None:
            self.row.show_yesterday(answer_words.yesterday_line(state))
        else:
            self._show_saved(state, state.answer)
        self._show_advice(state, number)
        self._show_flags(state)

    def _show_saved(self, state: RowState, answer: SymptomEntry) -> None:
        """Say that it is saved; green is left to what somebody answered, not copied or skipped."""
        spoken = answer_words.saved_line(state)
        shown = answer_words.written_by(state) if state.writers[0] else spoken
        if answer.state is AnswerState.SKIPPED or answer.entered_as is not None:
            self.row.show_yesterday(shown, spoken, answer_words.shorter_lines(state))
        else:
            self.row.show_saved(shown, spoken)

    def keep_unsaved(self, severity: int, word: str) -> None:
        """Keep an answer on the screen that is not in the diary."""
        self._unsaved = severity
        self.row.set_answer(severity)
        self.row.show_not_saved(word)

    def _show_advice(self, state: RowState, number: str | None) -> None:
        alert = state.advice
        parts = wording.advice_parts(alert, number) if alert is not None else None
        quiet = alert is not None and _is_only_listed(alert)
        self.row.show_advice(None if quiet else parts)
        if quiet and parts is not None:
            self._mention_label().show_parts(parts)
        if self._mention is not None:
            self._mention.setVisible(quiet)
        if alert is not None:
            self._why_button().show_alert(alert, state.name)
            self._put_why(quiet=quiet)
        if self._why is not None:
            self._why.setVisible(alert is not None)

    def _mention_label(self) -> PartsLabel:
        if self._mention is None:
            self._mention = PartsLabel("small", tone="text2")
            self._mention_row.insertWidget(0, self._mention, 1)
        return self._mention

    def _why_button(self) -> WhyButton:
        if self._why is None:
            self._why = WhyButton(self, short=True)
        return self._why

    def _put_why(self, *, quiet: bool) -> None:
        """Put the way to the reasons beside what they are about."""
        if self._why is None or self._why_is_quiet is quiet:
            return
        self._why_is_quiet = quiet
        if quiet:
            self._mention_row.addWidget(self._why)
        else:
            self.row.put_into_advice(self._why)

    def _show_flags(self, state: RowState) -> None:
        if self._flags is not None and not state.flags:
            self._flags.hide()
        if not state.flags:
            return
        if self._flags is None:
            options = [(flag.id, at_start(flag.text)) for flag in state.flags]
            name = self.tr("Also true of {symptom}").format(symptom=state.name)
            self._flags = ChipGroup(name, options, multiple=True, narrow=True)
            self._flags.changed.connect(self._flag)
            self._column.addWidget(self._flags)
            self._restyle()
        self._flags.choose(*(state.answer.flags if state.answer else ()))
        self._flags.show()

    def _answer(self, severity: int) -> None:
        self.answered.emit(self.symptom, severity)

    def _clear(self) -> None:
        self.cleared.emit(self.symptom)

    def _skip(self) -> None:
        self.skipped.emit(self.symptom)

    def _flag(self, flags: tuple[str, ...]) -> None:
        self.flagged.emit(self.symptom, flags)

    def _restyle(self) -> None:
        if self._flags is not None:
            gap = theme.current().space(6)
            self._flags.setContentsMargins(0, gap, 0, gap)


def _is_only_listed(alert: Alert) -> bool:
    """Return whether it asks for no attention by itself: to mention, or switched off."""
    switched_off = not alert.interrupts and alert.told_on is None
    return alert.level is AlertLevel.MENTION or switched_off
