"""The first start offers a passphrase: taken, the diary is encrypted; left, it is not."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.builders import NOW
from tests.journeys.at_the_lock import WORDS, field, press, reads, unlock
from tests.journeys.dialog_answers import InDialog
from tests.journeys.hands import spoken_name
from tracker.app.program import Program
from tracker.domain.measurements import TemperatureUnit
from tracker.storage.diary_file import is_encrypted
from tracker.storage.opening import open_diary
from tracker.ui.main_window import MainWindow
from tracker.ui.recovery_key import in_lines, paint_sheet
from tracker.ui.setup.lock_page import LockPage
from tracker.ui.setup.page import SetupPage
from tracker.ui.setup.state import SetupAnswers, Step

pytestmark = pytest.mark.usefixtures("sheet", "qtbot", "cheap_wrapping")
OFFER = "Ask for a passphrase when the diary opens"
ANSWERS = SetupAnswers(
    name="Elena Marsh",
    country="GB",
    line="020 7946 0123",
    card_asked=True,
    temperature_unit=TemperatureUnit.CELSIUS,
)


@pytest.fixture
def at_the_end(begin, diary_file: Path) -> Program:
    """A first start with every question answered."""
    program = begin(diary_file, SetupPage)
    program.window.show_answers(ANSWERS)
    program.window.show_step(Step.CHECK)
    return program


def answer_the_key(keep: list[str]) -> InDialog:
    def take(shown: InDialog) -> None:
        names = [spoken_name(each) for each in shown.dialog.findChildren(QWidget)]
        keep.extend(each.partition(": ")[2] for each in names if each.startswith("Recovery key: "))
        QTest.keyClick(shown.dialog, Qt.Key.Key_Escape)
        assert shown.dialog.isVisible()
        shown.click("I have it on paper")

    return InDialog(take)


def test_a_passphrase_is_offered_and_nothing_is_chosen_for_her(at_the_end, diary_file):
    press(at_the_end, "Start my diary")

    assert isinstance(at_the_end.window, MainWindow)
    assert not is_encrypted(diary_file)


def test_a_passphrase_taken_at_the_first_start_encrypts_the_diary(at_the_end, diary_file, begin):
    press(at_the_end, OFFER)
    field(at_the_end, "New passphrase").setText(WORDS)
    field(at_the_end, "The same again").setText(WORDS)
    keys: list[str] = []
    dialog = answer_the_key(keys)

    press(at_the_end, "Start my diary")

    assert dialog.done()
    assert isinstance(at_the_end.window, MainWindow)
    assert is_encrypted(diary_file)
    at_the_end.close()
    open_diary(diary_file, moment=NOW, passphrase=keys[0]).close()
    again = begin(diary_file, LockPage)
    assert reads(again, "020\u00a07946\u00a00123")
    unlock(again, WORDS)
    assert isinstance(again.window, MainWindow)


def test_two_different_passphrases_make_no_diary(at_the_end, diary_file):
    press(at_the_end, OFFER)
    field(at_the_end, "New passphrase").setText(WORDS)
    field(at_the_end, "The same again").setText(WORDS[:-1])

    press(at_the_end, "Start my diary")

    assert reads(at_the_end, "This is not the same as above")
    assert not diary_file.exists()


def test_a_passphrase_that_is_not_wanted_any_more_is_forgotten(at_the_end, diary_file):
    press(at_the_end, OFFER)
    field(at_the_end, "New passphrase").setText(WORDS)

    press(at_the_end, OFFER)
    press(at_the_end, "Start my diary")

    assert not is_encrypted(diary_file)
    assert WORDS not in repr(at_the_end)


def test_answers_never_show_the_passphrase_in_an_error():
    assert WORDS not in repr(SetupAnswers(passphrase=WORDS))


def test_the_printed_key_stands_whole_on_its_page():
    key = "ABCD-EFGH-IJKL-MNOP-QRST-UVWX-YZ23-4567"
    page = QImage(1240, 1754, QImage.Format.Format_RGB32)
    page.setDotsPerMeterX(round(150 / 0.0254))
    page.setDotsPerMeterY(round(150 / 0.0254))
    page.fill(Qt.GlobalColor.white)
    painter = QPainter(page)

    paint_sheet(painter, QRect(80, 80, 1080, 1594), key, date(2026, 5, 12))

    painter.end()
    assert in_lines(key) == "ABCD-EFGH-IJKL-MNOP\nQRST-UVWX-YZ23-4567"
    margins = [page.pixelColor(x, y).lightness() for x in (40, 1200) for y in range(0, 1754, 2)]
    assert set(margins) == {255}
    inked = [
        y
        for y in range(1754)
        if any(page.pixelColor(x, y).lightness() < 90 for x in range(80, 1160, 3))
    ]
    assert inked[0] >= 80
    assert inked[-1] < 1674
