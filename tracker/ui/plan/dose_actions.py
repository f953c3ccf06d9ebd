"""What a person does with one treatment day, from the Plan page or straight from Today."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tracker.domain.course import Reason
from tracker.domain.wording import at_start
from tracker.errors import TrackerError
from tracker.services.companion import Companion
from tracker.services.drafts import HalfTyped
from tracker.ui import text
from tracker.ui.draft_places import GIVEN, MOVED, OF
from tracker.ui.error_messages import error_text
from tracker.ui.keeping import DraftPlace, run_kept
from tracker.ui.plan import wording
from tracker.ui.plan.course_actions import Tell
from tracker.ui.plan.treatment_days import Aim, TreatmentAt

if TYPE_CHECKING:
    from tracker.ui.plan.given_dialog import GivenAnswer
    from tracker.ui.plan.move_dialog import MoveAnswer
    from tracker.ui.plan.move_state import MoveState


class DoseActions(QObject):
    """Stores what was given, left out or moved, and says so with the way back.

    Args:
        page: The dialogs stand over it.
        tell: Takes what was stored.
        say: Takes one sentence where something was refused.
    """

    def __init__(
        self, page: QWidget, companion: Companion, tell: Tell, say: Callable[[str], None]
    ) -> None:
        super().__init__(page)
        self._page, self._companion = page, companion
        self._tell, self._say = tell, say

    def give(self, treatment: TreatmentAt) -> None:
        """Note all of it as given on its day."""
        try:
            self._give(treatment, treatment.on)
        except TrackerError as error:
            self._say(error_text(error).text)

    def ask_how_given(self, treatment: TreatmentAt, begun: HalfTyped | None = None) -> None:
        """Ask for the day, what was left out, and what was different."""
        from tracker.ui.plan.given_dialog import GivenDialog  # noqa: PLC0415 - when asked

        def give(answer: "GivenAnswer") -> None:
            self._give(treatment, answer.on, note=answer.note, left_out=answer.left_out)

        dialog = GivenDialog(treatment, give, self._page)
        run_kept(dialog, self._place(GIVEN, treatment, begun))

    def ask_why_left_out(self, treatment: TreatmentAt) -> None:
        """Ask what of it was left out, and why."""
        from tracker.ui.plan.dialogs import OmitDialog  # noqa: PLC0415 - when asked

        plan = self._companion.plan

        def omit(aim: Aim, reason: Reason) -> None:
            said = self.tr("{name} is noted as left out").format(name=_name(treatment))
            changes = plan.omit(aim.target, aim.cycle, reason, course_id=aim.course_id)
            self._tell(changes, said)

        OmitDialog(treatment, omit, self._page).run()

    def ask_where_to(self, treatment: TreatmentAt, begun: HalfTyped | None = None) -> None:
        """Ask for its new day, with what that changes."""
        from tracker.ui.plan.move_dialog import MoveDialog  # noqa: PLC0415 - when asked

        plan = self._companion.plan

        def move(answer: "MoveAnswer") -> None:
            aim, day = answer.aim, text.short_day(answer.to)
            said = self.tr("{name} moved to {day}").format(name=_name(treatment), day=day)
            changes = plan.move(
                aim.target,
                aim.cycle,
                answer.to,
                answer.reason,
                answer.note,
                course_id=aim.course_id,
                only_this=aim.only_this,
            )
            self._tell(changes, said)

        dialog = MoveDialog(treatment, self.preview, move, self._page)
        run_kept(dialog, self._place(MOVED, treatment, begun))

    def preview(self, aim: Aim, to: date) -> "MoveState":
        """Return what a move would change.

        Raises:
            TrackerError: It would be refused.
        """
        from tracker.ui.plan.move_state import move_state  # noqa: PLC0415 - when asked

        companion = self._companion
        moved = companion.plan.preview_move(
            aim.target,
            aim.cycle,
            to,
            Reason.OTHER,
            course_id=aim.course_id,
            only_this=aim.only_this,
        )
        after = [
            moved.after if plan.course.id == moved.after.course.id else plan
            for plan in companion.plan.all()
        ]
        heart = companion.heart
        return move_state(
            moved, companion.library.drugs, (heart.checks(), heart.checks(tuple(after)))
        )

    def let_go(self, treatment: TreatmentAt) -> None:
        """Put it back on the day that is computed."""
        aim, plan = treatment.whole, self._companion.plan
        try:
            changes = plan.back_to_rhythm(aim.target, aim.cycle, course_id=aim.course_id)
        except TrackerError as error:
            self._say(error_text(error).text)
            return
        said = self.tr("{name} is back on its computed date").format(name=_name(treatment))
        self._tell(changes, said)

    def _place(self, kind: str, treatment: TreatmentAt, begun: HalfTyped | None) -> DraftPlace:
        name = f"{kind}{OF}{treatment.on.isoformat()} {treatment.whole.course_id}"
        return DraftPlace(self._companion.drafts, name, lambda: treatment.on, begun)

    def _give(
        self,
        treatment: TreatmentAt,
        on: date,
        *,
        note: str | None = None,
        left_out: Mapping[str, Reason | None] | None = None,
    ) -> None:
        aim, plan = treatment.whole, self._companion.plan
        said = self.tr("{name} was given on {day}").format(
            name=_name(treatment), day=text.short_day(on)
        )
        changes = plan.give(
            aim.target, aim.cycle, on, note=note, left_out=left_out, course_id=aim.course_id
        )
        self._tell(changes, said)


def _name(treatment: TreatmentAt) -> str:
    return at_start(wording.treatment(treatment.name))
