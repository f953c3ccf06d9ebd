"""Which page is wanted, what is inside it, and what weighs most on the person."""

import pytest
from PySide6.QtCore import Qt

from tracker.services.printing import PageKind
from tracker.ui.report.page import ReportPage


@pytest.mark.parametrize(
    ("words", "kind", "suggested"),
    [
        ("Long form", PageKind.LONG, "Ana-Sample-2026-05-12-long.pdf"),
        ("Heart sheet", PageKind.HEART, "Ana-Sample-2026-05-12-heart-sheet.pdf"),
        ("My plan", PageKind.PLAN, "Ana-Sample-2026-05-12-plan.pdf"),
        ("Blank diary page", PageKind.BLANK, "Ana-Sample-2026-05-12-blank-page.pdf"),
    ],
)
def test_every_page_can_be_saved_and_printed_from_here(shown, words, kind, suggested):
    shown.chip(words)

    shown.press("Save PDF")
    shown.press("Print")

    assert shown.path.read_bytes() == f"the page {kind}".encode()
    assert shown.suggested == [suggested]
    assert shown.printed == [kind]


def test_a_look_at_the_page_is_set_without_being_asked_and_wishes_in_a_row_only_once(shown, qtbot):
    shown.printer.asked.clear()

    shown.page.refresh()
    qtbot.waitUntil(lambda: shown.printer.asked == [PageKind.ONE_PAGE])
    for _ in range(3):
        shown.page.refresh()
    qtbot.waitUntil(lambda: len(shown.printer.asked) > 1)
    shown.page.settle()

    assert shown.printer.asked == [PageKind.ONE_PAGE] * 2


def test_a_sheet_of_its_own_asks_for_no_days_and_no_parts(shown):
    shown.chip("Heart sheet")

    assert "What to cover" not in shown.words()
    assert "What to include" not in shown.words()
    shown.chip("One page")
    assert "What to cover" in shown.words()


def test_the_diary_goes_inside_the_pdf_only_when_it_is_ticked(shown):
    shown.press("Save PDF")
    assert shown.path.read_bytes() == b"the page one-page"

    shown.tick("for hospital computers")
    assert "can take your whole diary out of it" in shown.words()
    shown.press("Save PDF")

    assert shown.path.read_bytes() == b"the page one-page with fhir.json"


def test_what_is_ticked_for_the_report_is_not_put_inside_another_sheet(shown):
    shown.tick("for this program")
    shown.chip("My plan")

    shown.press("Save PDF")

    assert shown.path.read_bytes() == b"the page plan"


def test_a_page_that_cannot_be_made_says_why_and_nothing_is_written(shown):
    shown.printer.refused = PageKind.PLAN

    shown.chip("My plan")
    assert "There is nothing to print" in shown.words()
    shown.press("Save PDF")
    shown.press("Print")

    assert not shown.path.exists()
    assert not shown.printed
    shown.chip("One page")
    assert "There is nothing to print" not in shown.words()


def test_the_main_concern_is_kept_when_the_keyboard_goes_elsewhere(shown, qtbot):
    with qtbot.waitActive(shown.page):
        shown.page.activateWindow()
    shown.concern().editor.setFocus()
    qtbot.keyClicks(shown.concern().editor, "The tingling")
    qtbot.keyClick(shown.concern().editor, Qt.Key.Key_Tab)

    assert shown.companion.diary.main_concern().text == "The tingling"
    assert shown.said == ["Saved: my main concern"]
    assert len(shown.told) == 1


def test_a_concern_is_kept_once_when_its_page_is_left_for_another(shown, qtbot):
    with qtbot.waitActive(shown.page):
        shown.page.activateWindow()
    shown.concern().editor.setFocus()
    qtbot.keyClicks(shown.concern().editor, "The tingling")
    shown.is_current = False

    qtbot.keyClick(shown.concern().editor, Qt.Key.Key_Tab)
    shown.page.settle()

    assert shown.said == ["Saved: my main concern"]


@pytest.fixture
def readings(monkeypatch):
    """How often the page read the diary from now on."""
    read, readings = ReportPage.refresh, []
    monkeypatch.setattr(ReportPage, "refresh", lambda *args: (readings.append(args), read(*args)))
    return readings


def test_the_page_reads_the_diary_once_after_a_concern_was_said(shown, qtbot, readings):
    qtbot.keyClicks(shown.concern().editor, "The tingling")
    qtbot.keyClick(shown.concern().editor, Qt.Key.Key_Return)

    assert len(readings) == 1


def test_nor_does_it_read_twice_when_the_concern_is_taken_back(shown, qtbot, readings):
    qtbot.keyClicks(shown.concern().editor, "The tingling")
    qtbot.keyClick(shown.concern().editor, Qt.Key.Key_Return)
    readings.clear()

    shown.undo()

    assert len(readings) == 1
    assert shown.companion.diary.main_concern() is None
    assert not shown.concern().text


def test_a_concern_still_being_typed_is_kept_before_the_report_is_saved(shown, qtbot):
    qtbot.keyClicks(shown.concern().editor, "The tingling")

    shown.press("Save PDF")

    assert shown.companion.diary.main_concern().text == "The tingling"


def test_a_concern_that_cannot_be_kept_stays_in_its_field_and_says_why(shown, qtbot):
    shown.concern().editor.setText("x" * 20_001)
    qtbot.keyClick(shown.concern().editor, Qt.Key.Key_Return)

    assert shown.companion.diary.main_concern() is None
    assert "longer than 20,000" in shown.words()
    assert len(shown.concern().text) == 20_001


def test_an_emptied_concern_is_taken_back(shown, qtbot):
    qtbot.keyClicks(shown.concern().editor, "The tingling")
    qtbot.keyClick(shown.concern().editor, Qt.Key.Key_Return)

    shown.concern().editor.clear()
    qtbot.keyClick(shown.concern().editor, Qt.Key.Key_Return)

    assert shown.companion.diary.main_concern() is None
    assert shown.said[-1] == "Taken back"
