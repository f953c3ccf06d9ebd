"""What one action did: a day typed for one visit alone keeps all the others where they were."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.domain.plan_builders import (
    AC_TH,
    ANYTHING,
    CHEMO,
    DDAC_THP,
    HER2,
    TCHP,
    a_course,
    a_plan,
    days,
    given,
    moved,
)
from tracker.domain.course import DoseTarget
from tracker.domain.steps import days_of_doses, keeping, kept_alone, steps_of


def alone(template, cycle, by, target=ANYTHING):
    """A course in which one visit was moved and everything else kept its day."""
    course = a_course(template)
    before = days_of_doses(course, None)
    first = next(
        iter(steps_of(replace(course, events=(moved(cycle, "2026-04-01", target),)), None))
    )
    to = min(before[each] for each in first.aimed) + timedelta(days=by)
    event = moved(cycle, str(to), target)
    wanted = {each: on for each, on in before.items() if each not in first.aimed}
    return replace(course, events=(event, *keeping(course, None, (event,), wanted))), first.aimed


@pytest.mark.parametrize(
    ("template", "cycle", "target"),
    [
        (TCHP, 3, ANYTHING),
        (TCHP, 3, DoseTarget(track=HER2)),
        (AC_TH, 4, ANYTHING),
        (AC_TH, 5, ANYTHING),
        (DDAC_THP, 5, DoseTarget(track=CHEMO)),
        (AC_TH, 3, DoseTarget(drug="trastuzumab")),
    ],
)
def test_all_doses_but_the_moved_ones_stay(template, cycle, target):
    course, aimed = alone(template, cycle, 3, target)

    before, after = days_of_doses(a_course(template), None), days_of_doses(course, None)

    assert {each for each in before if before[each] != after[each]} == aimed


def test_the_event_and_what_it_keeps_are_one_action():
    course, aimed = alone(TCHP, 3, 3)

    (step,) = steps_of(course, None)

    assert (step.place, step.size, step.aimed) == (0, len(course.events), aimed)


def test_a_move_that_takes_the_later_ones_along_is_an_action_of_its_own():
    course = a_course(TCHP, moved(3, "2026-05-25"), moved(5, "2026-07-13"))

    assert [step.size for step in steps_of(course, None)] == [1, 1]
    assert kept_alone(course, None) == {}


def test_a_move_to_the_day_where_a_dose_stands_already_is_an_action_of_its_own():
    stays = moved(3, "2026-05-18", DoseTarget(drug="pertuzumab"))
    course = a_course(TCHP, moved(3, "2026-05-25", DoseTarget(track=CHEMO)), stays)

    first, second = steps_of(course, None)

    assert (first.kept, second.event) == ((), stays)


def test_the_day_of_one_visit_alone_is_known_until_it_is_given():
    course, _ = alone(TCHP, 3, 3)
    on = date(2026, 5, 21)

    assert set(kept_alone(course, None).values()) == {on}
    done = replace(course, events=(*course.events, given(3, str(on))))
    assert kept_alone(done, None) == {}


def test_a_typed_day_is_marked_and_those_that_follow_are_not():
    course, _ = alone(TCHP, 3, 3)
    plan = a_plan(TCHP, *course.events)
    followed = a_plan(TCHP, moved(3, "2026-05-25"))

    for each in (plan, followed):
        assert {visit.dose for visit in each.visits if visit.is_typed} == {3}
    assert days(plan, "trastuzumab")[2:4] == ["2026-05-21", "2026-06-08"]


def test_a_dose_is_no_longer_typed_once_an_earlier_move_takes_it_along():
    plan = a_plan(TCHP, moved(3, "2026-05-25"), moved(2, "2026-05-04"))

    assert {visit.dose for visit in plan.visits if visit.is_typed} == {2}
