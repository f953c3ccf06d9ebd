"""The team's day for one visit: everything else stays, and it stays until it is let go."""

from datetime import date, datetime

import pytest

from tests.builders import SUMMER, Clock, a_companion
from tests.services.test_treatment_plan import ANY, HER2, days_of
from tracker.domain.course import DoseTarget, Reason
from tracker.errors import NotUnderstoodError

SECOND, THIRD, FOURTH = date(2026, 5, 25), date(2026, 6, 15), date(2026, 7, 6)
TYPED = date(2026, 6, 18)


@pytest.fixture
def clock():
    return Clock(datetime(2026, 6, 1, 9, tzinfo=SUMMER))


@pytest.fixture
def plan(clock):
    return a_companion(clock=clock).plan


@pytest.fixture
def typed(plan, clock):
    """Cycle 3 on the day of the team, the others where they were."""
    plan.move(ANY, 3, TYPED, Reason.CLINIC_CLOSED, only_this=True)
    clock.forward(minutes=1)
    return plan


def test_one_visit_moves_and_the_later_ones_stay(plan):
    before = days_of(plan, "docetaxel")

    plan.move(ANY, 3, TYPED, Reason.CLINIC_CLOSED, only_this=True)

    assert days_of(plan, "docetaxel") == [*before[:2], TYPED, *before[3:]]


def test_the_preview_names_only_that_visit(plan):
    preview = plan.preview_move(ANY, 3, TYPED, Reason.CLINIC_CLOSED, only_this=True)

    assert {(was.on, now.on) for was, now in preview.changed} == {(THIRD, TYPED)}
    assert plan.events() == ()


def test_one_undo_takes_the_whole_action_back(typed):
    assert len(typed.events()) > 1

    typed.undo()

    assert typed.events() == ()


def test_a_typed_day_stays_when_an_earlier_cycle_is_delayed(typed):
    typed.move(ANY, 2, date(2026, 6, 1), Reason.LOW_COUNTS)

    assert days_of(typed, "docetaxel")[1:4] == [date(2026, 6, 1), TYPED, FOURTH]
    typed.undo()
    assert days_of(typed, "docetaxel")[1:4] == [SECOND, TYPED, FOURTH]


def test_a_typed_day_stays_when_the_dose_before_was_given_late(typed):
    typed.give(ANY, 2, date(2026, 5, 28))

    assert days_of(typed, "trastuzumab")[1:4] == [date(2026, 5, 28), TYPED, FOURTH]


def test_a_typed_day_that_is_let_go_returns_to_the_rhythm(typed):
    typed.back_to_rhythm(ANY, 3)

    assert days_of(typed, "docetaxel")[2:4] == [THIRD, FOURTH]
    assert not any(visit.is_typed for visit in typed.current().visits)


def test_a_typed_day_let_go_after_a_delay_goes_to_where_the_delay_puts_it(typed, clock):
    typed.move(ANY, 2, date(2026, 6, 1), Reason.LOW_COUNTS)
    clock.forward(minutes=1)

    typed.back_to_rhythm(ANY, 3)

    assert days_of(typed, "docetaxel")[2:4] == [date(2026, 6, 22), date(2026, 7, 13)]


def test_an_ordinary_move_is_let_go_with_all_that_it_took_along(plan):
    before = plan.current().visits
    plan.move(ANY, 3, date(2026, 6, 22), Reason.HOLIDAY)

    plan.back_to_rhythm(ANY, 3)

    assert plan.current().visits == before


def test_a_dose_that_nobody_moved_cannot_be_let_go(plan):
    with pytest.raises(NotUnderstoodError, match="Nobody typed"):
        plan.back_to_rhythm(ANY, 3)


def test_a_visit_typed_anew_takes_the_place_of_the_day_before(typed):
    typed.move(ANY, 3, date(2026, 6, 19), Reason.OTHER, only_this=True)

    assert days_of(typed, "pertuzumab")[2:4] == [date(2026, 6, 19), FOURTH]


def test_a_course_that_is_looked_at_is_the_one_that_changes(clock):
    companion = a_companion(clock=clock)
    companion.plan.start("t-dm1", starts_on=date(2026, 5, 11))
    first, second = (each.course.id for each in companion.plan.all())

    for course_id in (first, second):
        companion.plan.move(HER2, 3, date(2026, 6, 26), Reason.HOLIDAY, course_id=course_id)
        assert companion.plan.events()[-1].course_id == course_id
    companion.plan.omit(ANY, 4, Reason.OTHER, course_id=first)
    companion.plan.give(ANY, 1, date(2026, 5, 11), course_id=second)
    companion.plan.stop(DoseTarget(), date(2026, 8, 1), Reason.OTHER, course_id=first)

    assert [each.course_id for each in companion.plan.events()][2:] == [first, second, first]
    assert companion.plan.planned_on(ANY, 1, course_id=first) == date(2026, 5, 4)
