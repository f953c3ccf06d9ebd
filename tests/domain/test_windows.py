"""Windows and spans: where the start lies, when counts are low, how long tablets last."""

from datetime import date, timedelta

import pytest

from tests.domain.plan_builders import DDAC_THP, TC, TCHP, a_plan, give, moved, omitted, regimen
from tracker.domain.course import DoseTarget, Reason, Stopped
from tracker.domain.regimen import Phase, Setting
from tracker.domain.schedule import StartInWindow


@pytest.mark.parametrize(
    ("start", "where"),
    [
        ("2026-03-29", StartInWindow.BEFORE),
        ("2026-03-30", StartInWindow.INSIDE),
        ("2026-04-13", StartInWindow.INSIDE),
        ("2026-04-14", StartInWindow.AFTER),
        ("2026-05-01", StartInWindow.AFTER),
        ("2026-05-02", StartInWindow.LONG_AFTER),
    ],
)
def test_where_the_start_lies_against_four_to_six_weeks_after_surgery(start, where):
    plan = a_plan(TC, start=start, surgery="2026-03-02")

    assert plan.start_in_window is where
    assert plan.start_window is not None
    assert plan.start_window.opens_on == date(2026, 3, 30)
    assert plan.start_window.closes_on == date(2026, 4, 13)


def test_there_is_no_window_without_a_surgery_or_before_it():
    assert a_plan(TC).start_window is None
    assert a_plan(TC, surgery="2026-08-01", setting=Setting.NEOADJUVANT).start_window is None


def test_the_low_count_window_is_cycle_day_8_to_15_of_the_day_it_was_given():
    plan = a_plan(TC, moved(2, "2026-05-04"))

    assert [(w.cycle, str(w.starts_on), str(w.ends_on)) for w in plan.windows[:2]] == [
        (1, "2026-04-13", "2026-04-20"),
        (2, "2026-05-11", "2026-05-18"),
    ]


def test_carboplatin_brings_a_late_window_of_its_own():
    late = [w for w in a_plan(TCHP).windows if w.what == "late-low-counts"]

    assert (late[0].drugs, str(late[0].starts_on), str(late[0].ends_on)) == (
        ("carboplatin",),
        "2026-04-23",
        "2026-04-26",
    )


def test_weekly_and_omitted_doses_bring_no_window():
    plan = a_plan(DDAC_THP, omitted(1))

    assert [(w.phase, w.cycle) for w in plan.windows] == [("AC", 2), ("AC", 3), ("AC", 4)]


def test_daily_tablets_are_a_span_that_stopping_ends():
    tablets = regimen(Phase("Tablets", 13, 28, (give("tamoxifen"),)))
    stop = Stopped(DoseTarget(drug="tamoxifen"), date(2026, 5, 1), Reason.OWN_CHOICE)

    whole, stopped = a_plan(tablets), a_plan(tablets, stop)

    assert whole.visits == ()
    assert whole.tablets[0].ends_on == date(2026, 4, 6) + timedelta(days=363) == whole.ends_on
    assert stopped.tablets[0].ends_on == date(2026, 4, 30)


def test_open_ended_tablets_have_no_end():
    plan = a_plan(regimen(Phase("Tablets", 1, 28, (give("tamoxifen"),), open_ended=True)))

    assert plan.tablets[0].ends_on is None
    assert plan.ends_on is None


def test_tablets_stopped_before_they_began_are_no_span():
    stop = Stopped(DoseTarget(), date(2026, 4, 1), Reason.OTHER)

    plan = a_plan(regimen(Phase("Tablets", 1, 28, (give("tamoxifen"),))), stop)

    assert plan.tablets == ()
    assert plan.ends_on == date(2026, 4, 6)
