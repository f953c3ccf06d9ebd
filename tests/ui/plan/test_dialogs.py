"""The questions of the Plan page: what they show before anything is stored, and what they store."""

from datetime import date, time
from uuid import UUID

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from tests.ui.heart_and_plan import TODAY, Life, a_life
from tracker.domain.course import DoseTarget, Reason
from tracker.domain.regimen import Track
from tracker.ui.plan.appointment_dialog import AppointmentDialog
from tracker.ui.plan.course_dialogs import StopDialog
from tracker.ui.plan.dialogs import OmitDialog
from tracker.ui.plan.dose_actions import DoseActions
from tracker.ui.plan.given_dialog import GivenAnswer, GivenDialog
from tracker.ui.plan.move_dialog import MoveAnswer, MoveDialog
from tracker.ui.plan.move_state import move_state
from tracker.ui.plan.state import PlanState, plan_state
from tracker.ui.plan.treatment_days import Aim, TreatmentAt
from tracker.ui.widgets.choice_card import CheckRow
from tracker.ui.widgets.choices import ChoiceChip
from tracker.ui.widgets.date_input import DateInput
from tracker.ui.widgets.field_parts import LineEdit
from tracker.ui.widgets.fields import TextField


def state_of(life: Life) -> PlanState:
    state = plan_state(life.companion)
    assert state is not None
    return state


def upcoming(life: Life) -> TreatmentAt:
    treatment = state_of(life).upcoming
    assert treatment is not None
    return treatment


def press(widget: QWidget, words: str) -> None:
    chips = [chip for chip in widget.findChildren(ChoiceChip) if chip.shown_text == words]
    assert len(chips) == 1, [chip.shown_text for chip in widget.findChildren(ChoiceChip)]
    chips[0].click()


def shown(widget: QWidget) -> str:
    labels = [label for label in widget.findChildren(QLabel) if label.isVisible()]
    return "\n".join(label.text() for label in labels).replace("\u00a0", " ")


class Moves:
    """A move dialog with what it stored."""

    def __init__(self, qtbot, life: Life) -> None:
        self.plan = life.companion.plan
        self.stored: list[MoveAnswer] = []
        drugs = life.companion.library.drugs

        def preview(aim: Aim, to: date):
            moved = self.plan.preview_move(aim.target, aim.cycle, to, Reason.OTHER)
            return move_state(moved, drugs)

        def move(answer: MoveAnswer) -> None:
            aim = answer.aim
            self.plan.move(aim.target, aim.cycle, answer.to, answer.reason)
            self.stored.append(answer)

        self.dialog = MoveDialog(upcoming(life), preview, move)
        qtbot.addWidget(self.dialog)
        self.dialog.show()


@pytest.fixture
def life() -> Life:
    return a_life()


@pytest.fixture
def moves(qtbot, life) -> Moves:
    return Moves(qtbot, life)


def test_seven_days_later_is_shown_at_once_with_what_follows(moves):
    words = shown(moves.dialog)

    assert "Tue 2 Jun" in words
    assert "Tue 9 Jun" in words
    assert "Trastuzumab, dose 7" in words
    assert "Last of all: dose 18" in words
    assert moves.stored == []


def test_the_button_says_what_it_does(moves):
    assert moves.dialog.accept_button.shown_text == "Move cycle 6"


def test_another_number_of_days_changes_the_preview(moves):
    press(moves.dialog, "14 days later")

    assert "Tue 16 Jun" in shown(moves.dialog)


def test_a_reason_can_be_left_out(moves):
    moves.dialog.accept_button.click()

    (stored,) = moves.stored
    assert (stored.to, stored.reason, stored.note) == (date(2026, 6, 9), Reason.OTHER, None)


def test_a_reason_is_stored_with_the_move(moves):
    press(moves.dialog, "Low blood counts")
    moves.dialog.accept_button.click()

    assert moves.stored[0].reason is Reason.LOW_COUNTS


def test_one_track_alone_can_move_and_the_parting_is_named(moves):
    press(moves.dialog, "Chemotherapy only")

    assert "two visits instead of one" in shown(moves.dialog)
    moves.dialog.accept_button.click()
    assert moves.stored[0].aim.track is Track.CHEMO


def test_a_collision_is_said_but_never_forbids(moves):
    press(moves.dialog, "Another date")
    (date_input,) = moves.dialog.findChildren(DateInput)
    for box in date_input.findChildren(LineEdit):
        box.setText({"Day": "6", "Month": "6"}.get(box.accessibleName().split(": ")[1], "2026"))
        box.textEdited.emit(box.text())

    # 6 June 2026 is a Saturday.
    assert "falls on a weekend" in shown(moves.dialog)
    moves.dialog.accept_button.click()
    assert moves.stored[0].to == date(2026, 6, 6)


def test_a_day_that_cannot_be_is_refused_in_words_and_nothing_is_stored(moves):
    press(moves.dialog, "Another date")
    moves.dialog.accept_button.click()

    assert moves.stored == []
    assert moves.dialog.isVisible()
    assert "nothing was changed" in shown(moves.dialog)


def test_cancel_stores_nothing(moves):
    moves.dialog.reject_button.click()

    assert moves.stored == []
    assert moves.plan.events() == ()


def test_a_dose_is_noted_as_given_on_the_day_that_was_typed(qtbot, life):
    given: list[GivenAnswer] = []
    dialog = GivenDialog(state_of(life).unmarked, given.append)
    qtbot.addWidget(dialog)

    dialog.accept_button.click()

    assert given == [GivenAnswer(date(2026, 5, 12))]


@pytest.mark.parametrize(
    ("why", "reason"), [("Side effects", Reason.OTHER_SIDE_EFFECT), ("It has another day", None)]
)
def test_a_drug_that_was_not_given_carries_why_and_a_smaller_dose_is_a_note(
    qtbot, life, why, reason
):
    given: list[GivenAnswer] = []
    dialog = GivenDialog(state_of(life).unmarked, given.append)
    qtbot.addWidget(dialog)
    dialog.show()

    next(row for row in dialog.findChildren(CheckRow) if row.text() == "Carboplatin").click()
    press(dialog, why)
    (note,) = dialog.findChildren(TextField)
    note.set_text("less docetaxel")
    dialog.accept_button.click()

    assert given == [GivenAnswer(date(2026, 5, 12), {"carboplatin": reason}, "less docetaxel")]


def test_what_is_left_out_carries_its_reason(qtbot, life):
    omitted: list[tuple[Aim, Reason]] = []
    dialog = OmitDialog(upcoming(life), lambda aim, reason: omitted.append((aim, reason)))
    qtbot.addWidget(dialog)

    press(dialog, "HER2 drugs only")
    press(dialog, "Heart result")
    dialog.accept_button.click()

    assert [(aim.track, reason) for aim, reason in omitted] == [(Track.HER2, Reason.HEART_RESULT)]


def test_a_stop_can_be_about_all_treatment(qtbot):
    stopped: list[tuple[UUID, DoseTarget, date, Reason]] = []
    plans = a_life().companion.plan.all()
    dialog = StopDialog(plans, TODAY, lambda *stop: stopped.append(stop))
    qtbot.addWidget(dialog)

    dialog.accept_button.click()

    assert stopped == [(plans[0].course.id, DoseTarget(), TODAY, Reason.OTHER)]


def test_an_appointment_takes_a_usual_name_and_a_time(qtbot):
    added: list[tuple[str, date, time]] = []
    dialog = AppointmentDialog(TODAY, lambda *each: added.append(each))
    qtbot.addWidget(dialog)

    press(dialog, "Blood test")
    dialog.accept_button.click()

    assert added == [("Blood test", TODAY, time(9, 0))]


def test_an_appointment_without_a_name_is_asked_back(qtbot):
    added: list[tuple[str, date, time]] = []
    dialog = AppointmentDialog(TODAY, lambda *each: added.append(each))
    qtbot.addWidget(dialog)

    dialog.accept_button.click()

    assert added == []


def test_every_date_that_changes_is_named_on_request_heart_scans_too(qtbot, life):
    said: list[str] = []
    actions = DoseActions(QWidget(), life.companion, lambda *_: None, said.append)
    dialog = MoveDialog(upcoming(life), actions.preview, lambda _: None)
    qtbot.addWidget(dialog)
    dialog.show()
    few = shown(dialog)

    assert "Heart scans that are counted from the last dose move with it" in few
    assert "Trastuzumab, dose 12" not in few
    (more,) = [
        each
        for each in dialog.findChildren(QAbstractButton)
        if each.text().startswith("Show all") and not each.isHidden()
    ]
    more.click()
    QApplication.processEvents()

    every = shown(dialog)
    assert "Trastuzumab, dose 12" in every
    assert "Heart scan" in every.splitlines()
