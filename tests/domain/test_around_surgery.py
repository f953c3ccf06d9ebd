"""Chemotherapy that stands after the operation it should come before is named, never refused."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.clinical.library import library
from tracker.domain.around_surgery import (
    chemotherapy_past_surgery,
    past_surgery_words,
    plan_notes,
    said_past_surgery,
)
from tracker.domain.course import Course, CourseEvent, DoseTarget, Given, Moved, Omitted, Reason
from tracker.domain.regimen import Setting, Track
from tracker.domain.schedule import Plan, compute_plan

START = date(2026, 5, 4)
FIFTH, SIXTH = date(2026, 7, 27), date(2026, 8, 17)


def planned(
    regimen: str,
    surgery_on: date | None,
    *events: CourseEvent,
    resumes_on: date | None = None,
    setting: Setting = Setting.NEOADJUVANT,
) -> Plan:
    known = library()
    course = Course(
        id=UUID(int=1),
        regimen=known.regimens[regimen],
        setting=setting,
        starts_on=START,
        resumes_on=resumes_on,
        events=events,
    )
    return compute_plan(course, known.drugs, surgery_on)


def past(regimen: str, surgery_on: date | None, *events: CourseEvent, **more) -> tuple[date, ...]:
    return chemotherapy_past_surgery(planned(regimen, surgery_on, *events, **more), surgery_on)


@pytest.mark.parametrize(
    ("surgery_on", "days"),
    [
        (None, ()),
        (SIXTH + timedelta(1), ()),
        (SIXTH, (SIXTH,)),
        (FIFTH + timedelta(1), (SIXTH,)),
        (FIFTH, (FIFTH, SIXTH)),
    ],
)
def test_an_operation_before_the_last_cycles_names_them_on_its_own_day_too(surgery_on, days):
    assert past("tchp", surgery_on) == days


def test_the_sentence_names_the_operation_and_each_day_and_asks_the_team():
    said = past_surgery_words(date(2026, 7, 20), (FIFTH, SIXTH))

    assert said == (
        "The operation is on Mon 20 Jul 2026, and chemotherapy that this treatment has "
        "before it comes on that day or later: Mon 27 Jul 2026 and Mon 17 Aug 2026. Ask your team "
        "which comes first."
    )


def test_of_many_weeks_the_sentence_names_the_first_and_the_last():
    weeks = [date(2026, 7, 6) + timedelta(days=7 * week) for week in range(8)]

    said = past_surgery_words(date(2026, 7, 1), weeks)

    assert "8 days from Mon 6 Jul 2026 to Mon 24 Aug 2026" in said


def test_phases_for_after_surgery_and_a_day_typed_for_going_on_are_meant():
    surgery_on, resumes_on = date(2026, 8, 10), date(2026, 9, 7)

    assert past("thp-fec", surgery_on, resumes_on=resumes_on) == ()
    assert past("ddac-t", date(2026, 7, 1), resumes_on=resumes_on) == ()
    assert past("ddac-t", date(2026, 7, 1))


def test_treatment_after_surgery_has_nothing_to_say():
    assert past("tchp", date(2026, 4, 1), setting=Setting.ADJUVANT) == ()


def test_what_was_given_or_left_out_is_no_date_to_ask_about():
    chemo = DoseTarget(track=Track.CHEMO)

    assert past("tchp", FIFTH, Given(DoseTarget(), 5, FIFTH)) == (SIXTH,)
    assert past("tchp", FIFTH, Omitted(chemo, 6, Reason.OWN_CHOICE)) == (FIFTH,)


def test_the_note_of_the_plan_stands_before_those_of_the_regimen():
    plan = planned("tchp", FIFTH)

    notes = plan_notes(plan, FIFTH)

    assert notes[0].text == said_past_surgery(plan, FIFTH)
    assert notes[0].source in library().sources
    assert notes[1:] == plan.notes
    assert plan_notes(plan._replace(notes=()), None) == ()


@given(
    regimen=st.sampled_from(
        sorted(
            each.id for each in library().regimens.values() if Setting.NEOADJUVANT in each.settings
        )
    ),
    surgery_after=st.integers(1, 400),
    moved=st.integers(0, 60),
)
def test_no_chemotherapy_of_the_time_before_surgery_comes_after_it_in_silence(
    regimen, surgery_after, moved
):
    surgery_on = START + timedelta(days=surgery_after)
    move = Moved(DoseTarget(), 1, START + timedelta(days=moved), Reason.OTHER)
    plan = planned(regimen, surgery_on, *([move] if moved else []))
    before = {phase.name for phase in plan.course.regimen.phases if not phase.after_surgery}

    named = chemotherapy_past_surgery(plan, surgery_on)

    late = {
        visit.on
        for visit in plan.visits
        if visit.track is Track.CHEMO and visit.phase in before and visit.on >= surgery_on
    }
    assert set(named) == late
    assert (said_past_surgery(plan, surgery_on) is None) == (not late)
