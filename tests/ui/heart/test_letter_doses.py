"""Typing what a letter says of an anthracycline dose."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtTest import QTest

from tests.builders import a_course
from tests.ui.heart.shown import Shown
from tests.ui.heart_and_plan import Life, a_life, moment
from tracker.errors import NotUnderstoodError
from tracker.services.companion import Companion
from tracker.services.ports import Write
from tracker.ui.heart.anthracycline_state import (
    LetterDose,
    anthracycline_state,
    letter_doses,
    store_letter_dose,
)
from tracker.ui.heart.letter_dialog import LetterDialog
from tracker.ui.widgets.field_parts import LineEdit


def on_ac() -> Life:
    """Return a person after four doses of doxorubicin, 21 days apart."""
    return a_life(regimen="ac-th", start=date(2026, 2, 17))


def total(companion: Companion) -> Decimal | None:
    return anthracycline_state(companion, companion.heart.overview()).mg_m2


def test_each_dose_that_was_given_can_have_its_own_amount():
    doses = letter_doses(on_ac().companion)

    assert [(dose.number, dose.on) for dose in doses] == [
        (1, date(2026, 2, 17)),
        (2, date(2026, 3, 10)),
        (3, date(2026, 3, 31)),
        (4, date(2026, 4, 21)),
    ]
    assert all(dose.mg_m2 is None for dose in doses)


def test_an_amount_from_the_letter_takes_the_place_of_the_usual_one():
    companion = on_ac().companion
    first = letter_doses(companion)[0]

    store_letter_dose(companion, first, "54,5")

    assert total(companion) == Decimal("234.5")
    assert letter_doses(companion)[0].mg_m2 == Decimal("54.5")
    assert anthracycline_state(companion, companion.heart.overview()).assumed_doses == 3


def test_epirubicin_counts_less_and_the_source_of_that_is_named(qtbot):
    life = a_life(regimen="fec-dh", start=date(2026, 5, 12))
    store_letter_dose(life.companion, letter_doses(life.companion)[0], "100")

    assert total(life.companion) == Decimal(80)
    assert "Epirubicin counted as doxorubicin by:" in Shown(qtbot, life).words()


@pytest.mark.parametrize("typed", ["", "0", "4", "201", "1080", "sixty"])
def test_what_cannot_be_one_dose_is_refused_and_nothing_changes(typed):
    companion = on_ac().companion

    with pytest.raises(NotUnderstoodError):
        store_letter_dose(companion, letter_doses(companion)[0], typed)

    assert total(companion) == Decimal(240)


@pytest.mark.parametrize("typed", ["5", "200"])
def test_the_outermost_amounts_are_still_taken(typed):
    companion = on_ac().companion

    store_letter_dose(companion, letter_doses(companion)[0], typed)

    assert total(companion) == Decimal(180) + Decimal(typed)


def test_typing_an_amount_moves_no_visit():
    companion = on_ac().companion
    before = [visit.on for plan in companion.plan.all() for visit in plan.visits]

    store_letter_dose(companion, letter_doses(companion)[1], "60")

    assert [visit.on for plan in companion.plan.all() for visit in plan.visits] == before


def test_without_a_dose_there_is_nothing_to_type():
    companion = a_life().companion

    assert letter_doses(companion) == ()
    assert not anthracycline_state(companion, companion.heart.overview()).has_doses


@pytest.fixture
def ask(qtbot) -> Callable[[Companion], LetterDialog]:
    """Return what opens the dialog; it is closed before Python lets go of it."""
    kept: list[LetterDialog] = []

    def opened(companion: Companion) -> LetterDialog:
        def store(dose: LetterDose, typed: str) -> None:
            store_letter_dose(companion, dose, typed)

        kept.append(LetterDialog(letter_doses(companion), store))
        qtbot.addWidget(kept[-1])
        kept[-1].show()
        return kept[-1]

    return opened


def _type(dialog: LetterDialog, words: str) -> None:
    QTest.keyClicks(dialog.findChild(LineEdit), words)


def test_a_dose_is_chosen_by_the_person_where_there_are_several(ask):
    companion = on_ac().companion
    dialog = ask(companion)
    _type(dialog, "58")

    dialog.accept_button.click()
    assert total(companion) == Decimal(240)

    dialog.choose(2)
    dialog.accept_button.click()
    assert total(companion) == Decimal(238)
    assert not dialog.isVisible()


def test_a_refused_amount_stays_in_the_field(ask):
    dialog = ask(on_ac().companion)
    dialog.choose(0)
    _type(dialog, "1080")

    dialog.accept_button.click()

    assert dialog.isVisible()
    assert dialog.findChild(LineEdit).text() == "1080"


def test_doses_of_a_course_before_this_one_can_be_typed_as_well():
    life = a_life(regimen="ddac-t", start=date(2025, 9, 1), today=date(2026, 3, 20))
    later = a_course("h-year", starts_on=date(2026, 2, 17), recorded_at=moment(date(2026, 2, 17)))
    storage = life.companion._desk.storage
    storage.apply(Write(at=moment(date(2026, 2, 17)), courses=(later,)))
    companion = life.on(date(2026, 3, 20))

    doses = letter_doses(companion)
    store_letter_dose(companion, doses[0], "54")

    assert [dose.on.year for dose in doses] == [2025] * 4
    assert letter_doses(companion)[0].mg_m2 == Decimal(54)
    assert total(companion) == Decimal(234)
