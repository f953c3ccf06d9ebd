"""A weight through its dialog: what is a surprise is asked back, what cannot be right refused."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit

from tests.builders import NOW, Clock
from tests.journeys.dialog_answers import InDialog
from tests.journeys.hands import Hands, open_window
from tracker.domain.entries import WeightEntry
from tracker.domain.measurements import WeightUnit

pytestmark = pytest.mark.usefixtures("sheet")

TODAY = NOW.date()


@pytest.fixture
def hands(qtbot, diary_in_treatment) -> Hands:
    return open_window(qtbot, diary_in_treatment, Clock())


def test_a_weight_that_cannot_be_right_stays_in_its_dialog(hands):
    def act(dialog: InDialog) -> None:
        dialog.fill("Weight", "7")
        dialog.click("Save")

    answer = InDialog(act)
    hands.click("Add weight")

    assert not answer.done()
    assert hands.entries(WeightEntry) == []


def test_a_weight_far_from_her_last_one_is_asked_back_and_nothing_is_lost(hands):
    hands.companion.diary.weight("70.2", WeightUnit.KILOGRAM, day=TODAY - timedelta(days=20))
    seen = []

    def act(dialog: InDialog) -> None:
        dialog.fill("Weight", "90")
        dialog.click("Save")
        seen.extend((dialog.named("Weight", QLineEdit).text(), hands.entries(WeightEntry)[1:]))
        seen.append([each.text() for each in dialog.dialog.findChildren(QLabel)])
        dialog.click("Save")
        seen.append(hands.entries(WeightEntry)[1:])
        dialog.click("Yes, save 90\u00a0kg")

    answer = InDialog(act)
    hands.click("Add weight")

    assert answer.done()
    typed, none_yet, words, none_after_save = seen
    assert (typed, none_yet, none_after_save) == ("90", [], [])
    assert any(
        "90\u00a0kg is far from 70.2\u00a0kg on Wednesday 22\u00a0April" in each for each in words
    )
    assert [str(each.weight) for each in hands.entries(WeightEntry)][1:] == ["90\u00a0kg"]


def test_a_weight_in_the_other_unit_is_saved_as_it_was_meant(hands):
    hands.companion.diary.weight("70.2", WeightUnit.KILOGRAM, day=TODAY - timedelta(days=1))

    def act(dialog: InDialog) -> None:
        dialog.fill("Weight", "154")
        dialog.click("Save")
        dialog.click("I mean 154\u00a0lb, save it")

    answer = InDialog(act)
    hands.click("Add weight")

    assert answer.done()
    assert [str(each.weight) for each in hands.entries(WeightEntry)][1:] == ["154\u00a0lb"]


def test_typing_anew_takes_the_question_back_and_a_usual_weight_is_not_asked(hands):
    hands.companion.diary.weight("70.2", WeightUnit.KILOGRAM, day=TODAY - timedelta(days=1))

    def act(dialog: InDialog) -> None:
        dialog.fill("Weight", "702")
        dialog.click("Save")
        dialog.named("I mean 70.2\u00a0kg, save it")
        dialog.fill("Weight", "71")
        offered = [each for each in dialog.dialog.findChildren(QAbstractButton) if each.isVisible()]
        assert not any("70.2" in each.text() for each in offered)
        assert "is far from" not in dialog.named("Weight", QLineEdit).accessibleDescription()
        dialog.click("Save")

    answer = InDialog(act)
    hands.click("Add weight")

    assert answer.done()
    assert [str(each.weight) for each in hands.entries(WeightEntry)][1:] == ["71\u00a0kg"]
