"""Weight gained too fast: each limit below, on and above, in both units."""

import pytest

from tests.domain.diary_builders import a_course, a_diary, alerts_of, lvef, told, weight
from tracker.domain.alerts import Alert

NOW = "2026-05-20 20:00"


def found(*entries, regimen: str = "h-year", now: str = NOW) -> list[Alert]:
    diary = a_diary(lvef("62", "2026-05-01"), *entries, courses=[a_course(regimen)])
    return [alert for alert in alerts_of(diary, now).alerts if alert.level != "mention"]


def rules(*entries, **more) -> list[str]:
    return [alert.rule for alert in found(*entries, **more)]


@pytest.mark.parametrize(
    ("first_on", "first", "second", "unit", "expected"),
    [
        ("2026-05-17", "70.0", "72.0", "kg", []),
        ("2026-05-17", "70.0", "72.001", "kg", ["weight-3-days"]),
        ("2026-05-17", "70.0", "72.1", "kg", ["weight-3-days"]),
        ("2026-05-16", "70.0", "72.1", "kg", []),
        ("2026-05-17", "154.0", "158.4", "lb", []),
        ("2026-05-17", "154.0", "158.5", "lb", ["weight-3-days"]),
        ("2026-05-19", "154.0", "157.0", "lb", []),
        ("2026-05-19", "154.0", "157.1", "lb", ["weight-1-day"]),
        ("2026-05-18", "154.0", "157.1", "lb", []),
        ("2026-05-19", "70.0", "71.36", "kg", []),
        ("2026-05-19", "70.0", "71.37", "kg", ["weight-1-day"]),
        ("2026-05-13", "154.0", "159.0", "lb", []),
        ("2026-05-13", "154.0", "159.1", "lb", ["weight-7-days"]),
        ("2026-05-12", "154.0", "159.1", "lb", []),
        ("2026-05-13", "70.0", "72.26", "kg", []),
        ("2026-05-13", "70.0", "72.27", "kg", ["weight-7-days"]),
        ("2026-05-17", "72.1", "70.0", "kg", []),
        ("2026-05-17", "70.0", "70.0", "kg", []),
    ],
)
def test_a_gain_over_a_limit_within_its_days_is_for_today(
    first_on: str, first: str, second: str, unit: str, expected: list[str]
) -> None:
    entries = (
        weight(first, f"{first_on} 07:30", unit),
        weight(second, "2026-05-20 07:30", unit),
    )

    assert rules(*entries) == expected


def test_the_alert_names_the_later_reading_and_asks_to_call_today() -> None:
    later = weight("72.1", "2026-05-20 07:30")

    (alert,) = found(weight("70.0", "2026-05-17 07:30"), later)

    assert alert.level == "call-today"
    assert [each.entry_id for each in alert.because] == [later.id]
    assert "2.1 kg more than 70 kg" in alert.because[0].text
    assert "heart failure" not in alert.advice
    assert "docetaxel" in alert.advice
    assert "steroid" in alert.advice


def test_the_gain_is_told_in_the_unit_of_the_later_reading() -> None:
    (alert,) = found(weight("70.0", "2026-05-17 07:30"), weight("159.0", "2026-05-20 07:30", "lb"))

    assert "Weight 159 lb, 4.7 lb more than 70 kg" in alert.because[0].text


def test_the_hour_of_the_day_does_not_matter() -> None:
    entries = (weight("70.0", "2026-05-17 07:30"), weight("72.1", "2026-05-20 19:30"))

    assert rules(*entries) == ["weight-3-days"]


def test_the_lightest_reading_of_the_days_counts() -> None:
    entries = (
        weight("70.0", "2026-05-17 07:30"),
        weight("71.5", "2026-05-18 07:30"),
        weight("72.1", "2026-05-20 07:30"),
    )

    assert rules(*entries) == ["weight-3-days"]


def test_two_readings_of_one_day_count_in_their_order() -> None:
    gain = (weight("70.0", "2026-05-20 07:30"), weight("71.5", "2026-05-20 18:00"))
    loss = (weight("71.5", "2026-05-20 07:30"), weight("70.0", "2026-05-20 18:00"))

    assert (rules(*gain), rules(*loss)) == (["weight-1-day"], [])


def test_one_reading_alone_says_nothing() -> None:
    assert rules(weight("92.0", "2026-05-20 07:30")) == []


def test_a_gain_counts_for_the_days_of_its_rule() -> None:
    entries = (weight("70.0", "2026-05-17 07:30"), weight("72.1", "2026-05-20 07:30"))

    assert rules(*entries, now="2026-05-20 07:30") == ["weight-3-days"]
    assert rules(*entries, now="2026-05-23 07:30") == ["weight-3-days"]
    assert rules(*entries, now="2026-05-23 07:31") == []


def test_several_limits_make_one_alert() -> None:
    entries = (weight("70.0", "2026-05-19 07:30"), weight("73.0", "2026-05-20 07:30"))

    assert rules(*entries) == ["weight-3-days"]


@pytest.mark.parametrize(
    ("regimen", "expected"),
    [("h-year", 1), ("t-dm1", 1), ("neratinib", 1), ("tc", 0), ("tamoxifen", 0)],
)
def test_weight_rules_are_about_her2_drugs(regimen: str, expected: int) -> None:
    entries = (weight("70.0", "2026-05-17 07:30"), weight("72.1", "2026-05-20 07:30"))

    assert len(rules(*entries, regimen=regimen)) == expected


# A year of trastuzumab from 4 May 2026 has its last dose on 26 April 2027.
@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("2026-05-02", "2026-05-03", []),
        ("2026-05-03", "2026-05-04", ["weight-1-day"]),
        ("2028-04-25", "2028-04-26", ["weight-1-day"]),
        ("2028-04-26", "2028-04-27", []),
    ],
)
def test_weight_rules_hold_from_the_first_dose_to_a_year_after_the_last(
    first: str, second: str, expected: list[str]
) -> None:
    entries = (weight("70.0", f"{first} 07:30"), weight("71.5", f"{second} 07:30"))

    assert rules(*entries, now=f"{second} 08:00") == expected


@pytest.mark.parametrize(("day", "expected"), [("2026-05-03", 0), ("2026-05-04", 1)])
def test_weight_rules_hold_from_the_first_tablet(day: str, expected: int) -> None:
    entries = (weight("70.0", f"{day} 06:30"), weight("71.5", f"{day} 07:30"))

    assert len(rules(*entries, regimen="neratinib", now=f"{day} 08:00")) == expected


# Neratinib from 4 May 2026 is taken for 52 weeks, to 2 May 2027.
@pytest.mark.parametrize(("day", "expected"), [("2028-05-02", 1), ("2028-05-03", 0)])
def test_weight_rules_hold_to_a_year_after_the_last_tablet(day: str, expected: int) -> None:
    entries = (weight("70.0", f"{day} 06:30"), weight("71.5", f"{day} 07:30"))

    assert len(rules(*entries, regimen="neratinib", now=f"{day} 08:00")) == expected


@pytest.mark.parametrize(("later", "interrupts"), [("72.6", True), ("72.3", False)])
def test_more_gained_since_it_was_told_is_worse(later: str, *, interrupts: bool) -> None:
    """The week's rule, too, is met by both readings, so only how much was gained is new."""
    told_at = "2026-05-19 12:00"
    entries = (
        weight("69.0", "2026-05-17 07:30"),
        weight("72.4", "2026-05-19 07:30"),
        weight(later, "2026-05-20 07:30"),
        told(told_at),
    )

    (alert,) = found(*entries, now="2026-05-20 08:00")

    assert alert.interrupts is interrupts
