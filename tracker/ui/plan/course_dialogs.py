"""Questions about a course as a whole: surgery in its middle, and another one in its place."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QWidget

from tracker.clinical.library import Library
from tracker.domain.course import DoseTarget
from tracker.domain.regimen import Regimen, Track
from tracker.domain.schedule import Plan
from tracker.errors import NotUnderstoodError
from tracker.services.custom_regimen import CUSTOM, CYCLE_LENGTHS, adapted, doses_left
from tracker.ui import text
from tracker.ui.plan.dialogs import AimChips, RecordingDialog
from tracker.ui.plan.treatment_days import Aim
from tracker.ui.setup.custom_form import CustomForm
from tracker.ui.setup.regimen_cards import short_name
from tracker.ui.widgets.date_input import DateInput
from tracker.ui.widgets.fields import SelectField
from tracker.ui.widgets.labels import WrappedLabel
from tracker.ui.widgets.number_field import NumberField

GoOn = Callable[[UUID, date | None, date | None], None]
"""Stores course, day of surgery and day treatment goes on."""
_TRACKS = (Track.CHEMO, Track.HER2, Track.ENDOCRINE)
_USUAL = "t-dm1"
_YEARS = ("h-year", "hp-year", "phesgo-year")


@dataclass(frozen=True, slots=True)
class Replacement:
    """What takes the place of what, from which day."""

    course_id: UUID
    ends: DoseTarget
    regimen: Regimen
    starts_on: date


class CourseField(SelectField):
    """Asks which course is meant; hidden where there is one."""

    def __init__(self, label: str, plans: Sequence[Plan]) -> None:
        self._plans = {str(plan.course.id): plan for plan in plans}
        names = [(key, _course_name(plan)) for key, plan in self._plans.items()]
        super().__init__(label, names)
        self.choose(names[0][0])
        if len(names) == 1:
            self.hide()

    @property
    def plan(self) -> Plan:
        """The plan of the course that is meant."""
        return self._plans[self.choice or next(iter(self._plans))]


class GoOnDialog(RecordingDialog):
    """Asks for the day of surgery and the day treatment goes on; each may be unknown.

    Args:
        plans: Courses that began before surgery; at least one.
        surgery_on: Of a course, as it is known now.
        store: Stores both days at once.
    """

    def __init__(
        self,
        plans: Sequence[Plan],
        surgery_on: Callable[[Plan], date | None],
        store: GoOn,
        parent: QWidget | None = None,
    ) -> None:
        title = self.tr("Surgery, and when treatment goes on")
        super().__init__(title, self.tr("Save"), parent)
        self._surgery_on, self._store = surgery_on, store
        words = self.tr("Leave a day empty while it is not known. You can change it later.")
        self.body.addWidget(WrappedLabel(words, tone="text2"))
        self._course = CourseField(self.tr("Which treatment?"), plans)
        self._surgery = DateInput(self.tr("Date of the operation"))
        self._resumes = DateInput(self.tr("Treatment goes on"))
        for part in (self._course, self._surgery, self._resumes):
            self.body.addWidget(part)
        self._course.chosen.connect(self._show_days)
        self._show_days()

    def record(self) -> None:
        plan = self._course.plan
        self._store(plan.course.id, self._surgery.day(), self._resumes.day())

    def _show_days(self) -> None:
        plan = self._course.plan
        self._surgery.set_day(self._surgery_on(plan))
        self._resumes.set_day(plan.course.resumes_on)


class ReplaceDialog(RecordingDialog):
    """Asks what takes the place of a treatment, from when, and what of the old one ends.

    Args:
        plans: The courses that still have planned doses; at least one.
        library: Offers its regimens, and the drugs for a typed one.
        today: The first day that is proposed.
        store: Starts the new course and ends the old one in one step.
    """

    def __init__(
        self,
        plans: Sequence[Plan],
        library: Library,
        today: date,
        store: Callable[[Replacement], None],
        parent: QWidget | None = None,
    ) -> None:
        title = self.tr("Another treatment takes its place")
        super().__init__(title, self.tr("Put it in the plan"), parent, width=720)
        self._library, self._store = library, store
        self._ask_everything(plans, today)
        self._regimen.chosen.connect(self._show_regimen)
        self._course.chosen.connect(self._show_what_is_left)
        self._day.changed.connect(self._show_what_is_left)
        self._show_regimen()

    def _ask_everything(self, plans: Sequence[Plan], today: date) -> None:
        library = self._library
        words = self.tr("Note this when your team has changed the treatment.")
        self._course = CourseField(self.tr("Which treatment does it replace?"), plans)
        self._ends = AimChips(self.tr("What ends?"), _aims(plans), all_label=self.tr("All of it"))
        names = [(each.id, short_name(each)) for each in library.regimens.values()]
        self._regimen = SelectField(
            self.tr("New treatment"),
            [each for each in names if each[0] != CUSTOM] + [(CUSTOM, self.tr("Something else"))],
        )
        self._custom = CustomForm(library.drugs)
        self._cycles = NumberField(self.tr("Number of cycles"))
        lengths = [(str(n), self.tr("{n} days").format(n=n)) for n in CYCLE_LENGTHS]
        self._length = SelectField(self.tr("Length of one cycle"), lengths)
        self._counted = WrappedLabel("", "small", tone="text2")
        self._day = DateInput(self.tr("First day of the new treatment"))
        self._day.set_day(today)
        self.body.addWidget(WrappedLabel(words, tone="text2"))
        parts = (self._course, self._ends, self._day, self._regimen, self._custom)
        for part in (*parts, self._cycles, self._length, self._counted):
            self.body.addWidget(part)
        self._regimen.choose(_USUAL)

    def record(self) -> None:
        day = self._day.day()
        if day is None:
            raise NotUnderstoodError(self.tr("Type the first day of the new treatment."))
        regimen = self._read_regimen()
        ends = self._ends.aim.target
        self._store(Replacement(self._course.plan.course.id, ends, regimen, day))

    def _read_regimen(self) -> Regimen:
        if self._is_own:
            return self._custom.take()
        if not self._cycles.text.isdigit():
            raise NotUnderstoodError(self.tr("Type the number of cycles, for example 6"))
        known = self._library.regimens[self._regimen.choice or ""]
        length = int(self._length.choice) if self._length.choice else None
        return adapted(known, cycles=int(self._cycles.text), cycle_days=length)

    @property
    def _is_own(self) -> bool:
        return self._regimen.choice == CUSTOM

    def _show_regimen(self) -> None:
        own = self._is_own
        self._custom.setVisible(own)
        known = None if own else self._library.regimens[self._regimen.choice or ""]
        has_cycles = known is not None and not known.phases[-1].open_ended
        self._cycles.setVisible(has_cycles)
        self._length.setVisible(has_cycles)
        if known is not None:
            self._cycles.set_text(str(known.phases[-1].cycles))
            self._length.choose(str(known.phases[-1].cycle_days))
        self._show_what_is_left()

    def _show_what_is_left(self) -> None:
        """Offer only what remains of the year: changing the drug does not begin a new one."""
        self._counted.hide()
        if self._regimen.choice not in _YEARS:
            return
        year = self._library.regimens[self._regimen.choice]
        try:
            day = self._day.day()
        except NotUnderstoodError:
            return
        left = doses_left(self._course.plan, day) if day is not None else 0
        if not 0 < left < year.phases[-1].cycles:
            return
        self._cycles.set_text(str(left))
        self._counted.setText(
            self.tr("{n} doses are left of the year. The HER2 drugs keep counting.").format(n=left)
        )
        self._counted.show()


def _course_name(plan: Plan) -> str:
    course = plan.course
    return f"{short_name(course.regimen)}, {text.long_day_with_year(course.starts_on)}"


def _aims(plans: Sequence[Plan]) -> tuple[Aim, ...]:
    tracks = {visit.track for plan in plans for visit in plan.visits}
    singles = tuple(Aim(track, DoseTarget(track=track), 0) for track in _TRACKS if track in tracks)
    everything = Aim(None, DoseTarget(), 0)
    return (everything, *singles) if len(singles) > 1 else (everything,)
