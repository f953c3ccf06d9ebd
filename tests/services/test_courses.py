"""Courses as a whole: one in the place of another, and going on after surgery."""

from datetime import date, datetime
from uuid import uuid4

import pytest

from tests.builders import SUMMER, Clock, a_companion, a_person
from tracker.domain.people import Surgery
from tracker.domain.regimen import Setting
from tracker.errors import NotUnderstoodError

START = date(2026, 1, 5)
SURGERY = date(2026, 5, 27)


@pytest.fixture
def companion():
    """A person on TCHP before surgery."""
    companion = a_companion(
        clock=Clock(datetime(2026, 6, 10, 9, tzinfo=SUMMER)), regimen=None, person=a_person()
    )
    companion.plan.start("tchp", setting=Setting.NEOADJUVANT, starts_on=START)
    return companion


def days_of(companion, drug: str) -> list[date]:
    return [v.on for plan in companion.plan.all() for v in plan.visits if v.drug == drug]


def the_course(companion):
    return companion.plan.all()[0].course


def test_a_surgery_found_out_later_puts_the_usual_rest_into_the_plan(companion):
    assert days_of(companion, "trastuzumab")[6] == date(2026, 5, 11)

    companion.profile.set_surgeries((Surgery(SURGERY),))

    assert days_of(companion, "trastuzumab")[6] == date(2026, 6, 24)


def test_the_day_treatment_goes_on_can_be_set_moved_and_taken_back(companion):
    companion.profile.set_surgeries((Surgery(SURGERY),))

    for resumes_on in (date(2026, 6, 22), date(2026, 6, 29)):
        companion.plan.go_on_after_surgery(the_course(companion).id, resumes_on)
        assert days_of(companion, "trastuzumab")[6] == resumes_on
    companion.plan.go_on_after_surgery(the_course(companion).id, None)

    assert days_of(companion, "trastuzumab")[6] == date(2026, 6, 24)


def test_her2_doses_count_on_across_surgery(companion):
    companion.plan.go_on_after_surgery(the_course(companion).id, date(2026, 6, 22))

    doses = [v for v in companion.plan.all()[0].visits if v.drug == "trastuzumab"]
    assert (doses[6].dose, doses[6].loading_why, doses[-1].dose) == (7, "gap", 18)


@pytest.mark.parametrize("resumes_on", [SURGERY, START])
def test_treatment_cannot_go_on_before_the_surgery(companion, resumes_on):
    companion.profile.set_surgeries((Surgery(SURGERY),))

    with pytest.raises(NotUnderstoodError, match="nothing was saved"):
        companion.plan.go_on_after_surgery(the_course(companion).id, resumes_on)

    assert the_course(companion).resumes_on is None


def test_a_course_after_surgery_has_nothing_to_go_on_with():
    companion = a_companion(regimen="tchp")

    with pytest.raises(NotUnderstoodError, match="neoadjuvant"):
        companion.plan.go_on_after_surgery(the_course(companion).id, date(2026, 7, 1))


def test_a_course_that_is_not_there_is_said_to_be_gone(companion):
    with pytest.raises(NotUnderstoodError, match="not in the diary"):
        companion.plan.go_on_after_surgery(uuid4(), date(2026, 7, 1))


def test_t_dm1_takes_the_place_of_what_was_planned_after_surgery(companion):
    companion.profile.set_surgeries((Surgery(SURGERY),))
    before = the_course(companion).id

    companion.plan.start("t-dm1", starts_on=date(2026, 6, 29), instead_of=before)

    assert len(days_of(companion, "docetaxel")) == 6
    assert days_of(companion, "trastuzumab")[-1] == date(2026, 6, 24)
    assert days_of(companion, "t-dm1")[0] == date(2026, 6, 29)
    assert len(days_of(companion, "t-dm1")) == 14


def test_taking_the_new_course_back_takes_the_end_of_the_old_one_back_too(companion):
    before = companion.plan.all()
    companion.plan.start("t-dm1", starts_on=date(2026, 6, 29), instead_of=the_course(companion).id)

    companion.plan.undo()

    assert companion.plan.all() == before
