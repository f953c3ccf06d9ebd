"""A report for tomorrow: said what worries most, looked at, saved, found again."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QMessageBox
from shiboken6 import delete

from tests.builders import Clock, a_companion
from tests.journeys.dialog_answers import InDialog
from tests.journeys.hands import Hands, open_window
from tracker.app import build_window
from tracker.report.apart import Printery
from tracker.ui import show_in_folder

pytestmark = pytest.mark.usefixtures("sheet")


def on_the_report(qtbot, diary: Path) -> Hands:
    hands = open_window(qtbot, diary, Clock())
    hands.window.show_page("report")
    at_rest(hands)
    return hands


def at_rest(hands: Hands) -> None:
    hands.window.page("report").settle()
    hands.settle()


def saving_as(file: Path) -> InDialog:
    """Names a file in the dialog of the system."""

    def act(asked: InDialog) -> None:
        asked.dialog.selectFile(str(file))
        asked.dialog.accept()

    return InDialog(act)


def test_the_report_opens_with_its_page_and_is_saved_in_two_clicks(
    qtbot, diary_in_treatment, tmp_path, monkeypatch
):
    hands = on_the_report(qtbot, diary_in_treatment)
    shown = []
    monkeypatch.setattr(show_in_folder, "show_in_folder", lambda path: shown.append(path) or True)
    assert hands.sees("Page 1 of 1")
    hands.enter_in("My main concern", "The tingling keeps me awake.")
    out = tmp_path / "visit.pdf"

    hands.clicks, asked = 0, saving_as(out)
    hands.click("Save PDF")
    at_rest(hands)

    assert asked.done()
    assert hands.clicks == 1
    page = PdfReader(out).pages[0].extract_text()
    assert "My main concern: The tingling keeps me awake." in page
    assert not PdfReader(out).attachments
    assert hands.reads(f"Saved: {out}")
    hands.click("Show in folder")
    assert shown == [out]


def test_what_was_said_is_there_after_a_restart_and_the_diary_goes_inside_when_ticked(
    qtbot, diary_in_treatment, tmp_path
):
    hands = on_the_report(qtbot, diary_in_treatment)
    hands.enter_in("My main concern", "The tingling.")
    hands.window.close()
    hands.storage.close()

    hands = on_the_report(qtbot, diary_in_treatment)
    assert hands.named("My main concern").text() == "The tingling."
    hands.click("Long form")
    hands.click("Put my diary inside the PDF for this program")
    out = tmp_path / "long.pdf"
    asked = saving_as(out)
    hands.click("Save PDF")
    at_rest(hands)

    assert asked.done()
    assert b"The tingling." in PdfReader(out).attachments["diary.json"][0]
    assert len(PdfReader(out).pages) <= 3


def test_the_diary_itself_is_never_written_over_by_a_report(qtbot, diary_in_treatment):
    hands = on_the_report(qtbot, diary_in_treatment)
    before = diary_in_treatment.read_bytes()

    def act(asked: InDialog) -> None:
        again = InDialog(lambda box: box.dialog.button(QMessageBox.StandardButton.Yes).click())
        asked.dialog.selectFile(str(diary_in_treatment))
        asked.dialog.accept()
        assert again.done()

    asked = InDialog(act)
    hands.click("Save PDF")
    at_rest(hands)

    assert asked.done()
    assert hands.reads("it was not touched")
    assert diary_in_treatment.read_bytes() == before


def test_nothing_is_set_any_longer_for_a_window_that_another_took_the_place_of(qtbot, monkeypatch):
    ended, close = [], Printery.close
    monkeypatch.setattr(Printery, "close", lambda own: (ended.append(own), close(own)))
    window = build_window(a_companion())
    window.show()
    window.show_page("report")
    qtbot.waitUntil(lambda: window.page("report") is not None)
    window.page("report").settle()
    assert ended == []

    window.close()
    delete(window)

    assert len(ended) == 1
