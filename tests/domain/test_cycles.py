"""Cycles as lived, where a day lies, and what treatment is going on."""

from datetime import date, timedelta

import pytest

from tests.domain.plan_builders import (
    AC_TH,
    DRUGS,
    TC,
    TCHP,
    a_plan,
    give,
    given,
    moved,
    omitted,
    regimen,
)
from tracker.domain.course import DoseTarget
from tracker.domain.cycles import cycle_spans, where_on
from tracker.domain.regimen import Phase, Track
from tracker.domain.treatment import (
    drugs_among,
    drugs_in_use,
    has_infusions,
    her2_span,
    in_treatment,
    infusions,
    times_of_rules,
    treatment_period,
)


def test_a_cycle_ends_the_day_before_the_next_and_the_last_one_has_its_planned_length():
    spans = cycle_spans(a_plan(TC, moved(2, "2026-05-04")))

    assert [(span.phase, span.of) for span in spans] == [("TC", 4)] * 4
    assert [(str(span.starts_on), str(span.ends_on)) for span in spans] == [
        ("2026-04-06", "2026-05-03"),
        ("2026-05-04", "2026-05-24"),
        ("2026-05-25", "2026-06-14"),
        ("2026-06-15", "2026-07-05"),
    ]


def test_a_late_cycle_keeps_counting_and_says_that_it_waits():
    where = where_on(a_plan(TC, moved(2, "2026-05-04")), date(2026, 4, 28))

    assert where is not None
    assert (where.span.cycle, where.cycle_day, where.waiting_for_next) == (1, 23, True)


def test_on_the_last_planned_day_nothing_waits_yet():
    where = where_on(a_plan(TC), date(2026, 4, 26))

    assert where is not None
    assert (where.span.cycle, where.cycle_day, where.waiting_for_next) == (1, 21, False)


def test_day_1_is_the_day_of_the_infusion():
    where = where_on(a_plan(TC), date(2026, 4, 6))

    assert where is not None
    assert (where.cycle_day, where.waiting_for_next, where.low_counts) == (1, False, None)


@pytest.mark.parametrize(("day", "inside"), [(12, False), (13, True), (20, True), (21, False)])
def test_the_low_count_window_is_known_by_day(day, inside):
    where = where_on(a_plan(TC), date(2026, 4, day))

    assert where is not None
    assert (where.low_counts is not None) is inside


def test_before_the_first_and_after_the_last_cycle_there_is_no_cycle_day():
    plan = a_plan(TC)

    assert where_on(plan, date(2026, 4, 5)) is None
    assert where_on(plan, date(2026, 6, 29)) is None


def test_cycles_follow_chemotherapy_while_her2_doses_go_on():
    spans = cycle_spans(a_plan(TCHP, moved(2, "2026-05-04", DoseTarget(track=Track.CHEMO))))

    assert spans[1].starts_on == date(2026, 5, 4)


def test_an_omitted_chemotherapy_leaves_the_cycle_to_the_her2_dose():
    spans = cycle_spans(a_plan(TCHP, omitted(2, DoseTarget(track=Track.CHEMO))))

    assert [str(span.starts_on) for span in spans[:3]] == ["2026-04-06", "2026-04-27", "2026-05-18"]


def test_a_cycle_without_any_dose_is_no_cycle():
    spans = cycle_spans(a_plan(TC, omitted(2)))

    assert [(span.cycle, str(span.ends_on)) for span in spans][:2] == [
        (1, "2026-05-17"),
        (3, "2026-06-07"),
    ]


@pytest.mark.parametrize(
    ("day", "going_on"),
    [("2026-04-05", False), ("2026-04-06", True), ("2026-07-20", True), ("2026-07-21", False)],
)
def test_treatment_lasts_from_the_first_infusion_to_six_weeks_after_the_last(day, going_on):
    plan = a_plan(TC)

    assert in_treatment([plan], date.fromisoformat(day)) is going_on


def test_planned_infusions_in_the_past_count_unless_they_were_left_out():
    plan = a_plan(TC, given(1, "2026-04-06"), omitted(2))

    assert [str(visit.on) for visit in infusions([plan], date(2026, 5, 18))] == [
        "2026-04-06",
        "2026-04-06",
        "2026-05-18",
        "2026-05-18",
    ]
    assert treatment_period([plan], date(2026, 4, 5)) is None


def test_endocrine_injections_are_no_infusions():
    plan = a_plan(regimen(Phase("Goserelin", 26, 28, (give("goserelin", 1),))))

    assert not has_infusions(plan)
    assert has_infusions(a_plan(TC))
    assert not in_treatment([plan], date(2026, 4, 6))
    assert drugs_in_use([plan], date(2026, 4, 6)) == {"goserelin"}


def test_a_drug_is_in_use_until_the_rhythm_of_its_last_dose_ends():
    plan = a_plan(AC_TH)

    assert drugs_in_use([plan], date(2026, 6, 28)) == {"doxorubicin", "cyclophosphamide"}
    assert drugs_in_use([plan], date(2026, 6, 29)) == {"paclitaxel", "trastuzumab"}
    assert drugs_in_use([plan], date(2027, 7, 11)) == {"trastuzumab"}
    assert drugs_in_use([plan], date(2027, 7, 12)) == frozenset()


def test_the_rules_about_a_drug_hold_to_six_weeks_after_its_last_infusion():
    last = date(2027, 6, 21)
    times = times_of_rules([a_plan(AC_TH)])

    assert drugs_among(times, last + timedelta(days=42)) == {"trastuzumab"}
    assert drugs_among(times, last + timedelta(days=43)) == frozenset()


@pytest.mark.parametrize("drug", ["goserelin", "tamoxifen"])
def test_hormone_treatment_has_no_weeks_of_care_after_it(drug):
    days = () if drug == "tamoxifen" else (1,)
    times = times_of_rules([a_plan(regimen(Phase("Hormones", 1, 28, (give(drug, *days),))))])

    assert drugs_among(times, date(2026, 5, 3)) == {drug}
    assert drugs_among(times, date(2026, 5, 4)) == frozenset()


def test_tablets_are_in_use_from_their_first_to_their_last_day():
    plan = a_plan(regimen(Phase("Tablets", 1, 28, (give("tamoxifen"),))))

    assert drugs_in_use([plan], date(2026, 4, 6)) == {"tamoxifen"}
    assert drugs_in_use([plan], date(2026, 5, 3)) == {"tamoxifen"}
    assert drugs_in_use([plan], date(2026, 5, 4)) == frozenset()


def test_an_omitted_drug_is_not_in_use():
    plan = a_plan(regimen(Phase("H", 1, 21, (give("trastuzumab", 1),))), omitted(1))

    assert drugs_in_use([plan], date(2026, 4, 8)) == frozenset()
    assert her2_span([plan], DRUGS) is None


def test_an_omitted_first_dose_does_not_hide_the_drugs_after_it():
    plan = a_plan(TCHP, omitted(1, DoseTarget(drug="carboplatin")))

    assert "trastuzumab" in drugs_in_use([plan], date(2026, 4, 8))


def test_her2_doses_span_the_year():
    assert her2_span([a_plan(TCHP)], DRUGS) == (date(2026, 4, 6), date(2027, 3, 29))
