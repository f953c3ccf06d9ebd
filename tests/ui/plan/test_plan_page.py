"""The Plan page as a person uses it."""

from datetime import date

from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from tests.ui.heart_and_plan import SURGERY, TODAY, a_life
from tests.ui.plan.page_hands import Shown, in_dialog
from tracker.domain.course import DoseTarget, Given, Reason
from tracker.domain.regimen import Setting
from tracker.domain.schedule import VisitStatus
from tracker.services.changes import Changes
from tracker.ui.page import PageAction


def test_what_comes_next_and_what_was_not_marked_are_on_the_page(shown):
    words = shown.words()

    assert "From surgery to one year" in words
    assert "Cycle 6 is next" in words
    assert "Tuesday 2 June, in 6 days" in words
    assert "Was cycle 5 given?" in words
    assert "TCH was put in the plan, first day Tue 17 Feb." in words


def test_one_click_notes_that_a_dose_was_given_as_planned(shown):
    shown.button("Yes, on that day: cycle 5").click()

    (recorded,) = shown.life.companion.plan.events()
    assert recorded.event == Given(DoseTarget(), 5, date(2026, 5, 12))
    assert "Was cycle 5 given?" not in shown.words()


def test_undo_brings_the_question_back(shown):
    shown.button("Yes, on that day: cycle 5").click()
    shown.said[-1].undo()

    assert shown.life.companion.plan.events() == ()
    assert "Was cycle 5 given?" in shown.words()


def test_ctrl_z_takes_the_last_change_back_once(shown):
    shown.button("Yes, on that day: cycle 5").click()

    assert shown.page.perform(PageAction.UNDO)
    assert not shown.page.perform(PageAction.UNDO)
    assert shown.life.companion.plan.events() == ()


def test_a_move_from_the_page_is_two_clicks_and_can_be_undone(shown):
    in_dialog(lambda dialog: dialog.accept_button.click())
    shown.button("Delay or move cycle 6").click()

    assert "Tuesday 9 June, in 13 days" in shown.words()
    assert "moved from Tue 2 Jun to Tue 9 Jun" in shown.words()
    assert shown.said[-1].text.replace("\u00a0", " ") == "Cycle 6 moved to Tue 9 Jun"
    shown.said[-1].undo()
    assert "Tuesday 2 June, in 6 days" in shown.words()


def test_a_move_that_is_cancelled_changes_nothing(shown):
    in_dialog(lambda dialog: dialog.reject_button.click())
    shown.button("Delay or move cycle 6").click()

    assert shown.life.companion.plan.events() == ()


def test_a_later_cycle_can_be_moved_from_its_day(shown):
    shown.page.cards.calendar_card.calendar.choose(date(2026, 6, 23))
    in_dialog(lambda dialog: dialog.accept_button.click())

    shown.button("Delay or move dose 7").click()

    (recorded,) = shown.life.companion.plan.events()
    assert recorded.event.to == date(2026, 6, 30)
    assert recorded.event.cycle == 7


def test_the_next_dose_can_be_noted_as_left_out(shown):
    in_dialog(lambda dialog: dialog.accept_button.click())
    shown.button("The next dose is left out").click()

    statuses = {
        visit.status
        for visit in shown.life.companion.plan.current().visits
        if visit.on == date(2026, 6, 2)
    }
    assert statuses == {VisitStatus.OMITTED}
    assert "left out on Tue 2 Jun" in shown.words()


def test_a_stop_empties_the_plan_from_that_day_on(shown):
    in_dialog(lambda dialog: dialog.accept_button.click())
    shown.button("Treatment was stopped").click()

    assert all(visit.on < TODAY for visit in shown.life.companion.plan.current().visits)
    assert "is next" not in shown.words()


def test_an_appointment_that_was_added_is_in_the_calendar(shown):
    def add(dialog: QWidget) -> None:
        for chip in dialog.findChildren(QAbstractButton):
            if chip.text() == "Blood test":
                chip.click()
        dialog.accept_button.click()

    in_dialog(add)
    shown.button("Add an appointment").click()

    assert "Blood test" in shown.words()


def test_an_appointment_to_come_can_be_removed_and_put_back(shown):
    at = shown.life.clock.now.replace(month=6, day=10, hour=9, minute=30)
    shown.life.companion.diary.appointment("Blood test", at)
    shown.page.refresh()
    shown.page.cards.calendar_card.calendar.choose(date(2026, 6, 10))
    shown.words()

    shown.button("Remove: Blood test").click()

    assert "Blood test" not in shown.words()
    shown.said[-1].undo()
    assert "09:30 Blood test" in shown.words()


def test_a_chosen_day_says_where_it_lies_and_what_was_written(shown):
    shown.life.companion.diary.note("Slept well", day=date(2026, 5, 20))

    shown.page.cards.calendar_card.calendar.choose(date(2026, 5, 20))

    assert "Wednesday 20 May" in shown.words()
    assert "1 entry on this day." in shown.words()


def test_a_day_to_come_is_not_asked_what_was_written(shown):
    shown.page.cards.calendar_card.calendar.choose(date(2026, 7, 30))

    assert "Nothing planned on this day." in shown.words()


def test_a_past_day_leads_to_its_check_in_and_a_day_to_come_does_not(shown):
    calendar = shown.page.cards.calendar_card.calendar
    calendar.choose(date(2026, 5, 20))
    shown.button("Open this day").click()
    calendar.choose(date(2026, 7, 30))
    calendar.day_opened.emit(date(2026, 7, 30))

    assert shown.opened == [date(2026, 5, 20)]


def test_on_the_day_itself_one_click_notes_the_dose(qtbot):
    shown = Shown(qtbot, a_life(today=date(2026, 6, 2)))

    assert "Cycle 6 is today" in shown.words()
    shown.button("Given today: cycle 6").click()

    (recorded,) = shown.life.companion.plan.events()
    assert recorded.event.on == date(2026, 6, 2)


def test_a_start_long_after_surgery_is_named_before_it_comes(qtbot):
    late = a_life(surgery=SURGERY, start=date(2026, 3, 20), today=date(2026, 3, 1))

    assert "67 days after surgery" in Shown(qtbot, late).words()


def test_without_a_plan_the_page_says_what_will_be_here(qtbot):
    shown = Shown(qtbot, a_life(regimen=None))
    asked: list[str] = []
    shown.page.page_requested.connect(asked.append)

    shown.button("Set up your treatment").click()

    assert "No plan yet" in shown.words()
    assert asked == ["settings"]


def test_a_refused_dose_is_said_and_nothing_is_lost(shown):
    shown.life.clock.now = shown.life.clock.now.replace(day=10)
    shown.button("Yes, on that day: cycle 5").click()

    assert "nothing was saved" in shown.said[-1].text
    assert shown.life.companion.plan.events() == ()


def test_changes_elsewhere_do_not_rebuild_the_plan(shown):
    before = shown.page.view.timeline_card.chart.places

    shown.page.refresh(Changes(symptoms=True))

    assert shown.page.view.timeline_card.chart.places is before


def test_the_timeline_can_be_read_as_a_table(shown):
    shown.button("Show all dates as a list").click()
    dates = shown.page.cards.dates_card.dates
    QAbstractItemModelTester(dates, QAbstractItemModelTester.FailureReportingMode.Fatal)

    rows = [
        [str(dates.index(row, column).data()).replace("\u00a0", " ") for column in range(4)]
        for row in range(dates.rowCount())
    ]

    assert rows[0] == ["Mon 12 Jan 2026", "Surgery", "", "done"]
    assert rows[1] == ["Wed 4 Feb 2026", "Heart scan", "", "64%"]
    assert rows[2] == [
        "Tue 17 Feb 2026",
        "Cycle 1",
        "Docetaxel, carboplatin and trastuzumab",
        "given",
    ]
    assert rows[-2][1:3] == ["Dose 18", "Trastuzumab"]


def test_the_list_of_dates_follows_a_move_while_it_is_open(shown):
    shown.button("Show all dates as a list").click()
    in_dialog(lambda dialog: dialog.accept_button.click())
    shown.button("Delay or move cycle 6").click()

    dates = shown.page.cards.dates_card.dates
    days = {dates.index(row, 1).data(): dates.index(row, 0).data() for row in range(9)}

    assert days["Cycle 6"].replace("\u00a0", " ") == "Tue 9 Jun 2026"


def test_a_reason_with_a_note_is_shown_as_it_was_typed(qtbot):
    life = a_life()
    life.companion.plan.move(DoseTarget(), 6, date(2026, 6, 9), Reason.HOLIDAY, "by the <b>sea</b>")

    shown = Shown(qtbot, life)

    assert "holiday, by the <b>sea</b>" in shown.words()


def test_a_day_says_what_is_usual_on_it_and_why_on_request(shown):
    said: list[str] = []

    def read(dialog: QWidget) -> None:
        said.extend(label.text() for label in dialog.findChildren(QLabel))
        dialog.accept_button.click()

    shown.page.cards.calendar_card.calendar.choose(date(2026, 2, 18))
    assert "Nausea is usual on this day." in shown.words()
    shown.page.cards.calendar_card.calendar.choose(date(2026, 2, 26))
    in_dialog(read)
    shown.button("Why these days?").click()

    assert any("Docetaxel: cycle days 8 to 15" in each for each in said)
    assert any("Low counts 7 to 14 days after an infusion" in each for each in said)


def test_nothing_is_offered_to_stop_when_the_last_dose_was_given_today(qtbot):
    life = a_life(regimen="tc", surgery=None)
    last = life.companion.plan.current().visits[-1]
    given = life.on(last.on)
    for visit in given.plan.current().visits:
        given.plan.give(DoseTarget(drug=visit.drug), visit.dose, visit.on)

    shown = Shown(qtbot, life)

    offered = {each.text() for each in shown.page.findChildren(QAbstractButton) if each.isVisible()}
    assert not offered & {"Treatment was stopped", "Other cycles or days"}


def test_chemotherapy_after_the_operation_in_the_middle_is_said_until_its_days_are_over(qtbot):
    def words(today: date) -> str:
        life = a_life(
            regimen="tchp",
            setting=Setting.NEOADJUVANT,
            start=date(2026, 5, 4),
            surgery=date(2026, 8, 10),
            today=today,
        )
        return Shown(qtbot, life).words()

    said = "comes on that day or later: Mon 17 Aug 2026. Ask your team which comes first."
    assert said in words(date(2026, 5, 20))
    assert said in words(date(2026, 8, 17))
    assert said not in words(date(2026, 8, 18))
