"""Moving a visit and noting what was given: what follows changes, what was before never does."""

from datetime import date, timedelta

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from tests.builders import NOW, Clock, a_companion
from tests.services.test_treatment_plan import ANY, HER2, START, days_of
from tracker.domain.course import DoseTarget, Reason
from tracker.domain.regimen import Track
from tracker.errors import NotUnderstoodError


def test_a_move_is_shown_before_it_is_stored(plan):
    preview = plan.preview_move(ANY, 2, date(2026, 6, 1), Reason.LOW_COUNTS)

    assert {now.on for was, now in preview.changed if was.on == date(2026, 5, 25)} == {
        date(2026, 6, 1)
    }
    assert preview.after.visits != preview.before.visits
    assert preview.before.visits == plan.current().visits


def test_a_move_shifts_the_visit_and_every_later_one(plan):
    plan.move(ANY, 2, date(2026, 6, 1), Reason.LOW_COUNTS)

    assert days_of(plan, "docetaxel")[:3] == [START, date(2026, 6, 1), date(2026, 6, 22)]
    assert [recorded.event.reason for recorded in plan.events()] == [Reason.LOW_COUNTS]


@for_all(cycle=st.integers(2, 6), days=st.integers(1, 60), track=st.sampled_from([ANY, HER2]))
@settings(max_examples=25, deadline=None)
def test_a_move_and_its_undo_give_the_same_plan(cycle, days, track):
    plan = a_companion().plan
    before = plan.current()
    to = before.visits[0].on + timedelta(days=21 * (cycle - 1) + days)

    plan.move(track, cycle, to, Reason.HOLIDAY)
    plan.undo()

    assert plan.current() == before


def test_moving_one_track_says_that_two_visits_come_of_it(plan):
    preview = plan.preview_move(HER2, 2, date(2026, 5, 30), Reason.HOLIDAY)

    said = " ".join(preview.sentences)
    assert "two visits instead of one" in said
    assert "weekend" in said


def test_a_move_that_opens_a_long_gap_names_the_label(plan):
    plan.give(ANY, 1, START)

    preview = plan.preview_move(HER2, 2, date(2026, 6, 22), Reason.HEART_RESULT)

    assert any("loading dose" in sentence for sentence in preview.sentences)


def test_a_move_past_the_day_treatment_goes_on_is_said():
    companion = a_companion(regimen=None)
    companion.plan.start(
        "tchp", starts_on=START, surgery_on=date(2026, 9, 21), resumes_on=date(2026, 10, 19)
    )

    docetaxel = DoseTarget(drug="docetaxel")
    preview = companion.plan.preview_move(docetaxel, 6, date(2026, 10, 26), Reason.INFECTION)

    assert any("after surgery" in sentence for sentence in preview.sentences)


def test_a_dose_before_surgery_cannot_move_past_the_same_drug_after_it():
    companion = a_companion(regimen=None)
    companion.plan.start(
        "tchp", starts_on=START, surgery_on=date(2026, 9, 21), resumes_on=date(2026, 10, 19)
    )

    with pytest.raises(NotUnderstoodError, match="not after dose 6"):
        companion.plan.move(HER2, 6, date(2026, 10, 26), Reason.INFECTION)


def test_a_given_dose_never_moves(plan):
    plan.give(ANY, 1, START)

    with pytest.raises(NotUnderstoodError, match="never moves"):
        plan.move(ANY, 1, date(2026, 5, 6), Reason.HOLIDAY)


@pytest.mark.parametrize(
    ("target", "cycle", "to", "sentence"),
    [
        (ANY, 99, date(2026, 6, 1), "no cycle 99"),
        (ANY, 2, date(2026, 5, 25), "already"),
        (ANY, 2, date(2026, 5, 4), "not after dose 1"),
        (ANY, 2, date(2027, 6, 1), "more than a year"),
        (ANY, 2, date(2999, 6, 1), "check the year"),
        (DoseTarget(drug="t-dm1"), 2, date(2026, 6, 1), "No plan in this diary has t-dm1"),
        (DoseTarget(track=Track.ENDOCRINE), 2, date(2026, 6, 1), "No plan in this diary"),
    ],
)
def test_a_move_that_cannot_be_meant_is_refused(plan, target, cycle, to, sentence):
    before = plan.current()

    with pytest.raises(NotUnderstoodError, match=sentence):
        plan.move(target, cycle, to, Reason.HOLIDAY)

    assert plan.current() == before


def test_a_dose_given_late_moves_what_follows(plan):
    plan.give(ANY, 1, START + timedelta(days=2))

    assert days_of(plan, "trastuzumab")[1] == START + timedelta(days=23)


@pytest.mark.parametrize(
    ("on", "sentence"),
    [(NOW.date() + timedelta(days=1), "still to come"), (date(2025, 1, 1), "more than a year")],
)
def test_a_dose_is_not_given_on_a_day_that_cannot_be(plan, on, sentence):
    with pytest.raises(NotUnderstoodError, match=sentence):
        plan.give(ANY, 1, on)


def test_a_dose_is_not_given_before_the_dose_it_follows():
    plan = a_companion(clock=Clock(NOW + timedelta(days=30))).plan
    plan.give(ANY, 1, START)

    with pytest.raises(NotUnderstoodError, match="not after dose 1"):
        plan.give(ANY, 2, START)
