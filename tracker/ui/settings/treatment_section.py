"""Treatment: courses in the diary, the operation, radiotherapy."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tracker.domain.people import Radiotherapy, Surgery
from tracker.errors import NotUnderstoodError
from tracker.services.changes import Changes
from tracker.services.companion import Companion
from tracker.ui import text
from tracker.ui.settings.section import Section
from tracker.ui.setup.starting import ask_for_plan
from tracker.ui.widgets.buttons import LinkButton, SecondaryButton
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.date_input import DateInput
from tracker.ui.widgets.labels import WrappedLabel


class TreatmentSection(Section):
    """What the plan is computed from; dates of single treatments are changed on the Plan page."""

    def __init__(self, companion: Companion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._companion = companion
        self._courses = WrappedLabel()
        self._add = SecondaryButton(self.tr("Add a treatment"), "plus")
        self._surgery = DateInput(self.tr("Date of the operation"))
        self._save_surgery = SecondaryButton(self.tr("Save the operation"))
        self._first = DateInput(self.tr("First day of radiotherapy"))
        self._last = DateInput(
            self.tr("Last day of radiotherapy"), hint=self.tr("Leave it empty if not known.")
        )
        self._save_radiotherapy = SecondaryButton(self.tr("Save radiotherapy"))
        self._no_radiotherapy = LinkButton(self.tr("No radiotherapy"))
        self._build()

    def show_values(self) -> None:
        plans = self._companion.plan.all()
        lines = [
            self.tr("{name}, from {day}").format(
                name=plan.course.regimen.short_name,
                day=text.long_day_with_year(plan.course.starts_on),
            )
            for plan in plans
        ]
        self._courses.setText("\n".join(lines) or self.tr("No treatment in the diary yet"))
        person = self._companion.person()
        surgery = person.definitive_surgery
        self._surgery.set_day(surgery.on if surgery else None)
        radiotherapy = person.radiotherapy
        self._first.set_day(radiotherapy.starts_on if radiotherapy else None)
        self._last.set_day(radiotherapy.ends_on if radiotherapy else None)
        self._no_radiotherapy.setVisible(radiotherapy is not None)

    def start_plan(self) -> None:
        """Ask for a treatment and store it."""
        ask_for_plan(self._companion, self._tell, self)
        self.show_values()

    def _tell(self, changes: Changes) -> None:
        self.changed.emit(changes)
        self.said.emit(self.tr("The treatment is in your plan"))

    def _store_surgery(self) -> None:
        on = _read(self._surgery)
        if on is None:
            return
        person = self._companion.person()
        before = person.definitive_surgery
        others = tuple(each for each in person.surgeries if each is not before)
        name = before.name if before else None
        surgeries = (*others, Surgery(on, name))
        self.save(lambda: self._companion.plan.set_surgeries(surgeries), self._surgery.show_error)

    def _store_radiotherapy(self) -> None:
        starts_on = _read(self._first)
        if starts_on is None:
            return
        try:
            radiotherapy = Radiotherapy(starts_on, self._last.day())
        except NotUnderstoodError as error:
            self._last.show_error(str(error))
            return
        self._keep_radiotherapy(radiotherapy)

    def _forget_radiotherapy(self) -> None:
        self._keep_radiotherapy(None)

    def _keep_radiotherapy(self, radiotherapy: Radiotherapy | None) -> None:
        self.save(
            lambda: self._companion.profile.set_radiotherapy(radiotherapy), self._first.show_error
        )
        self.show_values()

    def _build(self) -> None:
        courses = Card()
        courses.add_title(self.tr("Treatment"), "infusion")
        courses.column.addWidget(self._courses)
        courses.column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        surgery = Card()
        surgery.add_title(self.tr("Operation"), "surgery")
        surgery.column.addWidget(self._surgery)
        surgery.column.addWidget(self._save_surgery, 0, Qt.AlignmentFlag.AlignLeft)
        radiotherapy = Card()
        radiotherapy.add_title(self.tr("Radiotherapy"), "radiotherapy")
        radiotherapy.column.addWidget(self._first)
        radiotherapy.column.addWidget(self._last)
        for button in (self._save_radiotherapy, self._no_radiotherapy):
            radiotherapy.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._add.clicked.connect(self.start_plan)
        self._save_surgery.clicked.connect(self._store_surgery)
        self._save_radiotherapy.clicked.connect(self._store_radiotherapy)
        self._no_radiotherapy.clicked.connect(self._forget_radiotherapy)
        for card in (courses, surgery, radiotherapy):
            self.column.addWidget(card)


def _read(field: DateInput) -> date | None:
    """Return the date typed; None when there is none or it is wrong, which the field then says."""
    try:
        day = field.day()
    except NotUnderstoodError:
        return None
    if day is None:
        field.show_error(field.tr("Type the date"))
    return day
