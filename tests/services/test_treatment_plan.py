"""A plan is started, moved, given and taken back; its dates are always computed."""

from datetime import date, timedelta

import pytest

from tests.builders import NOW, Clock, a_companion, a_course, a_person
from tests.fakes import MemoryStorage
from tracker.domain.course import DoseTarget, Reason
from tracker.domain.people import Surgery
from tracker.domain.regimen import Administration, Phase, Regimen, Setting, Track
from tracker.domain.schedule import VisitStatus
from tracker.errors import DiaryNotOpenedError, NotUnderstoodError
from tracker.services.changes import Changes
from tracker.services.ports import Write

START = date(2026, 5, 4)
ANY = DoseTarget()
HER2 = DoseTarget(track=Track.HER2)


def days_of(plan, drug):
    return [visit.on for visit in plan.current().visits if visit.drug == drug]


def test_a_preview_stores_nothing():
    plan = a_companion(regimen=None).plan

    previewed = plan.preview("tch", starts_on=START, surgery_on=date(2026, 4, 1))

    assert previewed.visits[0].on == START
    assert plan.current() is None
    assert plan.all() == ()
    assert plan.today() is None


def test_a_surgery_alone_is_enough_and_the_plan_opens_with_the_window():
    plan = a_companion(regimen=None).plan

    previewed = plan.preview("tchp", surgery_on=date(2026, 4, 1))

    assert previewed.course.setting is Setting.ADJUVANT
    assert previewed.course.starts_on == date(2026, 4, 29)


def test_without_any_day_the_plan_starts_today():
    assert a_companion(regimen=None).plan.preview("tc").course.starts_on == NOW.date()


def test_days_speak_for_the_setting_unless_it_is_said():
    plan = a_companion(regimen=None).plan

    # The settings that a regimen names first are the others: TCHP before, AC-TH after surgery.
    resumed = plan.preview("ac-th", starts_on=START, resumes_on=date(2026, 12, 1))
    later_surgery = plan.preview("tchp", starts_on=START, surgery_on=date(2026, 9, 1))
    same_day = plan.preview("tchp", starts_on=START, surgery_on=START)

    assert resumed.course.setting is Setting.NEOADJUVANT
    assert same_day.course.setting is Setting.ADJUVANT
    assert later_surgery.course.setting is Setting.NEOADJUVANT


def test_a_started_course_is_there_with_its_surgery():
    companion = a_companion(regimen=None, person=a_person())

    changes = companion.plan.start("tch", starts_on=START, surgery_on=date(2026, 4, 1))

    assert changes == Changes(plan=True, profile=True)
    assert companion.plan.current().start_window.opens_on == date(2026, 4, 29)
    assert companion.person().surgeries == (Surgery(date(2026, 4, 1)),)


def test_surgery_on_the_day_of_the_start_is_no_contradiction():
    plan = a_companion(regimen=None).plan

    previewed = plan.preview("tch", starts_on=START, surgery_on=START)

    assert previewed.start_in_window == "before"


def test_a_dose_can_be_recorded_on_the_day_it_was_given(plan):
    plan.move(ANY, 1, NOW.date(), Reason.CLINIC_CLOSED)

    plan.give(ANY, 1, NOW.date())

    assert plan.current().visits[0].status is VisitStatus.GIVEN


def test_the_same_course_is_not_started_twice(plan):
    with pytest.raises(NotUnderstoodError, match="in the diary already"):
        plan.start("tchp", setting=Setting.ADJUVANT, starts_on=START)


@pytest.mark.parametrize(
    ("regimen", "days", "sentence"),
    [
        ("nope", {}, "not a regimen"),
        (
            "tch",
            {"setting": Setting.ADJUVANT, "surgery_on": date(2026, 6, 1), "starts_on": START},
            "is after the start",
        ),
        (
            "tchp",
            {"setting": Setting.NEOADJUVANT, "surgery_on": START, "starts_on": START},
            "is not after the start",
        ),
        (
            "tchp",
            {"starts_on": START, "surgery_on": date(2026, 9, 1), "resumes_on": date(2026, 8, 1)},
            "before the surgery",
        ),
        (
            "tchp",
            {"starts_on": START, "resumes_on": START},
            "before it starts",
        ),
        (
            "tchp",
            {"setting": Setting.ADJUVANT, "starts_on": START, "resumes_on": date(2026, 8, 1)},
            "belongs to treatment before surgery",
        ),
        ("tchp", {"starts_on": date(1066, 10, 14)}, "check the year"),
        ("tchp", {"starts_on": date(2996, 10, 14)}, "check the year"),
    ],
)
def test_days_that_contradict_each_other_are_refused(regimen, days, sentence):
    companion = a_companion(regimen=None)

    with pytest.raises(NotUnderstoodError, match=sentence):
        companion.plan.start(regimen, **days)

    assert companion.plan.all() == ()


def own_regimen(cycle_days=21, drug="docetaxel", days=(1,), *, twice=False):
    administrations = (Administration(drug, Track.CHEMO, days),) * (2 if twice else 1)
    phase = Phase("A", 4, cycle_days, administrations)
    return Regimen(id="custom", name="Mine", phases=(phase,))


def test_an_own_regimen_is_planned_and_kept():
    companion = a_companion(regimen=None)

    companion.plan.start(own_regimen(14), starts_on=START)

    assert days_of(companion.plan, "docetaxel") == [
        START + timedelta(days=14 * number) for number in range(4)
    ]


@pytest.mark.parametrize(
    "regimen",
    [
        own_regimen(45),
        own_regimen(10),
        own_regimen(drug="aspirin"),
        own_regimen(days=(1, 1)),
        own_regimen(twice=True),
    ],
)
def test_an_own_regimen_that_cannot_be_right_is_refused(regimen):
    with pytest.raises(NotUnderstoodError, match="nothing was saved"):
        a_companion(regimen=None).plan.preview(regimen, starts_on=START)


def test_a_dose_left_out_is_not_made_up_for(plan):
    plan.omit(ANY, 2, Reason.INFECTION)

    doses = [visit for visit in plan.current().visits if visit.drug == "trastuzumab"]
    assert len(doses) == 18
    assert doses[1].status is VisitStatus.OMITTED


def test_what_was_given_or_left_out_is_not_left_out_again(plan):
    plan.give(ANY, 1, START)
    plan.omit(ANY, 2, Reason.INFECTION)

    with pytest.raises(NotUnderstoodError, match="recorded as given"):
        plan.omit(ANY, 1, Reason.INFECTION)
    with pytest.raises(NotUnderstoodError, match="left out already"):
        plan.omit(ANY, 2, Reason.INFECTION)
    with pytest.raises(NotUnderstoodError, match="nothing to move"):
        plan.move(ANY, 2, date(2026, 6, 1), Reason.HOLIDAY)


def test_a_stop_ends_what_is_planned_and_keeps_the_rest(plan):
    plan.stop(HER2, date(2026, 6, 1), Reason.HEART_RESULT)

    assert days_of(plan, "trastuzumab") == [START, START + timedelta(days=21)]
    assert len(days_of(plan, "docetaxel")) == 6


def test_a_stop_after_the_end_is_refused(plan):
    with pytest.raises(NotUnderstoodError, match="nothing to stop"):
        plan.stop(ANY, date(2028, 1, 1), Reason.OWN_CHOICE)


def test_undo_goes_back_step_by_step_to_no_plan(plan):
    plan.give(ANY, 1, START)

    plan.undo()
    assert plan.events() == ()
    plan.undo()
    assert plan.all() == ()
    with pytest.raises(NotUnderstoodError, match="nothing to take back"):
        plan.undo()


def test_without_a_plan_nothing_can_be_moved():
    with pytest.raises(NotUnderstoodError, match="no plan in this diary yet"):
        a_companion(regimen=None).plan.omit(ANY, 1, Reason.OTHER)


def test_the_day_of_the_cycle_is_told(plan):
    assert plan.today().cycle_day == 9


def test_the_current_plan_is_the_one_that_runs_with_visits():
    clock = Clock()
    companion = a_companion(clock=clock)
    companion.plan.start("tamoxifen", starts_on=date(2026, 5, 11))
    companion.plan.start("t-dm1", starts_on=date(2027, 9, 6))

    assert companion.plan.current().course.regimen.id == "tchp"
    clock.now = NOW.replace(year=2027, month=10)
    assert companion.plan.current().course.regimen.id == "t-dm1"


def test_loading_is_not_named_twice_when_a_course_follows_in_rhythm():
    companion = a_companion(regimen=None)
    companion.plan.start("tc-h", starts_on=START)
    first = companion.plan.current()
    last = max(visit.on for visit in first.visits if visit.drug == "trastuzumab")

    companion.plan.start("h-year", starts_on=last + timedelta(days=21))

    second = companion.plan.all()[1]
    assert second.visits[0].loading_why is None


def test_a_plan_is_computed_again_only_when_something_changed(plan):
    first = plan.all()

    assert plan.all() is first
    plan.give(ANY, 1, START)
    assert plan.all() is not first


def test_every_regimen_of_the_library_can_be_started(plan):
    for regimen in plan.regimens():
        companion = a_companion(regimen=None)
        companion.plan.start(regimen.id, starts_on=START)
        assert companion.plan.current().course.regimen == regimen


def test_a_regimen_that_the_program_no_longer_knows_is_said():
    storage = MemoryStorage()
    companion = a_companion(storage=storage, regimen=None)
    storage.apply(Write(at=NOW, courses=(a_course("gone"),)))

    with pytest.raises(DiaryNotOpenedError, match="does not know"):
        companion.plan.all()
