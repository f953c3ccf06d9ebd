"""Two ambers make red; worsening; own symptoms."""

import pytest

from tests.domain.diary_builders import (
    a_course,
    a_diary,
    alerts_of,
    answer,
    celsius,
    level_of,
    lvef,
    weight,
)

UP = "two-ambers"


def rules(diary, now: str = "2026-05-12 20:00") -> dict[str, str]:
    return {alert.rule: alert.level.value for alert in alerts_of(diary, now).alerts}


def test_two_different_ambers_are_for_now_and_both_are_named() -> None:
    first, second = answer("nausea", 2), answer("headache", 2)

    alerts = alerts_of(a_diary(first, second)).alerts

    assert (alerts[0].rule, alerts[0].level) == (UP, "call-now")
    assert {each.entry_id for each in alerts[0].because} == {first.id, second.id}
    assert [alert.rule for alert in alerts[1:]] == ["headache", "nausea"]


def test_three_ambers_make_one_alert_that_names_all() -> None:
    said = [answer("nausea", 2), answer("headache", 2), answer("rash", 2)]

    alerts = alerts_of(a_diary(*said)).alerts

    assert [alert.rule for alert in alerts].count(UP) == 1
    assert {each.entry_id for each in alerts[0].because} == {each.id for each in said}


@pytest.mark.parametrize(
    "diary",
    [
        a_diary(answer("nausea", 2)),
        a_diary(answer("nausea", 2), answer("nausea", 2, "2026-05-11 21:00")),
        a_diary(answer("nausea", 2), answer("fatigue", 2)),
        a_diary(answer("hair-loss", 2), answer("taste-change", 2), answer("low-mood", 1)),
        a_diary(celsius("37.6"), celsius("37.7", "2026-05-12 12:00")),
    ],
    ids=["one", "one symptom twice", "one and a mention", "three mentions", "two readings"],
)
def test_what_is_no_second_amber(diary) -> None:
    assert UP not in rules(diary)


@pytest.mark.parametrize(
    "other",
    [celsius("37.6"), answer("own:jaw", 3), answer("diarrhea", 1, flags=["cramps"])],
    ids=["a reading", "an own symptom", "a flag"],
)
def test_every_kind_of_amber_adds_up(other) -> None:
    assert rules(a_diary(answer("nausea", 2), other))[UP] == "call-now"


def test_an_amber_and_a_red_do_not_add_up() -> None:
    assert rules(a_diary(answer("nausea", 2), answer("chills", 2))) == {
        "chills": "call-now",
        "nausea": "call-today",
    }


@pytest.mark.parametrize(
    ("earlier", "adds_up"), [("2026-05-11 20:00", True), ("2026-05-11 19:59", False)]
)
def test_ambers_add_up_within_24_hours(earlier: str, *, adds_up: bool) -> None:
    diary = a_diary(answer("nausea", 2, earlier), answer("headache", 2, "2026-05-12 19:30"))

    assert (UP in rules(diary)) is adds_up


def test_a_gain_of_days_ago_does_not_add_up_with_an_amber_of_now() -> None:
    def diary(said_at: str):
        return a_diary(
            lvef("62", "2026-05-01"),
            weight("70.0", "2026-05-08 07:30"),
            weight("72.1", "2026-05-11 07:30"),
            answer("nausea", 2, said_at),
            courses=[a_course("h-year")],
        )

    together = rules(diary("2026-05-12 07:30"), "2026-05-12 20:00")
    apart = rules(diary("2026-05-12 07:31"), "2026-05-12 20:00")

    assert (UP in together, UP in apart) == (True, False)
    assert "weight-3-days" in apart


def test_the_latest_of_several_gains_adds_up_with_an_amber_of_now() -> None:
    diary = a_diary(
        lvef("62", "2026-05-01"),
        weight("70.0", "2026-05-08 07:30"),
        weight("72.1", "2026-05-10 07:30"),
        weight("72.2", "2026-05-11 20:30"),
        answer("nausea", 2),
        courses=[a_course("h-year")],
    )

    assert UP in rules(diary)


def test_all_ambers_around_one_are_named() -> None:
    gain = weight("72.1", "2026-05-11 07:30")
    said = [answer("nausea", 2, "2026-05-12 06:00"), answer("headache", 2, "2026-05-12 18:30")]
    diary = a_diary(
        lvef("62", "2026-05-01"),
        weight("70.0", "2026-05-08 07:30"),
        gain,
        *said,
        courses=[a_course("h-year")],
    )

    alert = next(each for each in alerts_of(diary, "2026-05-12 20:00").alerts if each.rule == UP)

    assert {each.entry_id for each in alert.because} == {gain.id, *(each.id for each in said)}


def test_a_heart_scan_that_is_late_is_no_amber() -> None:
    diary = a_diary(
        answer("nausea", 2), lvef("62", "2026-01-02"), courses=[a_course("h-year", "2026-01-05")]
    )

    assert rules(diary) == {"nausea": "call-today", "heart-scan-overdue": "mention"}


WORSE = "worse-by-two-levels"


@pytest.mark.parametrize(
    ("symptom", "before", "after", "level"),
    [
        ("fatigue", 0, 1, "none"),
        ("fatigue", 0, 2, "call-today"),
        ("fatigue", 1, 2, "mention"),
        ("fatigue", 2, 4, "call-now"),
        ("hair-loss", 0, 2, "call-today"),
        ("hair-loss", 1, 3, "call-today"),
        ("hair-loss", 0, 4, "call-today"),
        ("hair-loss", 2, 3, "mention"),
        ("hair-loss", 3, 1, "none"),
        ("own:jaw", 0, 2, "call-today"),
        ("own:jaw", 1, 2, "none"),
    ],
)
def test_two_levels_worse_than_the_last_answer_is_at_least_for_today(
    symptom: str, before: int, after: int, level: str
) -> None:
    diary = a_diary(answer(symptom, before, "2026-05-11 08:30"), answer(symptom, after))

    assert level_of(diary) == level


def test_worsening_raises_its_symptom_and_is_no_second_amber() -> None:
    diary = a_diary(answer("nausea", 0, "2026-05-11 08:30"), answer("nausea", 2))

    assert rules(diary) == {"nausea": "call-today"}


def test_what_worsening_raised_is_an_amber_of_its_own_symptom() -> None:
    diary = a_diary(
        answer("fatigue", 0, "2026-05-11 08:30"), answer("fatigue", 2), answer("nausea", 2)
    )

    assert rules(diary) == {UP: "call-now", WORSE: "call-today", "nausea": "call-today"}


def test_a_first_answer_is_not_worse() -> None:
    assert level_of(a_diary(answer("fatigue", 2))) == "mention"


def test_the_last_answer_may_be_long_ago() -> None:
    diary = a_diary(answer("fatigue", 0, "2026-04-02 08:30"), answer("fatigue", 2))

    assert level_of(diary) == "call-today"


def test_the_last_answer_counts_and_not_the_best_one() -> None:
    diary = a_diary(
        answer("fatigue", 0, "2026-05-09 08:30"),
        answer("fatigue", 1, "2026-05-10 08:30"),
        answer("fatigue", 2),
    )

    assert level_of(diary) == "mention"


def test_a_skip_is_no_answer_to_compare_with() -> None:
    diary = a_diary(
        answer("fatigue", 0, "2026-05-10 08:30"),
        answer("fatigue", None, "2026-05-11 08:30"),
        answer("fatigue", 2),
    )

    assert level_of(diary) == "call-today"


def test_a_skip_after_an_answer_is_not_worse() -> None:
    assert level_of(a_diary(answer("fatigue", 0, "2026-05-11 08:30"), answer("fatigue", None))) == (
        "none"
    )


def test_an_earlier_answer_about_the_same_day_was_replaced() -> None:
    diary = a_diary(answer("fatigue", 0, "2026-05-12 08:30"), answer("fatigue", 2))

    assert level_of(diary) == "mention"


def test_the_answer_that_stands_for_the_day_before_is_compared() -> None:
    diary = a_diary(
        answer("fatigue", 0, "2026-05-10 08:30"),
        answer("fatigue", 2, "2026-05-10 18:30"),
        answer("fatigue", 2),
    )

    assert level_of(diary) == "mention"


def test_worsening_says_what_it_was_before() -> None:
    diary = a_diary(answer("fatigue", 0, "2026-05-11 08:30"), answer("fatigue", 2))

    (alert,) = alerts_of(diary).alerts

    assert alert.rule == WORSE
    assert alert.because[0].text == (
        "Tiredness: 2, chores are hard, rest does not fix it (Tue 12 May 2026, 18:30). "
        "It was 0 on Mon 11 May 2026"
    )


@pytest.mark.parametrize(
    ("severity", "level"),
    [(None, "none"), (0, "none"), (1, "none"), (2, "none"), (3, "call-today"), (4, "call-today")],
)
def test_an_own_symptom_is_for_today_from_three_on(severity: int | None, level: str) -> None:
    assert level_of(a_diary(answer("own:jaw", severity))) == level


def test_own_symptoms_are_named_as_they_were_typed() -> None:
    diary = a_diary(answer("own:Stiff jaw", 3), answer("own:itch", 3))

    alerts = alerts_of(diary).alerts

    assert [alert.rule for alert in alerts] == [UP, "own-symptom", "own-symptom"]
    assert alerts[1].because[0].text == "Stiff jaw: 3 (Tue 12 May 2026, 18:30)"
