"""Typing a lab slip: nothing is guessed, what cannot be right is asked back."""

from decimal import Decimal

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.heart.counted import a_count, with_counts
from tests.ui.heart_and_plan import START, TODAY
from tracker.domain.entries import Comparator, LabEntry
from tracker.ui.heart.count_dialog import CountDialog, TypedCount
from tracker.ui.widgets.field_parts import LineEdit
from tracker.ui.widgets.fields import SelectField


class Asked:
    """The dialog over a diary in memory."""

    def __init__(self, qtbot, *counts: LabEntry) -> None:
        self.life = with_counts(*counts)
        self.companion = self.life.companion
        units = {value.entry.test: value.entry.unit for value in self.companion.heart.counts()}
        labs = self.companion.library.labs
        self.dialog = CountDialog(TODAY, labs, units, self._store)
        qtbot.addWidget(self.dialog)
        self.dialog.show()

    def _store(self, typed: TypedCount) -> None:
        self.companion.diary.lab(
            typed.test,
            typed.value,
            typed.unit,
            low=typed.low,
            high=typed.high,
            comparator=typed.comparator,
            day=typed.day,
        )

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


def test_a_slip_is_stored_with_its_own_range_and_sign(qtbot):
    asked = Asked(qtbot)
    asked.dialog.choose("troponin")
    asked.unit().choose("ng/L")
    asked.type("Result", "<3")
    asked.type("upper end", "14")

    asked.dialog.accept_button.click()

    (entry,) = asked.stored()
    assert (entry.value, entry.unit, entry.comparator) == (Decimal(3), "ng/L", Comparator.BELOW)
    assert (entry.low, entry.high) == (None, Decimal(14))


def test_the_units_offered_are_those_of_the_test(qtbot):
    asked = Asked(qtbot)

    asked.dialog.choose("hemoglobin")

    editor = asked.unit().editor
    assert [editor.itemText(n) for n in range(editor.count())] == ["g/dL", "g/L", "mmol/L"]


def test_a_unit_is_never_guessed_where_two_differ_by_a_thousand(qtbot):
    asked = Asked(qtbot)
    asked.dialog.choose("neutrophils")
    asked.type("Result", "1.2")

    asked.dialog.accept_button.click()

    assert asked.unit().choice is None
    assert asked.stored() == ()
    assert asked.dialog.isVisible()


def test_the_unit_of_the_last_slip_is_offered(qtbot):
    asked = Asked(qtbot, a_count("1200", START, unit="cells/uL", low=None, high=None))

    asked.dialog.choose("neutrophils")

    assert asked.unit().choice == "cells/uL"


def test_a_number_in_the_wrong_unit_is_asked_back_and_stays(qtbot):
    asked = Asked(qtbot)
    asked.dialog.choose("neutrophils")
    asked.unit().choose("10^9/L")
    asked.type("Result", "1200")

    asked.dialog.accept_button.click()

    assert asked.stored() == ()
    result = next(
        each for each in asked.dialog.findChildren(LineEdit) if "Result" in each.accessibleName()
    )
    assert result.text() == "1200"


def test_nothing_is_stored_without_a_test(qtbot):
    asked = Asked(qtbot)
    asked.type("Result", "1.2")

    asked.dialog.accept_button.click()

    assert asked.stored() == ()
    QApplication.processEvents()
    assert asked.dialog.isVisible()
