"""Each day keeps what is half typed about it: nothing that is begun takes the place of another."""

from datetime import timedelta

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from tests.builders import NOW, Clock, a_course, a_person
from tests.fakes import MemoryStorage
from tests.journeys.dialog_answers import InDialog
from tests.journeys.hands import Hands, window_on
from tests.journeys.test_half_typed import after_a_crash, hands, type_note
from tracker.domain.entries import NoteEntry
from tracker.services.ports import Draft, Write

__all__ = ["hands"]

pytestmark = pytest.mark.usefixtures("sheet")

TODAY = NOW.date()
YESTERDAY = TODAY - timedelta(days=1)
TEMPERATURE = "Temperature in degrees Celsius"


def drafts(hands: Hands) -> list[tuple[str, object, dict[str, str]]]:
    return [(each.place, each.day, dict(each.values)) for each in hands.companion.drafts.kept()]


def test_a_dialog_filled_about_today_leaves_the_offered_one_of_yesterday_alone(
    qtbot, hands, diary_in_treatment
):
    offered = ("medicine", YESTERDAY, {"name": "Ondansetron"})
    hands.companion.drafts.keep(*offered[::2], YESTERDAY)
    again = after_a_crash(qtbot, diary_in_treatment)
    seen = []

    def ignore_the_offer(dialog: InDialog) -> None:
        field = dialog.named("What did you take?", QLineEdit)
        seen.append(field.text())
        QTest.keyClicks(field, "Loperamide")
        qtbot.waitUntil(lambda: len(drafts(again)) > 1)
        seen.extend(drafts(again))

    begun = InDialog(ignore_the_offer)
    again.click("Add a medicine")
    begun.done()

    assert seen[0] == ""
    assert seen[1] == offered
    assert seen[2][:2] == ("medicine", TODAY)
    assert seen[2][2]["name"] == "Loperamide"
    assert drafts(again) == [offered]
    assert again.sees("Put it back")


def test_a_note_begun_while_an_older_one_of_the_day_is_offered_takes_nothing_of_it(
    qtbot, hands, diary_in_treatment
):
    type_note(hands, "metal taste")
    hands.window.page("today").settle()
    again = after_a_crash(qtbot, diary_in_treatment)

    type_note(again, "slept badly")
    again.window.page("today").settle()
    third = after_a_crash(qtbot, diary_in_treatment)
    both = drafts(third)
    type_note(third, "and a cough")
    third.click("Put it back")
    third.window.page("today").settle()

    assert both == [
        ("note", TODAY, {"text": "metal taste"}),
        ("note", TODAY, {"text": "slept badly"}),
    ]
    words = "slept badly\nmetal taste\nand a cough"
    assert third.named("Note", QPlainTextEdit).toPlainText() == words
    assert drafts(third) == [("note", TODAY, {"text": words})]


def test_what_is_typed_about_a_day_waits_there_while_another_one_is_open(hands):
    type_note(hands, "about today")
    QTest.keyClicks(hands.named(TEMPERATURE, QLineEdit), "38.")

    hands.click("Yesterday")
    on_yesterday = (hands.named("Note", QPlainTextEdit).toPlainText(), hands.window.toast.text)
    type_note(hands, "about yesterday")
    hands.click("Back to today")
    typed = hands.named("Note", QPlainTextEdit)
    back = (typed.toPlainText(), hands.named(TEMPERATURE, QLineEdit).text())
    hands.click("Save note")

    waits = "What you had typed waits on Tuesday 12\u00a0May. It is not saved yet."
    assert on_yesterday == ("", waits)
    assert back == ("about today", "38.")
    (note,) = [e for e in hands.companion.diary.entries() if isinstance(e, NoteEntry)]
    assert (note.text, note.day) == ("about today", TODAY)
    assert {each[:2] for each in drafts(hands)} == {("temperature", TODAY), ("note", YESTERDAY)}


def test_what_the_disk_refuses_to_keep_stays_in_its_field_on_another_day(qtbot):
    storage = MemoryStorage()
    storage.apply(Write(at=NOW, people=(a_person(),), courses=(a_course("tchp"),)))
    hands = window_on(qtbot, storage, Clock())
    type_note(hands, "still here")
    storage.refuses = True

    hands.click("Yesterday")

    assert hands.named("Note", QPlainTextEdit).toPlainText() == "still here"


def test_a_draft_of_an_older_version_is_offered_and_gone_once_it_is_saved(qtbot):
    storage = MemoryStorage()
    storage.apply(Write(at=NOW, people=(a_person(),), courses=(a_course("tchp"),)))
    older = Draft(place="note", day=TODAY, text='{"text": "metal taste"}', written_at=NOW)
    storage.keep_draft(storage.people()[0].id, older)
    hands = window_on(qtbot, storage, Clock())

    hands.click("Put it back")
    hands.click("Save note")

    (note,) = [e for e in hands.companion.diary.entries() if isinstance(e, NoteEntry)]
    assert note.text == "metal taste"
    assert drafts(hands) == []
