"""Another treatment: in the place of one that runs, or beside and after the others."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QWidget

from tracker.clinical.library import Library
from tracker.domain.course import DoseTarget
from tracker.domain.regimen import Regimen
from tracker.domain.schedule import Plan
from tracker.errors import NotUnderstoodError
from tracker.services.custom_regimen import CUSTOM, doses_left
from tracker.ui.plan.course_dialogs import CourseField, aims_of
from tracker.ui.plan.dialogs import AimChips, RecordingDialog
from tracker.ui.setup.custom_form import CustomForm
from tracker.ui.setup.version_form import VersionForm
from tracker.ui.widgets.date_input import DateInput
from tracker.ui.widgets.fields import SelectField
from tracker.ui.widgets.labels import WrappedLabel

_USUAL = "t-dm1"
_YEARS = ("h-year", "hp-year", "phesgo-year")


@dataclass(frozen=True, slots=True)
class NewTreatment:
    """A treatment from a day on.

    Attributes:
        ends_on: Its last day, of tablets alone; None: not known.
        instead_of: The course of which `ends` ends; None: nothing ends.
    """

    regimen: Regimen
    starts_on: date
    ends_on: date | None = None
    instead_of: UUID | None = None
    ends: DoseTarget = field(default_factory=DoseTarget)


class NewTreatmentDialog(RecordingDialog):
    """Asks which treatment, in which version, and from when.

    Args:
        library: Offers its regimens, and the drugs for a typed one.
        today: The first day that is proposed.
        store: Starts the new course.
    """

    def __init__(
        self,
        title: str,
        library: Library,
        today: date,
        store: Callable[[NewTreatment], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, self.tr("Put it in the plan"), parent, width=720)
        self._library, self._store = library, store
        names = [(each.id, each.short_name) for each in library.regimens.values()]
        self._regimen = SelectField(
            self.tr("New treatment"),
            [each for each in names if each[0] != CUSTOM] + [(CUSTOM, self.tr("Something else"))],
        )
        self._custom = CustomForm(library.drugs)
        self._version = VersionForm(library.drugs)
        self._day = DateInput(self.tr("First day of the new treatment"))
        self._day.set_day(today)
        self._last = DateInput(
            self.tr("Last day of the tablets"), hint=self.tr("Leave it empty if not known.")
        )
        words = self.tr("Note this when your team has changed the treatment.")
        self.body.addWidget(WrappedLabel(words, tone="text2"))
        for part in (self._day, self._regimen, self._custom, self._version, self._last):
            self.body.addWidget(part)
        self._regimen.chosen.connect(self._show_regimen)
        self._show_regimen()
        self.typed = {
            "first": self._day,
            "last": self._last,
            ".own": self._custom,
            ".version": self._version,
        }
        self.chosen = {"regimen": self._regimen}

    def record(self) -> None:
        self._store(self._read())

    def _read(self) -> NewTreatment:
        day, last = self._day.day(), self._last.day() if self._is_tablets else None
        if day is None:
            raise NotUnderstoodError(self.tr("Type the first day of the new treatment."))
        if last is not None and last < day:
            raise NotUnderstoodError(self.tr("The last day lies before the first; check the two."))
        if self._regimen.choice is None:
            raise NotUnderstoodError(self.tr("Choose the new treatment."))
        regimen = self._custom.take() if self._is_own else self._version.version()
        return NewTreatment(regimen, day, last)

    @property
    def _is_own(self) -> bool:
        return self._regimen.choice == CUSTOM

    @property
    def _known(self) -> Regimen | None:
        return self._library.regimens.get(self._regimen.choice or "")

    @property
    def _is_tablets(self) -> bool:
        known = self._known
        return known is not None and any(
            each.is_daily_tablet for phase in known.phases for each in phase.administrations
        )

    def _show_regimen(self) -> None:
        known = None if self._is_own else self._known
        self._custom.setVisible(self._is_own)
        self._version.setVisible(known is not None)
        self._last.setVisible(self._is_tablets)
        if known is not None:
            self._version.show_regimen(known)


class ReplaceDialog(NewTreatmentDialog):
    """Asks also what of which treatment ends.

    Args:
        plans: The courses that still have planned doses; at least one.
    """

    def __init__(
        self,
        plans: Sequence[Plan],
        library: Library,
        today: date,
        store: Callable[[NewTreatment], None],
        parent: QWidget | None = None,
    ) -> None:
        self._course = CourseField(self.tr("Which treatment does it replace?"), plans)
        self._ends = AimChips(self.tr("What ends?"), aims_of(plans), all_label=self.tr("All of it"))
        self._counted = WrappedLabel("", "small", tone="text2")
        title = self.tr("Another treatment instead")
        super().__init__(title, library, today, store, parent)
        for place, part in enumerate((self._course, self._ends), start=2):
            self.body.insertWidget(place, part)
        self.body.addWidget(self._counted)
        self._regimen.choose(_USUAL)
        self._course.chosen.connect(self._show_what_is_left)
        self._day.changed.connect(self._show_what_is_left)
        self._show_regimen()
        self.chosen = {"course": self._course, "ends": self._ends.chips, **self.chosen}

    def _read(self) -> NewTreatment:
        new = super()._read()
        course_id = self._course.plan.course.id
        return NewTreatment(
            new.regimen, new.starts_on, new.ends_on, course_id, self._ends.aim.target
        )

    def _show_regimen(self) -> None:
        super()._show_regimen()
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
        self._version.set_last_cycles(left)
        self._counted.setText(
            self.tr("{n} doses are left of the year. The HER2 drugs keep counting.").format(n=left)
        )
        self._counted.show()
