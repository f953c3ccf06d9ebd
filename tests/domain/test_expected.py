"""What is usual on a day: the union over drugs, from data, with the text behind each."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from tracker.clinical.library import library
from tracker.domain.course import Course, DoseTarget, Moved, Omitted, Reason
from tracker.domain.expected import ExpectedKnowledge, expected_on
from tracker.domain.regimen import Setting
from tracker.domain.schedule import Plan, compute_plan

FIRST = date(2026, 5, 4)
KNOWN = ExpectedKnowledge(library().expected, library().drugs, library().drug_profiles)


def plan_of(regimen: str, *events: Moved | Omitted) -> Plan:
    course = Course(
        id=UUID(int=1),
        regimen=library().regimens[regimen],
        setting=Setting.ADJUVANT,
        starts_on=FIRST,
        events=events,
    )
    return compute_plan(course, library().drugs)


def usual(plan: Plan, cycle_day: int, *injections: date) -> dict[str, object]:
    on = FIRST + timedelta(days=cycle_day - 1)
    return {each.what: each for each in expected_on(on, (plan,), KNOWN, injections)}


@pytest.mark.parametrize(
    ("cycle_day", "what"),
    [
        (1, {"infusion-reaction", "nausea", "loading-first"}),
        (2, {"infusion-reaction", "nausea"}),
        (5, {"nausea"}),
        (6, set()),
        (8, {"low-counts"}),
        (15, {"low-counts", "hair-loss"}),
        (18, {"late-low-counts", "hair-loss"}),
        (23, {"nausea"}),
    ],
)
def test_the_days_of_tchp(cycle_day, what):
    assert set(usual(plan_of("tchp"), cycle_day)) == what


def test_the_union_over_drugs_is_shown_and_each_drug_has_its_own_reason():
    low_counts = usual(plan_of("tchp"), 10)["low-counts"]

    assert (low_counts.starts_on, low_counts.ends_on) == (date(2026, 5, 11), date(2026, 5, 18))
    said = " ".join(cause.words for cause in low_counts.causes)
    assert "Docetaxel: cycle days 8 to 15" in said
    assert "Carboplatin: cycle days 8 to 15" in said
    assert {cause.source for cause in low_counts.causes} <= set(library().sources)


def test_a_loading_dose_is_named_on_its_day_with_its_drugs_and_its_label():
    first = usual(plan_of("tchp"), 1)["loading-first"]
    late = plan_of("tchp", Moved(DoseTarget(), 2, date(2026, 6, 20), Reason.HOLIDAY))

    assert first.text.startswith("Pertuzumab and trastuzumab: the label calls the first dose")
    gap = usual(late, 48)["loading-gap"]
    assert "after a gap this long the label speaks of a loading dose" in gap.text
    assert [cause.source in library().sources for cause in gap.causes] == [True, True]
    assert "loading-gap" not in usual(plan_of("tchp"), 22)


def test_a_dose_that_was_left_out_brings_nothing():
    plan = plan_of("tchp", Omitted(DoseTarget(), 1, Reason.OTHER))

    assert usual(plan, 3) == {}


def test_weekly_doses_do_not_name_every_day():
    days = [usual(plan_of("apt"), day) for day in range(8, 15)]

    assert [("nausea" in each) for each in days] == [True] * 5 + [False] * 2


def test_an_injection_that_was_noted_brings_aching_bones_and_what_labels_say():
    day_2, plan = FIRST + timedelta(days=1), plan_of("ddac-thp")

    assert "growth-factor" in usual(plan, 2, day_2)
    assert "growth-factor-aches" in usual(plan, 4, day_2)
    assert "growth-factor-aches" not in usual(plan, 8, day_2)
    assert "growth-factor-aches" not in usual(plan, 4)


@pytest.mark.parametrize(
    ("name", "is_one"),
    [("Pegfilgrastim 6 mg", True), ("NEULASTA", True), ("Zarzio", True), ("paracetamol", False)],
)
def test_medicines_are_known_by_their_names_as_people_type_them(name, is_one):
    assert KNOWN.rules.growth_factors.are_meant_by(name) is is_one
