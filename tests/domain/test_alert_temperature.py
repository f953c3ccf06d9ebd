"""A reading against the person's card: below, on and above every number, in both units."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.diary_builders import (
    a_course,
    a_diary,
    a_person,
    alerts_of,
    answer,
    celsius,
    fahrenheit,
    gave,
    level_of,
)
from tracker.clinical.library import library
from tracker.domain.alert_case import level_on
from tracker.domain.alert_rules import AlertLevel
from tracker.domain.measurements import TemperatureUnit
from tracker.domain.people import FeverCard

C, F = TemperatureUnit.CELSIUS, TemperatureUnit.FAHRENHEIT
NO_CARD = a_person(card=None)
BRITISH = a_person(card=None, country="GB")
SPANISH = a_person(card=None, country="ES")


def card(high: str, low: str, unit: TemperatureUnit = C):
    return a_person(card=FeverCard(Decimal(high), Decimal(low), unit))


@pytest.mark.parametrize(
    ("person", "value", "level"),
    [
        (NO_CARD, "35.9", "call-now"),
        (NO_CARD, "35.94", "call-now"),
        (NO_CARD, "35.95", "none"),
        (NO_CARD, "36.0", "none"),
        (NO_CARD, "37.4", "none"),
        (NO_CARD, "37.44", "none"),
        (NO_CARD, "37.45", "call-today"),
        (NO_CARD, "37.5", "call-today"),
        (NO_CARD, "37.9", "call-today"),
        (NO_CARD, "37.94", "call-today"),
        (NO_CARD, "37.95", "call-now"),
        (NO_CARD, "38.0", "call-now"),
        (NO_CARD, "41", "call-now"),
        (BRITISH, "35.9", "call-now"),
        (BRITISH, "36.0", "none"),
        (BRITISH, "37.44", "none"),
        (BRITISH, "37.45", "call-now"),
        (BRITISH, "37.5", "call-now"),
        (SPANISH, "35.9", "call-now"),
        (SPANISH, "36", "none"),
        (SPANISH, "37.4", "none"),
        (SPANISH, "37.5", "call-now"),
        (card("38.3", "35.0"), "34.9", "call-now"),
        (card("38.3", "35.0"), "35.0", "none"),
        (card("38.3", "35.0"), "37.4", "none"),
        (card("38.3", "35.0"), "37.5", "call-today"),
        (card("38.3", "35.0"), "38.2", "call-today"),
        (card("38.3", "35.0"), "38.3", "call-now"),
        (card("37.0", "36.5"), "36.4", "call-now"),
        (card("37.0", "36.5"), "36.9", "none"),
        (card("37.0", "36.5"), "37.0", "call-now"),
        (card("100.4", "96.8", F), "35.9", "call-now"),
        (card("100.4", "96.8", F), "36.0", "none"),
        (card("100.4", "96.8", F), "37.4", "none"),
        (card("100.4", "96.8", F), "37.5", "call-today"),
        (card("100.4", "96.8", F), "37.9", "call-today"),
        (card("100.4", "96.8", F), "38.0", "call-now"),
    ],
)
def test_a_reading_in_celsius_is_compared_as_shown(person, value: str, level: str) -> None:
    assert level_of(a_diary(celsius(value), person=person)) == level


@pytest.mark.parametrize(
    ("person", "value", "level"),
    [
        (NO_CARD, "96.7", "call-now"),
        (NO_CARD, "96.8", "none"),
        (NO_CARD, "99.4", "none"),
        (NO_CARD, "99.44", "none"),
        (NO_CARD, "99.45", "call-today"),
        (NO_CARD, "99.5", "call-today"),
        (NO_CARD, "100.3", "call-today"),
        (NO_CARD, "100.34", "call-today"),
        (NO_CARD, "100.35", "call-now"),
        (NO_CARD, "100.4", "call-now"),
        (BRITISH, "99.4", "none"),
        (BRITISH, "99.5", "call-now"),
        (card("100.4", "96.8", F), "96.7", "call-now"),
        (card("100.4", "96.8", F), "96.8", "none"),
        (card("100.4", "96.8", F), "99.4", "none"),
        (card("100.4", "96.8", F), "99.5", "call-today"),
        (card("100.4", "96.8", F), "100.3", "call-today"),
        (card("100.4", "96.8", F), "100.4", "call-now"),
    ],
)
def test_a_reading_in_fahrenheit_is_compared_as_shown(person, value: str, level: str) -> None:
    assert level_of(a_diary(fahrenheit(value), person=person)) == level


@pytest.mark.parametrize(
    ("value", "rule"),
    [
        ("35.9", "temperature-low"),
        ("37.5", "temperature-raised"),
        ("38.0", "temperature-high"),
    ],
)
def test_the_rule_of_a_reading_is_named(value: str, rule: str) -> None:
    reading = celsius(value)

    (alert,) = alerts_of(a_diary(reading)).alerts

    assert alert.rule == rule
    assert [reason.entry_id for reason in alert.because] == [reading.id]


readings = st.decimals(min_value=Decimal("34.0"), max_value=Decimal("42.0"), places=2)


@given(readings)
def test_every_reading_is_as_urgent_as_its_one_decimal(value: Decimal) -> None:
    shown = celsius(str(value)).temperature.shown

    assert level_of(a_diary(celsius(str(value)))) == level_of(a_diary(celsius(str(shown))))


@given(readings)
def test_a_warmer_reading_above_36_is_never_less_urgent(value: Decimal) -> None:
    order = ["none", "call-today", "call-now"]
    value = max(value, Decimal("36.0"))

    cooler = level_of(a_diary(celsius(str(value))))
    warmer = level_of(a_diary(celsius(str(value + Decimal("0.3")))))

    assert order.index(cooler) <= order.index(warmer)


def test_a_later_lower_reading_withdraws_nothing() -> None:
    high = celsius("38.4", "2026-05-12 09:00")
    diary = a_diary(high, celsius("36.8", "2026-05-12 18:30"))

    (alert,) = alerts_of(diary).alerts

    assert (alert.level, [each.entry_id for each in alert.because]) == ("call-now", [high.id])


def test_all_readings_over_the_card_are_named_in_one_alert() -> None:
    first, second = celsius("38.4", "2026-05-12 09:00"), celsius("35.5", "2026-05-12 18:30")

    (alert,) = alerts_of(a_diary(first, second)).alerts

    assert {each.entry_id for each in alert.because} == {first.id, second.id}


def test_a_reading_counts_for_24_hours() -> None:
    diary = a_diary(celsius("38.4", "2026-05-12 18:30"))

    levels = [level_of(diary, f"2026-05-13 {time}") for time in ("18:30", "18:31")]

    assert levels == ["call-now", "none"]


@pytest.mark.parametrize(
    ("symptom", "severity", "level"),
    [
        ("feeling-unwell", 1, "call-now"),
        ("chills", 1, "call-now"),
        ("feeling-unwell", 0, "none"),
        ("chills", None, "none"),
        ("fatigue", 1, "none"),
    ],
)
def test_a_normal_reading_after_a_medicine_counts_as_fever_when_unwell(
    symptom: str, severity: int | None, level: str
) -> None:
    reading, said = celsius("36.9", flags=["after-fever-medicine"]), answer(symptom, severity)

    alerts = alerts_of(a_diary(reading, said)).alerts

    assert (alerts[0].level if alerts else "none") == level
    if alerts:
        assert alerts[0].rule == "temperature-after-medicine"
        assert {each.entry_id for each in alerts[0].because} == {reading.id, said.id}


def test_without_the_flag_a_normal_reading_hides_nothing() -> None:
    (alert,) = alerts_of(a_diary(celsius("36.9"), answer("feeling-unwell", 1))).alerts

    assert (alert.level, alert.rule) == ("call-today", "feeling-unwell")


# TC from 4 May 2026 has its last infusion on 6 July; 42 days later is 17 August.
@pytest.mark.parametrize(
    ("day", "level"),
    [
        ("2026-05-03", "call-today"),
        ("2026-05-04", "call-now"),
        ("2026-08-17", "call-now"),
        ("2026-08-18", "call-today"),
    ],
)
@pytest.mark.parametrize("value", ["38.4", "35.2"])
def test_a_fever_is_for_now_from_the_first_infusion_to_six_weeks_after_the_last(
    day: str, level: str, value: str
) -> None:
    diary = a_diary(celsius(value, f"{day} 10:00"))

    assert level_of(diary, f"{day} 11:00") == level


def test_a_fever_in_the_night_before_the_first_infusion_is_for_now_on_its_day() -> None:
    diary = a_diary(celsius("38.4", "2026-05-03 23:30"))

    assert level_of(diary, "2026-05-03 23:45") == "call-today"
    assert level_of(diary, "2026-05-04 00:15") == "call-now"


def test_a_fever_of_the_last_day_stays_for_now_after_midnight() -> None:
    diary = a_diary(celsius("38.4", "2026-08-17 23:30"))

    assert level_of(diary, "2026-08-18 00:15") == "call-now"


def test_a_hidden_fever_outside_treatment_is_for_today() -> None:
    diary = a_diary(
        celsius("36.9", "2026-09-17 10:00", flags=["after-fever-medicine"]),
        answer("chills", 1, "2026-09-17 10:00"),
    )

    masked = [
        alert.level
        for alert in alerts_of(diary, "2026-09-17 11:00").alerts
        if alert.rule == "temperature-after-medicine"
    ]

    assert masked == ["call-today"]


def test_without_any_course_a_fever_is_for_today() -> None:
    assert level_of(a_diary(celsius("38.4"), courses=[])) == "call-today"


@pytest.mark.parametrize(("symptom", "severity"), [("chills", 2), ("nausea", 3)])
def test_what_names_no_treatment_stays_for_now_outside_it(symptom: str, severity: int) -> None:
    diary = a_diary(answer(symptom, severity, "2026-11-17 10:00"))

    assert level_of(diary, "2026-11-17 11:00") == "call-now"


@pytest.mark.parametrize("level", [AlertLevel.EMERGENCY, AlertLevel.CALL_TODAY, AlertLevel.MENTION])
def test_outside_treatment_only_a_call_for_now_becomes_one_for_today(level: AlertLevel) -> None:
    rules = library().alert_rules.temperature

    assert level_on([date(2027, 3, 1)], rules.high.rule, level, ()) is level
    assert level_on([date(2027, 3, 1)], rules.high.rule, AlertLevel.CALL_NOW, ()) == "call-today"


def test_an_emergency_stays_one_outside_treatment() -> None:
    diary = a_diary(answer("chest-pain", 1), courses=[])

    assert level_of(diary) == "emergency"


def test_her2_injections_alone_are_treatment() -> None:
    diary = a_diary(
        celsius("38.4", "2026-12-01 10:00"),
        courses=[a_course("h-year", events=[gave("trastuzumab", 1, "2026-05-04")])],
    )

    assert level_of(diary, "2026-12-01 11:00") == "call-now"


def test_a_fever_that_was_typed_twice_is_said_once_and_two_readings_are_two():
    typed = [celsius("38.4", "2026-05-12 18:30:05"), celsius("38.40", "2026-05-12 18:30:41")]
    others = [
        celsius("38.4", "2026-05-12 18:31"),
        celsius("38.5", "2026-05-12 18:30"),
        replace(celsius("38.4", "2026-05-12 18:30"), by="Tom"),
    ]

    (twice,) = alerts_of(a_diary(*typed)).alerts
    (all_of_them,) = alerts_of(a_diary(*typed, *others)).alerts

    assert [each.entry_id for each in twice.because] == [typed[0].id]
    assert len(all_of_them.because) == 1 + len(others)
