"""Questions about a course as a whole: surgery in its middle, its version, one more operation."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QWidget

from tracker.domain.course import DoseTarget, Reason
from tracker.domain.regimen import DrugFacts, Regimen, Track
from tracker.domain.schedule import Plan
from tracker.errors import NotUnderstoodError
from tracker.ui import text
from tracker.ui.plan.dialogs import AimChips, ReasonChips, RecordingDialog
from tracker.ui.plan.treatment_days import Aim
from tracker.ui.setup.version_form import VersionForm
from tracker.ui.widgets.choice_card import CheckRow
from tracker.ui.widgets.date_input import DateInput
from tracker.ui.widgets.fields import SelectField, TextField
from tracker.ui.widgets.labels import WrappedLabel

GoOn = Callable[[UUID, date | None, date | None], None]
"""Stores course, day of surgery and day treatment goes on."""
_TRACKS = (Track.CHEMO, Track.HER2, Track.ENDOCRINE)


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
        title = self.tr("The days around surgery")
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
        self.typed = {"surgery": self._surgery, "goes on": self._resumes}
        self.chosen = {"course": self._course}

    def record(self) -> None:
        plan = self._course.plan
        self._store(plan.course.id, self._surgery.day(), self._resumes.day())

    def _show_days(self) -> None:
        plan = self._course.plan
        self._surgery.set_day(self._surgery_on(plan))
        self._resumes.set_day(plan.course.resumes_on)


class VersionDialog(RecordingDialog):
    """Asks for the team's own version of a course: other cycles, lengths, days, first day.

    Args:
        plans: The courses that still have planned doses; at least one.
        drugs: Their names.
        store: Puts the version in the place of the phases of a course, from its first day.
    """

    def __init__(
        self,
        plans: Sequence[Plan],
        drugs: Mapping[str, DrugFacts],
        store: Callable[[UUID, Regimen, date], None],
        parent: QWidget | None = None,
    ) -> None:
        title = self.tr("Other cycles or days")
        super().__init__(title, self.tr("Change the plan"), parent, width=720)
        self._store = store
        words = self.tr(
            "Note this when your team gives the treatment in another way. "
            "Doses that were given stay where they are. You can undo this."
        )
        self.body.addWidget(WrappedLabel(words, tone="text2"))
        self._course = CourseField(self.tr("Which treatment?"), plans)
        self._first = DateInput(self.tr("First day of the treatment"))
        self._form = VersionForm(drugs)
        for part in (self._course, self._first, self._form):
            self.body.addWidget(part)
        self._course.chosen.connect(self._show_course)
        self._show_course()
        self.typed = {"first": self._first, ".version": self._form}
        self.chosen = {"course": self._course}

    def record(self) -> None:
        course = self._course.plan.course
        first, version = self._first.day(), self._form.version()
        if first is None:
            raise NotUnderstoodError(self.tr("Type the first day of the treatment."))
        if version is course.regimen and first == course.starts_on:
            raise NotUnderstoodError(self.tr("Nothing is different yet."))
        self._store(course.id, version, first)

    def _show_course(self) -> None:
        course = self._course.plan.course
        self._first.set_day(course.starts_on)
        self._form.show_regimen(course.regimen)


class StopDialog(RecordingDialog):
    """Notes that the team ended a treatment for good.

    Args:
        plans: The courses that go on; at least one.
        today: The first day without, as it is proposed.
        stop: Takes course, what of it, the first day without it, and why.
    """

    def __init__(
        self,
        plans: Sequence[Plan],
        today: date,
        stop: Callable[[UUID, DoseTarget, date, Reason], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Treatment was stopped"), self.tr("Note the stop"), parent)
        self._stop = stop
        words = self.tr(
            "Note this when your team has ended a treatment. "
            "Planned days from then on leave your plan."
        )
        self.body.addWidget(WrappedLabel(words, tone="text2"))
        self._course = CourseField(self.tr("Which treatment?"), plans)
        aims = aims_of(plans)
        self._aims = AimChips(self.tr("What was stopped?"), aims, all_label=self.tr("All of it"))
        self._day = DateInput(self.tr("First day without it"))
        self._day.set_day(today)
        self._reasons = ReasonChips()
        for widget in (self._course, self._aims, self._day, self._reasons):
            self.body.addWidget(widget)
        self.typed = {"from": self._day}
        self.chosen = {
            "course": self._course,
            "aim": self._aims.chips,
            "reason": self._reasons.chips,
        }

    def record(self) -> None:
        day = self._day.day()
        if day is None:
            raise NotUnderstoodError(self.tr("Type the first day without it."))
        course_id = self._course.plan.course.id
        self._stop(course_id, self._aims.aim.target, day, self._reasons.reason)


class OperationDialog(RecordingDialog):
    """Asks about one more operation, as when more tissue had to be taken.

    Args:
        known: The days of the operations so far.
        store: Takes day, name and whether the dates count from it.
    """

    def __init__(
        self,
        known: Sequence[date],
        store: Callable[[date, str | None, bool], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Another operation"), self.tr("Save"), parent)
        self._store = store
        days = ", ".join(text.long_day_with_year(day) for day in known)
        words = self.tr("In your diary so far: {days}.").format(days=days) if known else ""
        so_far = WrappedLabel(words, tone="text2")
        so_far.setVisible(bool(words))
        self._day = DateInput(self.tr("Date of the operation"))
        self._name = TextField(self.tr("What was done? (you can skip this)"))
        self._counts = CheckRow(self.tr("The dates of my treatment count from this one"))
        for part in (so_far, self._day, self._name, self._counts):
            self.body.addWidget(part)
        self.typed = {"on": self._day, "name": self._name}
        self.chosen = {"counts": self._counts}

    def record(self) -> None:
        day = self._day.day()
        if day is None:
            raise NotUnderstoodError(self.tr("Type the date of the operation."))
        self._store(day, self._name.text or None, self._counts.isChecked())


def aims_of(plans: Sequence[Plan]) -> tuple[Aim, ...]:
    """Return what of courses can end: all of it first, then each line of treatment."""
    tracks = {visit.track for plan in plans for visit in plan.visits}
    singles = tuple(Aim(track, DoseTarget(track=track), 0) for track in _TRACKS if track in tracks)
    everything = Aim(None, DoseTarget(), 0)
    return (everything, *singles) if len(singles) > 1 else (everything,)


def _course_name(plan: Plan) -> str:
    course = plan.course
    return f"{course.regimen.short_name}, {text.long_day_with_year(course.starts_on)}"
