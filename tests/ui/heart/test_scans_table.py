"""The table of scans: what it says, what is counted from, and how a result is taken out."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from tests.ui.heart.shown import Shown
from tests.ui.heart_and_plan import a_life, a_scan
from tracker.ui.heart.scans_table import ScansModel, ScansTable
from tracker.ui.heart.state import heart_state
from tracker.ui.page import PageAction
from tracker.ui.theme import Theme

BEFORE = a_scan("64", date(2026, 2, 4))


@pytest.fixture
def shown(qtbot) -> Shown:
    return Shown(qtbot, a_life(BEFORE))


def test_a_wrong_result_can_be_taken_out_and_put_back(qtbot):
    shown = Shown(qtbot, a_life(BEFORE, a_scan("85", date(2026, 5, 4))))
    table = shown.page.cards.scans.table
    table.selectRow(1)

    shown.press("Remove this result")

    assert shown.life.companion.heart.overview().latest.percent == BEFORE.percent
    shown.said[-1].undo()
    assert len(shown.life.companion.heart.overview().scans) == 2


def test_another_result_can_be_counted_from_and_the_rule_asked_again(qtbot):
    first = a_scan("70", date(2025, 12, 1))
    shown = Shown(qtbot, a_life(first, BEFORE, a_scan("58", date(2026, 5, 4))))
    by_rule = shown.words()
    shown.page.cards.scans.table.selectRow(0)

    shown.press("Count changes from this result")
    by_choice = shown.words()
    shown.press("Let the rule choose the start again")

    assert "\u22126 points\nFrom 64% before the first dose" in by_rule
    assert "\u221212 points\nFrom 70% on Mon 1 Dec 2025, as you chose" in by_choice
    assert "counted from 70% of Mon 1 Dec 2025, as you chose. By the rule it would be" in by_choice
    assert "first dose of a HER2 drug: 64% of Wed 4 Feb." in by_choice
    assert shown.words() == by_rule


def test_the_choice_of_the_start_can_be_taken_back_by_the_usual_key(qtbot):
    first = a_scan("70", date(2025, 12, 1))
    shown = Shown(qtbot, a_life(first, BEFORE))
    shown.page.cards.scans.table.selectRow(0)
    shown.press("Count changes from this result")

    assert shown.page.perform(PageAction.UNDO)

    assert shown.life.companion.person().heart.baseline_entry is None
    assert len(shown.life.companion.heart.overview().scans) == 2


def test_the_start_itself_and_a_check_to_come_cannot_be_chosen(shown):
    for row in (0, 1):
        shown.page.cards.scans.table.selectRow(row)

        assert "Count changes from this result" not in shown.words()


def test_what_was_noted_with_a_result_stands_under_the_table(qtbot):
    shown = Shown(qtbot, a_life(replace(BEFORE, note="strain \u221219")))

    assert "Wed 4 Feb 2026, 64%: strain \u221219" in shown.words()


def test_two_results_of_one_day_are_both_there():
    echo = a_scan("58", date(2026, 5, 4))
    muga = replace(a_scan("55", date(2026, 5, 4), "muga"), at=echo.at + timedelta(hours=1))

    rows = heart_state(a_life(BEFORE, echo, muga).companion).rows

    assert [str(row.percent) for row in rows[:3]] == ["64", "58", "55"]
    assert [row.method_changed for row in rows[:3]] == [False, False, True]


def test_the_earlier_of_two_results_before_the_first_dose_has_no_change():
    echo = a_scan("58", date(2026, 2, 4))
    later = replace(a_scan("60", date(2026, 2, 4)), at=echo.at + timedelta(hours=1))

    rows = heart_state(a_life(echo, later).companion).rows

    assert [row.is_baseline for row in rows[:2]] == [False, True]
    assert rows[0].change_points is None


def test_delete_on_a_row_asks_for_its_removal(qtbot, shown):
    table = shown.page.cards.scans.table
    table.selectRow(0)

    with qtbot.waitSignal(table.removal_asked) as asked:
        QTest.keyClick(table, Qt.Key.Key_Delete)

    assert asked.args[0].percent == BEFORE.percent


def test_a_check_to_come_cannot_be_removed(shown):
    table = shown.page.cards.scans.table
    table.selectRow(1)
    QTest.keyClick(table, Qt.Key.Key_Delete)

    assert len(shown.life.companion.heart.overview().scans) == 1
    assert "Remove this result" not in shown.words()


def test_the_table_has_results_then_checks_and_speaks(shown):
    model = shown.page.cards.scans.table.results
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    first = [model.index(0, column).data() for column in range(model.columnCount())]
    spoken = model.index(1, 2).data(Qt.ItemDataRole.AccessibleTextRole)

    assert first[1:4] == ["Start", "64%", "Echo"]
    assert spoken == "Result: Due now"


def test_the_model_keeps_the_rules_of_qt_models_when_rows_change():
    model = ScansModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    model.show_rows(heart_state(a_life(BEFORE).companion).rows)
    model.show_rows(())

    assert model.rowCount() == 0


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_no_cell_of_the_table_is_cut(sheet: Theme, qtbot, scale):
    shown = Shown(qtbot, a_life(BEFORE, a_scan("46", date(2026, 5, 4), "muga")))
    sheet.set_text_scale(scale)
    QApplication.processEvents()
    table: ScansTable = shown.page.cards.scans.table

    for row in range(table.results.rowCount()):
        for column in range(table.results.columnCount()):
            if not table.isColumnHidden(column):
                index = table.results.index(row, column)
                needed = table.sizeHintForIndex(index).width()
                assert needed <= table.columnWidth(column) + 1, index.data()
