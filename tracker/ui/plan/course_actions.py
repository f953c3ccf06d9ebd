"""What the Plan page does with whole courses."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tracker.domain.people import Radiotherapy
from tracker.domain.regimen import Setting
from tracker.domain.schedule import Plan, VisitStatus
from tracker.services.changes import Changes
from tracker.services.companion import Companion
from tracker.services.planning import surgery_for
from tracker.ui.setup.regimen_cards import short_name

if TYPE_CHECKING:
    from tracker.ui.plan.course_dialogs import Replacement

Tell = Callable[[Changes, str], None]
"""Takes what changed, and what is said of it."""


class CourseActions(QObject):
    """Asks about surgery in the middle of a course, and about one that takes another's place."""

    def __init__(self, page: QWidget, companion: Companion, tell: Tell) -> None:
        super().__init__(page)
        self._page, self._companion, self._tell = page, companion, tell

    def before_surgery(self) -> tuple[Plan, ...]:
        """Return the courses that surgery lies in the middle of."""
        plans = self._companion.plan.all()
        return tuple(plan for plan in plans if plan.course.setting is Setting.NEOADJUVANT)

    def replaceable(self) -> tuple[Plan, ...]:
        """Return the courses with doses to come, the current one first."""
        today, plan = self._companion.clock().date(), self._companion.plan
        running = [each for each in plan.all() if _has_doses_from(each, today)]
        return tuple(sorted(running, key=lambda each: each is not plan.current()))

    def ask_about_surgery(self) -> None:
        """Ask for the day of surgery and the day treatment goes on."""
        from tracker.ui.plan.course_dialogs import GoOnDialog  # noqa: PLC0415 - when asked

        person, plan = self._companion.person(), self._companion.plan

        def store(course_id: UUID, surgery_on: date | None, resumes_on: date | None) -> None:
            changes = plan.set_surgery_between(course_id, surgery_on, resumes_on)
            self._tell(changes, self.tr("The days around surgery are in your plan"))

        GoOnDialog(
            self.before_surgery(),
            lambda each: surgery_for(person, each.course),
            store,
            self._page,
        ).ask()

    def ask_for_replacement(self) -> None:
        """Ask which treatment takes the place of which."""
        from tracker.ui.plan.course_dialogs import ReplaceDialog  # noqa: PLC0415 - when asked

        plan = self._companion.plan

        def store(new: "Replacement") -> None:
            changes = plan.start(
                new.regimen,
                starts_on=new.starts_on,
                instead_of=new.course_id,
                ends=new.ends,
            )
            said = self.tr("{name} is in your plan").format(name=short_name(new.regimen))
            self._tell(changes, said)

        today, library = self._companion.clock().date(), self._companion.library
        ReplaceDialog(self.replaceable(), library, today, store, self._page).ask()

    def ask_for_radiotherapy(self) -> None:
        """Ask for the days of radiotherapy."""
        from tracker.ui.plan.radiotherapy_dialog import RadiotherapyDialog  # noqa: PLC0415

        profile, known = self._companion.profile, self._companion.person().radiotherapy

        def store(radiotherapy: Radiotherapy | None) -> None:
            changes = profile.set_radiotherapy(radiotherapy)
            self._tell(changes, self.tr("Radiotherapy is noted"))

        RadiotherapyDialog(known, store, self._page).ask()


def _has_doses_from(plan: Plan, day: date) -> bool:
    return any(each.on >= day and each.status is VisitStatus.PLANNED for each in plan.visits)
