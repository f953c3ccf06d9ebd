"""The check-in for foggy days: one symptom at a time, big buttons, few words."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from tracker.domain.alerts import AlertLevel
from tracker.ui.today import answer_words
from tracker.ui.today.advice_list import AdviceList
from tracker.ui.today.fog_at_once import AtOnce, Review
from tracker.ui.today.fog_choice import FogButton, FogScale
from tracker.ui.today.fog_flags import FogFlags
from tracker.ui.today.fog_temperature import TemperaturePage
from tracker.ui.today.fog_ways import FogWays
from tracker.ui.today.rows import RowState
from tracker.ui.widgets.announcer import AccessibleAnnouncer
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.labels import Heading, WrappedLabel
from tracker.ui.widgets.severity import LEVELS

_INTO_CHOICES = (Qt.Key.Key_Down, Qt.Key.Key_Right)
_DIGITS = {getattr(Qt.Key, f"Key_{level}"): level for level in range(LEVELS)}


class FogCard(Card):
    """Asks the rows it is given in turn; goes on when the diary holds the answer.

    On low-count days the temperature is asked for after them.

    Attributes:
        temperature: The page that asks for it.

    Signals:
        answered, skipped, flagged: As `SymptomBlock`.
        stopped: The person wants the whole page.
        temperature_requested: The person wants to type a temperature.
        field_wanted: The keyboard belongs into the field of the temperature.
        same_requested: Copy yesterday's answers about the rows.
        none_requested: None of the rows today.
    """

    answered = Signal(str, int)
    skipped = Signal(str)
    flagged = Signal(str, tuple)
    stopped = Signal()
    temperature_requested = Signal()
    field_wanted = Signal()
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
        self._scale = FogScale(self)
        self._flags = FogFlags(self)
        self.temperature = TemperaturePage(self)
        self._at_once, self._review = AtOnce(self), Review(self)
        self._advice = AdviceList()
        self._ways = FogWays(self)
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
        self.temperature.ask_again()
        self._all_at_once = self._reviewing = False
        self._go_to(self._first_open())

    def show_rows(
        self, rows: Sequence[RowState], *, asks_temperature: bool = False, taken: bool = False
    ) -> None:
        """Show what the diary holds now, and go on when it holds what was waited for.

        `taken` says whether the day has a temperature.
        """
        answered = {row.symptom for row in self._rows if row.answer is not None}
        taken_back = self.temperature.expect(asked=asks_temperature, taken=taken)
        taken_back |= any(row.answer is None and row.symptom in answered for row in rows)
        self._rows, self._unsaved = tuple(rows), {}
        self._place = min(self._place, self._end)
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
        if self._asks_temperature_now():
            self.field_wanted.emit()

    def ask_temperature(self) -> None:
        """Go to the page of the temperature."""
        self._reviewing = True
        self._go_to(len(self._rows))
        self.focus_question()

    def go_on_from_temperature(self) -> None:
        """Go on where it was just asked for and stored."""
        if self._asks_temperature_now() and self.isVisible():
            self._go_on()

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
        chosen = (row.answer.severity if row is not None and row.answer is not None else 0) or 0
        below = [button for button in self.findChildren(FogButton) if button.isVisible()]
        if below:
            below[chosen].setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def _end(self) -> int:
        """The place behind the last question."""
        return len(self._rows) + self.temperature.asked

    def _asks_temperature_now(self) -> bool:
        return self.temperature.asked and self._place == len(self._rows)

    def _row(self) -> RowState | None:
        return self._rows[self._place] if self._place < len(self._rows) else None

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
        return next(places, self._end if self.temperature.done else len(self._rows))

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
        row, at_end = self._row(), self._place == self._end
        self._drop_question()
        if row is not None:
            self._show_question(row)
        elif at_end:
            self._show_end()
        else:
            self._show_temperature()
        progress = self.tr("{n} of {all}").format(n=self._place + 1, all=self._end)
        self._progress.setText("" if at_end else progress)
        self._status.setVisible(bool(self._status.text()))
        place = "" if at_end else f", {progress}"
        self.setAccessibleName(f"{self._title.text()}{place}. {self._status.text()}")
        answered = row is not None and row.answer is not None
        self._ways.back.setEnabled(self._place > 0)
        self._ways.show_for(asks=row is not None, answered=answered, at_end=at_end)

    def _drop_question(self) -> None:
        """Take away what only some pages have."""
        row = self._row()
        self._scale.setVisible(row is not None)
        self._flags.show_row(row)
        self._at_once.hide()
        self._advice.show_alerts(())
        self._review.hide()
        self.temperature.setVisible(self._asks_temperature_now())

    def _show_question(self, row: RowState) -> None:
        self._title.setText(row.name)
        self._status.setText(answer_words.saved_line(row) or answer_words.yesterday_line(row))
        chosen = self._unsaved.get(row.symptom, row.answer.severity if row.answer else None)
        self._scale.show_row(row, chosen)
        self._at_once.offer(self._rows, at_start=self._place == 0)

    def _show_temperature(self) -> None:
        is_today = all(row.is_today for row in self._rows)
        self._title.setText(self.tr("Temperature"))
        self._status.setText(self.temperature.question(is_today=is_today))

    def _show_end(self) -> None:
        advice = [row.advice for row in self._rows if row.advice is not None]
        # What is more urgent stands in the red card above already.
        told = [alert for alert in advice if alert.level is AlertLevel.CALL_TODAY]
        self._title.setText(self.tr("That was all"))
        kept = self.tr("What you answered is saved.")
        self._status.setText(self.tr("Not everything is saved.") if self._unsaved else kept)
        self._reviewing = False
        self._review.show_rows(self._rows)
        self._review.setVisible(bool(self._rows))
        self._advice.show_alerts(tuple(dict.fromkeys(told)))

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._progress, 0, Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(head)
        # What answers everything at once comes after the scale: large text leaves no room for both.
        for part in (self._status, self._scale, self._flags, self.temperature, self._at_once):
            self.column.addWidget(part)
        for below in (self._advice, self._review, self._ways):
            self.column.addWidget(below)
        self._scale.chosen.connect(self._answer)
        self._flags.changed.connect(self._flag)
        self.temperature.left_out.connect(self._go_on)
        self._ways.onward.clicked.connect(self._go_on)
        self._ways.back.clicked.connect(self._go_back)
        self._ways.skip.clicked.connect(self._skip_it)
        self._ways.stop.clicked.connect(self.stopped)
        self._ways.measure.clicked.connect(self.temperature_requested)
        self._at_once.same_requested.connect(self._copy)
        self._at_once.none_requested.connect(self._mark_none)
        self._review.chosen.connect(self._ask_again)
