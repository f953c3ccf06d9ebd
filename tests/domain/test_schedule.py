"""Visits of a course: the rhythm, what moves, what never moves."""

from datetime import date

from tests.domain.plan_builders import (
    AC_TH,
    DRUGS,
    H_YEAR,
    TC,
    TCHP,
    a_plan,
    days,
    give,
    given,
    moved,
    omitted,
    regimen,
)
from tracker.domain.course import DoseTarget, Reason, Stopped
from tracker.domain.regimen import Phase, Setting, Track
from tracker.domain.schedule import VisitStatus

CHEMO = DoseTarget(track=Track.CHEMO)
HER2 = DoseTarget(track=Track.HER2)


def test_doses_follow_the_rhythm_of_the_regimen():
    plan = a_plan(TC, start="2028-02-08")

    assert days(plan, "docetaxel") == ["2028-02-08", "2028-02-29", "2028-03-21", "2028-04-11"]


def test_her2_doses_go_on_to_eighteen_after_chemotherapy_ends():
    plan = a_plan(TCHP)

    assert len(days(plan, "docetaxel")) == 6
    assert len(days(plan, "trastuzumab")) == 18
    assert days(plan, "trastuzumab")[-1] == "2027-03-29"


def test_weekly_doses_turn_three_weekly_without_a_gap():
    trastuzumab = days(a_plan(AC_TH), "trastuzumab")

    assert trastuzumab[:2] == ["2026-06-29", "2026-07-06"]
    assert trastuzumab[11:14] == ["2026-09-14", "2026-09-21", "2026-10-12"]
    assert (len(trastuzumab), trastuzumab[-1]) == (26, "2027-06-21")


def test_a_move_takes_that_visit_and_every_later_one_along():
    plan = a_plan(TC, moved(3, "2026-05-25"))

    assert days(plan, "docetaxel") == ["2026-04-06", "2026-04-27", "2026-05-25", "2026-06-15"]


def test_a_late_given_dose_re_anchors_what_follows():
    plan = a_plan(TC, given(1, "2026-04-06", CHEMO), given(3, "2026-05-25", CHEMO))

    assert days(plan, "docetaxel") == ["2026-04-06", "2026-04-27", "2026-05-25", "2026-06-15"]
    assert [visit.status for visit in plan.visits if visit.drug == "docetaxel"] == [
        VisitStatus.GIVEN,
        VisitStatus.PLANNED,
        VisitStatus.GIVEN,
        VisitStatus.PLANNED,
    ]


def test_a_given_dose_never_moves():
    plan = a_plan(TC, given(2, "2026-04-27"), moved(2, "2026-05-25"), moved(1, "2026-04-13"))

    assert days(plan, "docetaxel") == ["2026-04-13", "2026-04-27", "2026-05-18", "2026-06-08"]


def test_a_dose_recorded_late_does_not_shift_what_follows_a_later_given_one():
    plan = a_plan(TC, given(3, "2026-05-25"), given(2, "2026-04-29"))

    assert days(plan, "docetaxel") == ["2026-04-06", "2026-04-29", "2026-05-25", "2026-06-15"]


def test_an_earlier_move_of_a_later_cycle_stays_when_a_dose_is_given_on_its_day():
    plan = a_plan(TC, moved(3, "2026-05-25"), given(2, "2026-04-27"))

    assert days(plan, "docetaxel")[2:] == ["2026-05-25", "2026-06-15"]


def test_moving_one_track_leaves_the_other_on_its_days():
    plan = a_plan(TCHP, moved(3, "2026-05-25", CHEMO))

    assert days(plan, "docetaxel")[2] == "2026-05-25"
    assert days(plan, "trastuzumab")[2] == "2026-05-18"


def test_moving_a_day_takes_every_track_that_has_a_dose_on_it():
    plan = a_plan(TCHP, moved(3, "2026-05-25"))

    assert {days(plan, drug)[2] for drug in DRUGS if days(plan, drug)} == {"2026-05-25"}
    assert days(plan, "trastuzumab")[-1] == "2027-04-05"


def test_after_the_tracks_parted_moving_a_day_leaves_the_track_of_another_day():
    plan = a_plan(TCHP, moved(3, "2026-05-25", CHEMO), moved(4, "2026-06-22"))

    assert days(plan, "docetaxel")[3] == "2026-06-22"
    assert days(plan, "trastuzumab")[3] == "2026-06-08"


def test_moving_one_drug_counts_its_own_doses():
    plan = a_plan(AC_TH, moved(2, "2026-07-08", DoseTarget(drug="trastuzumab")))

    assert days(plan, "trastuzumab")[:3] == ["2026-06-29", "2026-07-08", "2026-07-15"]
    assert days(plan, "paclitaxel")[:3] == ["2026-06-29", "2026-07-06", "2026-07-13"]


def test_her2_drugs_wait_for_a_delayed_anthracycline_even_if_only_chemotherapy_was_moved():
    plan = a_plan(AC_TH, moved(4, "2026-06-15", CHEMO))

    assert days(plan, "doxorubicin")[-1] == "2026-06-15"
    assert days(plan, "paclitaxel")[0] == "2026-07-06"
    assert days(plan, "trastuzumab")[0] == "2026-07-06"


def test_a_phase_begins_after_the_last_of_the_drugs_before_it():
    plan = a_plan(
        AC_TH,
        given(4, "2026-06-15", DoseTarget(drug="doxorubicin")),
        given(4, "2026-06-08", DoseTarget(drug="cyclophosphamide")),
    )

    assert days(plan, "paclitaxel")[0] == "2026-07-06"


def test_a_cycle_number_beyond_chemotherapy_means_the_her2_day():
    plan = a_plan(TCHP, moved(7, "2026-08-17"))

    assert days(plan, "trastuzumab")[6:8] == ["2026-08-17", "2026-09-07"]
    assert days(plan, "docetaxel")[-1] == "2026-07-20"


def test_an_omitted_dose_keeps_its_place_and_is_not_made_up_for():
    plan = a_plan(TC, omitted(2))

    assert days(plan, "docetaxel") == days(a_plan(TC), "docetaxel")
    assert plan.visits[2].status is VisitStatus.OMITTED


def test_stopping_takes_away_planned_doses_from_that_day_on():
    stop = Stopped(CHEMO, date(2026, 5, 18), Reason.OTHER_SIDE_EFFECT)

    plan = a_plan(TCHP, given(3, "2026-05-18", DoseTarget(drug="docetaxel")), stop)

    assert len(days(plan, "docetaxel")) == 3
    assert len(days(plan, "carboplatin")) == 2
    assert len(days(plan, "trastuzumab")) == 18


def test_an_event_that_names_no_dose_changes_nothing():
    events = (given(9, "2026-05-18"), moved(0, "2026-05-18"), omitted(5, DoseTarget(drug="none")))

    assert a_plan(TC, *events).visits == a_plan(TC).visits


def test_treatment_after_surgery_starts_on_the_day_it_goes_on_and_counts_on():
    plan = a_plan(
        TCHP,
        start="2026-01-05",
        setting=Setting.NEOADJUVANT,
        surgery="2026-05-27",
        resumes_on=date(2026, 6, 22),
    )

    assert days(plan, "pertuzumab")[5:7] == ["2026-04-20", "2026-06-22"]
    assert days(plan, "trastuzumab")[-1] == "2027-02-08"


def test_a_delay_before_surgery_does_not_move_the_day_treatment_goes_on():
    plan = a_plan(
        TCHP,
        moved(6, "2026-04-27"),
        start="2026-01-05",
        setting=Setting.NEOADJUVANT,
        resumes_on=date(2026, 6, 22),
    )

    assert days(plan, "trastuzumab")[5:7] == ["2026-04-27", "2026-06-22"]


def test_without_a_day_to_go_on_the_usual_rest_after_a_known_surgery_is_kept():
    plan = a_plan(TCHP, start="2026-01-05", setting=Setting.NEOADJUVANT, surgery="2026-05-27")

    assert days(plan, "trastuzumab")[6] == "2026-06-24"


def test_without_any_day_of_surgery_the_rhythm_goes_on():
    plan = a_plan(TCHP, start="2026-01-05", setting=Setting.NEOADJUVANT)

    assert days(plan, "trastuzumab")[6] == "2026-05-11"


def test_a_course_without_a_phase_after_surgery_goes_on_all_the_same():
    plan = a_plan(
        H_YEAR,
        start="2026-01-05",
        setting=Setting.NEOADJUVANT,
        surgery="2026-03-01",
        resumes_on=date(2026, 4, 1),
    )

    assert days(plan, "trastuzumab")[2:5] == ["2026-02-16", "2026-04-01", "2026-04-22"]


def test_a_drug_that_pauses_for_a_phase_waits_for_that_phase_to_end():
    template = regimen(
        Phase("THP", 2, 21, (give("docetaxel", 1), give("trastuzumab", 1))),
        Phase("AC", 2, 21, (give("doxorubicin", 1),), after_surgery=True),
        Phase("H", 2, 21, (give("trastuzumab", 1),)),
    )

    plan = a_plan(
        template,
        moved(4, "2026-06-29", CHEMO),
        start="2026-04-06",
        setting=Setting.NEOADJUVANT,
        resumes_on=date(2026, 6, 1),
    )

    assert days(plan, "doxorubicin") == ["2026-06-01", "2026-06-29"]
    assert days(plan, "trastuzumab")[2:] == ["2026-07-20", "2026-08-10"]
