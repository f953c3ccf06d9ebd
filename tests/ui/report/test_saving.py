"""Saving from the Report page: a form is chosen, the button says it, the file is there."""

import stat
from datetime import time

import pytest

from tests.builders import PERSON_ID
from tracker.services.printing import ExportChoices, ExportForm
from tracker.ui.page import PageAction
from tracker.ui.widgets.choice_card import CheckRow


def test_the_report_is_what_is_saved_at_first(shown):
    shown.press("Save PDF")

    assert shown.path.read_bytes() == b"the page one-page"
    assert shown.suggested == ["Ana-Sample-2026-05-12.pdf"]
    assert not shown.exporter.asked


@pytest.mark.parametrize(
    ("title", "button", "form", "suggested"),
    [
        ("CSV", "Save CSV", ExportForm.TABLE, "Ana-Sample-2026-05-12.csv"),
        ("FHIR", "Save FHIR", ExportForm.FHIR, "Ana-Sample-2026-05-12-fhir.json"),
        ("Calendar", "Save calendar", ExportForm.CALENDAR, "Ana-Sample-2026-05-12.ics"),
    ],
)
def test_the_button_says_and_saves_the_form_that_is_chosen(shown, title, button, form, suggested):
    shown.choose(title)

    shown.press(button)

    assert shown.path.read_bytes() == f"the record as {form}".encode()
    assert stat.S_IMODE(shown.path.stat().st_mode) == 0o600
    assert shown.suggested == [suggested]
    assert shown.exporter.asked == [(PERSON_ID, form, ExportChoices())]
    assert shown.said == [f"Saved: {shown.path}"]
    assert shown.files == [shown.path]


def test_a_calendar_says_nothing_unless_it_is_asked_to(shown):
    shown.choose("Calendar")
    assert "“Appointment”" in shown.words()
    shown.tick("what each day is for")
    shown.tick("Remind me")

    shown.press("Save calendar")

    (asked,) = shown.exporter.asked
    assert asked[2] == ExportChoices(details=True, check_in_at=time(20))


def test_a_table_can_have_a_row_for_each_day(shown):
    shown.choose("CSV")
    assert "whole diary, not only the days chosen here" in shown.words()
    shown.tick("One row for each day")

    shown.press("Save CSV")

    (asked,) = shown.exporter.asked
    assert asked[2] == ExportChoices(a_row_per_day=True)


def test_choices_of_another_form_are_out_of_sight(shown):
    shown.choose("Calendar")
    shown.choose("PDF")

    rows = {each.text() for each in shown.page.findChildren(CheckRow) if each.isVisible()}
    assert rows == {
        "Heart scans",
        "Put my diary inside the PDF for hospital computers",
        "Put my diary inside the PDF for this program",
    }


def test_the_keyboard_saves_what_is_chosen(shown):
    shown.choose("FHIR")

    assert shown.page.perform(PageAction.SAVE)
    shown.page.settle()

    assert shown.path.read_bytes() == b"the record as fhir"


def test_nothing_is_saved_when_no_file_is_named(shown):
    shown.path = None
    shown.choose("CSV")

    shown.press("Save CSV")

    assert not shown.exporter.asked
    assert not shown.said


def test_a_refusal_is_said_and_the_button_can_be_pressed_again(shown):
    shown.choose("CSV")
    shown.exporter.refuses = True
    shown.press("Save CSV")
    assert "The diary is locked" in shown.words()

    shown.exporter.refuses = False
    shown.path = shown.path / "nowhere"
    shown.press("Save CSV")
    assert "was not saved" in shown.words()

    shown.path = shown.path.parent
    shown.press("Save CSV")
    assert shown.path.read_bytes() == b"the record as csv"
    assert "was not saved" not in shown.words()


def test_the_whole_diary_is_another_button(shown):
    shown.press("Save the whole diary for another computer")

    assert shown.path.read_bytes() == b"everybody"
    assert shown.suggested == ["Ana-Sample-2026-05-12.json"]
    assert "imported again" not in shown.words()


def test_a_diary_too_large_to_come_back_is_saved_and_says_so(shown):
    shown.exporter.too_large = "This file is more than can be imported again."

    shown.press("Save the whole diary for another computer")

    assert shown.path.read_bytes() == b"everybody"
    assert "more than can be imported again" in shown.words()
