"""What the answers say over cycles."""

from datetime import UTC, date, datetime
from uuid import UUID

from tests.domain.plan_builders import TC, a_plan, moved
from tracker.domain.cycles import cycle_spans
from tracker.domain.entries import AnswerState, SymptomEntry
from tracker.domain.trends import FirstFelt, History, history, standing_answers

SPANS = cycle_spans(a_plan(TC, start="2026-05-04"))


def may(day: int) -> date:
    return date(2026, 5, day)


def an_answer(severity: int, *, hour: int, number: int = 1) -> SymptomEntry:
    return SymptomEntry(
        id=UUID(int=number),
        day=may(5),
        at=datetime(2026, 5, 5, hour, tzinfo=UTC),
        zone="UTC",
        by="self",
        symptom="nausea",
        state=AnswerState.PRESENT,
        severity=severity,
    )


def test_the_worst_of_a_cycle_is_kept_apart_from_the_next_one():
    answers = {
        ("nausea", may(5)): 1,
        ("nausea", may(6)): 3,
        ("nausea", may(24)): 2,
        ("nausea", may(25)): 0,
    }

    result = history(SPANS, answers, may(28), may(25))

    assert [dict(cycle.worst) for cycle in result.cycles] == [{"nausea": 3}, {"nausea": 0}]


def test_a_skip_is_an_answer_but_never_a_severity():
    result = history(SPANS, {("worry", may(6)): None, ("worry", may(7)): 1}, may(7), None)

    assert dict(result.cycles[0].worst) == {"worry": 1}
    assert result.by_cycle_day == {"worry": {3: (None,), 4: (1,)}}
    assert result.unanswered_days == 2


def test_a_cycle_without_an_answer_on_that_day_is_none_never_zero():
    answers = {("fatigue", may(6)): 2, ("fatigue", date(2026, 6, 17)): 1}

    result = history(SPANS, answers, date(2026, 6, 20), None)

    assert result.by_cycle_day == {"fatigue": {3: (2, None, 1)}}


def test_days_without_an_answer_run_from_the_first_day_to_today():
    answers = {("nausea", may(day)): 1 for day in (4, 5, 7, 10)}

    result = history(SPANS, answers, may(10), None)

    assert (result.unanswered_days, result.days) == (3, 7)


def test_before_the_first_cycle_there_is_no_history():
    assert history(SPANS, {("nausea", may(3)): 1}, may(3), None) == History()


def test_since_the_last_visit_earlier_answers_do_not_count():
    answers = {("nausea", may(24)): 4, ("nausea", may(26)): 2}

    assert history(SPANS, answers, may(28), may(25)).since_visit == {"nausea": 2}
    assert history(SPANS, answers, may(28), None).since_visit == {"nausea": 4}


def test_an_answer_after_the_planned_length_belongs_to_the_late_cycle():
    spans = cycle_spans(a_plan(TC, moved(2, "2026-06-01"), start="2026-05-04"))

    result = history(spans, {("nausea", may(27)): 2}, may(30), None)

    assert result.by_cycle_day == {"nausea": {24: (2,)}}


def test_a_later_answer_about_the_same_day_stands():
    first, second = an_answer(3, hour=8), an_answer(1, hour=20, number=2)

    assert standing_answers([second, first]) == {("nausea", may(5)): second}


def test_of_two_answers_of_one_moment_the_one_written_last_stands():
    first, second = an_answer(3, hour=8), an_answer(1, hour=8, number=2)

    assert standing_answers([first, second]) == {("nausea", may(5)): second}


def test_what_was_never_felt_before_the_last_visit_is_new():
    answers = {
        ("nausea", may(20)): 0,
        ("nausea", may(26)): 1,
        ("nausea", may(27)): 3,
        ("rash", may(25)): 2,
        ("fatigue", may(10)): 1,
        ("fatigue", may(26)): 2,
        ("worry", may(26)): 0,
    }

    result = history(SPANS, answers, may(28), may(25))

    assert result.new_since_visit == {
        "nausea": FirstFelt(may(26), 3, asked_before=True),
        "rash": FirstFelt(may(25), 2, asked_before=False),
    }


def test_without_an_answer_from_before_the_visit_nothing_can_be_new():
    answers = {("nausea", may(20)): None, ("rash", may(26)): 2}

    assert history(SPANS, answers, may(28), may(25)).new_since_visit == {}


def test_without_a_visit_nothing_is_new():
    assert history(SPANS, {("rash", may(5)): 2}, may(28), None).new_since_visit == {}


def test_a_day_still_to_come_is_not_new():
    answers = {("nausea", may(20)): 0, ("rash", may(29)): 2}

    assert history(SPANS, answers, may(28), may(25)).new_since_visit == {}
