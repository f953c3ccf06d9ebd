"""Surgery in the middle, another treatment in the place of one, and the day for one visit alone."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QWidget

from tests.ui.heart_and_plan import TODAY, a_life
from tests.ui.plan.page_hands import Shown, in_dialog
from tests.ui.plan.test_dialogs import press
from tests.ui.plan.test_dialogs import shown as words
from tracker.domain.course import DoseTarget
from tracker.domain.regimen import Setting, Track
from tracker.ui.widgets.choice_card import CheckRow
from tracker.ui.widgets.date_input import DateInput
from tracker.ui.widgets.fields import SelectField, TextField
from tracker.ui.widgets.number_field import NumberField

START = date(2026, 2, 17)


def set_day(dialog: QWidget, label: str, day: date) -> None:
    (field,) = [each for each in dialog.findChildren(DateInput) if each.label.text() == label]
    field.set_day(day)
    field.changed.emit()


def choose(dialog: QWidget, label: str, key: str) -> None:
    (field,) = [each for each in dialog.findChildren(SelectField) if each.label.text() == label]
    field.choose(key)
    field.chosen.emit(key)


@pytest.fixture
def before_surgery(qtbot) -> Shown:
    life = a_life(regimen="tchp", setting=Setting.NEOADJUVANT, surgery=None, start=START)
    return Shown(qtbot, life)


def test_surgery_and_the_day_treatment_goes_on_are_set_from_the_page(before_surgery):
    def answer(dialog: QWidget) -> None:
        set_day(dialog, "Date of the operation", date(2026, 7, 1))
        set_day(dialog, "Treatment goes on", date(2026, 7, 29))
        dialog.accept_button.click()

    in_dialog(answer)
    before_surgery.button("The days around surgery").click()

    companion = before_surgery.life.companion
    assert companion.person().surgeries[0].on == date(2026, 7, 1)
    assert companion.plan.all()[0].course.resumes_on == date(2026, 7, 29)
    before_surgery.said[-1].undo()
    assert companion.person().surgeries == ()
    assert companion.plan.all()[0].course.resumes_on is None


def test_a_course_after_surgery_is_not_asked_about_it(qtbot):
    assert "The days around surgery" not in Shown(qtbot, a_life()).words()


def test_t_dm1_takes_the_place_of_the_rest(before_surgery):
    def answer(dialog: QWidget) -> None:
        set_day(dialog, "First day of the new treatment", date(2026, 7, 29))
        dialog.accept_button.click()

    in_dialog(answer)
    before_surgery.button("Another treatment instead").click()

    first, second = before_surgery.life.companion.plan.all()
    assert max(visit.on for visit in first.visits) < date(2026, 7, 29)
    assert (second.course.regimen.id, len(second.visits)) == ("t-dm1", 14)
    before_surgery.said[-1].undo()
    assert len(before_surgery.life.companion.plan.all()) == 1


def test_phesgo_is_offered_with_the_doses_that_are_left_of_the_year(before_surgery):
    def answer(dialog: QWidget) -> None:
        press(dialog, "HER2 drugs only")
        choose(dialog, "New treatment", "phesgo-year")
        set_day(dialog, "First day of the new treatment", date(2026, 6, 2))
        (cycles,) = [c for c in dialog.findChildren(NumberField) if c.isVisible()]
        assert cycles.text == "13"
        dialog.accept_button.click()

    in_dialog(answer)
    before_surgery.button("Another treatment instead").click()

    first, second = before_surgery.life.companion.plan.all()
    assert len([v for v in first.visits if v.drug == "trastuzumab"]) + len(second.visits) == 18
    assert any(v.track is Track.CHEMO and v.on >= TODAY for v in first.visits)


def test_a_number_of_cycles_that_is_no_number_is_asked_back(before_surgery):
    def answer(dialog: QWidget) -> None:
        (cycles,) = [c for c in dialog.findChildren(NumberField) if c.isVisible()]
        cycles.set_text("six")
        dialog.accept_button.click()
        assert dialog.isVisible()
        dialog.reject_button.click()

    in_dialog(answer)
    before_surgery.button("Another treatment instead").click()

    assert len(before_surgery.life.companion.plan.all()) == 1


def test_only_one_visit_takes_the_teams_day_and_can_be_let_go(qtbot):
    shown = Shown(qtbot, a_life())

    def answer(dialog: QWidget) -> None:
        press(dialog, "3 days later")
        (box,) = [each for each in dialog.findChildren(CheckRow) if each.isVisible()]
        box.click()
        dialog.accept_button.click()

    in_dialog(answer)
    shown.button("Delay or move cycle 6").click()

    days = {v.dose: v.on for v in shown.life.companion.plan.current().visits if v.dose in (6, 7)}
    assert days == {6: date(2026, 6, 5), 7: date(2026, 6, 23)}
    assert "This date was typed." in shown.words()
    shown.button("Use the computed date again: cycle 6").click()
    assert shown.life.companion.plan.events() == ()
    assert "This date was typed." not in shown.words()


def typed(dialog: QWidget, label: str, text: str, place: int = 0) -> None:
    fields = [
        each
        for kind in (TextField, NumberField)
        for each in dialog.findChildren(kind)
        if each.label.text() == label and not each.isHidden()
    ]
    fields[place].set_text(text)
    fields[place].edited.emit(text)


def test_other_dose_days_and_cycles_are_typed_on_the_page_and_can_be_undone(before_surgery):
    def answer(dialog: QWidget) -> None:
        typed(dialog, "Days of the cycle: Docetaxel", "1, 8")
        typed(dialog, "Number of cycles", "4")
        assert "Docetaxel 8, Carboplatin 4, Trastuzumab 16" in words(dialog)
        dialog.accept_button.click()

    before = before_surgery.life.companion.plan.all()
    in_dialog(answer)
    before_surgery.button("Other cycles or days").click()

    (plan,) = before_surgery.life.companion.plan.all()
    days = [visit.on for visit in plan.visits if visit.drug == "docetaxel"]
    assert days[:3] == [START, START + timedelta(days=7), START + timedelta(days=21)]
    assert (len(days), plan.course.regimen.short_name) == (8, "TCHP, own version")
    before_surgery.said[-1].undo()
    assert before_surgery.life.companion.plan.all() == before


def test_days_that_cannot_be_read_are_asked_back_and_nothing_changes(before_surgery):
    def answer(dialog: QWidget) -> None:
        typed(dialog, "Days of the cycle: Docetaxel", "1 and 8")
        dialog.accept_button.click()
        assert "Type the days as numbers" in words(dialog)
        dialog.reject_button.click()

    before = before_surgery.life.companion.plan.all()
    in_dialog(answer)
    before_surgery.button("Other cycles or days").click()

    assert before_surgery.life.companion.plan.all() == before


def test_tablets_are_added_with_a_first_and_a_last_day(qtbot):
    shown = Shown(qtbot, a_life())

    def answer(dialog: QWidget) -> None:
        choose(dialog, "New treatment", "tamoxifen")
        set_day(dialog, "First day of the new treatment", date(2026, 9, 1))
        set_day(dialog, "Last day of the tablets", date(2031, 8, 31))
        dialog.accept_button.click()

    in_dialog(answer)
    shown.button("A treatment is added").click()

    first, second = shown.life.companion.plan.all()
    (tablets,) = second.tablets
    assert (tablets.starts_on, tablets.ends_on) == (date(2026, 9, 1), date(2031, 8, 31))
    assert first.visits[-1].on > TODAY
    shown.said[-1].undo()
    assert shown.life.companion.plan.all() == (first,)


def test_another_operation_counts_where_the_person_says_so(qtbot):
    shown = Shown(qtbot, a_life())

    def answer(dialog: QWidget) -> None:
        set_day(dialog, "Date of the operation", date(2026, 1, 26))
        typed(dialog, "What was done? (you can skip this)", "More tissue taken")
        next(box for box in dialog.findChildren(CheckRow) if not box.isHidden()).click()
        dialog.accept_button.click()

    in_dialog(answer)
    shown.button("Another operation").click()

    first, second = shown.life.companion.person().surgeries
    assert (first.definitive, second.definitive) == (False, True)
    window = shown.life.companion.plan.current().start_window
    assert window.opens_on == date(2026, 2, 23)
    shown.said[-1].undo()
    assert shown.life.companion.person().surgeries == (replace(first, definitive=True),)


def test_tablets_alone_can_begin_on_another_day_and_be_stopped(qtbot):
    life = a_life(regimen="tamoxifen", start=date(2026, 3, 1))
    shown = Shown(qtbot, life)

    def begin_later(dialog: QWidget) -> None:
        set_day(dialog, "First day of the treatment", date(2026, 4, 1))
        dialog.accept_button.click()

    def stop(dialog: QWidget) -> None:
        set_day(dialog, "First day without it", date(2026, 6, 1))
        dialog.accept_button.click()

    in_dialog(begin_later)
    shown.button("Other cycles or days").click()
    in_dialog(stop)
    shown.words()
    shown.button("Treatment was stopped").click()

    (tablets,) = life.companion.plan.all()[0].tablets
    assert (tablets.starts_on, tablets.ends_on) == (date(2026, 4, 1), date(2026, 5, 31))
    assert life.companion.plan.all()[0].course.regimen.id == "tamoxifen"


def test_of_two_treatments_the_one_that_is_meant_is_stopped(qtbot):
    life = a_life()
    life.companion.plan.start("goserelin", starts_on=date(2026, 3, 1))
    shown = Shown(qtbot, life)
    first, second = life.companion.plan.all()

    def stop(dialog: QWidget) -> None:
        choose(dialog, "Which treatment?", str(second.course.id))
        dialog.accept_button.click()

    in_dialog(stop)
    shown.button("Treatment was stopped").click()

    assert life.companion.plan.all()[0].visits == first.visits
    assert all(visit.on < TODAY for visit in life.companion.plan.all()[1].visits)


def test_a_first_day_before_a_given_dose_has_no_room_is_refused_in_words(qtbot):
    life = a_life()
    life.companion.plan.give(DoseTarget(), 1, START)
    shown = Shown(qtbot, life)

    def answer(dialog: QWidget) -> None:
        set_day(dialog, "First day of the treatment", date(2026, 1, 1))
        dialog.accept_button.click()
        assert "is after the start" in words(dialog)
        dialog.reject_button.click()

    in_dialog(answer)
    shown.button("Other cycles or days").click()

    assert life.companion.plan.all()[0].course.starts_on == START
