"""What the Plan page does with whole courses."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tracker.domain.course import DoseTarget, Reason
from tracker.domain.people import Radiotherapy, Surgery
from tracker.domain.regimen import Regimen, Setting
from tracker.domain.schedule import Plan
from tracker.domain.treatment import goes_on, has_doses_from
from tracker.services.changes import Changes
from tracker.services.collisions import chemotherapy_in
from tracker.services.companion import Companion
from tracker.services.drafts import HalfTyped
from tracker.services.planning import surgery_for
from tracker.ui import draft_places as places
from tracker.ui import text
from tracker.ui.keeping import DraftPlace, KeptDialog, run_kept

if TYPE_CHECKING:
    from tracker.ui.plan.replace_dialog import NewTreatment

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
        running = [each for each in plan.all() if has_doses_from(each, today)]
        return tuple(sorted(running, key=lambda each: each is not plan.current()))

    def going_on(self) -> tuple[Plan, ...]:
        """Return the courses with doses or tablets to come, the current one first."""
        today, plan = self._companion.clock().date(), self._companion.plan
        running = [each for each in plan.all() if goes_on(each, today)]
        return tuple(sorted(running, key=lambda each: each is not plan.current()))

    def ask_about_stop(self, begun: HalfTyped | None = None) -> None:
        """Ask which treatment, or what of it, was stopped."""
        from tracker.ui.plan.course_dialogs import StopDialog  # noqa: PLC0415 - when asked

        plan = self._companion.plan

        def stop(course_id: UUID, target: DoseTarget, on: date, reason: Reason) -> None:
            said = self.tr("The stop from {day} is noted").format(day=text.short_day(on))
            self._tell(plan.stop(target, on, reason, course_id=course_id), said)

        today = self._companion.clock().date()
        dialog = StopDialog(self.going_on(), today, stop, self._page)
        self._ask(places.STOPPED, dialog, begun)

    def ask_about_surgery(self, begun: HalfTyped | None = None) -> None:
        """Ask for the day of surgery and the day treatment goes on."""
        from tracker.ui.plan.course_dialogs import GoOnDialog  # noqa: PLC0415 - when asked

        person, plan = self._companion.person(), self._companion.plan

        def store(course_id: UUID, surgery_on: date | None, resumes_on: date | None) -> None:
            changes = plan.set_surgery_between(course_id, surgery_on, resumes_on)
            self._tell(changes, self.tr("The days around surgery are in your plan"))

        dialog = GoOnDialog(
            self.before_surgery(),
            lambda each: surgery_for(person, each.course),
            store,
            self._page,
        )
        self._ask(places.AROUND_SURGERY, dialog, begun)

    def ask_for_replacement(self, begun: HalfTyped | None = None) -> None:
        """Ask which treatment takes the place of which."""
        from tracker.ui.plan.replace_dialog import ReplaceDialog  # noqa: PLC0415 - when asked

        today, library = self._companion.clock().date(), self._companion.library
        dialog = ReplaceDialog(self.replaceable(), library, today, self._start, self._page)
        self._ask(places.REPLACEMENT, dialog, begun)

    def ask_for_addition(self, begun: HalfTyped | None = None) -> None:
        """Ask which treatment comes beside the others, or after them."""
        from tracker.ui.plan.replace_dialog import NewTreatmentDialog  # noqa: PLC0415

        today, library = self._companion.clock().date(), self._companion.library
        title = self.tr("A treatment is added")
        dialog = NewTreatmentDialog(title, library, today, self._start, self._page)
        self._ask(places.ADDITION, dialog, begun)

    def ask_for_version(self, begun: HalfTyped | None = None) -> None:
        """Ask for the team's own version of a course."""
        from tracker.ui.plan.course_dialogs import VersionDialog  # noqa: PLC0415 - when asked

        plan = self._companion.plan

        def store(course_id: UUID, version: Regimen, starts_on: date) -> None:
            said = self.tr("Your plan follows your team's version")
            self._tell(plan.adapt(course_id, version, starts_on), said)

        drugs = self._companion.library.drugs
        dialog = VersionDialog(self.going_on(), drugs, store, self._page)
        self._ask(places.VERSION, dialog, begun)

    def ask_for_operation(self, begun: HalfTyped | None = None) -> None:
        """Ask about one more operation."""
        from tracker.ui.plan.course_dialogs import OperationDialog  # noqa: PLC0415 - when asked

        known = self._companion.person().surgeries

        def store(on: date, name: str | None, counts: bool) -> None:  # noqa: FBT001 - one answer
            changes = self._companion.plan.add_surgery(Surgery(on, name, counts))
            said = self.tr("The operation is noted")
            self._tell(changes, said)

        dialog = OperationDialog([each.on for each in known], store, self._page)
        self._ask(places.OPERATION, dialog, begun)

    def _start(self, new: "NewTreatment") -> None:
        changes = self._companion.plan.start(
            new.regimen,
            starts_on=new.starts_on,
            ends_on=new.ends_on,
            instead_of=new.instead_of,
            ends=new.ends,
        )
        self._tell(changes, self.tr("{name} is in your plan").format(name=new.regimen.short_name))

    def ask_for_radiotherapy(self, begun: HalfTyped | None = None) -> None:
        """Ask for the days of radiotherapy."""
        from tracker.ui.plan.radiotherapy_dialog import RadiotherapyDialog  # noqa: PLC0415

        profile, known = self._companion.profile, self._companion.person().radiotherapy

        def store(radiotherapy: Radiotherapy | None) -> None:
            changes = profile.set_radiotherapy(radiotherapy)
            said = self.tr("Radiotherapy is noted")
            meets = radiotherapy and chemotherapy_in(radiotherapy, self._companion.plan.all())
            if meets:
                said = self.tr(
                    "{said}. {drug} on {day} falls into it; ask your team which comes first."
                ).format(
                    said=said,
                    drug=self._companion.library.drugs[meets.drug].name,
                    day=text.short_day(meets.on),
                )
            self._tell(changes, said)

        dialog = RadiotherapyDialog(known, store, self._page)
        self._ask(places.RADIOTHERAPY, dialog, begun)

    def _ask(self, name: str, dialog: KeptDialog, begun: HalfTyped | None) -> None:
        today = self._companion.clock().date()
        run_kept(dialog, DraftPlace(self._companion.drafts, name, lambda: today, begun))
