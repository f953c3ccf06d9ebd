"""Alerts and heart read no more of the diary than counts, and nothing less."""

from datetime import date, timedelta

import pytest

from tests.builders import NOW, Clock, a_companion
from tracker.domain.alert_rules import AlertLevel
from tracker.domain.measurements import TemperatureUnit, WeightUnit

LONG_AGO = NOW - timedelta(days=40)


@pytest.fixture
def clock():
    return Clock(LONG_AGO)


@pytest.fixture
def companion(clock):
    return a_companion(clock=clock, regimen="tchp")


def test_a_symptom_is_compared_with_its_last_answer_however_long_ago(companion, clock):
    companion.diary.answer("fatigue", 0)
    clock.now = NOW
    companion.diary.answer("fatigue", 2)

    first = companion.safety.current().alerts[0]

    assert first.level is AlertLevel.CALL_TODAY


def test_without_an_earlier_answer_the_same_tiredness_is_a_mention(companion, clock):
    clock.now = NOW
    companion.diary.answer("fatigue", 2)

    levels = {alert.level for alert in companion.safety.current().alerts}

    assert levels == {AlertLevel.MENTION}


def test_an_answer_stops_counting_after_a_day(companion, clock):
    clock.now = NOW
    companion.diary.temperature("38.4", TemperatureUnit.CELSIUS)

    clock.forward(hours=24)
    still = companion.safety.current().alerts[0].level
    clock.forward(minutes=1)
    later = {alert.level for alert in companion.safety.current().alerts}

    assert still is AlertLevel.CALL_NOW
    assert AlertLevel.CALL_NOW not in later


def test_what_was_told_stays_quiet_until_something_is_worse(companion, clock):
    clock.now = NOW
    companion.diary.answer("nausea", 3)
    clock.forward(hours=1)
    companion.safety.told("Advice line")
    quiet = companion.safety.current().alerts[0]

    clock.forward(hours=1)
    companion.diary.temperature("39.0", TemperatureUnit.CELSIUS)
    loud = [alert for alert in companion.safety.current().alerts if alert.interrupts]

    assert (quiet.interrupts, quiet.told_on) == (False, NOW + timedelta(hours=1))
    assert len(loud) == 1


def test_weight_is_compared_over_the_days_of_its_rule(companion, clock):
    clock.now = NOW - timedelta(days=2)
    companion.diary.weight("70.0", WeightUnit.KILOGRAM)
    clock.now = NOW
    companion.diary.weight("72.5", WeightUnit.KILOGRAM)

    rules = [alert for alert in companion.safety.current().alerts if "weight" in alert.rule]

    assert [alert.level for alert in rules] == [AlertLevel.CALL_TODAY]


def test_a_gain_counts_for_a_week_and_is_compared_with_a_week_before_it(companion, clock):
    clock.now = NOW - timedelta(days=13)
    companion.diary.weight("70.0", WeightUnit.KILOGRAM)
    clock.now = NOW - timedelta(days=6, hours=12)
    companion.diary.weight("75.5", WeightUnit.KILOGRAM)
    clock.now = NOW

    (alert,) = [alert for alert in companion.safety.current().alerts if "weight" in alert.rule]

    assert alert.level is AlertLevel.CALL_TODAY


def test_what_was_told_of_an_answer_is_known_when_a_milder_one_came_between(companion, clock):
    clock.now = NOW - timedelta(hours=50)  # the evening of the day before yesterday
    companion.diary.answer("nausea", 3)
    clock.forward(hours=14)
    companion.diary.answer("nausea", 1)
    clock.forward(hours=6)
    companion.safety.told("Advice line")
    told_on = clock.now

    clock.forward(hours=20)
    companion.diary.answer("nausea", 3)
    (again,) = [each for each in companion.safety.current().alerts if each.subject == "nausea"]

    assert (again.interrupts, again.told_on) == (False, told_on)


def test_a_normal_number_does_not_settle_breathlessness_reported_today(companion, clock):
    companion.diary.lvef("64", day=date(2026, 3, 30))
    clock.now = NOW - timedelta(hours=20)
    companion.diary.answer("breathlessness", 1)
    clock.now = NOW
    companion.diary.lvef("63")

    with_symptom = companion.heart.overview().labels[0].because
    clock.forward(hours=6)
    without = companion.heart.overview().labels[0].because

    assert with_symptom != without
    assert len(with_symptom) > len(without)


def test_history_looks_at_all_answers_up_to_now(companion, clock):
    clock.now = NOW
    companion.diary.answer("nausea", 3, day=date(2026, 5, 5))
    companion.diary.answer("nausea", 1, day=date(2026, 5, 6))

    seen = companion.history.overview()
    assert seen.by_cycle_day == {"nausea": {2: (3,), 3: (1,)}}
    assert seen.cycles[0].worst == {"nausea": 3}
