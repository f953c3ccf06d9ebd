"""What the answers say over cycles."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from tests.domain.plan_builders import TC, a_plan, moved
from tracker.domain.cycles import CycleSpan, cycle_spans
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
    answers = {"nausea": {may(5): 1, may(6): 3, may(24): 2, may(25): 0}}

    result = history(SPANS, answers, may(28), may(25))

    assert [dict(cycle.worst) for cycle in result.cycles] == [{"nausea": 3}, {"nausea": 0}]


def test_a_skip_is_an_answer_but_never_a_severity():
    result = history(SPANS, {"worry": {may(6): None, may(7): 1}}, may(7), None)

    assert dict(result.cycles[0].worst) == {"worry": 1}
    assert result.by_cycle_day == {"worry": {3: (None,), 4: (1,)}}
    assert result.unanswered_days == 2


def test_a_cycle_without_an_answer_on_that_day_is_none_never_zero():
    answers = {"fatigue": {may(6): 2, date(2026, 6, 17): 1}}

    result = history(SPANS, answers, date(2026, 6, 20), None)

    assert result.by_cycle_day == {"fatigue": {3: (2, None, 1)}}


def test_days_without_an_answer_run_from_the_first_day_to_today():
    answers = {"nausea": dict.fromkeys(map(may, (4, 5, 7, 10)), 1)}

    result = history(SPANS, answers, may(10), None)

    assert (result.unanswered_days, result.days) == (3, 7)


def test_before_the_first_cycle_there_is_no_history():
    assert history(SPANS, {"nausea": {may(3): 1}}, may(3), None) == History()


def test_since_the_last_visit_earlier_answers_do_not_count():
    answers = {"nausea": {may(24): 4, may(26): 2}}

    assert history(SPANS, answers, may(28), may(25)).since_visit == {"nausea": 2}
    assert history(SPANS, answers, may(28), None).since_visit == {"nausea": 4}


def test_an_answer_after_the_planned_length_belongs_to_the_late_cycle():
    spans = cycle_spans(a_plan(TC, moved(2, "2026-06-01"), start="2026-05-04"))

    result = history(spans, {"nausea": {may(27): 2}}, may(30), None)

    assert result.by_cycle_day == {"nausea": {24: (2,)}}


def test_a_later_answer_about_the_same_day_stands():
    first, second = an_answer(3, hour=8), an_answer(1, hour=20, number=2)

    assert standing_answers([second, first]) == {("nausea", may(5)): second}


def test_of_two_answers_of_one_moment_the_one_written_last_stands():
    first, second = an_answer(3, hour=8), an_answer(1, hour=8, number=2)

    assert standing_answers([first, second]) == {("nausea", may(5)): second}


def test_what_was_never_felt_before_the_last_visit_is_new():
    answers = {
        "nausea": {may(20): 0, may(26): 1, may(27): 3},
        "rash": {may(25): 2},
        "fatigue": {may(10): 1, may(26): 2},
        "worry": {may(26): 0},
    }

    result = history(SPANS, answers, may(28), may(25))

    assert result.new_since_visit == {
        "nausea": FirstFelt(may(26), 3, asked_before=True),
        "rash": FirstFelt(may(25), 2, asked_before=False),
    }


def test_without_an_answer_from_before_the_visit_nothing_can_be_new():
    answers = {"nausea": {may(20): None}, "rash": {may(26): 2}}

    assert history(SPANS, answers, may(28), may(25)).new_since_visit == {}


def test_without_a_visit_nothing_is_new():
    assert history(SPANS, {"rash": {may(5): 2}}, may(28), None).new_since_visit == {}


def test_a_day_still_to_come_is_not_new():
    answers = {"nausea": {may(20): 0}, "rash": {may(29): 2}}

    assert history(SPANS, answers, may(28), may(25)).new_since_visit == {}


@st.composite
def cycles_side_by_side(draw):
    """Cycles of one or two courses: uneven, with gaps, some on the same days."""
    made = []
    for course in range(draw(st.integers(1, 2))):
        day = may(1) + timedelta(draw(st.integers(0, 20)))
        for number in range(draw(st.integers(1, 4))):
            length = draw(st.integers(1, 9))
            last = day + timedelta(length - 1)
            made.append(
                CycleSpan(
                    phase=f"course {course}",
                    cycle=number + 1,
                    of=4,
                    starts_on=day,
                    ends_on=last,
                    planned_days=length,
                )
            )
            day = last + timedelta(draw(st.integers(1, 5)))
    return tuple(sorted(made, key=lambda span: span.starts_on))


@given(
    spans=cycles_side_by_side(),
    answers=st.dictionaries(
        st.sampled_from(["nausea", "rash", "worry"]),
        st.dictionaries(
            st.integers(0, 60).map(lambda days: may(1) + timedelta(days)),
            st.none() | st.integers(0, 4),
            max_size=30,
        ),
    ),
    today=st.integers(20, 60).map(lambda days: may(1) + timedelta(days)),
)
def test_each_answer_stands_at_its_cycle_day_in_every_cycle_it_belongs_to(spans, answers, today):
    begun = [span for span in spans if span.starts_on <= today]
    expected: dict[str, dict[int, list[int | None]]] = {}
    worst: list[dict[str, int]] = [{} for _ in begun]
    for symptom, days in answers.items():
        for day, severity in days.items():
            for place, span in enumerate(begun):
                if span.starts_on <= day <= span.ends_on:
                    rows = expected.setdefault(symptom, {})
                    row = rows.setdefault((day - span.starts_on).days + 1, [None] * len(begun))
                    row[place] = severity
                    if severity is not None:
                        worst[place][symptom] = max(severity, worst[place].get(symptom, 0))

    result = history(spans, answers, today, None)

    assert {
        symptom: {day: list(row) for day, row in rows.items()}
        for symptom, rows in result.by_cycle_day.items()
    } == expected
    assert all(list(rows) == sorted(rows) for rows in result.by_cycle_day.values())
    assert [cycle.worst for cycle in result.cycles] == worst
