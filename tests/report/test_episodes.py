"""Severe answers: how many days each level was, by whom, and which of them a call was about."""

from datetime import date, timedelta

from tests.report.lived_diary import STARTS_ON, TODAY, a_life
from tracker.domain.measurements import TemperatureUnit
from tracker.report.from_diary import build_report

DAY = timedelta(days=1)
FIRST = date(2026, 5, 7)


def lines_about(life, start):
    lines = build_report(life.companion, since=STARTS_ON).highlights.lines
    return [line for line in lines if line.what.startswith(start)]


def with_answers(life, first, severities, *, by="self", symptom="nausea"):
    for number, severity in enumerate(severities):
        life.on(first + number * DAY, 20 if by == "self" else 21).diary.answer(
            symptom, severity, by=by
        )
    life.on(TODAY)


def test_the_worst_words_stand_with_the_days_they_were_true():
    life = a_life()
    with_answers(life, FIRST, (3, 3, 3, 3))
    with_answers(life, FIRST + DAY, (4,), by="Tom")

    (line,) = lines_about(life, "Nausea")

    assert line.when == "Thu 7 to Sun 10 May"
    assert line.what == (
        "Nausea 4 of 4 on 1 day (Tom wrote this; the patient said 3): "
        "nothing stays down, not even drinks; 3 of 4 on 3 days"
    )


def test_what_one_other_person_wrote_on_all_days_is_said_once():
    life = a_life()
    with_answers(life, FIRST, (3, 4, 3), by="Tom")

    (line,) = lines_about(life, "Nausea")

    assert line.what.startswith("Nausea 4 of 4 on 1 day: nothing stays down")
    assert line.what.endswith("; 3 of 4 on 2 days (Tom wrote all of these)")


def test_days_of_one_level_name_how_many_somebody_else_wrote():
    life = a_life()
    with_answers(life, FIRST, (3, 1, 3))
    with_answers(life, FIRST + DAY, (3,), by="Tom")

    (line,) = lines_about(life, "Nausea")

    assert line.what == (
        "Nausea 3 of 4 on 3 days (Tom wrote 1 of these; the patient said 1 on 1 day): hardly eating"
    )


def test_what_was_ticked_stands_with_the_days_it_was_ticked():
    life = a_life()
    life.on(FIRST).diary.answer("diarrhea", 3, flags=("blood",))
    life.on(FIRST + DAY).diary.answer("diarrhea", 3)
    life.on(TODAY)

    (line,) = lines_about(life, "Diarrhea")

    assert line.what.startswith("Diarrhea 3 of 4 on 2 days: ")
    assert line.what.endswith("; Blood in it on 1 day")


def test_no_span_hides_a_gap():
    life = a_life()
    with_answers(life, FIRST, (3, 3))
    with_answers(life, FIRST + 20 * DAY, (3,))

    assert [line.when for line in lines_about(life, "Nausea")] == [
        "Wed 27 May",
        "Thu 7 to Fri 8 May",
    ]


def test_one_free_day_is_the_same_episode_as_of_a_fever():
    life = a_life()
    for day in (FIRST, FIRST + 2 * DAY, FIRST + 5 * DAY):
        with_answers(life, day, (3,))
        life.on(day).diary.temperature("38.6", TemperatureUnit.CELSIUS)
    life.on(TODAY)

    episodes = ["Tue 12 May", "Thu 7 to Sat 9 May"]
    assert [line.when for line in lines_about(life, "Nausea")] == episodes
    assert [line.when for line in lines_about(life, "Temperature")] == episodes
    assert "2 such readings on 2 days" in lines_about(life, "Temperature")[1].what


def test_a_call_is_about_its_own_episode_alone():
    life = a_life()
    with_answers(life, FIRST, (3, 3))
    life.on(FIRST + DAY, 21).safety.told("Advice line")
    with_answers(life, TODAY, (3,))

    later, earlier = lines_about(life, "Nausea")

    assert later.done == "No call noted yet."
    assert earlier.done == "Told Advice line on Fri 8 May."


def test_an_earlier_episode_that_nobody_was_told_of_says_so():
    life = a_life()
    with_answers(life, FIRST, (3, 3))

    (line,) = lines_about(life, "Nausea")

    assert line.done == "No call noted."


def test_what_was_taken_stands_with_the_days_it_was_taken_for():
    life = a_life()
    with_answers(life, FIRST, (3, 3))
    with_answers(life, FIRST + 20 * DAY, (3,))
    life.on(FIRST + 2 * DAY).diary.medicine("Ondansetron", amount="8 mg", for_symptom="nausea")
    life.on(TODAY)

    later, earlier = lines_about(life, "Nausea")

    assert "Ondansetron" in earlier.done
    assert "Ondansetron" not in later.done


def test_the_latest_of_each_comes_before_what_was_there_earlier():
    life = a_life()
    for days in (0, 5, 10):
        with_answers(life, FIRST + days * DAY, (3,))
    with_answers(life, FIRST + DAY, (3,), symptom="vomiting")
    with_answers(life, FIRST + 2 * DAY, (4,), symptom="mouth-sores")

    lines = build_report(life.companion, since=STARTS_ON).highlights.lines

    assert [line.what.split(" of ")[0] for line in lines if line.urgent] == [
        "Nausea 3",
        "Sore mouth (oral mucositis) 4",
        "Vomiting 3",
        "Nausea 3",
        "Nausea 3",
    ]


def test_a_fever_typed_twice_is_one_reading_and_one_cause():
    life = a_life()
    diary = life.on(TODAY, 7).diary
    diary.temperature("38.3", TemperatureUnit.CELSIUS)
    life.clock.forward(seconds=40)
    diary.temperature("100.9", TemperatureUnit.FAHRENHEIT)
    diary.answer("mouth-sores", 2)
    diary.answer("diarrhea", 2)

    report = build_report(life.companion)

    (fever,) = lines_about(life, "Temperature")
    (together,) = lines_about(life, "Together")
    assert "such readings" not in fever.what
    assert together.what.lower().count("temperature") == 1
    assert report.temperatures.summary.startswith("1 of 1 reading ")
    assert len(report.temperatures.lines) == 1


def test_a_call_about_an_appointment_is_no_call_about_the_nausea():
    life = a_life()
    with_answers(life, FIRST, (3,))
    life.on(FIRST, 21).diary.contact("Front desk", text="Echo moved to 9:00", alerts=())
    life.on(TODAY)

    (line,) = lines_about(life, "Nausea")

    assert line.done == "No call noted."
