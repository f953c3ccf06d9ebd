"""Events played over a course: chains of delay, within cycles, across phases and surgery."""

from datetime import date

from tests.domain.plan_builders import (
    AC_TH,
    DDAC_THP,
    H_YEAR,
    TC,
    TCHP,
    a_plan,
    days,
    give,
    given,
    loading,
    moved,
    omitted,
    regimen,
)
from tracker.domain.course import DoseTarget, Reason, Stopped
from tracker.domain.regimen import Phase, RegimenNote, Setting, Track
from tracker.domain.schedule import Plan, Visit, VisitStatus

CHEMO, HER2 = DoseTarget(track=Track.CHEMO), DoseTarget(track=Track.HER2)
NEOADJUVANT = {"start": "2026-01-05", "setting": Setting.NEOADJUVANT}


def visit(plan: Plan, drug: str, dose: int) -> Visit:
    return next(v for v in plan.visits if (v.drug, v.dose) == (drug, dose))


def test_days_within_a_cycle_are_counted_from_its_first_day():
    plan = a_plan(DDAC_THP)

    assert days(plan, "paclitaxel")[:5] == [
        "2026-06-01",
        "2026-06-08",
        "2026-06-15",
        "2026-06-22",
        "2026-06-29",
    ]


def test_a_visit_says_where_it_stands_in_its_phase_and_in_the_whole_course():
    third = visit(a_plan(DDAC_THP, moved(7, "2026-06-16")), "paclitaxel", 3)

    assert (third.phase, third.cycle, third.of, third.day) == ("THP", 1, 4, 15)
    assert (third.cycle_days, third.interval_days) == (21, 7)
    assert (third.on, third.template_on) == (date(2026, 6, 16), date(2026, 6, 15))
    assert third.treatment_day == 7
    assert third.track is Track.CHEMO


def test_moving_one_day_of_a_week_takes_the_following_weeks_along():
    plan = a_plan(DDAC_THP, moved(6, "2026-06-10", CHEMO))

    assert days(plan, "paclitaxel")[:4] == ["2026-06-01", "2026-06-10", "2026-06-17", "2026-06-24"]
    assert days(plan, "trastuzumab")[:2] == ["2026-06-01", "2026-06-22"]


def test_moving_a_day_within_the_cycle_leaves_her2_doses_of_other_days():
    plan = a_plan(DDAC_THP, moved(6, "2026-06-10"))

    assert days(plan, "trastuzumab")[1] == "2026-06-22"


def test_two_moves_of_one_cycle_add_up_to_the_last_day_named():
    plan = a_plan(TC, moved(2, "2026-05-04"), moved(2, "2026-05-06"))

    assert days(plan, "docetaxel")[1:3] == ["2026-05-06", "2026-05-27"]


def test_the_first_dose_can_be_moved_by_drug_and_by_day():
    by_drug = a_plan(TC, moved(1, "2026-04-08", DoseTarget(drug="docetaxel")))
    by_day = a_plan(TC, moved(1, "2026-04-08"))

    assert days(by_drug, "docetaxel")[:2] == ["2026-04-08", "2026-04-29"]
    assert days(by_drug, "cyclophosphamide")[0] == "2026-04-06"
    assert days(by_day, "cyclophosphamide")[0] == "2026-04-08"


def test_moving_the_first_day_of_a_phase_moves_the_drugs_that_begin_with_it():
    plan = a_plan(AC_TH, moved(5, "2026-07-02"))

    assert days(plan, "paclitaxel")[:2] == ["2026-07-02", "2026-07-09"]
    assert days(plan, "trastuzumab")[:2] == ["2026-07-02", "2026-07-09"]


def test_a_phase_waits_for_its_own_track_and_not_for_the_other():
    two_tracks = regimen(
        Phase("A", 2, 21, (give("docetaxel", 1), give("pertuzumab", 1))),
        Phase("B", 1, 21, (give("paclitaxel", 1), give("trastuzumab", 1))),
    )

    plan = a_plan(two_tracks, moved(2, "2026-05-04", CHEMO), moved(2, "2026-04-29", HER2))

    assert days(plan, "paclitaxel") == ["2026-05-25"]
    assert days(plan, "trastuzumab") == ["2026-05-20"]


def test_a_drug_with_a_single_dose_is_moved_like_any_other():
    single = regimen(Phase("A", 1, 21, (give("docetaxel", 1), give("trastuzumab", 1))))

    assert days(a_plan(single, moved(1, "2026-04-09", HER2)), "trastuzumab") == ["2026-04-09"]
    assert days(a_plan(single, moved(1, "2026-04-09", HER2)), "docetaxel") == ["2026-04-06"]


def test_a_cycle_number_below_one_names_no_dose():
    drug = DoseTarget(drug="docetaxel")

    assert a_plan(TC, given(0, "2026-05-01", drug)).visits == a_plan(TC).visits
    assert a_plan(TC, omitted(-1, drug)).visits == a_plan(TC).visits


def test_a_delay_after_surgery_leaves_what_lay_before_it():
    plan = a_plan(TCHP, moved(8, "2026-07-20"), resumes_on=date(2026, 6, 22), **NEOADJUVANT)

    assert days(plan, "trastuzumab")[5:9] == [
        "2026-04-20",
        "2026-06-22",
        "2026-07-20",
        "2026-08-10",
    ]


def test_in_the_adjuvant_setting_a_phase_after_surgery_just_goes_on():
    plan = a_plan(TCHP, resumes_on=date(2026, 12, 1))

    assert days(plan, "trastuzumab")[6] == "2026-08-10"


def test_only_the_first_phase_after_surgery_waits():
    two_after = regimen(
        Phase("A", 1, 21, (give("docetaxel", 1),)),
        Phase("B", 1, 21, (give("trastuzumab", 1),), after_surgery=True),
        Phase("C", 1, 21, (give("trastuzumab", 1),), after_surgery=True),
    )

    plan = a_plan(two_after, resumes_on=date(2026, 4, 1), **NEOADJUVANT)

    assert days(plan, "trastuzumab") == ["2026-04-01", "2026-04-22"]


def test_a_course_without_a_phase_after_surgery_breaks_on_the_day_itself():
    plan = a_plan(
        H_YEAR,
        moved(2, "2026-01-28"),
        surgery="2026-02-16",
        resumes_on=date(2026, 3, 16),
        **NEOADJUVANT,
    )

    assert days(plan, "trastuzumab")[:4] == ["2026-01-05", "2026-01-28", "2026-03-16", "2026-04-06"]


def test_going_on_after_the_last_dose_changes_nothing():
    plan = a_plan(TC, surgery="2027-01-01", resumes_on=date(2027, 2, 1), **NEOADJUVANT)

    assert days(plan, "docetaxel")[-1] == "2026-03-09"


def test_stopping_one_drug_leaves_the_others():
    stop = Stopped(DoseTarget(drug="carboplatin"), date(2026, 5, 18), Reason.LOW_COUNTS)

    plan = a_plan(TCHP, stop)

    assert (len(days(plan, "carboplatin")), len(days(plan, "docetaxel"))) == (2, 6)


def test_stopping_everything_ends_the_course():
    plan = a_plan(TCHP, Stopped(DoseTarget(), date(2026, 5, 18), Reason.OWN_CHOICE))

    assert plan.ends_on == date(2026, 4, 27)


def test_a_stopped_dose_cannot_be_moved():
    stop = Stopped(DoseTarget(), date(2026, 5, 18), Reason.OWN_CHOICE)

    plan = a_plan(TC, stop, moved(3, "2026-05-11"))

    assert days(plan, "docetaxel") == ["2026-04-06", "2026-04-27"]


def test_tablets_after_surgery_wait_with_their_phase_and_stopping_a_track_ends_them():
    template = regimen(
        Phase("A", 1, 21, (give("docetaxel", 1), give("tamoxifen"))),
        Phase("B", 1, 28, (give("goserelin", 1), give("tamoxifen")), after_surgery=True),
    )
    stop = Stopped(DoseTarget(track=Track.ENDOCRINE), date(2026, 4, 2), Reason.OTHER)

    plan = a_plan(template, resumes_on=date(2026, 4, 1), **NEOADJUVANT)
    other = a_plan(
        template,
        Stopped(CHEMO, date(2026, 1, 6), Reason.OTHER),
        resumes_on=date(2026, 4, 1),
        **NEOADJUVANT,
    )
    stopped = a_plan(template, stop, resumes_on=date(2026, 4, 1), **NEOADJUVANT)

    assert [str(span.starts_on) for span in plan.tablets] == ["2026-01-05", "2026-04-01"]
    assert other.tablets == plan.tablets
    assert (stopped.tablets[1].ends_on, stopped.tablets[1].track) == (
        date(2026, 4, 1),
        Track.ENDOCRINE,
    )


def test_a_dose_that_was_given_is_not_left_out_by_what_is_noted_later():
    plan = a_plan(H_YEAR, given(2, "2026-04-27"), omitted(2))

    assert visit(plan, "trastuzumab", 2).status is VisitStatus.GIVEN
    assert loading(plan, "trastuzumab") == [("2026-04-06", "first")]


def test_a_dose_that_was_left_out_and_given_all_the_same_was_given():
    plan = a_plan(H_YEAR, omitted(2), given(2, "2026-05-02"))

    again = visit(plan, "trastuzumab", 2)
    assert (again.status, again.on) == (VisitStatus.GIVEN, date(2026, 5, 2))
    assert days(plan, "trastuzumab")[2] == "2026-05-23"
    assert loading(plan, "trastuzumab") == [("2026-04-06", "first")]


def test_surgery_noted_for_a_day_of_the_time_before_it_brings_nothing_forward():
    too_early = a_plan(TCHP, surgery="2026-03-02", **NEOADJUVANT)
    usual = a_plan(TCHP, surgery="2026-05-18", **NEOADJUVANT)

    assert days(too_early, "trastuzumab")[6] == "2026-05-11"
    assert days(usual, "trastuzumab")[6] == "2026-06-15"


def test_the_notes_of_the_regimen_go_with_the_plan():
    note = RegimenNote("The team may change the counts.", "seed")
    template = regimen(Phase("A", 1, 21, (give("docetaxel", 1),)))
    with_note = type(template)(id="x", name="x", phases=template.phases, notes=(note,))

    assert a_plan(with_note).notes == (note,)


def test_a_dose_that_was_left_out_stays_on_its_day_and_the_next_one_moves_on():
    events = (omitted(3), moved(2, "2026-02-02"))

    plan = a_plan(TCHP, *events, start="2026-01-05")

    assert days(plan, "docetaxel")[1:4] == ["2026-02-02", "2026-02-16", "2026-03-16"]
