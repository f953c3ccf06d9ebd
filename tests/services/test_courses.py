"""Courses as a whole: one in the place of another, and going on after surgery."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest

from tests.builders import SUMMER, Clock, a_companion, a_person
from tracker.domain.course import DoseTarget, Reason
from tracker.domain.people import Surgery
from tracker.domain.regimen import Administration, Phase, Regimen, Setting, Track
from tracker.errors import NotUnderstoodError
from tracker.services.custom_regimen import as_plain, doses_left, from_plain, own_version

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


def version_of(regimen: Regimen, **changes: int) -> Regimen:
    """Return a regimen with another last phase."""
    *before, last = regimen.phases
    return own_version(regimen, (*before, replace(last, **changes)))


def the_course(companion):
    return companion.plan.all()[0].course


def test_a_surgery_found_out_later_puts_the_usual_rest_into_the_plan(companion):
    assert days_of(companion, "trastuzumab")[6] == date(2026, 5, 11)

    companion.plan.set_surgeries((Surgery(SURGERY),))

    assert days_of(companion, "trastuzumab")[6] == date(2026, 6, 24)


def test_the_day_treatment_goes_on_can_be_set_moved_and_taken_back(companion):
    companion.plan.set_surgeries((Surgery(SURGERY),))

    for resumes_on in (date(2026, 6, 22), date(2026, 6, 29)):
        companion.plan.set_surgery_between(the_course(companion).id, None, resumes_on)
        assert days_of(companion, "trastuzumab")[6] == resumes_on
    companion.plan.set_surgery_between(the_course(companion).id, None, None)

    assert days_of(companion, "trastuzumab")[6] == date(2026, 6, 24)


def test_her2_doses_count_on_across_surgery(companion):
    companion.plan.set_surgery_between(the_course(companion).id, None, date(2026, 6, 22))

    doses = [v for v in companion.plan.all()[0].visits if v.drug == "trastuzumab"]
    assert (doses[6].dose, doses[6].loading_why, doses[-1].dose) == (7, "gap", 18)


@pytest.mark.parametrize("resumes_on", [SURGERY, START])
def test_treatment_cannot_go_on_before_the_surgery(companion, resumes_on):
    companion.plan.set_surgeries((Surgery(SURGERY),))

    with pytest.raises(NotUnderstoodError, match="nothing was saved"):
        companion.plan.set_surgery_between(the_course(companion).id, None, resumes_on)

    assert the_course(companion).resumes_on is None


def test_a_course_after_surgery_has_nothing_to_go_on_with():
    companion = a_companion(regimen="tchp")

    with pytest.raises(NotUnderstoodError, match="neoadjuvant"):
        companion.plan.set_surgery_between(the_course(companion).id, None, date(2026, 7, 1))


def test_a_course_that_is_not_there_is_said_to_be_gone(companion):
    with pytest.raises(NotUnderstoodError, match="not in the diary"):
        companion.plan.set_surgery_between(uuid4(), None, date(2026, 7, 1))


def test_t_dm1_takes_the_place_of_what_was_planned_after_surgery(companion):
    companion.plan.set_surgeries((Surgery(SURGERY),))
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


def test_another_taxane_takes_the_place_of_docetaxel_and_her2_doses_go_on(companion):
    chemo = DoseTarget(track=Track.CHEMO)
    weekly = Phase("Paclitaxel", 9, 7, (Administration("paclitaxel", Track.CHEMO, (1,)),))
    paclitaxel = Regimen(id="custom", name="Weekly paclitaxel", phases=(weekly,))

    companion.plan.start(
        paclitaxel, starts_on=date(2026, 3, 9), instead_of=the_course(companion).id, ends=chemo
    )

    assert len(days_of(companion, "docetaxel")) == 3
    assert len(days_of(companion, "trastuzumab")) == 18
    assert len(days_of(companion, "paclitaxel")) == 9


def test_phesgo_instead_of_two_infusions_gets_what_is_left_of_the_year(companion):
    on = date(2026, 3, 9)
    left = doses_left(companion.plan.all()[0], on)
    phesgo = version_of(companion.library.regimens["phesgo-year"], cycles=left)

    her2 = DoseTarget(track=Track.HER2)
    companion.plan.start(phesgo, starts_on=on, instead_of=the_course(companion).id, ends=her2)

    given = len(days_of(companion, "trastuzumab"))
    assert (given, given + len(days_of(companion, "pertuzumab-trastuzumab-sc"))) == (3, 18)


def test_three_weekly_doses_count_as_one_of_the_year():
    companion = a_companion(regimen=None)
    companion.plan.start("ac-th", starts_on=START)
    plan = companion.plan.all()[0]
    first = min(visit.on for visit in plan.visits if visit.drug == "trastuzumab")

    assert doses_left(plan, first) == 18
    assert doses_left(plan, first + timedelta(days=84)) == 14


def test_a_version_of_ones_own_keeps_the_other_phases(companion):
    regimen = companion.library.regimens["ac-th"]

    own = version_of(regimen, cycles=10, cycle_days=28)

    assert own.phases[:2] == regimen.phases[:2]
    assert (own.phases[2].cycles, own.phases[2].cycle_days) == (10, 28)
    assert own.name.startswith("AC-TH, own version: ")
    assert own_version(own, regimen.phases).name == own.name
    assert own_version(regimen, regimen.phases) is regimen


def test_a_running_course_goes_on_as_the_team_changed_it_and_given_doses_stay(companion):
    course, plan = the_course(companion), companion.plan
    plan.give(DoseTarget(), 1, START + timedelta(days=1))
    first, second = course.regimen.phases
    weeks = replace(first, cycles=4, cycle_days=14)

    plan.adapt(course.id, own_version(course.regimen, (weeks, replace(second, cycles=14))))

    assert days_of(companion, "docetaxel") == [
        START + timedelta(days=1 + 14 * number) for number in range(4)
    ]
    assert len(days_of(companion, "trastuzumab")) == 18
    plan.adapt(course.id, "tchp")
    assert the_course(companion).regimen is course.regimen


def test_a_version_without_a_dose_that_was_given_is_refused(companion):
    course, plan = the_course(companion), companion.plan
    for cycle in (1, 2):
        plan.give(DoseTarget(), cycle, START + timedelta(days=21 * (cycle - 1)))
    first, second = course.regimen.phases

    with pytest.raises(NotUnderstoodError, match="Dose 2 of carboplatin was given"):
        plan.adapt(course.id, own_version(course.regimen, (replace(first, cycles=1), second)))

    assert the_course(companion).regimen is course.regimen


def test_a_version_can_have_other_dose_days_and_survives_the_diary_file(companion):
    course, plan = the_course(companion), companion.plan
    first, second = course.regimen.phases
    docetaxel, *others = first.administrations
    weekly = replace(first, administrations=(replace(docetaxel, days=(1, 8)), *others))

    plan.adapt(course.id, own_version(course.regimen, (weekly, second)))

    assert days_of(companion, "docetaxel")[:3] == [START + timedelta(days=n) for n in (0, 7, 21)]
    again = from_plain(as_plain(the_course(companion).regimen))
    assert again == the_course(companion).regimen
    assert again.phases[1].after_surgery


def test_surgery_in_the_middle_is_set_and_moved_in_one_step(companion):
    course_id = the_course(companion).id
    companion.plan.set_surgeries((Surgery(date(2025, 12, 1), "Biopsy"),))

    for on, resumes_on in ((SURGERY, date(2026, 6, 22)), (date(2026, 6, 3), date(2026, 7, 1))):
        companion.plan.set_surgery_between(course_id, on, resumes_on)

        assert [each.on for each in companion.person().surgeries][1:] == [on]
        assert days_of(companion, "trastuzumab")[6] == resumes_on


def test_treatment_does_not_go_on_before_a_dose_that_waits_for_it(companion):
    course_id = the_course(companion).id
    companion.plan.move(DoseTarget(), 6, date(2026, 5, 4), Reason.INFECTION)

    with pytest.raises(NotUnderstoodError, match="not after dose 6"):
        companion.plan.set_surgery_between(course_id, None, date(2026, 4, 30))


def test_a_dose_left_out_at_the_end_of_one_treatment_shortens_no_gap_to_the_next():
    companion = a_companion(regimen=None)
    trastuzumab = DoseTarget(drug="trastuzumab")
    companion.plan.start("h-year", starts_on=date(2026, 1, 5))
    companion.plan.give(trastuzumab, 1, date(2026, 1, 5))
    companion.plan.omit(trastuzumab, 2, Reason.HOLIDAY)
    companion.plan.stop(trastuzumab, date(2026, 2, 10), Reason.OTHER)

    companion.plan.start("h-year", starts_on=date(2026, 2, 16))

    again = companion.plan.all()[-1].visits[0]
    assert (again.on, again.loading_why) == (date(2026, 2, 16), "gap")
