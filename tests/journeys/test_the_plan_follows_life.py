"""Surgery in the middle and a holiday, clicked in the real window over a real file."""

from datetime import date

from PySide6.QtWidgets import QWidget

from tests.journeys.test_plan_and_heart_survive_a_restart import dressed, in_dialog, sheet, start
from tests.ui.plan.test_course_dialogs import set_day, typed
from tests.ui.plan.test_dialogs import press
from tracker.domain.regimen import Setting
from tracker.ui.widgets.choice_card import CheckRow

__all__ = ["dressed", "sheet", "start"]


def days_of(person, drug: str) -> list[date]:
    return [v.on for plan in person.companion.plan.all() for v in plan.visits if v.drug == drug]


def test_a_holiday_moves_one_visit_and_it_is_still_there_after_a_restart(start):
    def answer(dialog: QWidget) -> None:
        press(dialog, "3 days later")
        press(dialog, "Holiday")
        next(box for box in dialog.findChildren(CheckRow) if box.isVisible()).click()
        dialog.accept_button.click()

    with start() as person:
        person.click("Plan")
        in_dialog(answer)
        person.click("Delay or move cycle 6")
        assert "later visits stay: holiday" in person.reads()

    with start() as person:
        person.click("Plan")

        assert "This date was typed." in person.reads()
        assert days_of(person, "trastuzumab")[5:7] == [date(2026, 6, 5), date(2026, 6, 23)]
        person.click("Use the computed date again: cycle 6")
        assert days_of(person, "trastuzumab")[5:7] == [date(2026, 6, 2), date(2026, 6, 23)]


def test_surgery_in_the_middle_is_set_then_moved_and_doses_count_on(start):
    with start() as person:
        first = person.companion.plan.all()[0].course
        person.companion.plan.undo()
        person.companion.plan.set_surgeries(())
        person.companion.plan.start("tchp", setting=Setting.NEOADJUVANT, starts_on=first.starts_on)

    for surgery, goes_on in (
        (date(2026, 7, 1), date(2026, 7, 29)),
        (date(2026, 7, 8), date(2026, 8, 5)),
    ):

        def answer(dialog: QWidget, surgery=surgery, goes_on=goes_on) -> None:
            set_day(dialog, "Date of the operation", surgery)
            set_day(dialog, "Treatment goes on", goes_on)
            dialog.accept_button.click()

        with start() as person:
            person.click("Plan")
            in_dialog(answer)
            person.click("The days around surgery")

            assert [each.on for each in person.companion.person().surgeries] == [surgery]
            doses = days_of(person, "trastuzumab")
            assert (doses[6], len(doses)) == (goes_on, 18)


def test_the_teams_own_version_and_what_was_not_given_are_there_after_a_restart(start):
    def own_version(dialog: QWidget) -> None:
        typed(dialog, "Number of cycles", "7")
        dialog.accept_button.click()

    def without_carboplatin(dialog: QWidget) -> None:
        next(row for row in dialog.findChildren(CheckRow) if row.text() == "Carboplatin").click()
        press(dialog, "Low blood counts")
        typed(dialog, "Was anything different? (you can skip this)", "less docetaxel")
        dialog.accept_button.click()

    with start() as person:
        person.click("Plan")
        in_dialog(without_carboplatin)
        person.click("It went differently: cycle 5")
        in_dialog(own_version)
        person.click("Other cycles or days")
        assert len(days_of(person, "docetaxel")) == 7

    with start() as person:
        person.click("Plan")
        said = person.reads()

        assert len(days_of(person, "docetaxel")) == 7
        assert "as planned: less docetaxel" in said
        assert "(carboplatin) left out on Tue 12 May: low blood counts." in said
