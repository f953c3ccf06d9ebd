"""The check-in for foggy days: one symptom at a time, big buttons, few words."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from tracker.domain.alerts import AlertLevel
from tracker.domain.wording import at_start
from tracker.ui.today import answer_words
from tracker.ui.today.advice_list import AdviceList
from tracker.ui.today.fog_at_once import AtOnce, Review
from tracker.ui.today.fog_choice import FogButton, FogChoice
from tracker.ui.today.rows import RowState
from tracker.ui.widgets.announcer import AccessibleAnnouncer
from tracker.ui.widgets.buttons import LinkButton, PrimaryButton, SecondaryButton
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.choices import ChipGroup
from tracker.ui.widgets.flow_layout import FlowLayout
from tracker.ui.widgets.labels import Heading, WrappedLabel
from tracker.ui.widgets.severity import LEVELS

_INTO_CHOICES = (Qt.Key.Key_Down, Qt.Key.Key_Right)
_DIGITS = {getattr(Qt.Key, f"Key_{level}"): level for level in range(LEVELS)}


class FogCard(Card):
    """Asks the rows it is given in turn; goes on when the diary holds the answer.

    Signals:
        answered, skipped, flagged: As `SymptomBlock`.
        stopped: The person wants the whole page.
        temperature_requested: The person wants to type a temperature.
        same_requested: Copy yesterday's answers about the rows.
        none_requested: None of the rows today.
    """

    answered = Signal(str, int)
    skipped = Signal(str)
    flagged = Signal(str, tuple)
    stopped = Signal()
    temperature_requested = Signal()
    same_requested = Signal()
    none_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._rows: tuple[RowState, ...] = ()
        self._place = 0
        self._waits_for: str | None = None
        self._all_at_once = self._reviewing = False
        self._unsaved: dict[str, int] = {}
        self._progress = WrappedLabel(tone="text2", strong=True)
        self._title = Heading("", 1)
        self._status = WrappedLabel(tone="text2")
        self._choices = [FogChoice(level, self) for level in range(LEVELS)]
        self._flags: ChipGroup | None = None
        self._flag_place = QVBoxLayout()
        self._at_once, self._review = AtOnce(), Review()
        self._advice = AdviceList()
        self._next = PrimaryButton(self.tr("Next"), "chevron-right")
        self._temperature = SecondaryButton(self.tr("Temperature"), "thermometer")
        self._back = SecondaryButton(self.tr("Back"), "chevron-left")
        self._skip = LinkButton(self.tr("I'd rather not say"), "eye")
        self._stop = LinkButton("", "close")
        self._announcer = AccessibleAnnouncer(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._build()

    @property
    def symptoms(self) -> tuple[str, ...]:
        """What is asked here."""
        return tuple(row.symptom for row in self._rows)

    def begin(self, rows: Sequence[RowState]) -> None:
        """Begin with the first question that has no answer; with the end when all have one."""
        self._rows, self._waits_for = tuple(rows), None
        self._all_at_once = self._reviewing = False
        self._go_to(self._first_open())

    def show_rows(self, rows: Sequence[RowState]) -> None:
        """Show what the diary holds now, and go on when it holds what was waited for."""
        answered = {row.symptom for row in self._rows if row.answer is not None}
        taken_back = any(row.answer is None and row.symptom in answered for row in rows)
        self._rows, self._unsaved = tuple(rows), {}
        self._place = min(self._place, len(rows))
        row = self._row()
        if taken_back or self._all_at_once:
            self.begin(rows)
            return
        done = row is not None and row.symptom == self._waits_for and row.answer is not None
        if done:
            self._waits_for = None
            if row is not None and not row.flags:
                self._go_to(self._after_this())
                return
        self._show()

    def keep_unsaved(self, answers: dict[str, int], word: str) -> None:
        """Keep answers on the screen that are not in the diary."""
        self._unsaved, self._waits_for = answers, None
        self._show()
        row = self._row()
        if row is not None and row.symptom in answers:
            self._status.setText(word)
            self._status.show()

    def focus_question(self, *, ring: bool = True) -> None:
        """Give the keyboard to the question; digits answer it. A ring shows it unless told not."""
        reason = Qt.FocusReason.ShortcutFocusReason if ring else Qt.FocusReason.OtherFocusReason
        self.setFocus(reason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key in _DIGITS and self._row() is not None:
            self._answer(_DIGITS[key])
        elif plain and key == Qt.Key.Key_Minus and self._row() is not None:
            self._skip_it()
        elif plain and key == Qt.Key.Key_Backspace:
            self._go_back()
        elif plain and key in _INTO_CHOICES:
            self._focus_choices()
        else:
            super().keyPressEvent(event)

    def _focus_choices(self) -> None:
        """Go from the question to its answer, or to the first of what can be chosen."""
        row = self._row()
        answer = None if row is None else row.answer
        chosen = (answer.severity if answer is not None else None) or 0
        below = [button for button in self.findChildren(FogButton) if button.isVisible()]
        if below:
            below[chosen].setFocus(Qt.FocusReason.TabFocusReason)

    def _row(self) -> RowState | None:
        return self._rows[self._place] if self._place < len(self._rows) else None

    def _choose(self) -> None:
        choice = self.sender()
        if isinstance(choice, FogChoice):
            self._answer(choice.level)

    def _answer(self, level: int) -> None:
        row = self._row()
        if row is None:
            return
        if row.answer is not None and row.answer.severity == level:
            self._go_to(self._after_this())
            return
        self._unsaved.pop(row.symptom, None)
        self._all_at_once, self._waits_for = False, row.symptom
        self.answered.emit(row.symptom, level)

    def _skip_it(self) -> None:
        row = self._row()
        if row is not None:
            self._waits_for = row.symptom
            self.skipped.emit(row.symptom)

    def _flag(self, flags: tuple[str, ...]) -> None:
        row = self._row()
        if row is not None:
            self.flagged.emit(row.symptom, flags)

    def _go_on(self) -> None:
        self._go_to(self._after_this())

    def _first_open(self) -> int:
        """The place of the first question without an answer; the end where all have one."""
        places = (place for place, row in enumerate(self._rows) if row.answer is None)
        return next(places, len(self._rows))

    def _after_this(self) -> int:
        """Where to go from a question: back to the end when it was asked again from there."""
        return self._first_open() if self._reviewing else self._place + 1

    def _ask_again(self, place: int) -> None:
        self._reviewing = True
        self._go_to(place)

    def _copy(self) -> None:
        self._all_at_once = True
        self.same_requested.emit()

    def _mark_none(self) -> None:
        self._all_at_once = True
        self.none_requested.emit()

    def _go_back(self) -> None:
        self._go_to(max(0, self._place - 1))

    def _go_to(self, place: int) -> None:
        holder = QApplication.focusWidget()
        had_keyboard = holder is self or (holder is not None and self.isAncestorOf(holder))
        self._place = place
        self._show()
        if had_keyboard:
            # Not on an answer: Enter pressed twice must not answer the next question as well.
            self.focus_question()
        self._announcer.polite(self.accessibleName())

    def _show(self) -> None:
        row = self._row()
        if row is None:
            self._show_end()
        else:
            self._show_question(row)
        self._progress.setVisible(row is not None)
        self._back.setEnabled(self._place > 0)
        self._skip.setVisible(row is not None)
        self._temperature.setVisible(row is None)
        self._stop.setText(
            self.tr("Stop for now") if row is not None else self.tr("Show the whole day")
        )

    def _show_question(self, row: RowState) -> None:
        progress = self.tr("{n} of {all}").format(n=self._place + 1, all=len(self._rows))
        status = answer_words.saved_line(row) or answer_words.yesterday_line(row)
        self._progress.setText(progress)
        self._title.setText(row.name)
        self._status.setText(status)
        self._status.setVisible(bool(status))
        chosen = self._unsaved.get(row.symptom, row.answer.severity if row.answer else None)
        for choice, words in zip(self._choices, row.levels, strict=True):
            choice.show_words(row.name, words, chosen=choice.level == chosen)
            choice.show()
        self._show_flags(row)
        self._at_once.offer(self._rows, at_start=self._place == 0)
        self._review.hide()
        self._next.setVisible(row.answer is not None)
        self._advice.show_alerts(())
        self.setAccessibleName(f"{row.name}, {progress}. {status}")

    def _show_end(self) -> None:
        advice = [row.advice for row in self._rows if row.advice is not None]
        # What is more urgent stands in the red card above already.
        told = [alert for alert in advice if alert.level is AlertLevel.CALL_TODAY]
        self._title.setText(self.tr("That was all"))
        kept = self.tr("What you answered is saved.")
        self._status.setText(self.tr("Not everything is saved.") if self._unsaved else kept)
        self._status.show()
        for choice in self._choices:
            choice.hide()
        self._drop_flags()
        self._next.hide()
        self._reviewing = False
        self._at_once.hide()
        self._review.show_rows(self._rows)
        self._review.setVisible(bool(self._rows))
        self._advice.show_alerts(tuple(dict.fromkeys(told)))
        self.setAccessibleName(f"{self._title.text()}. {self._status.text()}")

    def _show_flags(self, row: RowState) -> None:
        self._drop_flags()
        if not row.flags:
            return
        options = [(flag.id, at_start(flag.text)) for flag in row.flags]
        name = self.tr("Also true of {symptom}").format(symptom=row.name)
        self._flags = ChipGroup(name, options, multiple=True)
        self._flags.choose(*(row.answer.flags if row.answer else ()))
        self._flags.changed.connect(self._flag)
        self._flag_place.addWidget(self._flags)

    def _drop_flags(self) -> None:
        if self._flags is not None:
            self._flag_place.removeWidget(self._flags)
            self._flags.hide()
            self._flags.deleteLater()
            self._flags = None

    def _build(self) -> None:
        self.column.addWidget(self._at_once)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._progress, 0, Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(head)
        for part in (self._status, *self._choices):
            self.column.addWidget(part)
        self.column.addLayout(self._flag_place)
        for part in (self._advice, self._review):
            self.column.addWidget(part)
        ways = QWidget()
        flow = FlowLayout(ways, gap=12)
        for button in (self._back, self._next, self._temperature, self._skip, self._stop):
            flow.addWidget(button)
        self.column.addWidget(ways)
        for choice in self._choices:
            choice.clicked.connect(self._choose)
        self._next.clicked.connect(self._go_on)
        self._back.clicked.connect(self._go_back)
        self._skip.clicked.connect(self._skip_it)
        self._stop.clicked.connect(self.stopped)
        self._temperature.clicked.connect(self.temperature_requested)
        self._at_once.same_requested.connect(self._copy)
        self._at_once.none_requested.connect(self._mark_none)
        self._review.chosen.connect(self._ask_again)
