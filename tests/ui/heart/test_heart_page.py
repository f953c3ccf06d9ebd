"""The Heart page as a person uses it."""

from datetime import date

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from tests.ui.heart.shown import Shown
from tests.ui.heart_and_plan import a_life, a_scan
from tracker.domain.people import HeartProfile
from tracker.ui.heart.page import build_page
from tracker.ui.heart.scans_table import ScansTable
from tracker.ui.notifier import Notifier
from tracker.ui.page import PageAction
from tracker.ui.theme import Theme
from tracker.ui.widgets.field_parts import LineEdit

BEFORE = a_scan("64", date(2026, 2, 4))


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


def test_everything_that_takes_the_keyboard_has_a_name(shown):
    for widget in shown.page.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            name = widget.accessibleName() or getattr(widget, "text", str)()
            assert name.strip(), widget


def test_every_button_is_large_enough(sheet: Theme, shown):
    for button in shown.page.findChildren(QAbstractButton):
        if button.isVisible() and button.parent() is not shown.page.cards.scans.table:
            assert button.height() >= sheet.target(), button.text()


def test_the_factors_that_gave_points_and_the_guideline_are_named(qtbot):
    life = a_life(BEFORE)
    life.companion.profile.update_heart(
        HeartProfile(risk_factors=("hypertension", "stable-angina"))
    )

    words = Shown(qtbot, life).words()

    assert "The published table says: high (1 point)" in words
    assert "High blood pressure: 1 point" in words
    assert "Chest tightness on effort (angina): high by itself" in words
    assert "The guideline for a high level: a heart specialist before the start" in words
    assert "European Society of Cardiology" in words


def test_a_known_risk_without_any_factor_says_so(qtbot):
    life = a_life(BEFORE)
    life.companion.profile.update_heart(HeartProfile(risk_factors=()))

    assert "None of its factors is known of you." in Shown(qtbot, life).words()


def test_a_level_that_rests_on_less_than_the_table_asks_for_says_so(qtbot):
    life = a_life()
    life.companion.profile.update_heart(HeartProfile(risk_factors=("hypertension",)))

    assert "Not known and not counted: age, LVEF before treatment." in Shown(qtbot, life).words()


def test_its_booked_moves_the_reminder_and_not_the_day_it_is_due(qtbot):
    shown = Shown(qtbot, a_life(BEFORE))

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(0, act)
            return
        boxes = {each.accessibleName(): each for each in dialog.findChildren(LineEdit)}
        for name, words in (("Day", "2"), ("Month", "6"), ("Year", "2026")):
            next(box for key, box in boxes.items() if name in key).setText(words)
        next(b for b in dialog.findChildren(QAbstractButton) if b.text() == "Save").click()

    QTimer.singleShot(0, act)
    shown.press("The next scan is booked")

    words = shown.words()
    assert "2 Jun\nBooked, at 9:00. One was due Mon 4 May" in words
    assert "The next scan is booked" not in [each.text() for each in _buttons(shown)]
    assert shown.life.companion.heart.overview().checks[0].due == date(2026, 5, 4)
    assert shown.page.perform(PageAction.UNDO)
    assert "Due now\nWas due Mon 4 May" in shown.words()


def _buttons(shown: Shown) -> list[QAbstractButton]:
    return [each for each in shown.page.findChildren(QAbstractButton) if each.isVisible()]


def test_a_drug_without_such_a_label_is_named_as_well(qtbot):
    words = Shown(qtbot, a_life(BEFORE, regimen="neratinib")).words()

    assert "Neratinib: its label, as far as this diary knows it, names no LVEF" in words


def test_what_lies_below_is_there_at_once_for_who_cannot_wait_for_the_paint(qtbot):
    page = build_page(a_life(BEFORE).companion, Notifier())
    qtbot.addWidget(page)
    page.refresh()
    before = len(page.findChildren(ScansTable))

    page.settle()

    assert (before, len(page.findChildren(ScansTable))) == (0, 1)
