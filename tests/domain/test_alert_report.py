"""What an alert says: order, words, numbers to call, sources, and the sentence below."""

import re
from dataclasses import replace

import pytest

from tests.domain.diary_builders import (
    a_course,
    a_diary,
    a_person,
    alerts_of,
    answer,
    celsius,
    fahrenheit,
    lvef,
)
from tracker.clinical.library import library
from tracker.domain.measurements import TemperatureUnit
from tracker.domain.people import Contact, Units

ALL_KINDS = a_diary(
    answer("chest-pain", 1),
    answer("chills", 2),
    answer("bruising", 2),
    answer("nausea", 2),
    answer("fatigue", 2),
    answer("hair-loss", 2),
)


def test_the_worst_comes_first_then_the_rules_in_order() -> None:
    alerts = alerts_of(ALL_KINDS).alerts

    assert [(alert.level.value, alert.rule) for alert in alerts] == [
        ("emergency", "chest-pain"),
        ("call-now", "bruising"),
        ("call-now", "chills"),
        ("call-today", "nausea"),
        ("mention", "fatigue"),
        ("mention", "hair-loss"),
    ]


def test_the_same_diary_and_moment_give_the_same_report() -> None:
    assert alerts_of(ALL_KINDS) == alerts_of(ALL_KINDS)


def test_an_empty_list_does_not_say_that_all_is_well() -> None:
    report = alerts_of(a_diary(answer("nausea", 1)))

    assert report.alerts == ()
    assert "does not mean that all is well" in report.statement


def test_a_list_does_not_say_that_all_else_is_well() -> None:
    statement = alerts_of(a_diary(answer("nausea", 2))).statement

    assert "does not mean that all else is well" in statement


@pytest.mark.parametrize(
    ("said", "title"),
    [
        (answer("chest-pain", 1), "Call 911 now"),
        (answer("chills", 2), "Call your advice line now"),
        (answer("nausea", 2), "Call your team today"),
        (answer("fatigue", 2), "Tell your team at your next visit"),
    ],
)
def test_a_title_is_a_verb_and_a_service(said, title: str) -> None:
    assert alerts_of(a_diary(said)).alerts[0].title == title


@pytest.mark.parametrize(
    ("care", "number"),
    [
        ({}, "911"),
        ({"country": "GB"}, "999"),
        ({"country": "ES"}, "112"),
        ({"country": "ES", "emergency_number": "061"}, "061"),
        ({"country": "XX"}, "your emergency number"),
    ],
)
def test_an_emergency_names_the_persons_number(care: dict[str, str], number: str) -> None:
    diary = a_diary(answer("chest-pain", 1), person=a_person(**care))

    (alert,) = alerts_of(diary).alerts

    assert alert.title == f"Call {number} now"
    assert alert.advice.startswith(f"Call {number} now.")


@pytest.mark.parametrize(
    ("contacts", "line"),
    [
        ((), "Call your advice line now"),
        ((Contact("Ward", "1"), Contact("Advice line", "2")), "Call your advice line (2) now"),
        ((Contact("Ward", "1"), Contact("Call 24 h", "2")), "Call your advice line (2) now"),
        ((Contact("24 h desk", "1"), Contact("Advice", "2")), "Call your advice line (2) now"),
        ((Contact("Ward", "1"), Contact("Nurse", "2")), "Call your advice line (1) now"),
    ],
)
def test_a_call_names_the_line_to_call(contacts: tuple[Contact, ...], line: str) -> None:
    diary = a_diary(answer("chills", 2), person=a_person(contacts=contacts))

    (alert,) = alerts_of(diary).alerts

    assert alert.advice.startswith(line)


def test_braces_in_a_phone_number_are_left_as_they_are() -> None:
    person = a_person(contacts=(Contact("Line", "{crisis_line}"),))

    (alert,) = alerts_of(a_diary(answer("chills", 2), person=person)).alerts

    assert "({crisis_line})" in alert.advice


@pytest.mark.parametrize(
    ("country", "line"),
    [("US", "the crisis line 988"), ("XX", "a crisis line")],
)
def test_thoughts_of_self_harm_name_a_crisis_line(country: str, line: str) -> None:
    said = answer("low-mood", 1, flags=["thoughts-of-self-harm"])

    (alert,) = alerts_of(a_diary(said, person=a_person(country=country))).alerts

    assert alert.rule == "low-mood-self-harm"
    assert f"Or call {line}, at any hour." in alert.advice


def test_the_fever_advice_says_call_even_if_well_and_never_wait() -> None:
    for value in ("38.4", "35.2"):
        advice = alerts_of(a_diary(celsius(value))).alerts[0].advice

        assert "Call even if you feel well" in advice
        assert "before paracetamol (acetaminophen) or ibuprofen" in advice
        assert "never wait because you took a tablet" in advice


def test_a_raised_reading_is_to_be_measured_again_in_an_hour() -> None:
    (alert,) = alerts_of(a_diary(celsius("37.6"))).alerts

    assert "Measure again in an hour" in alert.advice


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        (
            answer("nausea", 3),
            "Nausea: 3, hardly eating (Tue 12 May 2026, 18:30)",
        ),
        (
            answer("nausea", 3, day="2026-05-10"),
            "Nausea: 3, hardly eating (about Sun 10 May 2026, written Tue 12 May 2026, 18:30)",
        ),
        (
            answer("diarrhea", 1, flags=["night", "cramps"]),
            (
                "Diarrhea: 1, up to 3 times more than usual in 24 hours (Tue 12 May 2026, 18:30). "
                "Added: It wakes me at night; Belly cramps"
            ),
        ),
        (
            answer("low-mood", None, flags=["thoughts-of-self-harm"]),
            (
                "Low mood: not said how much (Tue 12 May 2026, 18:30). "
                "Added: Thoughts of harming myself"
            ),
        ),
        (
            celsius("38.44"),
            "Temperature 38.4 °C, at or above 38.0 °C (Tue 12 May 2026, 18:30)",
        ),
        (
            fahrenheit("101.3"),
            "Temperature 101.3 °F, at or above 38.0 °C (100.4 °F) (Tue 12 May 2026, 18:30)",
        ),
        (
            celsius("35.2"),
            "Temperature 35.2 °C, below 36.0 °C (Tue 12 May 2026, 18:30)",
        ),
        (
            celsius("37.6"),
            (
                "Temperature 37.6 °C, at or above 37.5 °C, below 38.0 °C, the number to call at "
                "(Tue 12 May 2026, 18:30)"
            ),
        ),
    ],
)
def test_a_reason_says_what_was_written_down_and_when(entry, text: str) -> None:
    (alert,) = alerts_of(a_diary(entry)).alerts

    assert [reason.text for reason in alert.because] == [text]


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        (
            fahrenheit("101.1"),
            "Temperature 101.1 °F, at or above 100.4 °F (38.0 °C) (Tue 12 May 2026, 18:30)",
        ),
        (
            fahrenheit("96.4"),
            "Temperature 96.4 °F, below 96.8 °F (36.0 °C) (Tue 12 May 2026, 18:30)",
        ),
        (
            fahrenheit("99.7"),
            (
                "Temperature 99.7 °F, at or above 99.5 °F (37.5 °C), "
                "below 100.4 °F (38.0 °C), the number to call at (Tue 12 May 2026, 18:30)"
            ),
        ),
        (
            celsius("38.4"),
            "Temperature 38.4 °C, at or above 100.4 °F (38.0 °C) (Tue 12 May 2026, 18:30)",
        ),
    ],
)
def test_a_limit_is_named_in_the_unit_of_her_thermometer_with_the_number_of_its_source(
    entry, text: str
) -> None:
    person = a_person(card=None, units=Units(temperature=TemperatureUnit.FAHRENHEIT))

    (alert,) = alerts_of(a_diary(entry, person=person)).alerts

    assert [reason.text for reason in alert.because] == [text]


def test_a_reason_names_who_wrote_for_her() -> None:
    (alert,) = alerts_of(a_diary(replace(answer("nausea", 3), by="Tom"))).alerts

    assert [reason.text for reason in alert.because] == [
        "Nausea: 3, hardly eating (Tue 12 May 2026, 18:30, by Tom)"
    ]


def test_a_hidden_fever_says_so() -> None:
    reading = celsius("36.9", flags=["after-fever-medicine"])

    reasons = alerts_of(a_diary(reading, answer("chills", 1))).alerts[0].because

    assert [reason.text for reason in reasons] == [
        "Temperature 36.9 °C, taken after a medicine that lowers fever (Tue 12 May 2026, 18:30)",
        "Chills: 1, cold feeling (Tue 12 May 2026, 18:30)",
    ]


@pytest.mark.parametrize(
    ("now", "rule", "text"),
    [
        ("2026-03-18 12:00", None, None),
        ("2026-03-19 12:00", "heart-scan-due", "Heart scan due on Thu 2 Apr 2026"),
        ("2026-04-02 12:00", "heart-scan-due", "Heart scan due on Thu 2 Apr 2026"),
        ("2026-04-03 12:00", "heart-scan-overdue", "Heart scan was due on Thu 2 Apr 2026"),
    ],
)
def test_a_heart_scan_is_mentioned_two_weeks_before_and_when_late(
    now: str, rule: str | None, text: str | None
) -> None:
    scan = lvef("62", "2026-01-02")
    diary = a_diary(scan, courses=[a_course("h-year", "2026-01-05")])

    alerts = alerts_of(diary, now).alerts

    assert [alert.rule for alert in alerts] == ([rule] if rule else [])
    for alert in alerts:
        assert [(each.entry_id, each.text) for each in alert.because] == [(scan.id, text)]
        assert "heart scan" in alert.title


def test_a_heart_scan_without_any_earlier_one_names_no_entry() -> None:
    diary = a_diary(courses=[a_course("h-year", "2026-01-05")])

    (alert,) = alerts_of(diary, "2026-01-05 10:00").alerts

    assert alert.because == ()
    assert alert.advice.endswith("Heart scan due on Mon 5 Jan 2026.")


def test_every_alert_names_its_rules_own_place_in_a_source() -> None:
    for alert in alerts_of(ALL_KINDS).alerts:
        assert alert.source.id in library().sources
        assert alert.source.where != library().sources[alert.source.id].where


def test_no_text_is_left_with_a_place_to_fill_in() -> None:
    for alert in alerts_of(ALL_KINDS).alerts:
        for text in (alert.title, alert.advice, *(each.text for each in alert.because)):
            assert not re.search(r"[{}]", text)


def test_entries_later_than_now_do_not_exist() -> None:
    diary = a_diary(answer("nausea", 3, "2026-05-12 20:01"), celsius("38.4", "2026-05-12 20:01"))

    assert alerts_of(diary).alerts == ()
