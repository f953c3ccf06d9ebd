"""What was noted of a dose stays with that dose, whatever happens to the dates around it."""

from datetime import date, datetime, timedelta

import pytest

from tests.builders import SUMMER, Clock, a_companion, a_person
from tracker.domain.course import DoseTarget, Reason
from tracker.domain.people import Surgery
from tracker.domain.regimen import Setting, Track
from tracker.domain.schedule import VisitStatus
from tracker.errors import NotUnderstoodError

START = date(2026, 1, 5)
CHEMO, HER2 = DoseTarget(track=Track.CHEMO), DoseTarget(track=Track.HER2)


def after_weeks(weeks: int) -> date:
    return START + timedelta(weeks=weeks)


@pytest.fixture
def companion():
    """A person on AC-TH before surgery: AC for 12 weeks, TH weekly for 12, then trastuzumab."""
    companion = a_companion(
        clock=Clock(datetime(2026, 12, 1, 12, tzinfo=SUMMER)), regimen=None, person=a_person()
    )
    companion.plan.start("ac-th", setting=Setting.NEOADJUVANT, starts_on=START)
    return companion


@pytest.fixture
def given_with_the_first_after_surgery(companion):
    """Her last paclitaxel was a week late, and given on the day trastuzumab went on."""
    companion.plan.set_surgeries((Surgery(after_weeks(20)),))
    companion.plan.move(CHEMO, 16, after_weeks(24), Reason.LOW_COUNTS)
    companion.plan.give(DoseTarget(), 16, after_weeks(24))
    return companion


def doses(companion, drug: str, status: VisitStatus) -> dict[int, date]:
    visits = companion.plan.all()[0].visits
    return {v.dose: v.on for v in visits if v.drug == drug and v.status is status}


def test_doses_left_out_for_an_early_surgery_leave_none_out_after_it(companion):
    for number in range(7, 13):
        companion.plan.omit(HER2, number, Reason.OTHER_SIDE_EFFECT)

    course = companion.plan.all()[0].course
    companion.plan.set_surgery_between(course.id, after_weeks(18), after_weeks(22))

    assert list(doses(companion, "trastuzumab", VisitStatus.OMITTED)) == [7, 8, 9, 10, 11, 12]
    assert doses(companion, "trastuzumab", VisitStatus.PLANNED)[13] == after_weeks(22)


def test_a_dose_given_after_an_early_surgery_is_the_same_dose_when_the_day_was_found_out_late(
    companion,
):
    for number in range(7, 13):
        companion.plan.omit(HER2, number, Reason.OTHER_SIDE_EFFECT)
    companion.plan.give(HER2, 13, after_weeks(22))

    companion.plan.set_surgery_between(companion.plan.all()[0].course.id, None, after_weeks(22))

    assert doses(companion, "trastuzumab", VisitStatus.GIVEN) == {13: after_weeks(22)}


@pytest.mark.parametrize(
    "change",
    [
        lambda plan: plan.set_surgery_between(plan.all()[0].course.id, None, after_weeks(26)),
        lambda plan: plan.add_surgery(Surgery(after_weeks(21))),
        lambda plan: plan.back_to_rhythm(CHEMO, 16),
    ],
    ids=["another day to go on", "one more operation", "a typed day let go of"],
)
def test_a_change_that_would_lose_a_given_dose_is_refused_and_stores_nothing(
    given_with_the_first_after_surgery, change
):
    plan = given_with_the_first_after_surgery.plan
    before = plan.all()

    with pytest.raises(NotUnderstoodError, match=r"Dose 13 of trastuzumab was given on .*nothing"):
        change(plan)

    assert plan.all() == before


def test_another_day_of_the_operation_that_would_lose_a_given_dose_is_refused(
    given_with_the_first_after_surgery,
):
    companion = given_with_the_first_after_surgery
    before = companion.plan.all()

    with pytest.raises(NotUnderstoodError, match="choose another day"):
        companion.plan.set_surgeries((Surgery(after_weeks(21)),))

    assert companion.plan.all() == before
    assert companion.person().definitive_surgery == Surgery(after_weeks(20))


def test_a_visit_noted_drug_by_drug_is_taken_back_whole_where_a_move_brought_its_drugs_together(
    companion,
):
    companion.plan.move(DoseTarget(drug="trastuzumab"), 4, after_weeks(16), Reason.HOLIDAY)
    before = companion.plan.all()

    companion.plan.give(
        DoseTarget(), 9, after_weeks(16), left_out={"paclitaxel": Reason.LOW_COUNTS}
    )
    assert doses(companion, "trastuzumab", VisitStatus.GIVEN) == {4: after_weeks(16)}
    companion.plan.undo()

    assert companion.plan.all() == before


def test_a_visit_moved_alone_takes_none_after_it_past_the_day_treatment_ends(companion):
    companion.plan.stop(DoseTarget(), after_weeks(20), Reason.OWN_CHOICE)
    companion.plan.move(CHEMO, 12, after_weeks(19) + timedelta(days=3), Reason.HOLIDAY)
    before = doses(companion, "paclitaxel", VisitStatus.PLANNED)
    on = before[7] + timedelta(days=5)

    companion.plan.move(CHEMO, 11, on, Reason.HOLIDAY, only_this=True)

    assert doses(companion, "paclitaxel", VisitStatus.PLANNED) == {**before, 7: on}
