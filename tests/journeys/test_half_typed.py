"""Half-typed words and values survive the end of the program and are offered, never put in."""

from datetime import timedelta
from decimal import Decimal

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit

from tests.builders import NOW, Clock, a_course, a_person
from tests.fakes import MemoryStorage
from tests.journeys.begun import after_a_crash, kept
from tests.journeys.dialog_answers import InDialog
from tests.journeys.hands import Hands, open_window, window_on
from tracker.domain.entries import ContactEntry, LabEntry, MedicineEntry, NoteEntry, QuestionEntry
from tracker.services.ports import Write
from tracker.services.typed_page import TypedPage
from tracker.ui.keeping import AT_MOST_MS

pytestmark = pytest.mark.usefixtures("sheet")

TODAY = NOW.date()
YESTERDAY = TODAY - timedelta(days=1)
TEMPERATURE = "Temperature in degrees Celsius"


@pytest.fixture
def hands(qtbot, diary_in_treatment) -> Hands:
    return open_window(qtbot, diary_in_treatment, Clock())


def type_note(hands: Hands, words: str) -> None:
    QTest.keyClicks(hands.named("Note", QPlainTextEdit), words)


def test_words_are_on_the_disk_within_a_second_of_typing(qtbot, hands):
    type_note(hands, "metal taste with")

    qtbot.waitUntil(lambda: kept(hands) == {"note": {"text": "metal taste with"}})

    assert AT_MOST_MS < 1000
    assert hands.companion.diary.day(TODAY).others == ()


def test_somebody_who_types_on_without_a_pause_is_kept_all_the_same(qtbot, hands):
    def typed_on() -> bool:
        type_note(hands, "la ")
        return bool(kept(hands))

    qtbot.waitUntil(typed_on)

    assert kept(hands)["note"]["text"].startswith("la la ")


def test_after_a_crash_the_words_are_offered_and_put_back_on_their_day(
    qtbot, hands, diary_in_treatment
):
    hands.click("Yesterday")
    type_note(hands, "slept badly")
    hands.named("Ask about this at my next visit", QCheckBox).click()
    hands.window.page("today").settle()

    again = after_a_crash(qtbot, diary_in_treatment)
    offered = again.reads("slept badly")
    empty = again.named("Note", QPlainTextEdit).toPlainText() == ""
    again.click("Put it back")
    again.click("Save note")

    assert offered
    assert empty
    questions = [e for e in again.companion.diary.entries() if isinstance(e, QuestionEntry)]
    assert [(e.text, e.day) for e in questions] == [("slept badly", YESTERDAY)]
    assert kept(again) == {}


def test_what_was_thrown_away_is_not_offered_again(qtbot, hands, diary_in_treatment):
    type_note(hands, "never mind")
    hands.window.page("today").settle()
    again = after_a_crash(qtbot, diary_in_treatment)

    again.click("Throw it away")
    third = after_a_crash(qtbot, diary_in_treatment)

    assert not third.sees("Put it back")
    assert kept(third) == {}


def test_a_half_typed_temperature_is_never_taken_for_a_reading(qtbot, hands, diary_in_treatment):
    QTest.keyClicks(hands.named(TEMPERATURE, QLineEdit), "38.")
    hands.window.page("today").settle()

    again = after_a_crash(qtbot, diary_in_treatment)
    before = again.named(TEMPERATURE, QLineEdit).text()
    again.click("Put it back")
    QTest.keyClicks(again.named(TEMPERATURE, QLineEdit), "2")
    again.click("Save temperature")

    assert before == ""
    assert again.companion.diary.last_temperature().temperature.value == Decimal("38.2")
    assert kept(again) == {}


def test_after_a_page_from_paper_is_saved_the_next_tap_goes_to_today(
    qtbot, hands, diary_in_treatment
):
    starts_on = hands.companion.plan.current().visits[0].on
    page = TypedPage({("nausea", starts_on): 3}, {})
    place = f"page:{starts_on.isoformat()}"
    hands.companion.drafts.keep(place, {"page": page.as_text()}, starts_on)
    again = after_a_crash(qtbot, diary_in_treatment)
    saved = InDialog(lambda dialog: dialog.click("Save the page"))
    again.click("Put it back")

    again.click("Vomiting: 0, none")

    assert saved.done()
    assert again.companion.diary.day(TODAY).answers["vomiting"].severity == 0


def test_a_half_filled_dialog_comes_back_filled(qtbot, hands, diary_in_treatment):
    hands.companion.drafts.keep("medicine", {"name": "Ondansetron", "amount": "8 mg"}, YESTERDAY)
    again = after_a_crash(qtbot, diary_in_treatment)

    answer = InDialog(lambda dialog: dialog.click("Save"))
    again.click("Put it back")

    assert answer.done()
    medicines = [e for e in again.companion.diary.entries() if isinstance(e, MedicineEntry)]
    assert [(e.name, e.amount, e.day) for e in medicines] == [("Ondansetron", "8 mg", YESTERDAY)]
    assert again.window.page("today").day == TODAY
    assert kept(again) == {}


def test_what_is_typed_into_a_dialog_is_kept_while_it_is_open(qtbot, hands):
    seen = {}

    def act(dialog: InDialog) -> None:
        QTest.keyClicks(dialog.named("Weight", QLineEdit), "64")
        qtbot.waitUntil(lambda: bool(kept(hands)))
        seen.update(kept(hands))

    answer = InDialog(act)
    hands.click("Add weight")
    answer.done()

    assert seen == {"weight": {"weight": "64"}}
    assert kept(hands) == {}  # cancelled: she threw it away herself


def test_what_a_medicine_was_for_comes_back_with_its_name(qtbot, hands, diary_in_treatment):
    hands.companion.drafts.keep("medicine", {"name": "Ondansetron", ".for": "nausea"}, TODAY)
    again = after_a_crash(qtbot, diary_in_treatment)
    shown = again.reads("“Ondansetron”")

    answer = InDialog(lambda dialog: dialog.click("Save"))
    again.click("Put it back")

    assert shown
    assert answer.done()
    medicines = [e for e in again.companion.diary.entries() if isinstance(e, MedicineEntry)]
    assert [(e.name, e.for_symptom) for e in medicines] == [("Ondansetron", "nausea")]


def test_what_the_team_said_is_kept_while_it_is_typed_and_comes_back_to_its_call(
    qtbot, hands, diary_in_treatment
):
    hands.companion.diary.contact("Nurse")
    hands.window.page("today").refresh()
    hands.settle()
    seen = {}

    def begin(dialog: InDialog) -> None:
        QTest.keyClicks(dialog.named("What did they say?", QPlainTextEdit), "Come in at")
        qtbot.waitUntil(lambda: bool(kept(hands)))
        seen.update(kept(hands))

    begun = InDialog(begin)
    hands.click("Called: Nurse: What did they say?")
    begun.done()
    ((place, values),) = seen.items()
    hands.companion.drafts.keep(place, values, TODAY)  # as if the power had gone

    again = after_a_crash(qtbot, diary_in_treatment)
    answer = InDialog(lambda dialog: dialog.click("Save"))
    again.click("Put it back")

    assert answer.done()
    (said,) = [e for e in again.companion.diary.entries() if isinstance(e, ContactEntry)]
    assert (said.who, said.text) == ("Nurse", "Come in at")


def test_words_about_something_that_is_gone_are_kept_as_a_note(qtbot, hands, diary_in_treatment):
    call = hands.companion.diary.contact("Nurse").entry
    hands.companion.drafts.keep(f"said:{call.id}", {"said": "Come in at 9"}, YESTERDAY)
    hands.companion.diary.remove(call.id)

    again = after_a_crash(qtbot, diary_in_treatment)
    again.click("Put it back")

    (note,) = [e for e in again.companion.diary.entries() if isinstance(e, NoteEntry)]
    assert (note.text, note.day) == ("Come in at 9", YESTERDAY)
    assert kept(again) == {}


def test_a_count_comes_back_with_its_test_and_its_unit(qtbot, hands, diary_in_treatment):
    begun = {"value": "0.9", ".test": "neutrophils", ".unit neutrophils": "10^9/L"}
    hands.companion.drafts.keep("count", begun, TODAY)
    again = after_a_crash(qtbot, diary_in_treatment)

    answer = InDialog(lambda dialog: dialog.click("Save result"))
    again.click("Put it back")

    assert answer.done()
    (count,) = [e for e in again.companion.diary.entries() if isinstance(e, LabEntry)]
    assert (count.test, str(count.value), count.unit) == ("neutrophils", "0.9", "10^9/L")


def test_a_half_typed_page_from_paper_survives_and_is_put_aside_by_cancel(
    qtbot, hands, diary_in_treatment
):
    starts_on = hands.companion.plan.current().visits[0].on
    page = TypedPage({("nausea", starts_on): 3, ("nausea", TODAY): None}, {TODAY: "37,4"})
    place = f"page:{starts_on.isoformat()}"
    hands.companion.drafts.keep(place, {"page": page.as_text()}, starts_on)

    again = after_a_crash(qtbot, diary_in_treatment)
    shown = again.reads("3 answers typed")
    cancelled = InDialog(lambda dialog: dialog.click("Cancel"))
    again.click("Put it back")
    cancelled.done()
    put_aside, day = kept(again), again.window.page("today").day
    saved = InDialog(lambda dialog: dialog.click("Save the page"))
    again.window.show_page("history")
    again.click("Type in a filled page")

    assert shown
    assert list(put_aside) == [place]
    assert day == TODAY
    assert saved.done()
    assert again.companion.diary.day(starts_on).answers["nausea"].severity == 3
    assert str(again.companion.diary.last_temperature().temperature) == "37.4\u00a0°C"
    assert kept(again) == {}


def test_a_saved_note_leaves_nothing_behind(hands):
    type_note(hands, "done")
    hands.window.page("today").settle()
    hands.click("Save note")

    assert kept(hands) == {}


def test_emptied_words_are_forgotten(hands):
    type_note(hands, "x")
    hands.window.page("today").settle()
    hands.named("Note", QPlainTextEdit).clear()
    hands.window.page("today").settle()

    assert kept(hands) == {}


def test_a_full_disk_takes_no_words_from_the_screen(qtbot):
    storage = MemoryStorage()
    storage.apply(Write(at=NOW, people=(a_person(),), courses=(a_course("tchp"),)))
    hands = window_on(qtbot, storage, Clock())
    storage.refuses = True

    hands.window.page("today").view.note.focus()
    type_note(hands, "still here")
    hands.window.page("today").settle()

    assert hands.named("Note", QPlainTextEdit).toPlainText() == "still here"


def test_a_draft_changes_nothing_that_others_look_at(hands):
    before = hands.companion.revision()

    hands.companion.drafts.keep("note", {"text": "x"}, TODAY)

    assert hands.companion.revision() == before
