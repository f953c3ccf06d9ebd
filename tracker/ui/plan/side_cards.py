"""The cards beside the calendar: what was due, what comes next, what changed, what else to note."""

from datetime import date

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.domain.wording import at_start
from tracker.ui import text, theme
from tracker.ui.plan import wording
from tracker.ui.plan.changes_state import ChangeLine
from tracker.ui.plan.treatment_actions import TreatmentActions
from tracker.ui.plan.treatment_days import TreatmentAt
from tracker.ui.widgets.bold_parts import PartsLabel
from tracker.ui.widgets.buttons import LinkButton
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.labels import WrappedLabel
from tracker.ui.widgets.layouts import empty

_LATEST = 5


class TreatmentCard(Card):
    """One treatment day with its buttons; hidden while there is none.

    Signals:
        actions_added: Buttons for a treatment were made; carries the `TreatmentActions`.
    """

    actions_added = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("plain", parent)
        self._shown: tuple[TreatmentAt | None, date] | None = None
        self._heading = self.add_title("", "infusion")
        self._when = WrappedLabel("", tone="text2")
        self._drugs = WrappedLabel("", "small", tone="text2")
        self._buttons = QVBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._when)
        words.addWidget(self._drugs)
        self.column.addLayout(words)
        self.column.addLayout(self._buttons)

    def show_treatment(self, treatment: TreatmentAt | None, today: date) -> None:
        """Show another treatment day; None hides the card."""
        if (treatment, today) == self._shown:
            return
        self._shown = (treatment, today)
        self.setVisible(treatment is not None)
        empty(self._buttons)
        if treatment is None:
            return
        self._heading.setText(self._title(treatment, today))
        day, away = text.long_day(treatment.on), text.distance(treatment.on, today)
        self._when.setText(f"{day}, {away}")
        self._drugs.setText(wording.drugs_title(treatment.name.drugs))
        self._drugs.setVisible(treatment.on >= today)
        actions = TreatmentActions(
            treatment, has_come=treatment.on <= today, is_today=treatment.on == today
        )
        self._buttons.addWidget(actions)
        self.actions_added.emit(actions)

    def _title(self, treatment: TreatmentAt, today: date) -> str:
        name = wording.treatment(treatment.name)
        if treatment.on < today:
            return self.tr("Was {name} given?").format(name=name)
        big = at_start(name)
        if treatment.on == today:
            return self.tr("{name} is today").format(name=big)
        return self.tr("{name} is next").format(name=big)


class ChangesCard(Card):
    """What was noted so far as sentences, the latest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("plain", parent)
        self._changes: tuple[ChangeLine, ...] | None = None
        self._is_long = False
        self.add_title(self.tr("Changes so far"), "history")
        self._list = QVBoxLayout()
        self.column.addLayout(self._list)
        self._more = LinkButton("", "chevron-down")
        self._more.clicked.connect(self._turn)
        self.column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        theme.current().changed.connect(self._space_list)
        self._space_list()

    def show_changes(self, changes: tuple[ChangeLine, ...]) -> None:
        """Show the changes; given as they were recorded."""
        if changes == self._changes:
            return
        self._changes = changes
        self._fill()

    def _turn(self) -> None:
        self._is_long = not self._is_long
        self._fill()

    def _fill(self) -> None:
        empty(self._list)
        latest = tuple(reversed(self._changes or ()))
        for change in latest if self._is_long else latest[:_LATEST]:
            label = PartsLabel()
            label.show_parts(wording.change_parts(change))
            self._list.addWidget(label)
        words = self.tr("Show the latest only")
        if not self._is_long:
            words = self.tr("Show all {n}").format(n=len(latest))
        self._more.setText(words)
        self._more.setVisible(len(latest) > _LATEST)
        self.updateGeometry()

    def _space_list(self) -> None:
        self._list.setSpacing(theme.current().space(10))


class NotingCard(Card):
    """The rarer things to note.

    Signals:
        stop_asked: A treatment was stopped.
        omission_asked: The next dose is left out.
        appointment_asked: An appointment is to be added.
        surgery_asked: The days around surgery are to be set.
        operation_asked: Another operation is to be noted.
        replacement_asked: Another treatment takes the place of one.
        addition_asked: A treatment comes beside the others, or after them.
        version_asked: The team gives other cycles or days.
        radiotherapy_asked: The days of radiotherapy are to be set.
    """

    appointment_asked = Signal()
    omission_asked = Signal()
    stop_asked = Signal()
    surgery_asked = Signal()
    operation_asked = Signal()
    version_asked = Signal()
    replacement_asked = Signal()
    addition_asked = Signal()
    radiotherapy_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("plain", parent)
        self.add_title(self.tr("Something else to note?"), "plus")
        self._links = QVBoxLayout()
        self._links.setSpacing(0)
        self.column.addLayout(self._links)
        self._add(self.tr("Add an appointment"), "clock", self.appointment_asked)
        self._add(self.tr("Radiotherapy"), "radiotherapy", self.radiotherapy_asked)
        self._add(self.tr("Another operation"), "surgery", self.operation_asked)
        self._add(self.tr("A treatment is added"), "plus", self.addition_asked)
        between = self.tr("The days around surgery")
        self._surgery = self._add(between, "surgery", self.surgery_asked)
        self._of_doses = (
            self._add(self.tr("The next dose is left out"), "minus", self.omission_asked),
            self._add(self.tr("Another treatment instead"), "infusion", self.replacement_asked),
        )
        self._of_all = (
            self._add(self.tr("Treatment was stopped"), "close", self.stop_asked),
            self._add(self.tr("Other cycles or days"), "plan", self.version_asked),
        )

    def show_possible(self, *, has_doses: bool, goes_on: bool, has_surgery_between: bool) -> None:
        """Offer what can be noted.

        Args:
            has_doses: There are planned doses.
            goes_on: There are planned doses or tablets.
            has_surgery_between: A course began before surgery.
        """
        self._surgery.setVisible(has_surgery_between)
        for links, possible in ((self._of_doses, has_doses), (self._of_all, goes_on)):
            for link in links:
                link.setVisible(possible)

    def _add(self, words: str, icon: str, asked: SignalInstance) -> LinkButton:
        link = LinkButton(words, icon)
        link.clicked.connect(asked)
        self._links.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        return link
