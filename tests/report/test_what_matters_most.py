"""The first lines of the page: each says something, and only what the diary shows."""

from datetime import date, timedelta

from tests.report.lived_diary import STARTS_ON, a_life, at
from tracker.report.from_diary import build_report

RISING = "worse in each of the last three cycles"


def lines_of(life):
    return {line.what: line.when for line in build_report(life.companion).highlights.lines}


def with_worst(life, first_days, severities):
    """Answer one symptom on the third day of these cycles, each time a little worse."""
    for day, severity in zip(first_days, severities, strict=True):
        life.on(day + timedelta(days=2)).diary.answer("numbness-tingling", severity)
    life.clock.now = at(first_days[-1] + timedelta(days=3))
    return life


def test_a_heart_scan_that_was_never_made_is_named_with_its_day():
    life = a_life()
    life.clock.now = at(date(2026, 6, 19))

    lines = lines_of(life)

    assert lines["A heart scan is late (due Tue 3 February)"] == "Fri 19 June"
    assert all(lines)


def test_what_rises_within_a_phase_is_said():
    cycles = [STARTS_ON + timedelta(days=14 * number) for number in range(3)]

    lines = lines_of(with_worst(a_life(regimen="ddac-thp"), cycles, (1, 2, 3)))

    assert any(RISING in line for line in lines)


def test_what_rises_from_one_treatment_to_the_next_is_another_story():
    cycles = [STARTS_ON + timedelta(days=14 * number) for number in range(2, 5)]

    lines = lines_of(with_worst(a_life(regimen="ddac-thp"), cycles, (1, 2, 3)))

    assert not any("cycles" in line for line in lines)
