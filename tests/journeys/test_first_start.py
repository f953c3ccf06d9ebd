"""The first start: seven questions, a real file, and the window that opens on it."""

from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget

from tests.builders import SUMMER, Clock
from tests.journeys.hands import open_window, spoken_name
from tracker.app.session import make_diary
from tracker.clinical.library import library
from tracker.errors import NotSavedError
from tracker.ui.settings.window_settings import WindowSettingsFile
from tracker.ui.setup.page import SetupPage
from tracker.ui.setup.state import Step

pytestmark = pytest.mark.usefixtures("sheet")

NOW = datetime(2026, 2, 25, 10, tzinfo=SUMMER)


class FirstStart:
    """A person at the first-run pages."""

    def __init__(self, qtbot, path: Path) -> None:
        self.path = path
        self.finished = False
        self.refuses = False
        self.settings = WindowSettingsFile(path.with_name("window.json"))
        self.page = SetupPage(library(), NOW.date(), self._create)
        qtbot.addWidget(self.page)
        self.page.finished.connect(self._finish)
        self.page.resize(1280, 800)
        self.page.show()

    def named(self, name: str, kind: type[QWidget] = QWidget) -> QWidget:
        found = [
            each
            for each in self.page.findChildren(kind)
            if each.isVisible() and spoken_name(each) == name
        ]
        assert len(found) == 1, f"{len(found)} visible controls are named {name!r}"
        return found[0]

    def click(self, name: str) -> None:
        button = self.named(name, QAbstractButton)
        button.click()
        QApplication.processEvents()

    def fill(self, name: str, text: str) -> None:
        editor = self.named(name, QLineEdit)
        editor.clear()
        QTest.keyClicks(editor, text)

    def choose(self, name: str, option: str) -> None:
        box = self.named(name, QComboBox)
        box.setCurrentText(option)

    def fill_date(self, name: str, day: date) -> None:
        for part in ("Day", "Month", "Year"):
            self.fill(f"{name}: {part}", str(getattr(day, part.lower())))

    def shows(self, text: str) -> bool:
        labels = [each for each in self.page.findChildren(QWidget) if each.isVisible()]
        return any(
            each.isVisible() and (text in words_of(each) or text in each.accessibleName())
            for each in labels
        )

    def _create(self, answers) -> None:
        if self.refuses:
            raise NotSavedError("Not saved: the disk is full; nothing was changed; make room.")
        make_diary(self.path, answers, self.settings, NOW)

    def _finish(self) -> None:
        self.finished = True


def words_of(widget: QWidget) -> str:
    shown = getattr(widget, "text", "")
    return str(shown()) if callable(shown) else str(shown)


@pytest.fixture
def start(qtbot, diary_file) -> FirstStart:
    return FirstStart(qtbot, diary_file)


def answer_up_to_the_treatment(start: FirstStart) -> None:
    start.fill("Your name", "Elena Marsh")
    start.choose("Country you are treated in", "United Kingdom")
    start.click("Continue")
    start.fill_date("Date of the operation", date(2026, 1, 12))
    start.click("Continue")


def answer_everything(start: FirstStart) -> None:
    answer_up_to_the_treatment(start)
    choose_treatment(start, "TCHP")
    start.click("Continue")
    start.fill_date("First treatment", date(2026, 2, 17))
    start.click("Continue")
    start.fill("24-hour advice line", "020 7946 0123")
    start.click("38.0\u00a0°C")
    start.click("Continue")
    start.fill("Result of your first heart scan", "64")
    start.fill_date("Day of that scan", date(2026, 2, 4))
    start.click("Continue")


def choose_treatment(start: FirstStart, title: str) -> None:
    cards = [
        each
        for each in start.page.findChildren(QAbstractButton)
        if each.isVisible() and spoken_name(each).startswith(f"{title},")
    ]
    assert len(cards) == 1
    cards[0].click()


def test_seven_answers_make_a_diary_and_the_window_opens_on_it(qtbot, start, diary_file):
    answer_everything(start)
    exists_before_the_end = diary_file.exists()
    start.click("Start my diary")

    assert not exists_before_the_end
    assert start.finished
    hands = open_window(qtbot, diary_file, Clock(NOW))
    assert hands.reads("Cycle 1 of 6 · Day 9")
    person = hands.companion.person()
    assert str(person.care.fever_card.high) == "38.0"
    assert hands.companion.heart.overview().baseline.percent == 64


def test_a_team_that_gives_it_in_another_way_is_asked_for_cycles_and_days(start):
    answer_up_to_the_treatment(start)
    choose_treatment(start, "TCHP")
    start.click("My team gives it in another way")
    start.fill("TCHP: Number of cycles", "4")
    start.fill("TCHP: Days of the cycle: Docetaxel", "1, 8")
    start.click("Continue")
    start.click("Back")

    assert start.named("TCHP: Number of cycles", QLineEdit).text() == "4"
    assert start.named("TCHP: Days of the cycle: Docetaxel", QLineEdit).text() == "1, 8"
    start.click("Continue")
    assert start.page.step is Step.DATES


def test_the_usual_start_is_shown_as_soon_as_the_operation_is_typed(start):
    start.fill("Your name", "Elena")
    start.choose("Country you are treated in", "Spain")
    start.click("Continue")

    start.fill_date("Date of the operation", date(2026, 1, 12))

    assert start.shows("between Monday 9\u00a0February and Monday 23\u00a0February\u00a02026")


def test_an_operation_before_the_last_cycles_is_named_while_the_dates_are_typed(start):
    start.fill("Your name", "Elena")
    start.choose("Country you are treated in", "Spain")
    start.click("Continue")
    start.click("Chemotherapy before surgery")
    start.fill_date("Date of the operation", date(2026, 8, 10))
    start.click("Continue")
    choose_treatment(start, "TCHP")
    start.click("Continue")

    start.fill_date("First treatment", date(2026, 5, 4))

    assert start.shows("later: Mon 17 Aug 2026. Ask your team which comes first.")
    start.fill_date("First treatment", date(2026, 4, 20))
    assert not start.shows("Ask your team which comes first.")


def test_a_step_that_is_not_answered_says_what_is_missing_and_stays(start):
    start.click("Continue")

    assert start.page.step is Step.YOU
    assert start.shows("Type a name")


def test_an_impossible_date_names_the_wrong_part_and_keeps_the_text(start):
    start.fill("Your name", "Elena")
    start.choose("Country you are treated in", "Spain")
    start.click("Continue")
    start.fill("Date of the operation: Day", "12")
    start.fill("Date of the operation: Month", "13")
    start.fill("Date of the operation: Year", "2026")

    start.click("Continue")

    assert start.page.step is Step.SURGERY
    assert start.shows("Month must be between 1 and 12")
    assert start.named("Date of the operation: Month", QLineEdit).text() == "13"


def test_a_start_before_the_operation_is_refused_at_its_field(start):
    start.fill("Your name", "Elena")
    start.choose("Country you are treated in", "Spain")
    start.click("Continue")
    start.fill_date("Date of the operation", date(2026, 1, 12))
    start.click("Continue")
    choose_treatment(start, "TCHP")
    start.click("Continue")
    start.fill_date("First treatment", date(2026, 1, 2))

    start.click("Continue")

    assert start.page.step is Step.DATES
    assert start.shows("after the start")


def test_the_card_must_be_answered_but_may_have_no_number(start):
    start.page.show_step(Step.CARE_TEAM)
    start.fill("24-hour advice line", "020 7946 0123")

    start.click("Continue")
    asked = start.page.step
    start.click("No number on my card")
    start.click("Continue")

    assert asked is Step.CARE_TEAM
    assert start.page.answers.card is None
    assert start.page.answers.card_asked


def test_what_is_not_known_yet_can_be_left_open(start):
    start.fill("Your name", "Elena")
    start.choose("Country you are treated in", "United States")
    start.click("Continue")
    start.click("I don't know yet")
    start.click("I don't know yet")

    assert start.page.step is Step.CARE_TEAM


def test_an_answer_can_be_changed_from_the_last_step(start):
    answer_everything(start)
    start.click("Change: Advice line")
    start.fill("24-hour advice line", "020 7946 0999")
    start.click("Continue")

    assert start.page.step is Step.CHECK
    assert start.page.answers.line == "020 7946 0999"


def test_a_treatment_can_be_typed_by_hand(start):
    start.fill("Your name", "Elena")
    start.choose("Country you are treated in", "United States")
    start.click("Continue")
    start.click("I don't know yet")
    choose_treatment(start, "Something else")
    start.click("Docetaxel")
    start.click("Trastuzumab")
    start.click("21 days")
    start.fill("Number of cycles", "4")
    start.click("Continue")
    start.fill_date("First treatment", date(2026, 3, 2))

    assert start.shows("4 treatment days, the last planned for Monday 4\u00a0May\u00a02026")


def test_a_refusal_at_the_end_keeps_the_answers(start):
    answer_everything(start)
    start.refuses = True

    start.click("Start my diary")

    assert not start.finished
    assert start.shows("the disk is full")
    start.refuses = False
    start.click("Start my diary")
    assert start.finished
