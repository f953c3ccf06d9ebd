"""Asks again what was half typed on the Plan page when the window closed or the power went."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from tracker.errors import TrackerError
from tracker.services.companion import Companion
from tracker.services.drafts import HalfTyped
from tracker.ui import draft_places as places
from tracker.ui.error_messages import error_text
from tracker.ui.plan.course_actions import CourseActions, Tell
from tracker.ui.plan.dose_actions import DoseActions
from tracker.ui.plan.treatment_days import TreatmentAt, treatment_days

Ask = Callable[[HalfTyped], None]


class PuttingBack:
    """Opens the dialog in which something was begun, as it stood.

    Args:
        courses: Ask about whole courses.
        doses: Ask about one treatment day.
        ask_for_appointment: Asks for an appointment.
        tell: Takes what was stored.
        say: Takes one sentence.
    """

    def __init__(  # noqa: PLR0913 - each asks about something else
        self,
        companion: Companion,
        courses: CourseActions,
        doses: DoseActions,
        ask_for_appointment: Ask,
        *,
        tell: Tell,
        say: Callable[[str], None],
    ) -> None:
        self._companion = companion
        self._tell, self._say = tell, say
        self._about_days: dict[str, Callable[[TreatmentAt, HalfTyped], None]] = {
            places.MOVED: doses.ask_where_to,
            places.GIVEN: doses.ask_how_given,
        }
        self._asks: dict[str, Ask] = {
            places.APPOINTMENT: ask_for_appointment,
            places.STOPPED: courses.ask_about_stop,
            places.AROUND_SURGERY: courses.ask_about_surgery,
            places.OPERATION: courses.ask_for_operation,
            places.VERSION: courses.ask_for_version,
            places.REPLACEMENT: courses.ask_for_replacement,
            places.ADDITION: courses.ask_for_addition,
            places.RADIOTHERAPY: courses.ask_for_radiotherapy,
        }
        self._needs: dict[str, Callable[[], tuple[object, ...]]] = {
            places.STOPPED: courses.going_on,
            places.VERSION: courses.going_on,
            places.AROUND_SURGERY: courses.before_surgery,
            places.REPLACEMENT: courses.replaceable,
        }

    def put_back(self, begun: HalfTyped) -> None:
        """Ask again; where it is about something that is gone, keep its words as a note."""
        kind = places.kind_of(begun.place)
        if kind in self._about_days:
            treatment = self._treatment(begun)
            if treatment is None:
                self._keep_words(begun)
            else:
                self._about_days[kind](treatment, begun)
        elif kind in self._needs and not self._needs[kind]():
            self._keep_words(begun)
        elif kind in self._asks:
            self._asks[kind](begun)

    def _treatment(self, begun: HalfTyped) -> TreatmentAt | None:
        day, _, course = places.subject_of(begun.place).partition(" ")
        days = treatment_days(self._companion.plan.all(), self._companion.library.drugs)
        same = (each for each in days if each.on.isoformat() == day)
        return next((each for each in same if str(each.whole.course_id) == course), None)

    def _keep_words(self, begun: HalfTyped) -> None:
        words, diary = begun.values.get("note", ""), self._companion.diary
        try:
            if words:
                saved = diary.note(words, day=min(begun.day, self._companion.clock().date()))
                kept = "What it was about is gone. Your words are kept as a note."
                self._tell(saved.changes, _tr(kept))
            else:
                self._say(_tr("What it was about is gone. Nothing was changed."))
            self._companion.drafts.drop(begun.place, begun.day, begun.number)
        except TrackerError as error:
            self._say(error_text(error).text)


def _tr(source: str) -> str:
    return QCoreApplication.translate("PuttingBack", source)
