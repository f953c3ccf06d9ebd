"""Recording a heart scan: one number and Enter; what cannot be right is asked back."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel

from tests.ui.heart_and_plan import TODAY, Life, a_life
from tracker.domain.entries import LvefEntry, LvefMethod
from tracker.ui.heart.record_dialog import RecordScanDialog
from tracker.ui.widgets.field_parts import LineEdit


class Asked:
    """The dialog over a diary in memory."""

    def __init__(self, qtbot, life: Life) -> None:
        self.life = life
        self.dialog = RecordScanDialog(
            TODAY,
            lambda scan: life.companion.diary.lvef(
                scan.percent, scan.method, day=scan.day, note=scan.note
            ),
        )
        qtbot.addWidget(self.dialog)
        self.dialog.show()

    @property
    def number(self) -> LineEdit:
        return next(
            box for box in self.dialog.findChildren(LineEdit) if "Result" in box.accessibleName()
        )

    def press(self, words: str) -> None:
        next(
            button
            for button in self.dialog.findChildren(QAbstractButton)
            if button.isVisible() and button.text() == words
        ).click()

    def words(self) -> str:
        labels = [each for each in self.dialog.findChildren(QLabel) if each.isVisible()]
        return "\n".join(label.text() for label in labels)

    def stored(self) -> list[LvefEntry]:
        entries = self.life.companion.diary.entries(kinds=("lvef",))
        return [entry for entry in entries if isinstance(entry, LvefEntry)]


@pytest.fixture
def asked(qtbot) -> Asked:
    return Asked(qtbot, a_life())


def test_a_missing_day_is_said_at_the_day_and_not_at_the_number(asked):
    QTest.keyClicks(asked.number, "58")
    asked.press("Another date")

    asked.press("Save result")

    assert asked.stored() == []
    assert asked.words().count("Type the day") == 1


def test_typing_and_enter_store_the_result_for_today(asked):
    QTest.keyClicks(asked.number, "58")
    QTest.keyClick(asked.number, Qt.Key.Key_Return)

    (scan,) = asked.stored()
    assert (scan.percent, scan.day, scan.method) == (Decimal(58), TODAY, LvefMethod.UNKNOWN)
    assert not asked.dialog.isVisible()


def test_a_fraction_is_asked_back_as_percent_and_the_typed_text_stays(asked):
    QTest.keyClicks(asked.number, "0.58")
    asked.dialog.accept_button.click()

    assert asked.stored() == []
    assert asked.number.text() == "0.58"
    assert "58" in asked.words()

    asked.press("I mean 58%")
    asked.dialog.accept_button.click()

    assert [scan.percent for scan in asked.stored()] == [Decimal(58)]


@pytest.mark.parametrize("typed", ["", "abc", "3", "96", "nan", "5,8,1"])
def test_what_cannot_be_a_result_is_refused_in_words(asked, typed):
    QTest.keyClicks(asked.number, typed)
    asked.dialog.accept_button.click()

    assert asked.stored() == []
    assert asked.dialog.isVisible()
    assert asked.number.text() == typed
    assert "saved" in asked.words()


def test_a_comma_and_a_percent_sign_are_understood(asked):
    QTest.keyClicks(asked.number, "58,5%")
    asked.dialog.accept_button.click()

    assert [scan.percent for scan in asked.stored()] == [Decimal("58.5")]


def test_yesterday_and_a_method_are_one_click_each(asked):
    QTest.keyClicks(asked.number, "60")
    asked.press("Yesterday, Tue\u00a026\u00a0May")
    asked.press("MUGA")
    asked.dialog.accept_button.click()

    (scan,) = asked.stored()
    assert (scan.day, scan.method) == (date(2026, 5, 26), LvefMethod.MUGA)


def test_no_method_is_chosen_beforehand(asked):
    chosen = {
        button.text()
        for button in asked.dialog.findChildren(QAbstractButton)
        if button.isCheckable() and button.isChecked()
    }

    assert chosen == {"Today, Wed\u00a027\u00a0May"}


def test_a_day_to_come_is_refused(asked):
    QTest.keyClicks(asked.number, "60")
    asked.press("Another date")
    for box in asked.dialog.findChildren(LineEdit):
        part = box.accessibleName().split(": ")[-1]
        if part in ("Day", "Month", "Year"):
            box.setText({"Day": "1", "Month": "6", "Year": "2026"}[part])
    asked.dialog.accept_button.click()

    assert asked.stored() == []
    assert "still to come" in asked.words()


def test_a_note_is_kept_with_the_result(asked):
    QTest.keyClicks(asked.number, "58")
    note = next(
        box for box in asked.dialog.findChildren(LineEdit) if "Note" in box.accessibleName()
    )
    QTest.keyClicks(note, "strain 19")
    asked.press("Save result")

    assert [scan.note for scan in asked.stored()] == ["strain 19"]
