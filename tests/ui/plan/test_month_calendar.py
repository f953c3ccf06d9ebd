"""The month calendar as a table, aloud, and under the keyboard."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from tests.ui.heart_and_plan import SURGERY, TODAY, Life, a_life, a_scan, in_radiotherapy, moment
from tracker.domain.course import DoseTarget, Reason
from tracker.ui.plan.calendar_model import CalendarModel
from tracker.ui.plan.calendar_view import MonthCalendar
from tracker.ui.plan.calendar_words import spoken_day
from tracker.ui.plan.month_state import Calendar, Kind
from tracker.ui.plan.state import plan_state
from tracker.ui.plan.timeline_parts import Stage
from tracker.ui.theme import Theme


def calendar_of(life: Life) -> Calendar:
    state = plan_state(life.companion)
    assert state is not None
    return state.calendar


@pytest.fixture
def moved() -> Calendar:
    life = a_life(a_scan("64", date(2026, 2, 4)), radiotherapy=in_radiotherapy())
    plan = life.on(date(2026, 3, 30)).plan
    plan.move(DoseTarget(), 3, date(2026, 4, 7), Reason.LOW_COUNTS)
    life.on(TODAY)
    return calendar_of(life)


@pytest.fixture
def months(qtbot, moved) -> MonthCalendar:
    view = MonthCalendar(first_weekday=0)
    qtbot.addWidget(view)
    view.resize(620, 700)
    view.show_calendar(moved)
    view.show()
    return view


def test_the_model_keeps_the_rules_of_qt_models(moved):
    model = CalendarModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    model.show_weeks(moved.weeks(TODAY, 0))

    assert (model.rowCount(), model.columnCount()) == (6, 7)


def test_a_cell_speaks_its_day_its_cycle_day_and_its_window(moved):
    assert spoken_day(moved.day(TODAY)) == (
        "Wednesday 27 May, today, cycle 5 day 9, low-count window"
    )


def test_a_treatment_day_speaks_its_drugs_and_whether_they_were_given(moved):
    words = spoken_day(moved.day(date(2026, 5, 19)))

    assert words == ("Tuesday 19 May, cycle 5 day 1, docetaxel, carboplatin and trastuzumab, given")


@pytest.mark.parametrize(
    ("first_weekday", "first_day", "name"),
    [(0, date(2026, 4, 27), "Mon"), (6, date(2026, 4, 26), "Sun"), (5, date(2026, 4, 25), "Sat")],
)
def test_weeks_begin_on_the_day_of_the_place(moved, first_weekday, first_day, name):
    model = CalendarModel(first_weekday)
    model.show_weeks(moved.weeks(TODAY, first_weekday))

    day = model.day_at(model.index(0, 0))

    assert day is not None
    assert day.on == first_day
    assert model.headerData(0, Qt.Orientation.Horizontal) == name


def test_the_day_that_a_cycle_was_moved_from_says_so(moved):
    (happening,) = moved.day(date(2026, 3, 31)).happenings

    assert (happening.kind, happening.number) == (Kind.MOVED, 3)


def test_a_late_cycle_keeps_counting_its_days(moved):
    day = moved.day(date(2026, 4, 3))

    assert (day.cycle, day.cycle_day, day.waiting) == (2, 25, True)


def test_a_scan_that_is_late_is_marked_on_the_day_it_was_due(moved):
    (happening,) = moved.day(date(2026, 5, 4)).happenings

    assert (happening.kind, happening.stage) == (Kind.SCAN, Stage.CURRENT)


def test_surgery_and_radiotherapy_have_their_days(moved):
    kinds = [each.kind for each in moved.day(SURGERY).happenings]
    weekend = moved.day(date(2026, 7, 11)).happenings

    assert kinds == [Kind.SURGERY]
    assert moved.day(date(2026, 7, 10)).happenings[0].kind is Kind.RADIOTHERAPY
    assert weekend == ()


def test_an_appointment_is_on_its_day():
    life = a_life()
    life.companion.diary.appointment("Blood test", moment(date(2026, 6, 1)))

    (happening,) = calendar_of(life).day(date(2026, 6, 1)).happenings

    assert (happening.kind, happening.titles) == (Kind.APPOINTMENT, ("09:40", "Blood test"))


@pytest.mark.parametrize(
    ("key", "day"),
    [
        (Qt.Key.Key_Right, date(2026, 5, 28)),
        (Qt.Key.Key_Up, date(2026, 5, 20)),
        (Qt.Key.Key_PageDown, date(2026, 6, 27)),
        (Qt.Key.Key_PageUp, date(2026, 4, 27)),
    ],
)
def test_keys_move_by_day_week_and_month(months, key, day):
    QTest.keyClick(months, key)

    assert months.day == day


def test_arrows_walk_over_the_end_of_a_month(months):
    months.choose(date(2026, 5, 31))

    QTest.keyClick(months, Qt.Key.Key_Right)

    assert (months.day, months.month) == (date(2026, 6, 1), date(2026, 6, 1))


def test_a_month_without_that_day_ends_earlier(months):
    months.choose(date(2026, 3, 31))

    QTest.keyClick(months, Qt.Key.Key_PageUp)

    assert months.day == date(2026, 2, 28)


def test_home_comes_back_to_today(months):
    months.choose(date(2027, 1, 5))

    QTest.keyClick(months, Qt.Key.Key_Home)

    assert months.day == TODAY


def test_enter_opens_the_day(qtbot, months):
    with qtbot.waitSignal(months.day_opened) as opened:
        QTest.keyClick(months, Qt.Key.Key_Return)

    assert opened.args == [TODAY]


def test_a_gray_day_that_is_clicked_turns_to_its_month(qtbot, months):
    # The last cell of May is Sunday, 7 June.
    cell = months.visualRect(months.model().index(5, 6))

    qtbot.mouseClick(months.viewport(), Qt.MouseButton.LeftButton, pos=cell.center())

    assert (months.day, months.month) == (date(2026, 6, 7), date(2026, 6, 1))


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_cells_of_a_month_are_painted_and_differ(sheet: Theme, months, scale):
    sheet.set_text_scale(scale)

    picture = months.grab().toImage()

    colors = {
        picture.pixel(x, y)
        for x in range(0, picture.width(), 4)
        for y in range(0, picture.height(), 4)
    }
    assert len(colors) > 10
