"""Typing a lab slip: nothing is guessed, what cannot be right is asked back."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.heart.counted import a_count, with_counts
from tests.ui.heart_and_plan import START, TODAY
from tracker.domain.entries import LabEntry
from tracker.domain.entry_words import Comparator
from tracker.services.companion import Companion
from tracker.ui.heart.count_dialog import CountDialog, TypedCount
from tracker.ui.heart.counts_wording import unit_choice
from tracker.ui.widgets.field_parts import LineEdit
from tracker.ui.widgets.fields import SelectField


def storing_in(companion: Companion) -> Callable[[TypedCount], None]:
    """Return what stores a value; it knows nothing of the dialog, which Qt alone may take apart."""

    def store(typed: TypedCount) -> None:
        companion.diary.lab(
            typed.test,
            typed.value,
            typed.unit,
            low=typed.low,
            high=typed.high,
            comparator=typed.comparator,
            day=typed.day,
        )

    return store


class Asked:
    """The dialog over a diary in memory."""

    def __init__(self, qtbot, *counts: LabEntry) -> None:
        self.companion = with_counts(*counts).companion
        units = {value.entry.test: value.entry.unit for value in self.companion.heart.counts()}
        labs = self.companion.library.labs
        self.dialog = CountDialog(TODAY, labs, units, storing_in(self.companion))
        qtbot.addWidget(self.dialog)
        self.dialog.show()

    def type(self, name: str, words: str) -> None:
        box = next(
            each for each in self.dialog.findChildren(LineEdit) if name in each.accessibleName()
        )
        QTest.keyClicks(box, words)

    def unit(self) -> SelectField:
        return next(
            each
            for each in self.dialog.findChildren(SelectField)
            if each.isVisible() and each.editor.accessibleName() == "Unit"
        )

    def stored(self) -> tuple[LabEntry, ...]:
        return tuple(value.entry for value in self.companion.heart.counts())


@pytest.fixture
def ask(qtbot) -> Callable[..., Asked]:
    """Return what opens the dialog; it is closed before Python lets go of it."""
    kept: list[Asked] = []

    def opened(*counts: LabEntry) -> Asked:
        kept.append(Asked(qtbot, *counts))
        return kept[-1]

    return opened


def test_a_slip_is_stored_with_its_own_range_and_sign(ask):
    asked = ask()
    asked.dialog.choose("troponin")
    asked.unit().choose("ng/L")
    asked.type("Result", "<3")
    asked.type("upper end", "14")

    asked.dialog.accept_button.click()

    (entry,) = asked.stored()
    assert (entry.value, entry.unit, entry.comparator) == (Decimal(3), "ng/L", Comparator.BELOW)
    assert (entry.low, entry.high) == (None, Decimal(14))


def test_the_units_offered_are_those_of_the_test(ask):
    asked = ask()

    asked.dialog.choose("hemoglobin")

    editor = asked.unit().editor
    assert [editor.itemText(n) for n in range(editor.count())] == ["g/dL", "g/L", "mmol/L"]


def test_the_units_say_what_else_stands_on_slips_for_them():
    assert unit_choice("10^9/L") == "10⁹/L (also written K/µL, 10³/µL)"
    assert unit_choice("cells/uL") == "cells/µL (also written /µL, cells/mm³)"
    assert unit_choice("umol/L") == "µmol/L"


def test_a_unit_is_never_guessed_where_two_differ_by_a_thousand(ask):
    asked = ask()
    asked.dialog.choose("neutrophils")
    asked.type("Result", "1.2")

    asked.dialog.accept_button.click()

    assert asked.unit().choice is None
    assert asked.stored() == ()
    assert asked.dialog.isVisible()


def test_the_unit_of_the_last_slip_is_offered(ask):
    asked = ask(a_count("1200", START, unit="cells/uL", low=None, high=None))

    asked.dialog.choose("neutrophils")

    assert asked.unit().choice == "cells/uL"


def test_a_number_in_the_wrong_unit_is_asked_back_and_stays(ask):
    asked = ask()
    asked.dialog.choose("neutrophils")
    asked.unit().choose("10^9/L")
    asked.type("Result", "1200")

    asked.dialog.accept_button.click()

    assert asked.stored() == ()
    result = next(
        each for each in asked.dialog.findChildren(LineEdit) if "Result" in each.accessibleName()
    )
    assert result.text() == "1200"


def test_nothing_is_stored_without_a_test(ask):
    asked = ask()
    asked.type("Result", "1.2")

    asked.dialog.accept_button.click()

    assert asked.stored() == ()
    QApplication.processEvents()
    assert asked.dialog.isVisible()
