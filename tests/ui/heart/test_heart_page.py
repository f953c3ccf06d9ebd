"""The Heart page as a person uses it."""

from datetime import date

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from tests.ui.heart_and_plan import Life, a_life, a_scan
from tracker.domain.people import HeartProfile
from tracker.ui.heart.page import HeartPage, build_page
from tracker.ui.heart.scans_table import ScansModel, ScansTable
from tracker.ui.heart.state import heart_state
from tracker.ui.notifier import Notifier
from tracker.ui.page import Message, PageAction
from tracker.ui.theme import Theme
from tracker.ui.widgets.field_parts import LineEdit

BEFORE = a_scan("64", date(2026, 2, 4))


class Shown:
    """A page in a window of its own, with what it told."""

    def __init__(self, qtbot, life: Life) -> None:
        self.life, self.notifier = life, Notifier()
        self.page: HeartPage = build_page(life.companion, self.notifier)
        self.notifier.changed.connect(self.page.refresh)
        self.said: list[Message] = []
        self.asked: list[str] = []
        self.page.said.connect(self.said.append)
        self.page.page_requested.connect(self.asked.append)
        qtbot.addWidget(self.page)
        self.page.resize(1052, 800)
        self.page.refresh()
        self.page.show()
        QApplication.processEvents()

    def words(self) -> str:
        QApplication.processEvents()
        labels = [each for each in self.page.findChildren(QLabel) if each.isVisible()]
        return "\n".join(label.text() for label in labels).replace("\u00a0", " ")

    def press(self, words: str) -> None:
        QApplication.processEvents()
        found = [
            each
            for each in self.page.findChildren(QAbstractButton)
            if each.isVisible() and each.text() == words
        ]
        assert len(found) == 1, words
        found[0].click()

    def record(self, percent: str) -> None:
        def type_it() -> None:
            dialog = QApplication.activeModalWidget()
            if dialog is None:
                QTimer.singleShot(0, type_it)
                return
            number = next(
                box for box in dialog.findChildren(LineEdit) if "Result" in box.accessibleName()
            )
            QTest.keyClicks(number, percent)
            QTest.keyClick(number, Qt.Key.Key_Return)

        QTimer.singleShot(0, type_it)
        self.press("Record a scan result")


@pytest.fixture
def shown(qtbot) -> Shown:
    return Shown(qtbot, a_life(BEFORE))


def test_the_four_figures_are_on_the_page(shown):
    words = shown.words()

    assert "64%\nEcho, Wed 4 Feb" in words
    assert "Shown after your next scan" in words
    assert "Due now\nWas due Mon 4 May, 23 days ago" in words
    assert "None\nNot part of your plan" in words


def test_a_result_is_two_steps_and_changes_everything_at_once(shown):
    shown.record("58")

    words = shown.words()
    assert shown.said[-1].text == "Saved: heart scan 58%"
    assert "58%" in words
    assert "\u22126 points" in words
    assert "Due now\nWas due" not in words


def test_undo_takes_the_result_back(shown):
    shown.record("58")

    assert shown.page.perform(PageAction.UNDO)

    assert "\u22126 points" not in shown.words()
    assert not shown.page.perform(PageAction.UNDO)


def test_a_low_result_asks_for_a_call_before_the_next_dose(shown):
    shown.record("46")

    words = shown.words()
    assert "Call your team before your next trastuzumab dose. Tell them this result." in words
    assert "The US label says: hold doses" in words
    assert "Trastuzumab, EU label" in words


def test_a_missing_limit_leads_to_settings(qtbot):
    shown = Shown(qtbot, a_life(BEFORE, a_scan("57", date(2026, 5, 4)), limit=None))

    shown.press("Type the limit in Settings")

    assert "The diary cannot tell" in shown.words()
    assert shown.asked == ["settings"]


def test_a_wrong_result_can_be_taken_out_and_put_back(qtbot):
    shown = Shown(qtbot, a_life(BEFORE, a_scan("85", date(2026, 5, 4))))
    table = shown.page.view.scans.table
    table.selectRow(1)

    shown.press("Remove this result")

    assert shown.life.companion.heart.overview().latest.percent == BEFORE.percent
    shown.said[-1].undo()
    assert len(shown.life.companion.heart.overview().scans) == 2


def test_delete_on_a_row_asks_for_its_removal(qtbot, shown):
    table = shown.page.view.scans.table
    table.selectRow(0)

    with qtbot.waitSignal(table.removal_asked) as asked:
        QTest.keyClick(table, Qt.Key.Key_Delete)

    assert asked.args[0].percent == BEFORE.percent


def test_a_check_to_come_cannot_be_removed(shown):
    table = shown.page.view.scans.table
    table.selectRow(1)
    QTest.keyClick(table, Qt.Key.Key_Delete)

    assert len(shown.life.companion.heart.overview().scans) == 1
    assert "Remove this result" not in shown.words()


def test_the_table_has_results_then_checks_and_speaks(shown):
    model = shown.page.view.scans.table.scans
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    first = [model.index(0, column).data() for column in range(model.columnCount())]
    spoken = model.index(1, 2).data(Qt.ItemDataRole.AccessibleTextRole)

    assert first[1:4] == ["Before first dose", "64%", "Echo"]
    assert spoken == "Result: Due now"


def test_the_model_keeps_the_rules_of_qt_models_when_rows_change():
    model = ScansModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    model.show_rows(heart_state(a_life(BEFORE).companion).rows)
    model.show_rows(())

    assert model.rowCount() == 0


def test_what_to_call_about_is_there_whatever_the_number_says(shown):
    words = shown.words()

    assert "Call your team today if you notice" in words
    assert "A good scan result does not settle any of these." in words
    assert "call 911 now" in words


def test_risk_is_what_the_published_table_says_with_its_source(qtbot):
    life = a_life(BEFORE)
    profile = HeartProfile(risk_factors=("hypertension",))
    life.companion.profile.update_heart(profile)

    words = Shown(qtbot, life).words()

    assert "The published table says: low (1 point)" in words
    assert "HFA-ICOS" in words


def test_questions_that_were_not_asked_lead_to_settings(shown):
    shown.press("Answer in Settings")

    assert shown.asked == ["settings"]


def test_before_the_first_result_the_page_says_what_will_be_here(qtbot):
    shown = Shown(qtbot, a_life())

    assert "No heart scan yet" in shown.words()
    shown.record("60")
    assert "No heart scan yet" not in shown.words()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [620, 918, 1052])
def test_nothing_runs_off_the_side_at_any_size(sheet: Theme, qtbot, width, scale):
    shown = Shown(qtbot, a_life(BEFORE, a_scan("46", date(2026, 5, 4), "muga")))
    sheet.set_text_scale(scale)
    shown.page.resize(width, 700)
    QApplication.processEvents()

    area = shown.page.scroll_area

    assert area.widget().minimumSizeHint().width() <= area.viewport().width()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_no_cell_of_the_table_is_cut(sheet: Theme, qtbot, scale):
    shown = Shown(qtbot, a_life(BEFORE, a_scan("46", date(2026, 5, 4), "muga")))
    sheet.set_text_scale(scale)
    QApplication.processEvents()
    table: ScansTable = shown.page.view.scans.table

    for row in range(table.scans.rowCount()):
        for column in range(table.scans.columnCount()):
            if not table.isColumnHidden(column):
                index = table.scans.index(row, column)
                needed = table.sizeHintForIndex(index).width()
                assert needed <= table.columnWidth(column) + 1, index.data()


def test_everything_that_takes_the_keyboard_has_a_name(shown):
    for widget in shown.page.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            name = widget.accessibleName() or getattr(widget, "text", str)()
            assert name.strip(), widget


def test_every_button_is_large_enough(sheet: Theme, shown):
    for button in shown.page.findChildren(QAbstractButton):
        if button.isVisible() and button.parent() is not shown.page.view.scans.table:
            assert button.height() >= sheet.target(), button.text()
