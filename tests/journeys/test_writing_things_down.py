"""Notes, questions, own symptoms, skips, medicines and plans, through their dialogs."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QPlainTextEdit

from tests.builders import NOW, Clock, a_person
from tests.fakes import MemoryStorage
from tests.journeys.dialog_answers import InDialog
from tests.journeys.hands import Hands, open_window, window_on
from tracker.domain.entries import AnswerState, AppointmentEntry, MedicineEntry
from tracker.services.ports import Write

pytestmark = pytest.mark.usefixtures("sheet")

TODAY = NOW.date()


@pytest.fixture
def hands(qtbot, diary_in_treatment) -> Hands:
    return open_window(qtbot, diary_in_treatment, Clock())


def test_a_note_marked_as_a_question_is_kept_for_the_next_visit(hands):
    hands.named("Note", QPlainTextEdit).setPlainText("May I fly in June?")
    hands.named("Ask about this at my next visit", QCheckBox).click()
    hands.click("Save note")

    assert [each.text for each in hands.companion.diary.questions_open()] == ["May I fly in June?"]
    assert hands.named("Note", QPlainTextEdit).toPlainText() == ""


def test_an_empty_note_is_refused_in_its_place(hands):
    hands.click("Save note")

    assert hands.reads("the note")
    assert hands.companion.diary.day(TODAY).others == ()


def test_a_symptom_of_ones_own_is_asked_like_the_others(hands):
    def act(dialog: InDialog) -> None:
        dialog.fill("What would you call it?", "cold sore")
        dialog.click("Add")

    answer = InDialog(act)
    hands.click("Add your own")
    hands.click("cold sore: 2, clear, but I manage")

    assert answer.done()
    assert hands.companion.diary.day(TODAY).answers["own:cold sore"].severity == 2


def test_what_one_would_rather_not_say_is_asked_and_neither_yes_nor_no(hands):
    def act(dialog: InDialog) -> None:
        dialog.click("Vomiting")
        dialog.click("Save")

    answer = InDialog(act)
    hands.click("I'd rather not say")

    assert answer.done()
    skipped = hands.companion.diary.day(TODAY).answers["vomiting"]
    assert (skipped.state, skipped.severity) == (AnswerState.SKIPPED, None)


def test_a_medicine_is_written_down_as_typed(hands):
    def act(dialog: InDialog) -> None:
        dialog.fill("What did you take?", "ondansetron")
        dialog.fill("How much?", "1 tablet")
        dialog.click("Save")

    answer = InDialog(act)
    hands.click("Add a medicine")

    assert answer.done()
    assert [(e.name, e.amount) for e in hands.entries(MedicineEntry)] == [
        ("ondansetron", "1 tablet")
    ]


def told_by_buttons(hands) -> list[str]:
    buttons = hands.window.findChildren(QAbstractButton)
    return [each.accessibleDescription() for each in buttons if each.isVisible()]


def test_a_booked_heart_scan_is_noted_and_the_reminder_says_so(hands):
    def act(dialog: InDialog) -> None:
        for part, text in (("Day", "20"), ("Month", "5"), ("Year", "2026")):
            dialog.fill(f"Date: {part}", text)
        dialog.fill("Time", "10:30")
        dialog.click("Save")

    answer = InDialog(act)
    badge = "1 reminder: heart scan was due"
    assert any(badge in each for each in told_by_buttons(hands))
    hands.click("It's booked")

    assert answer.done()
    assert not any(badge in each for each in told_by_buttons(hands))
    assert [e.starts_at.hour for e in hands.entries(AppointmentEntry)] == [10]
    assert hands.reads("Heart scan is booked")


def test_a_treatment_can_be_started_later_than_the_diary(qtbot):
    storage = MemoryStorage()
    storage.apply(Write(at=NOW, people=(a_person(),)))
    hands = window_on(qtbot, storage, Clock())

    def act(dialog: InDialog) -> None:
        for part, text in (("Day", "1"), ("Month", "4"), ("Year", "2026")):
            dialog.fill(f"Date of the operation: {part}", text)
        dialog.click("Continue")
        dialog.click_first("TCHP,")
        dialog.click("Continue")
        for part, text in (("Day", "4"), ("Month", "5"), ("Year", "2026")):
            dialog.fill(f"First treatment: {part}", text)
        dialog.click("Start this plan")

    answer = InDialog(act)
    hands.click("Add your treatment plan")

    assert answer.done()
    assert hands.companion.plan.current().course.starts_on == date(2026, 5, 4)
    assert hands.companion.person().definitive_surgery.on == date(2026, 4, 1)
    assert hands.reads("Cycle 1 of 6 · Day 9")


def test_a_refused_start_keeps_its_dialog_and_its_answers(qtbot):
    storage = MemoryStorage()
    storage.apply(Write(at=NOW, people=(a_person(),)))
    hands = window_on(qtbot, storage, Clock())

    def act(dialog: InDialog) -> None:
        dialog.click("I don't know yet")
        dialog.click_first("TCHP,")
        dialog.click("Continue")
        for part, text in (("Day", "4"), ("Month", "5"), ("Year", "2026")):
            dialog.fill(f"First treatment: {part}", text)
        storage.refuses = True
        dialog.click("Start this plan")

    answer = InDialog(act)
    hands.click("Add your treatment plan")

    assert not answer.done()
    assert hands.companion.plan.all() == ()


def test_an_operation_typed_in_the_settings_is_stored(hands):
    hands.window.show_page("settings")
    hands.click("Treatment")
    for part, text in (("Day", "1"), ("Month", "4"), ("Year", "2026")):
        hands.enter_in(f"Date of the operation: {part}", text)
    hands.click("Save the operation")

    assert hands.companion.person().definitive_surgery.on == date(2026, 4, 1)


def test_radiotherapy_cannot_end_before_it_starts(hands):
    hands.window.show_page("settings")
    hands.click("Treatment")
    for label, day in (("First", "20"), ("Last", "10")):
        for part, text in (("Day", day), ("Month", "8"), ("Year", "2026")):
            hands.enter_in(f"{label} day of radiotherapy: {part}", text)
    hands.click("Save radiotherapy")

    assert hands.companion.person().radiotherapy is None
    assert hands.reads("cannot end before it starts")


def test_another_name_in_the_profile_changes_nothing_else(hands):
    before = hands.companion.person()
    hands.companion.profile.rename("Elena")

    assert hands.companion.person() == replace(before, name="Elena")
