"""The cards beside the calendar: what was due, what comes next, what changed so far."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.ui import text, theme
from tracker.ui.plan import wording
from tracker.ui.plan.changes_state import ChangeLine
from tracker.ui.plan.day_card import empty
from tracker.ui.plan.timeline_words import sentence_case
from tracker.ui.plan.treatment_actions import TreatmentActions
from tracker.ui.plan.treatment_days import TreatmentAt
from tracker.ui.widgets.buttons import LinkButton
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.labels import WrappedLabel


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
        big = sentence_case(name)
        if treatment.on == today:
            return self.tr("{name} is today").format(name=big)
        return self.tr("{name} is next").format(name=big)


class ChangesCard(Card):
    """The changes as sentences, and the rarer things to note.

    Signals:
        stop_asked: A treatment was stopped.
        omission_asked: The next dose is left out.
        appointment_asked: An appointment is to be added.
        surgery_asked: The days around surgery are to be set.
        replacement_asked: Another treatment takes the place of one.
        radiotherapy_asked: The days of radiotherapy are to be set.
    """

    stop_asked = Signal()
    surgery_asked = Signal()
    replacement_asked = Signal()
    radiotherapy_asked = Signal()
    omission_asked = Signal()
    appointment_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("plain", parent)
        self._shown: tuple[ChangeLine, ...] | None = None
        self.add_title(self.tr("Changes so far"), "history")
        self._list = QVBoxLayout()
        self.column.addLayout(self._list)
        self._appointment = LinkButton(self.tr("Add an appointment"), "plus")
        self._omission = LinkButton(self.tr("The next dose is left out"), "minus")
        self._stop = LinkButton(self.tr("Treatment was stopped"), "close")
        self._surgery = LinkButton(self.tr("Surgery, and when treatment goes on"), "surgery")
        self._replacement = LinkButton(self.tr("Another treatment takes its place"), "infusion")
        self._radiotherapy = LinkButton(self.tr("Radiotherapy"), "radiotherapy")
        links = QVBoxLayout()
        links.setSpacing(0)
        for link, asked in (
            (self._appointment, self.appointment_asked),
            (self._omission, self.omission_asked),
            (self._stop, self.stop_asked),
            (self._surgery, self.surgery_asked),
            (self._replacement, self.replacement_asked),
            (self._radiotherapy, self.radiotherapy_asked),
        ):
            link.clicked.connect(asked)
            links.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addLayout(links)
        theme.current().changed.connect(self._space_list)
        self._space_list()

    def show_changes(
        self, changes: tuple[ChangeLine, ...], *, goes_on: bool, has_surgery_between: bool = False
    ) -> None:
        """Show the changes.

        Args:
            changes: As they were recorded.
            goes_on: There are planned doses that could be left out.
            has_surgery_between: A course began before surgery.
        """
        self._surgery.setVisible(has_surgery_between)
        self._replacement.setVisible(goes_on)
        self._omission.setVisible(goes_on)
        self._stop.setVisible(goes_on)
        if changes == self._shown:
            return
        self._shown = changes
        empty(self._list)
        for change in changes:
            label = WrappedLabel("")
            label.show_parts(wording.change_parts(change))
            self._list.addWidget(label)
        if not changes:
            self._list.addWidget(WrappedLabel(self.tr("Nothing has changed."), tone="text2"))
        self.updateGeometry()

    def _space_list(self) -> None:
        self._list.setSpacing(theme.current().space(10))
