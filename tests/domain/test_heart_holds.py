"""What each label says about a value after a hold: resume, not yet, or ask about stopping."""

from decimal import Decimal

import pytest

from tests.domain.diary_builders import left_out, lvef
from tests.domain.label_readings import rows_of, says
from tracker.domain.heart_rules import Bounds


@pytest.mark.parametrize(
    ("baseline", "low", "value", "days", "limit", "expected"),
    [
        ("64", "46", "52", 27, "50", "may-not-resume"),
        ("64", "46", "52", 28, "50", "may-resume"),
        ("64", "46", "52", 56, "50", "may-resume"),
        ("64", "46", "52", 57, "50", "ask-about-stopping"),
        ("64", "46", "47", 28, "50", "may-not-resume"),
        ("64", "46", "47", 56, "50", "may-not-resume"),
        ("64", "46", "47", 57, "50", "ask-about-stopping"),
        ("64", "46", "50", 28, "50", "may-resume"),
        ("64", "46", "49.9", 28, "50", "may-not-resume"),
        ("66", "48", "51", 35, "50", "may-resume"),
        ("66", "48", "50.9", 35, "50", "may-not-resume"),
        ("66", "48", "51", 35, None, "cannot-tell"),
        ("66", "48", "50.9", 35, None, "may-not-resume"),
    ],
)
def test_us_trastuzumab_after_a_hold(  # noqa: PLR0917 - the columns of a table
    baseline: str, low: str, value: str, days: int, limit: str | None, expected: str
) -> None:
    assert says("trastuzumab", baseline, (low, 0), (value, days), limit=limit) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("45", "ask-about-stopping"),
        ("46", "ask-about-stopping"),
        ("46.1", "may-not-resume"),
        ("49.9", "may-not-resume"),
        ("50", "may-resume"),
    ],
)
def test_eu_trastuzumab_after_a_hold(value: str, expected: str) -> None:
    assert says("trastuzumab", "64", ("46", 0), (value, 21), label="EU") == expected


def test_eu_trastuzumab_after_a_hold_a_small_fall_is_enough() -> None:
    assert says("trastuzumab", "58", ("47", 0), ("48.1", 21), label="EU") == "may-resume"
    assert says("trastuzumab", "58", ("47", 0), ("48", 21), label="EU") == "may-not-resume"


@pytest.mark.parametrize(
    ("baseline", "value", "days", "expected"),
    [
        ("62", "52", 20, "may-not-resume"),
        ("62", "52", 21, "may-resume"),
        ("62", "50", 21, "may-resume"),
        ("62", "49.9", 21, "may-not-resume"),
        ("58", "48.1", 21, "may-resume"),
        ("58", "48", 21, "may-not-resume"),
    ],
)
def test_pertuzumab_after_a_hold(baseline: str, value: str, days: int, expected: str) -> None:
    assert says("pertuzumab", baseline, ("46", 0), (value, days)) == expected


@pytest.mark.parametrize(
    ("baseline", "low", "value", "expected"),
    [
        ("60", "48", "50", "may-resume"),
        ("60", "48", "49.9", "ask-about-stopping"),
        ("58", "48", "48.1", "may-resume"),
        ("58", "48", "48", "ask-about-stopping"),
        ("60", "44", "44.9", "ask-about-stopping"),
        ("60", "44", "45", "may-not-resume"),
        ("60", "44", "50", "may-resume"),
        ("54", "44", "45", "may-resume"),
        ("50", "44", "44", "ask-about-stopping"),
    ],
)
def test_t_dm1_after_a_hold(baseline: str, low: str, value: str, expected: str) -> None:
    assert says("t-dm1", baseline, (low, 0), (value, 21)) == expected


@pytest.mark.parametrize(
    ("baseline", "low", "value", "expected"),
    [
        ("56", "44", "46.1", "may-resume"),
        ("56", "44", "46", "ask-about-stopping"),
        ("56", "44", "43", "ask-about-stopping"),
        ("56", "39", "39.9", "ask-about-stopping"),
        ("56", "39", "40", "may-not-resume"),
        ("56", "39", "45.1", "may-resume"),
        ("49", "39", "40", "may-resume"),
        ("70", "48", "49.9", "ask-about-stopping"),
        ("70", "48", "50", "may-resume"),
        ("60", "39", "45", "may-not-resume"),
    ],
)
def test_t_dxd_after_a_hold(baseline: str, low: str, value: str, expected: str) -> None:
    assert says("t-dxd", baseline, (low, 0), (value, 21)) == expected


def test_a_second_low_value_decides_what_the_third_must_reach() -> None:
    assert says("t-dxd", "60", ("39", 0), ("44", 21), ("50", 42)) == "ask-about-stopping"
    assert says("t-dxd", "60", ("39", 0), ("44", 21), ("50.1", 42)) == "may-resume"


def test_weeks_count_from_the_first_of_several_low_values() -> None:
    assert says("trastuzumab", "64", ("46", 0), ("47", 28), ("48", 57)) == "ask-about-stopping"
    assert says("trastuzumab", "64", ("46", 0), ("47", 28), ("52", 56)) == "may-resume"


def test_a_hold_goes_on_while_it_is_too_early_to_resume() -> None:
    assert says("trastuzumab", "64", ("46", 0), ("52", 14), ("53", 28)) == "may-resume"
    assert says("trastuzumab", "64", ("46", 0), ("52", 14), ("53", 27)) == "may-not-resume"


def test_once_resumed_a_new_low_value_is_a_new_hold() -> None:
    assert says("trastuzumab", "64", ("46", 0), ("55", 28), ("46", 70)) == "hold"
    assert says("trastuzumab", "64", ("46", 0), ("55", 28), ("46", 70), ("47", 98)) == (
        "may-not-resume"
    )


LOW_THEN_BETTER = (lvef("64", "2026-05-01"), lvef("46", "2026-08-03"), lvef("47", "2026-09-07"))


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ((), "hold"),
        ((left_out("trastuzumab", 6),), "may-not-resume"),
        ((left_out("trastuzumab", 6), left_out("trastuzumab", 7)), "may-not-resume"),
        ((left_out("trastuzumab", 8),), "hold"),
    ],
    ids=["given on", "one left out", "both left out", "a later one left out"],
)
def test_a_value_is_read_as_one_during_a_hold_only_if_doses_were_held(
    events: tuple, expected: str
) -> None:
    # Doses 6 and 7 are planned for 17 August and 7 September, the day of the second scan.
    rows = rows_of(*LOW_THEN_BETTER, events=events, now="2026-09-07 18:00")

    assert rows[0] == ("trastuzumab", "US", expected)


@pytest.mark.parametrize(
    ("regimen", "label", "again", "on", "expected"),
    [
        ("h-year", "US", "47", "2026-09-28", "hold"),
        ("h-year", "US", "47", "2026-09-29", "ask-about-stopping"),
        ("h-year", "US", "55", "2026-09-29", "no-hold"),
        ("h-year", "EU", "46", "2026-09-07", "ask-about-stopping"),
        ("h-year", "EU", "47", "2026-09-07", "hold"),
        ("t-dm1", "US", "44", "2026-09-07", "ask-about-stopping"),
    ],
)
def test_what_stays_low_is_talked_about_even_where_no_dose_was_noted_as_left_out(
    regimen: str, label: str, again: str, on: str, expected: str
) -> None:
    scans = (lvef("64", "2026-05-01"), lvef("44" if regimen == "t-dm1" else "46", "2026-08-03"))

    rows = rows_of(*scans, lvef(again, on), regimen=regimen, label=label, now=f"{on} 18:00")

    assert rows[0][1:] == (label, expected)


def test_no_dose_between_two_scans_counts_as_held() -> None:
    scans = (lvef("64", "2026-05-01"), lvef("46", "2026-08-03"), lvef("47", "2026-08-17"))

    assert rows_of(*scans, now="2026-08-17 18:00")[0] == ("trastuzumab", "US", "may-not-resume")


def test_a_later_scan_that_is_normal_ends_what_an_earlier_low_one_said() -> None:
    scans = (lvef("64", "2026-05-01"), lvef("46", "2026-07-06"), lvef("60", "2026-10-05"))

    assert rows_of(*scans, now="2026-10-05 18:00")[0] == ("trastuzumab", "US", "no-hold")


LOW_AND_BACK = (("46", 0), ("60", 35), ("46", 70), ("60", 105), ("46", 140), ("60", 175))


def test_a_fourth_hold_is_one_too_many_for_the_us_label() -> None:
    third = says("trastuzumab", "64", *LOW_AND_BACK[:5])
    fourth = says("trastuzumab", "64", *LOW_AND_BACK, ("46", 210))
    fifth = says("trastuzumab", "70", *LOW_AND_BACK, ("52", 210))

    assert (third, fourth, fifth) == ("hold", "ask-about-stopping", "ask-about-stopping")


def test_repeated_low_values_of_one_hold_count_once() -> None:
    values = [(str(46), days) for days in (0, 14, 28, 42)]

    assert says("trastuzumab", "64", *values, ("60", 49), ("46", 70)) == "hold"


def test_holds_that_were_never_carried_out_do_not_count() -> None:
    scans = [
        lvef(value, day)
        for value, day in (
            ("64", "2026-05-01"),
            ("46", "2026-06-01"),
            ("60", "2026-07-01"),
            ("46", "2026-08-01"),
            ("60", "2026-09-01"),
            ("46", "2026-10-01"),
            ("60", "2026-11-01"),
            ("46", "2026-12-01"),
        )
    ]

    assert rows_of(*scans, now="2026-12-01 18:00")[0] == ("trastuzumab", "US", "hold")


def us_row(*scans, events, now: str) -> str:
    return rows_of(*scans, events=events, now=f"{now} 18:00")[0][2]


def test_a_normal_value_while_doses_went_on_ends_the_story() -> None:
    scans = (
        lvef("64", "2026-05-01"),
        lvef("46", "2026-07-06"),
        lvef("60", "2026-08-03"),
        lvef("60", "2026-09-14"),
    )

    assert us_row(*scans, events=[left_out("trastuzumab", 6)], now="2026-09-14") == "no-hold"


def test_the_dose_of_the_day_of_the_low_value_is_left_aside() -> None:
    # Dose 6 is given on 17 August, the day of the low scan; dose 7 is planned for 7 September.
    scans = (lvef("64", "2026-05-01"), lvef("46", "2026-08-17"), lvef("47", "2026-08-31"))

    assert us_row(*scans, events=[], now="2026-08-31") == "may-not-resume"


def test_one_dose_left_out_of_several_counts_as_held() -> None:
    # Between the scans dose 6 was left out and dose 7 was given.
    scans = (lvef("64", "2026-05-01"), lvef("46", "2026-08-03"), lvef("47", "2026-09-14"))

    assert us_row(*scans, events=[left_out("trastuzumab", 6)], now="2026-09-14") == "may-not-resume"


@pytest.mark.parametrize(
    ("bounds", "inside", "outside"),
    [
        (Bounds(at_least=Decimal(10)), ["10", "10.1"], ["9.9"]),
        (Bounds(more_than=Decimal(10)), ["10.1"], ["10", "9.9"]),
        (Bounds(at_most=Decimal(10)), ["9.9", "10"], ["10.1"]),
        (Bounds(below=Decimal(10)), ["9.9"], ["10", "10.1"]),
        (Bounds(at_least=Decimal(5), below=Decimal(10)), ["5", "9"], ["4", "10"]),
        (Bounds(), ["-1", "100"], []),
    ],
)
def test_limits_are_inclusive_or_not_as_they_say(
    bounds: Bounds, inside: list[str], outside: list[str]
) -> None:
    assert all(bounds.hold(Decimal(value)) for value in inside)
    assert not any(bounds.hold(Decimal(value)) for value in outside)


def test_only_the_drugs_of_a_label_count_as_held_for_it() -> None:
    scans = (lvef("64", "2026-05-01"), lvef("46", "2026-08-03"), lvef("47", "2026-08-31"))

    rows = rows_of(
        *scans,
        regimen="hp-year",
        events=[left_out("pertuzumab", 6)],
        now="2026-08-31 18:00",
    )

    assert {(drug, label): verdict for drug, label, verdict in rows} == {
        ("pertuzumab", "US"): "may-not-resume",
        ("trastuzumab", "US"): "hold",
        ("trastuzumab", "EU"): "hold",
    }
