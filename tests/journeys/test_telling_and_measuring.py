"""Told my team, their answers, did it help, pressure with pulse, and a count from the slip."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit

from tests.builders import NOW, Clock
from tests.journeys.dialog_answers import InDialog
from tests.journeys.hands import Hands, open_window, spoken_name
from tracker.domain.entries import (
    BloodPressureEntry,
    ContactEntry,
    LabEntry,
    MedicineEntry,
    PulseEntry,
    TemperatureEntry,
)
from tracker.domain.entry_words import Helped
from tracker.ui.widgets.fields import SelectField

pytestmark = pytest.mark.usefixtures("sheet")

TODAY = NOW.date()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def hands(qtbot, diary_in_treatment, clock) -> Hands:
    return open_window(qtbot, diary_in_treatment, clock)


def note_down(dialog: InDialog, words: str) -> None:
    QTest.keyClicks(dialog.named("What did they say?", QPlainTextEdit), words)


def test_told_my_team_keeps_whom_and_what_they_said(hands):
    def act(dialog: InDialog) -> None:
        dialog.fill("Whom did you tell?", "Nurse Kim")
        dialog.click("How I feel")
        note_down(dialog, "Drink more, call tomorrow")
        dialog.click("Save")

    answer = InDialog(act)
    hands.click("Told my team")

    assert answer.done()
    assert [(e.who, e.text) for e in hands.entries(ContactEntry)] == [
        ("Nurse Kim", "Drink more, call tomorrow")
    ]
    assert hands.reads("Drink more, call tomorrow")


def test_what_is_asked_back_about_a_temperature_is_in_sight_below_the_red_card(hands):
    hands.enter_in("Temperature in degrees Celsius", "38.2")
    hands.enter_in("Temperature in degrees Celsius", "101.1")

    yes = hands.named("Yes, save 101.1\u00a0°F")
    field = hands.named("Temperature in degrees Celsius", QLineEdit)

    assert [each.visibleRegion().boundingRect().size() for each in (yes, field)] == [
        yes.size(),
        field.size(),
    ]


def test_a_yes_by_key_leaves_the_keyboard_in_the_card_and_not_at_undo(hands):
    hands.enter_in("Temperature in degrees Celsius", "101.1")
    hands.named("Yes, save 101.1\u00a0°F").setFocus()

    hands.press(Qt.Key.Key_Space)

    assert len(hands.entries(TemperatureEntry)) == 1
    assert spoken_name(QApplication.focusWidget()) == "Save temperature"


def test_a_call_about_an_appointment_makes_no_alert_quiet_and_what_it_was_is_asked(hands):
    hands.enter_in("Temperature in degrees Celsius", "38.2")
    refused = []

    def act(dialog: InDialog) -> None:
        dialog.click("Save")
        labels = dialog.dialog.findChildren(QLabel)
        refused.extend(each.text() for each in labels if each.isVisible())
        dialog.click("Something else, like an appointment")
        dialog.click("Save")

    answer = InDialog(act)
    hands.click("Told my team")

    assert answer.done()
    assert "Choose what it was about" in refused
    assert [each.alerts for each in hands.entries(ContactEntry)] == [()]
    assert hands.sees("I have called")


def test_what_they_said_can_be_added_later_and_the_call_keeps_its_moment(hands, clock):
    hands.enter_in("Temperature in degrees Celsius", "38.2")
    hands.click("I have called")
    clock.forward(hours=1)

    def act(dialog: InDialog) -> None:
        note_down(dialog, "Come in now")
        dialog.click("Save")

    answer = InDialog(act)
    hands.click("Called: 24-hour advice line: What did they say?")

    assert answer.done()
    assert [(e.text, e.at) for e in hands.entries(ContactEntry)] == [("Come in now", NOW)]
    assert not hands.sees("I have called")


def test_a_question_gets_its_answer_and_an_answer_can_be_changed(hands):
    hands.companion.diary.question("May I fly in June?", day=TODAY - timedelta(days=2))
    hands.window.page("today").refresh()
    hands.settle()

    def act(dialog: InDialog) -> None:
        note_down(dialog, "Ask again after the scan")
        dialog.click("Save")

    answer = InDialog(act)
    hands.click("Write the answer: May I fly in June?")

    assert answer.done()
    assert hands.companion.diary.questions_open() == ()
    assert hands.reads("They said: Ask again after the scan")
    assert hands.sees("Change the answer: May I fly in June?")


def test_an_old_answered_question_leaves_the_page(hands, clock):
    asked = hands.companion.diary.question("May I swim?").entry
    hands.companion.diary.answer_question(asked.id, "Yes")
    clock.forward(days=40)
    hands.window.page("today").refresh()
    hands.settle()

    assert not hands.reads("May I swim?")


def test_whether_a_medicine_helped_is_kept_with_the_medicine(hands):
    hands.companion.diary.medicine("Ondansetron", for_symptom="nausea")
    hands.window.page("today").refresh()
    hands.settle()

    def act(dialog: InDialog) -> None:
        dialog.click("A little")
        dialog.click("Save")

    answer = InDialog(act)
    hands.click("Ondansetron for nausea: Did it help?")

    assert answer.done()
    assert [e.helped for e in hands.entries(MedicineEntry)] == [Helped.A_LITTLE]
    assert hands.reads("it helped a little")
    assert hands.sees("Ondansetron for nausea: Change whether it helped")


def test_an_hour_later_one_tap_says_that_a_medicine_helped(hands, clock):
    hands.companion.diary.medicine("Ondansetron", for_symptom="nausea")
    hands.window.page("today").refresh()
    hands.settle()
    asked_at_once = hands.sees("Ondansetron for nausea, did it help? Yes")
    clock.forward(hours=1)
    hands.window.page("today").refresh()
    hands.settle()

    hands.click("Ondansetron for nausea, did it help? Yes")

    assert not asked_at_once
    assert hands.clicks == 1
    assert [e.helped for e in hands.entries(MedicineEntry)] == [Helped.YES]
    assert not hands.sees("Ondansetron for nausea, did it help? Yes")


def test_yesterdays_medicine_is_still_asked_about_and_older_ones_are_not(hands, clock):
    hands.companion.diary.medicine("Loperamide")

    seen = []
    for _ in range(2):
        clock.forward(days=1)
        hands.window.page("today").refresh()
        hands.settle()
        seen.append(hands.sees("Loperamide, did it help? No"))

    assert seen == [True, False]


def test_no_answer_to_did_it_help_stores_nothing(hands):
    hands.companion.diary.medicine("Ondansetron")
    hands.window.page("today").refresh()
    hands.settle()

    answer = InDialog(lambda dialog: dialog.click("Save"))
    hands.click("Ondansetron: Did it help?")

    assert not answer.done()
    assert [e.helped for e in hands.entries(MedicineEntry)] == [None]


def test_pressure_and_pulse_are_stored_together_and_taken_back_together(hands):
    def act(dialog: InDialog) -> None:
        for name, typed in (("First number", "128"), ("Second number", "79"), ("Pulse", "88")):
            dialog.fill(name, typed)
        dialog.click("Save")

    answer = InDialog(act)
    hands.click("Add blood pressure or pulse")
    stored = len(hands.entries(BloodPressureEntry) + hands.entries(PulseEntry))
    hands.companion.diary.undo_last()

    assert answer.done()
    assert stored == 2
    assert hands.entries(BloodPressureEntry) + hands.entries(PulseEntry) == []


def test_a_pulse_alone_is_enough_and_a_wrong_one_stores_nothing(hands):
    def act(dialog: InDialog) -> None:
        dialog.fill("First number", "128")
        dialog.fill("Second number", "79")
        dialog.fill("Pulse", "7")
        dialog.click("Save")

    wrong = InDialog(act)
    hands.click("Add blood pressure or pulse")
    hands.companion.diary.pressure_and_pulse("", "", "88")

    assert not wrong.done()
    assert hands.entries(BloodPressureEntry) == []
    assert [str(e.beats_per_minute) for e in hands.entries(PulseEntry)] == ["88"]


def test_a_count_is_written_from_the_slip_with_its_range(hands):
    def act(dialog: InDialog) -> None:
        dialog.dialog.choose("neutrophils")
        units = [
            each
            for each in dialog.dialog.findChildren(SelectField)
            if each.isVisible() and each.editor.findData("10^9/L") >= 0
        ]
        units[0].choose("10^9/L")
        for name, typed in (
            ("Result", "0.9"),
            ("Slip's range, lower end", "1.5"),
            ("Slip's range, upper end", "8"),
        ):
            dialog.fill(name, typed)
        dialog.click("Save result")

    answer = InDialog(act)
    hands.click("Add a blood count")

    assert answer.done()
    counts = [(str(e.value), str(e.low), str(e.high)) for e in hands.entries(LabEntry)]
    assert counts == [("0.9", "1.5", "8")]


@pytest.mark.parametrize("typed", ["38.3C", "38,3 °C"])
def test_a_unit_typed_behind_a_temperature_is_taken_where_it_is_that_of_the_field(hands, typed):
    hands.enter_in("Temperature in degrees Celsius", typed)

    (entry,) = hands.entries(TemperatureEntry)
    assert str(entry.temperature) == "38.3\u00a0°C"
    assert entry.typed in ("38.3", "38,3")


def test_the_other_unit_behind_a_temperature_is_asked_about_and_kept_as_it_was_typed(hands):
    hands.enter_in("Temperature in degrees Celsius", "100.9F")
    before = hands.entries(TemperatureEntry)
    hands.click("Yes, save 100.9\u00a0°F")

    (entry,) = hands.entries(TemperatureEntry)
    assert before == []
    assert str(entry.temperature) == "100.9\u00a0°F"
