"""A delay, a given dose and a heart scan, clicked in the real window over a real file."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from tests.builders import PERSON_ID, Clock
from tests.ui.heart_and_plan import START, TODAY, a_life, a_scan, moment
from tests.ui.kit.conftest import dressed, sheet
from tracker.app import build_window
from tracker.clinical.library import library
from tracker.domain.entries import LvefMethod
from tracker.services.companion import Companion
from tracker.services.ports import Write
from tracker.storage.opening import create_diary, open_diary
from tracker.ui.main_window import MainWindow

__all__ = ["dressed", "sheet"]


class Person:
    """Clicks what she sees, and counts."""

    def __init__(self, window: MainWindow, companion: Companion) -> None:
        self.window, self.companion = window, companion
        self.clicks = 0

    def click(self, words: str, place: QWidget | None = None) -> None:
        self._wait()
        found = [
            each
            for each in (place or self.window).findChildren(QAbstractButton)
            if each.isVisible() and words in (each.text(), each.accessibleName())
        ]
        assert len(found) == 1, words
        self.clicks += 1
        QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)

    def _wait(self) -> None:
        """Let a page show what it shows after its first paint, and what it lays out then."""
        for _ in range(3):
            QApplication.processEvents()

    def reads(self) -> str:
        self._wait()
        labels = [each for each in self.window.findChildren(QLabel) if each.isVisible()]
        return "\n".join(label.text() for label in labels).replace("\u00a0", " ")


def in_dialog(act: Callable[[QWidget], None]) -> None:
    def later() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(0, later)
        else:
            act(dialog)

    QTimer.singleShot(0, later)


@pytest.fixture
def start(qtbot, diary_file: Path) -> Callable[[], object]:
    """Open the window on the same file as often as one likes; the first time makes the diary."""
    memory = a_life(a_scan("64", date(2026, 2, 4))).companion
    storage = create_diary(diary_file, Write(at=moment(START), people=memory.people()))
    desk = memory._desk
    storage.apply(
        Write(
            at=moment(START),
            courses=desk.storage.courses(PERSON_ID),
            entries=tuple((PERSON_ID, entry) for entry in memory.diary.entries()),
        )
    )
    storage.close()
    kept: list[MainWindow] = []  # a window that nobody holds would be taken apart in mid-test

    @contextmanager
    def run(today: date = TODAY) -> Iterator[Person]:
        clock = Clock(moment(today))
        opened = open_diary(diary_file, moment=clock.now)
        companion = Companion(opened, library(), clock, PERSON_ID)
        window = build_window(companion)
        qtbot.addWidget(window)
        kept.append(window)
        window.resize(1280, 800)
        window.show()
        window.show_page("today")
        window.activateWindow()
        QApplication.processEvents()
        yield Person(window, companion)
        window.close()
        opened.close()

    return run


def test_a_cycle_is_delayed_in_three_clicks_and_stays_delayed(start):
    with start() as person:
        person.click("Plan")
        in_dialog(lambda dialog: person.click("Move cycle 6", dialog))
        person.click("Delay or move cycle 6")

        assert person.clicks == 3
        assert "Tuesday 9 June, in 13 days" in person.reads()

    with start() as person:
        person.click("Plan")

        assert "Tuesday 9 June, in 13 days" in person.reads()
        assert "moved from Tue 2 Jun to Tue 9 Jun" in person.reads()


def test_a_cycle_is_delayed_from_today_in_two_clicks_and_stays_delayed(start):
    with start() as person:
        in_dialog(lambda dialog: person.click("Move cycle 6", dialog))
        person.click("Cycle 6 date has changed")

        assert person.clicks == 2
        assert "Tuesday 9 June · in 13 days" in person.reads()

    with start() as person:
        assert "Tuesday 9 June · in 13 days" in person.reads()
        person.click("Plan")
        assert "moved from Tue 2 Jun to Tue 9 Jun" in person.reads()


def test_a_delay_from_today_can_be_undone_where_it_was_said(start):
    with start() as person:
        in_dialog(lambda dialog: person.click("Move cycle 6", dialog))
        person.click("Cycle 6 date has changed")
        person.click("Undo")

        assert person.companion.plan.events() == ()
        assert "Tuesday 2 June · in 6 days" in person.reads()


def test_the_treatment_of_today_is_given_in_one_click_where_the_window_opens(start):
    with start(date(2026, 6, 2)) as person:
        assert "Cycle 6 of 6, TCH" in person.reads()
        person.click("Given today: cycle 6")

        assert person.clicks == 1

    with start(date(2026, 6, 2)) as person:
        (recorded,) = person.companion.plan.events()
        assert recorded.event.on == date(2026, 6, 2)
        assert "Tuesday 23 June · in 21 days" in person.reads()


def test_a_delay_that_was_undone_stays_undone(start):
    with start() as person:
        person.click("Plan")
        in_dialog(lambda dialog: person.click("Move cycle 6", dialog))
        person.click("Delay or move cycle 6")
        person.click("Undo")

    with start() as person:
        person.click("Plan")

        assert "Tuesday 2 June, in 6 days" in person.reads()
        assert person.companion.plan.events() == ()


def test_a_dose_is_given_in_one_click_and_never_moves_again(start):
    with start() as person:
        person.click("Plan")
        person.click("Yes, on that day: cycle 5")

        assert person.clicks == 2

    with start() as person:
        (recorded,) = person.companion.plan.events()
        given = [visit for visit in person.companion.plan.current().visits if visit.dose == 5]

        assert recorded.event.on == date(2026, 5, 12)
        assert {visit.status.value for visit in given} == {"given"}


def test_a_heart_scan_is_two_clicks_and_a_number(start):
    with start() as person:

        def type_it(dialog: QWidget) -> None:
            QTest.keyClicks(dialog.focusWidget(), "58")
            QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)

        person.click("Heart")
        in_dialog(type_it)
        person.click("Record a scan result")

        assert person.clicks == 2
        assert "\u22126 points" in person.reads()

    with start() as person:
        person.click("Heart")

        assert "58%" in person.reads()
        person.click("Plan")
        assert person.companion.heart.overview().latest.percent == 58


def test_the_scan_to_count_from_is_still_the_chosen_one_after_a_restart(start):
    with start() as person:
        for value, day in (("70", date(2025, 12, 1)), ("58", date(2026, 5, 4))):
            person.companion.diary.lvef(value, LvefMethod.ECHO, day=day)
        person.click("Heart")
        assert "All scans" in person.reads()
        heart = person.window.page("heart")
        heart.cards.scans.table.selectRow(0)
        person.click("Count changes from the result 70%")

    with start() as person:
        person.click("Heart")

        assert "\u221212 points" in person.reads()
        assert "as you chose" in person.reads()
        person.click("Let the rule choose the start again")
        assert "\u22126 points" in person.reads()


def test_a_past_day_leads_from_the_calendar_to_its_check_in(start):
    with start() as person:
        person.click("Plan")
        assert "May 2026" in person.reads()
        calendar = person.window.page("plan").cards.calendar_card.calendar
        calendar.choose(date(2026, 5, 20))

        person.click("Open this day")

        assert person.window.current_page_id == "today"
        assert person.window.page("today").day == date(2026, 5, 20)


def test_the_keyboard_alone_delays_a_cycle(start):
    with start() as person:
        QTest.keyClick(person.window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
        assert "Cycle 6 is next" in person.reads()
        button = next(
            each
            for each in person.window.findChildren(QAbstractButton)
            if each.isVisible() and each.text() == "Delay or move cycle 6"
        )
        button.setFocus(Qt.FocusReason.TabFocusReason)
        in_dialog(lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Return))
        QTest.keyClick(button, Qt.Key.Key_Space)

        (recorded,) = person.companion.plan.events()
        assert recorded.event.to == date(2026, 6, 9)
