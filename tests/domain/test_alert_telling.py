"""Quiet after the team was told: what stays quiet, what interrupts again, what is switched off."""

import pytest

from tests.domain.diary_builders import (
    a_course,
    a_diary,
    alerts_of,
    answer,
    celsius,
    lvef,
    moment,
    told,
)
from tracker.domain.alerts import Alert

TOLD_AT = "2026-05-12 19:00"


def by_rule(*entries, now: str = "2026-05-12 20:00", **more) -> dict[str, Alert]:
    return {alert.rule: alert for alert in alerts_of(a_diary(*entries), now, **more).alerts}


@pytest.mark.parametrize(
    ("said", "interrupts"),
    [
        (answer("fatigue", 2), False),
        (answer("nausea", 2), True),
        (answer("nausea", 3), True),
        (answer("chest-pain", 1), True),
    ],
    ids=["mention", "call-today", "call-now", "emergency"],
)
def test_all_but_a_mention_interrupts(said, *, interrupts: bool) -> None:
    (alert,) = alerts_of(a_diary(said)).alerts

    assert (alert.interrupts, alert.told_on) == (interrupts, None)


def test_what_was_told_stays_listed_and_no_longer_interrupts() -> None:
    alert = by_rule(answer("nausea", 3), told(TOLD_AT))["nausea"]

    assert (alert.interrupts, alert.told_on) == (False, moment(TOLD_AT))
    assert alert.level == "call-now"


def test_telling_before_it_was_written_down_tells_nothing() -> None:
    alert = by_rule(answer("nausea", 3, "2026-05-12 19:30"), told(TOLD_AT))["nausea"]

    assert (alert.interrupts, alert.told_on) == (True, None)


@pytest.mark.parametrize(
    ("now", "interrupts"), [("2026-05-13 19:00", False), ("2026-05-13 19:01", True)]
)
def test_telling_is_quiet_for_24_hours(now: str, *, interrupts: bool) -> None:
    again = answer("nausea", 3, "2026-05-13 08:00")

    alert = by_rule(answer("nausea", 3), told(TOLD_AT), again, now=now)["nausea"]

    assert alert.interrupts is interrupts


@pytest.mark.parametrize(
    ("before", "after", "interrupts"),
    [(3, 3, False), (3, 2, False), (4, 3, False), (2, 3, True), (3, 4, True)],
)
def test_the_same_or_less_is_quiet_and_worse_interrupts(
    before: int, after: int, *, interrupts: bool
) -> None:
    later = answer("nausea", after, "2026-05-12 19:30")

    alert = by_rule(answer("nausea", before), told(TOLD_AT), later)["nausea"]

    assert alert.interrupts is interrupts


def test_worse_on_the_next_day_interrupts_while_the_last_day_still_counts() -> None:
    evening, morning = answer("nausea", 3, "2026-05-12 18:30"), "2026-05-13 08:00"

    alerts = by_rule(evening, told(TOLD_AT), answer("nausea", 4, morning), now=morning)

    assert alerts["nausea"].interrupts


def test_saying_how_much_after_saying_only_that_is_worse() -> None:
    flags = ["thoughts-of-self-harm"]
    later = answer("low-mood", 1, "2026-05-12 19:30", flags=flags)

    alerts = by_rule(answer("low-mood", None, flags=flags), told(TOLD_AT), later)

    assert alerts["low-mood-self-harm"].interrupts


def test_something_new_interrupts() -> None:
    alerts = by_rule(answer("nausea", 3), told(TOLD_AT), answer("chills", 2, "2026-05-12 19:30"))

    assert (alerts["nausea"].interrupts, alerts["chills"].interrupts) == (False, True)


def test_a_new_flag_at_the_same_level_interrupts() -> None:
    worse = answer("diarrhea", 3, "2026-05-12 19:30", flags=["blood"])

    alerts = by_rule(answer("diarrhea", 3), told(TOLD_AT), worse)

    assert alerts["diarrhea-blood"].interrupts


def test_without_its_companion_the_told_symptom_stays_quiet() -> None:
    alerts = by_rule(
        answer("diarrhea", 2),
        answer("vomiting", 1),
        told(TOLD_AT),
        answer("vomiting", 0, "2026-05-12 19:30"),
    )

    assert {rule: alert.interrupts for rule, alert in alerts.items()} == {"diarrhea": False}


def test_a_fever_after_a_raised_reading_interrupts_and_the_other_way_round_not() -> None:
    up = by_rule(celsius("37.6"), told(TOLD_AT), celsius("38.2", "2026-05-12 19:30"))
    down = by_rule(celsius("38.2"), told(TOLD_AT), celsius("37.6", "2026-05-12 19:30"))

    assert up["temperature-high"].interrupts
    assert not down["temperature-high"].interrupts


@pytest.mark.parametrize(
    ("before", "after", "rule", "interrupts"),
    [
        ("38.4", "38.5", "temperature-high", True),
        ("38.4", "38.4", "temperature-high", False),
        ("38.4", "38.1", "temperature-high", False),
        ("37.6", "37.8", "temperature-raised", True),
        ("35.5", "34.2", "temperature-low", True),
        ("35.5", "35.8", "temperature-low", False),
    ],
)
def test_a_fever_that_rose_since_it_was_told_is_worse(
    before: str, after: str, rule: str, *, interrupts: bool
) -> None:
    alerts = by_rule(celsius(before), told(TOLD_AT), celsius(after, "2026-05-12 19:30"))

    assert alerts[rule].interrupts is interrupts


def test_the_highest_fever_is_said_first_and_the_one_that_was_told_after_it() -> None:
    first, higher = celsius("38.2"), celsius("39.5", "2026-05-12 19:30")

    alert = by_rule(first, told(TOLD_AT), higher)["temperature-high"]

    assert [each.entry_id for each in alert.because] == [higher.id, first.id]


def test_a_fever_that_rose_and_was_told_again_is_quiet_again() -> None:
    higher, told_again = celsius("39.5", "2026-05-12 19:30"), told("2026-05-12 19:40")

    alerts = by_rule(celsius("38.2"), told(TOLD_AT), higher, told_again)

    assert not alerts["temperature-high"].interrupts


def test_whoever_tells_that_things_come_together_tells_each_of_them() -> None:
    said = (answer("nausea", 2), answer("headache", 2), told(TOLD_AT, ("two-ambers",)))

    alerts = by_rule(*said, answer("rash", 2, "2026-05-12 19:30"))

    quiet = {rule for rule, alert in alerts.items() if not alert.interrupts}
    assert quiet == {"nausea", "headache"}


def test_a_low_reading_after_a_fever_is_new() -> None:
    alerts = by_rule(celsius("38.2"), told(TOLD_AT), celsius("35.2", "2026-05-12 19:30"))

    assert alerts["temperature-high"].interrupts


def test_a_new_amber_beside_told_ones_interrupts_by_adding_up() -> None:
    said = (answer("nausea", 2), answer("headache", 2), told(TOLD_AT))

    before = by_rule(*said)
    after = by_rule(*said, answer("rash", 2, "2026-05-12 19:30"))

    assert {alert.interrupts for alert in before.values()} == {False}
    assert {rule for rule, alert in after.items() if alert.interrupts} == {"two-ambers", "rash"}


def test_only_the_rules_that_were_told_are_quiet() -> None:
    alerts = by_rule(answer("nausea", 3), answer("chills", 2), told(TOLD_AT, ("nausea",)))

    assert (alerts["nausea"].interrupts, alerts["chills"].interrupts) == (False, True)


def test_telling_nothing_in_particular_with_an_empty_list_tells_nothing() -> None:
    assert by_rule(answer("nausea", 3), told(TOLD_AT, ()))["nausea"].interrupts


def test_the_last_telling_is_named() -> None:
    alert = by_rule(answer("nausea", 3), told("2026-05-12 18:45"), told(TOLD_AT))["nausea"]

    assert alert.told_on == moment(TOLD_AT)


def test_switched_off_alerts_are_listed_and_the_urgent_ones_still_interrupt() -> None:
    entries = (answer("nausea", 2), answer("chills", 2), answer("chest-pain", 1))

    alerts = by_rule(*entries, switched_off=True)

    assert {rule: alert.interrupts for rule, alert in alerts.items()} == {
        "chest-pain": True,
        "chills": True,
        "nausea": False,
    }


def test_switched_off_alerts_are_quiet_once_told() -> None:
    alerts = by_rule(answer("chest-pain", 1), told(TOLD_AT), switched_off=True)

    assert not alerts["chest-pain"].interrupts


def test_a_heart_scan_never_interrupts() -> None:
    diary = a_diary(lvef("62", "2026-01-02"), courses=[a_course("h-year", "2026-01-05")])

    (alert,) = alerts_of(diary).alerts

    assert (alert.level, alert.interrupts) == ("mention", False)
