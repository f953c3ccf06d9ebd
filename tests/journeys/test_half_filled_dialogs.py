"""Every dialog that asks for something keeps it until it is saved, or says here why it does not."""

import importlib
import inspect
import pkgutil
from datetime import timedelta

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

import tracker.ui
from tests.builders import NOW, Clock, a_course, a_person
from tests.journeys.dialog_answers import InDialog
from tests.journeys.hands import Hands, open_window
from tracker.domain.course import DoseTarget, Reason
from tracker.domain.entries import AppointmentEntry, LvefEntry, LvefMethod, NoteEntry
from tracker.domain.regimen import Setting
from tracker.services.ports import Write
from tracker.storage.opening import create_diary
from tracker.ui.draft_places import kind_of
from tracker.ui.heart.day_choice import DayChoice
from tracker.ui.keeping import KeptDialog
from tracker.ui.setup.custom_form import CustomForm
from tracker.ui.setup.version_form import VersionForm
from tracker.ui.widgets.choices import ChipGroup
from tracker.ui.widgets.date_input import DateInput
from tracker.ui.widgets.dialog import Dialog
from tracker.ui.widgets.fields import NoteField, TextField
from tracker.ui.widgets.number_field import NumberField

pytestmark = pytest.mark.usefixtures("sheet")

TODAY = NOW.date()
KEEP_NOTHING = {
    "BinDialog": "shows what was removed",
    "CloserLookDialog": "shows a page",
    "CrashDialog": "shows what went wrong",
    "DeleteDialog": "asks yes or no",
    "DeleteEverythingDialog": "the words are the key to deleting, and must be typed anew",
    "GoBackDialog": "asks yes or no",
    "HelpedDialog": "one click is the answer",
    "HistoryDialog": "shows the history of an entry",
    "MappingDialog": "is about a file outside the diary, and begins with opening it",
    "OmitDialog": "asks for one or two clicks",
    "PlanChangesDialog": "one click is the answer",
    "RecoveryKeyDialog": "shows a secret, which must be kept nowhere",
    "SkipDialog": "asks for ticks alone",
    "StartPlanDialog": "asks in steps, each of which is short",
    "VersionsDialog": "one click is the answer",
    "WhenToCallDialog": "shows numbers",
    "WhyDialog": "shows why",
    "WhyTheseDaysDialog": "shows why",
    "Working": "shows how far it is",
}
BASES = {"KeptDialog", "RecordingDialog", "StoringDialog"}
OPENED = (
    ("today", "Add your own", "own-symptom"),
    ("today", "It's booked", "booked"),
    ("today", "Add a blood count", "count"),
    ("today", "Add weight", "weight"),
    ("today", "Add a medicine", "medicine"),
    ("today", "Add blood pressure or pulse", "pressure"),
    ("today", "Told my team", "contact"),
    ("today", "Record result", "scan"),
    ("heart", "Record a scan result", "scan"),
    ("heart", "The next scan is booked", "booked"),
    ("heart", "Add a blood count", "count"),
    ("plan", "Add an appointment", "appointment"),
    ("plan", "Radiotherapy", "radiotherapy"),
    ("plan", "Another operation", "operation"),
    ("plan", "Treatment was stopped", "stopped"),
    ("plan", "Other cycles or days", "version"),
    ("plan", "Another treatment instead", "replacement"),
    ("plan", "A treatment is added", "addition"),
    ("plan", "Delay or move cycle 2", "moved"),
    ("plan", "It went differently: cycle 1", "given"),
)


@pytest.fixture
def hands(qtbot, diary_in_treatment) -> Hands:
    return open_window(qtbot, diary_in_treatment, Clock())


def kept(hands: Hands) -> dict[str, dict[str, str]]:
    return {kind_of(each.place): dict(each.values) for each in hands.companion.drafts.kept()}


def fill(dialog: InDialog) -> None:
    """Type something into every field, and half a date into every date."""
    for chips in dialog.dialog.findChildren(ChipGroup):
        if chips.isVisible():
            chips.findChildren(QAbstractButton)[-1].click()
    for each in dialog.dialog.findChildren(QWidget):
        if each.isVisible() and isinstance(each, TextField | NumberField | NoteField):
            each.editor.selectAll()
            QTest.keyClicks(each.editor, "12")
        elif each.isVisible() and isinstance(each, DateInput):
            each.set_text("?-6-1")


def standing(dialog: InDialog) -> dict[str, str]:
    fields = {name: field.text for name, field in dialog.dialog.typed.items() if field.text}
    return fields | {
        f".{name}": ",".join(group.choices)
        for name, group in dialog.dialog.chosen.items()
        if isinstance(group, ChipGroup) and group.choices
    }


def open_page(hands: Hands, page: str) -> None:
    hands.window.show_page(page)
    hands.window.page(page).settle()
    hands.settle()


def test_every_dialog_keeps_what_is_typed_or_has_a_reason_not_to():
    for module in pkgutil.walk_packages(tracker.ui.__path__, "tracker.ui."):
        importlib.import_module(module.name)
    dialogs, waiting = set(), [Dialog]
    while waiting:
        subclasses = waiting.pop().__subclasses__()
        dialogs |= {each for each in subclasses if each.__module__.startswith("tracker.")}
        waiting += subclasses

    forgetful = {each.__name__ for each in dialogs if not issubclass(each, KeptDialog)}
    silent = {
        each.__name__
        for each in dialogs
        if issubclass(each, KeptDialog) and "self.typed = " not in inspect.getsource(each)
    }

    # `ReplaceDialog` asks for what `NewTreatmentDialog` keeps.
    assert (forgetful | silent) - BASES - {"ReplaceDialog"} == set(KEEP_NOTHING)


@pytest.mark.parametrize("opened", OPENED, ids=lambda each: each[1])
def test_what_is_typed_into_a_dialog_survives_a_power_cut(qtbot, hands, diary_in_treatment, opened):
    page, button, place = opened
    before, again, fields = {}, {}, []

    def type_it(dialog: InDialog) -> None:
        fill(dialog)
        before.update(standing(dialog))
        own = tuple(dialog.dialog.typed.values())
        inside = [each for each in own if isinstance(each, CustomForm | VersionForm | DayChoice)]
        fields.extend(
            each
            for each in dialog.dialog.findChildren(QWidget)
            if isinstance(each, TextField | NumberField | NoteField | DateInput)
            and each not in own
            and not any(form.isAncestorOf(each) for form in inside)
        )
        qtbot.waitUntil(lambda: before.items() <= kept(hands).get(place, {}).items())
        waiting.extend(hands.companion.drafts.kept())

    waiting = []
    open_page(hands, page)
    typing = InDialog(type_it)
    hands.click(button)
    typing.done()
    thrown_away = kept(hands) == {}
    for each in waiting:  # as if the power had gone while the dialog was open
        hands.companion.drafts.keep(each.place, each.values, each.day)
    next_start = open_window(qtbot, diary_in_treatment, Clock())
    reading = InDialog(lambda dialog: again.update(standing(dialog)))
    next_start.click("Put it back")
    reading.done()

    assert fields == []  # no field of the dialog is forgotten
    assert before
    assert thrown_away
    assert again == before


def test_a_chosen_day_stays_the_same_day_when_it_is_put_back_a_day_later(
    qtbot, hands, diary_in_treatment
):
    yesterday = TODAY - timedelta(days=1)
    begun = {"percent": "58", "day": yesterday.isoformat(), ".method": LvefMethod.MRI.value}
    hands.companion.drafts.keep("scan", begun, TODAY)
    tomorrow = open_window(qtbot, diary_in_treatment, Clock(NOW + timedelta(days=1)))

    saving = InDialog(lambda dialog: dialog.click("Save result"))
    tomorrow.click("Put it back")

    assert saving.done()
    (scan,) = [e for e in tomorrow.companion.diary.entries() if isinstance(e, LvefEntry)]
    assert (scan.day, scan.percent, scan.method) == (yesterday, 58, LvefMethod.MRI)
    assert kept(tomorrow) == {}


def test_a_half_typed_name_of_a_symptom_comes_back_and_is_asked_then(
    qtbot, hands, diary_in_treatment
):
    hands.companion.drafts.keep("own-symptom", {"name": "cold sore"}, TODAY)
    again = open_window(qtbot, diary_in_treatment, Clock())

    adding = InDialog(lambda dialog: dialog.click("Add"))
    again.click("Put it back")

    assert adding.done()
    assert "own:cold sore" in again.window.page("today").view.checkin.visible_symptoms
    assert kept(again) == {}


def test_a_half_made_appointment_is_offered_on_today_and_added_from_there(
    qtbot, hands, diary_in_treatment
):
    begun = {"title": "Dentist", "day": "2026-5-20", "time": "14:30"}
    hands.companion.drafts.keep("appointment", begun, TODAY)
    again = open_window(qtbot, diary_in_treatment, Clock())
    shown = again.reads(": “Dentist · Wed 20 May 2026 · 14:30”")

    adding = InDialog(lambda dialog: dialog.click("Add"))
    again.click("Put it back")

    assert shown
    assert adding.done()
    (entry,) = [e for e in again.companion.diary.entries() if isinstance(e, AppointmentEntry)]
    assert (entry.title, entry.starts_at.isoformat()[:16]) == ("Dentist", "2026-05-20T14:30")
    assert kept(again) == {}


def test_words_about_a_treatment_that_has_another_day_now_are_kept_as_a_note(
    qtbot, hands, diary_in_treatment
):
    plan = hands.companion.plan
    visit = next(each for each in plan.current().visits if each.treatment_day == 2)
    place = f"moved:{visit.on.isoformat()} {plan.current().course.id}"
    hands.companion.drafts.keep(place, {"note": "a wedding"}, visit.on)
    later = visit.on + timedelta(days=3)
    plan.move(DoseTarget(), 2, later, Reason.OTHER)

    again = open_window(qtbot, diary_in_treatment, Clock())
    again.click("Put it back")

    (note,) = [e for e in again.companion.diary.entries() if isinstance(e, NoteEntry)]
    assert (note.text, note.day) == ("a wedding", TODAY)
    assert kept(again) == {}


def test_what_was_begun_the_same_day_stands_in_the_dialog_when_it_is_opened_again(
    qtbot, hands, diary_in_treatment
):
    hands.companion.drafts.keep("medicine", {"name": "Ondansetron"}, TODAY)
    again = open_window(qtbot, diary_in_treatment, Clock())
    said: list[str] = []

    def save(dialog: InDialog) -> None:
        said.extend(each.text() for each in dialog.dialog.findChildren(QLabel))
        dialog.click("Save")

    saving = InDialog(save)
    again.click("Add a medicine")

    assert saving.done()
    assert "What you had typed is here again. It is not saved yet." in said
    assert not again.sees("Put it back")


def test_the_days_around_surgery_survive_too(qtbot, diary_file):
    course = a_course("tchp", setting=Setting.NEOADJUVANT)
    create_diary(diary_file, Write(at=NOW, people=(a_person(),), courses=(course,))).close()
    hands = open_window(qtbot, diary_file, Clock())
    begun = {"surgery": "2026-9-?", "goes on": "2026-10-1"}
    hands.companion.drafts.keep("around-surgery", begun, TODAY)

    again, stands = open_window(qtbot, diary_file, Clock()), {}
    reading = InDialog(lambda dialog: stands.update(standing(dialog)))
    again.click("Put it back")
    reading.done()

    assert stands == begun


def test_half_typed_words_about_a_worry_come_back_on_the_report(qtbot, hands, diary_in_treatment):
    hands.window.show_page("report")
    editor = hands.named("My main concern", QLineEdit)
    QTest.keyClicks(editor, "Will my hands")
    qtbot.waitUntil(lambda: kept(hands) == {"concern": {"text": "Will my hands"}})

    again = open_window(qtbot, diary_in_treatment, Clock())
    again.click("Put it back")
    again.enter_in("My main concern", "Will my hands get better?")

    assert again.companion.diary.main_concern().text == "Will my hands get better?"
    assert kept(again) == {}
