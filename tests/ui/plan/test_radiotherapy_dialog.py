"""Radiotherapy as a person notes it from the Plan page."""

from datetime import date

import pytest
from PySide6.QtWidgets import QWidget

from tests.ui.heart_and_plan import a_life
from tests.ui.plan.page_hands import Shown, in_dialog
from tests.ui.plan.test_course_dialogs import set_day
from tracker.domain.people import Radiotherapy
from tracker.ui.widgets.number_field import NumberField


@pytest.mark.parametrize(
    ("first", "visits", "last"),
    [
        (date(2026, 7, 6), "15", date(2026, 7, 24)),
        (date(2026, 7, 10), "2", date(2026, 7, 13)),
        (date(2026, 7, 6), "1", date(2026, 7, 6)),
    ],
)
def test_radiotherapy_is_counted_from_its_visits_on_weekdays(qtbot, first, visits, last):
    shown = Shown(qtbot, a_life())

    def answer(dialog: QWidget) -> None:
        set_day(dialog, "First day", first)
        (number,) = dialog.findChildren(NumberField)
        number.set_text(visits)
        dialog.accept_button.click()

    in_dialog(answer)
    before = shown.life.companion.plan.current().visits
    shown.button("Radiotherapy").click()

    assert shown.life.companion.person().radiotherapy == Radiotherapy(first, last)
    assert shown.life.companion.plan.current().visits == before
    shown.said[-1].undo()
    assert shown.life.companion.person().radiotherapy is None


def test_radiotherapy_that_meets_chemotherapy_is_noted_and_said(qtbot):
    shown = Shown(qtbot, a_life())

    def answer(dialog: QWidget) -> None:
        set_day(dialog, "First day", date(2026, 6, 1))
        (number,) = dialog.findChildren(NumberField)
        number.set_text("15")
        dialog.accept_button.click()

    in_dialog(answer)
    shown.button("Radiotherapy").click()

    said = shown.said[-1].text.replace("\u00a0", " ")
    assert "on Tue 2 Jun falls into it; ask your team which comes first." in said
    assert shown.life.companion.person().radiotherapy is not None


@pytest.mark.parametrize("visits", ["0", "61", "ten"])
def test_visits_that_cannot_be_are_asked_back(qtbot, visits):
    shown = Shown(qtbot, a_life())

    def answer(dialog: QWidget) -> None:
        set_day(dialog, "First day", date(2026, 7, 6))
        (number,) = dialog.findChildren(NumberField)
        number.set_text(visits)
        dialog.accept_button.click()
        assert dialog.isVisible()
        dialog.reject_button.click()

    in_dialog(answer)
    shown.button("Radiotherapy").click()

    assert shown.life.companion.person().radiotherapy is None
