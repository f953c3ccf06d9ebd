"""Asks for a treatment in an open diary and stores it; Today and Settings share it."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from tracker.services.changes import Changes
from tracker.services.companion import Companion
from tracker.ui.setup.start_dialog import StartFrom, StartPlanDialog
from tracker.ui.setup.state import SetupAnswers


def ask_for_plan(companion: Companion, told: Callable[[Changes], None], parent: QWidget) -> None:
    """Ask until a course is stored or the person changed her mind; `told` gets what changed."""
    person = companion.person()
    surgery = person.definitive_surgery
    known = SetupAnswers(
        name=person.name,
        country=person.care.country,
        surgery_on=surgery.on if surgery else None,
    )

    def store(answers: SetupAnswers) -> None:
        if answers.regimen is None or answers.starts_on is None:
            return
        told(
            companion.plan.start(
                answers.regimen,
                setting=answers.setting,
                starts_on=answers.starts_on,
                surgery_on=answers.surgery_on,
                resumes_on=answers.resumes_on if answers.before_surgery else None,
            )
        )

    start = StartFrom(companion.library, companion.clock().date(), known)
    StartPlanDialog(start, store, parent).run()
