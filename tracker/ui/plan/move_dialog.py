"""Moves a treatment day: how far, what that changes, and why if one likes to say."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from tracker.domain.course import Reason
from tracker.errors import NotUnderstoodError, TrackerError
from tracker.ui import text
from tracker.ui.plan import wording
from tracker.ui.plan.dialogs import AimChips, ReasonChips, RecordingDialog
from tracker.ui.plan.move_state import MoveState
from tracker.ui.plan.move_table import MoveTable
from tracker.ui.plan.treatment_days import Aim, TreatmentAt
from tracker.ui.widgets.announcer import AccessibleAnnouncer
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.choice_card import CheckRow
from tracker.ui.widgets.choices import ChipGroup
from tracker.ui.widgets.date_input import DateInput
from tracker.ui.widgets.fields import TextField
from tracker.ui.widgets.labels import WrappedLabel

_OTHER = "other"
_USUAL_DAYS = (3, 7, 14)
_PRESELECTED = "7"


@dataclass(frozen=True, slots=True)
class MoveAnswer:
    """What moves where, and why; the note in the person's own words, None without one."""

    aim: Aim
    to: date
    reason: Reason
    note: str | None


Preview = Callable[[Aim, date], MoveState]
Move = Callable[[MoveAnswer], None]


class MoveDialog(RecordingDialog):
    """Asks for the new day of one treatment and shows at once what else would move."""

    def __init__(
        self, treatment: TreatmentAt, preview: Preview, move: Move, parent: QWidget | None = None
    ) -> None:
        title = self.tr("Move {name}").format(name=wording.treatment(treatment.name))
        super().__init__(title, title, parent, width=660)
        self._treatment, self._preview, self._move = treatment, preview, move
        self._announcer = AccessibleAnnouncer(self)
        self._ask_everything()
        self._show_preview()
        self.typed = {"to": self._date, "note": self._note}
        self.chosen = {
            "days": self._days,
            "aim": self._aims.chips,
            "only this": self._only_this,
            "reason": self._reasons.chips,
        }

    def _ask_everything(self) -> None:
        planned = self.tr("Planned for {day}. When is it now?").format(
            day=text.long_day(self._treatment.on)
        )
        self.body.addWidget(WrappedLabel(planned, tone="text2"))
        options = [(str(n), self.tr("{n} days later").format(n=n)) for n in _USUAL_DAYS]
        options.append((_OTHER, self.tr("Another date")))
        self._days = ChipGroup(self.tr("New day"), options)
        self._days.choose(_PRESELECTED)
        self._days.changed.connect(self._days_changed)
        self._date = DateInput(self.tr("New date"))
        self._date.hide()
        self._date.changed.connect(self._show_preview)
        asked = self.tr("What moves?")
        self._aims = AimChips(asked, self._treatment.aims, self._show_preview)
        self._only_this = CheckRow(self.tr("Only this one visit; later ones keep their dates"))
        self._only_this.toggled.connect(self._show_preview)
        self._card = Card()
        self._card.add_title(self.tr("What will change"))
        self._table = MoveTable()
        self._later = WrappedLabel("", "small", tone="text2")
        self._warning = WrappedLabel("", tone="warnText", strong=True)
        for widget in (self._table, self._later, self._warning):
            self._card.column.addWidget(widget)
        self._reasons = ReasonChips()
        self._note = TextField(self.tr("In your own words (you can skip this)"))
        for part in (
            self._days,
            self._date,
            self._aims,
            self._only_this,
            self._card,
            self._reasons,
            self._note,
        ):
            self.body.addWidget(part)

    def record(self) -> None:
        note = self._note.text or None
        self._move(MoveAnswer(self._aim(), self._new_day(), self._reasons.reason, note))

    def _aim(self) -> Aim:
        return self._aims.aim._replace(only_this=self._only_this.isChecked())

    def _days_changed(self) -> None:
        if not self._days.choices:
            self._days.choose(_PRESELECTED)
        other = self._days.choices == (_OTHER,)
        self._date.setVisible(other)
        if other and not self._date.text:
            self._date.set_day(self._treatment.on)
        self._show_preview()

    def _new_day(self) -> date:
        """Return the day that is chosen.

        Raises:
            NotUnderstoodError: No whole date was typed.
        """
        choice = self._days.choices[0]
        if choice != _OTHER:
            return self._treatment.on + timedelta(days=int(choice))
        day = self._date.day()
        if day is None:
            raise NotUnderstoodError(self.tr("Type the new date."))
        return day

    def _show_preview(self) -> None:
        try:
            state = self._preview(self._aim(), self._new_day())
        except TrackerError as error:
            self._card.hide()
            self.show_refusal(str(error))
            return
        self.show_refusal("")
        self._card.show()
        self._table.show_dates(state)
        self._later.setText(self._words_below(state))
        self._warning.setText("\n".join(state.sentences))
        self._warning.setVisible(bool(state.sentences))
        if state.sentences:
            self._announcer.polite(self._warning.text())

    def _words_below(self, state: MoveState) -> str:
        stay = self.tr("Heart scans and radiotherapy stay on their dates. You can undo this.")
        if not state.scans:
            return stay
        return self.tr(
            "Heart scans that are counted from the last dose move with it; all others and "
            "radiotherapy stay on their dates. You can undo this."
        )
