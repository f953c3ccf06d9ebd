"""The first lines of the page: each says something, and only what the diary shows."""

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

from pypdf import PdfReader

from tests.report.handmade_report import HANDMADE, pdf_of
from tests.report.lived_diary import STARTS_ON, TODAY, a_life, at
from tracker.domain.course import DoseTarget, Reason
from tracker.domain.measurements import TemperatureUnit
from tracker.report.content import Highlight, Highlights
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


def whats(life):
    return [line.what for line in build_report(life.companion).highlights.lines]


def line_about(life, start):
    lines = build_report(life.companion).highlights.lines
    return next(line for line in lines if line.what.startswith(start))


def test_several_things_in_one_day_are_said_once_each_and_in_few_words():
    life = a_life()
    for symptom in ("nausea", "mouth-sores", "pain", "joint-muscle-pain", "constipation", "cough"):
        life.on(TODAY, 18).diary.answer(symptom, 2)
    life.on(TODAY, 19).safety.told("Advice line", text="Come in tomorrow")
    life.on(TODAY)

    line = line_about(life, "Several things in one day")

    assert line.what == (
        "Several things in one day: constipation 2 of 4, cough 2 of 4, "
        "joint or muscle pain 2 of 4, sore mouth 2 of 4, and 2 more: nausea and other pain"
    )
    assert line.place == "cycle 6, day 16"
    assert line.done == "Told Advice line on Wed 3 June: Come in tomorrow."


def test_what_has_a_line_of_its_own_is_only_named_beside_others():
    life = a_life()
    diary = life.on(TODAY, 18).diary
    diary.answer("diarrhea", 3, flags=("blood",))
    diary.answer("mouth-sores", 2)

    assert "Together: diarrhea 3 of 4 and sore mouth 2 of 4" in whats(life)
    assert sum("lood" in what for what in whats(life)) == 1


def test_emergencies_come_first_then_the_latest_call():
    life = a_life()
    life.on(TODAY - timedelta(days=6)).diary.answer("chest-pain", 2)
    life.on(TODAY - timedelta(days=3)).diary.temperature("38.6", TemperatureUnit.CELSIUS)
    life.on(TODAY - timedelta(days=2)).diary.answer("diarrhea", 3)
    life.on(TODAY - timedelta(days=1)).diary.answer("nausea", 4)
    life.on(TODAY - timedelta(days=1)).diary.answer("vomiting", 3)
    life.on(TODAY)

    assert [what.split(" of ")[0].split("\u00a0")[0] for what in whats(life)[:5]] == [
        "Temperature 38.6",
        "Chest pain 2",
        "Nausea 4",
        "Vomiting 3",
        "Diarrhea 3",
    ]


def test_a_fever_long_after_treatment_asks_for_no_call_at_once():
    life = a_life(regimen=None)
    life.on(TODAY).diary.temperature("38.6", TemperatureUnit.CELSIUS)

    assert not line_about(life, "Temperature 38.6").urgent


def test_the_team_that_was_told_late_in_an_episode_is_named_with_it():
    life = a_life()
    for days_ago in range(4):
        life.on(TODAY - timedelta(days=days_ago), 9).diary.answer("nausea", 3)
    life.on(TODAY, 10).safety.told("Advice line", text="Another tablet for tonight")
    life.on(TODAY, 18).diary.answer("nausea", 3)
    life.on(TODAY)

    assert line_about(life, "Nausea 3").done == (
        "Told Advice line on Wed 3 June: Another tablet for tonight."
    )


def test_a_call_before_the_fever_was_not_about_it():
    life = a_life()
    life.on(TODAY, 9).safety.told("Advice line", text="About my tablets")
    life.on(TODAY, 21).diary.temperature("38.6", TemperatureUnit.CELSIUS)

    assert line_about(life, "Temperature 38.6").done == "No call noted yet."


def test_many_calls_about_one_thing_are_counted_and_the_last_is_named():
    life = a_life()
    for days_ago in reversed(range(4)):
        life.on(TODAY - timedelta(days=days_ago), 9).diary.answer("nausea", 3)
        life.on(TODAY - timedelta(days=days_ago), 10).safety.told("Advice line")

    assert line_about(life, "Nausea 3").done == (
        "Told 4 times since Sun 31 May, the last time Advice line on Wed 3 June."
    )


def test_what_somebody_else_wrote_names_its_author_and_what_the_patient_said():
    life = a_life()
    life.on(TODAY, 9).diary.answer("diarrhea", 1)
    life.on(TODAY, 14).diary.answer("diarrhea", 3, by="Tom")
    life.on(TODAY, 15).diary.temperature("38.6", TemperatureUnit.CELSIUS, by="Tom")
    life.on(TODAY)

    assert line_about(life, "Diarrhea").what.startswith(
        "Diarrhea 3 of 4 (Tom wrote this; the patient said 1): 7 to 9 times"
    )
    assert "38.6\u00a0°C (Tom wrote this)" in line_about(life, "Temperature").what
    (reading,) = build_report(life.companion).temperatures.lines
    assert reading.text == "38.6\u00a0°C (Tom wrote this)"


def test_days_that_somebody_else_answered_are_marked_in_the_grid():
    life = a_life()
    life.on(TODAY - timedelta(days=1)).diary.answer("nausea", 2)
    life.on(TODAY, 9).diary.answer("nausea", 1)
    life.on(TODAY, 14).diary.answer("nausea", 2, by="Tom")
    life.on(TODAY)

    report = build_report(life.companion)

    (row,) = report.grid.rows
    assert [report.grid.days[place] for place in row.by_others] == [report.grid.today]
    assert report.grid.writers == "Tom"
    assert "underlined days: by Tom" in text_of(report)


def test_no_line_ends_between_a_word_and_its_number():
    event = Highlight("Wed 27 to Thu 28 November 2026", "Nausea 3 of 4", place="cycle 4, day 13")

    text = text_of(replace(HANDMADE, highlights=Highlights((event,))))

    assert "cycle 4, day 13" in text


def test_no_line_ends_inside_a_number_with_its_unit():
    lines = tuple(
        Highlight("Today", "so " * long + "on 35 days, 70.2 kg") for long in range(20, 28)
    )

    text = text_of(replace(HANDMADE, highlights=Highlights(lines)))

    assert text.count("35 days") == text.count("70.2 kg") == len(lines)


def test_no_line_ends_between_a_reading_and_its_degrees():
    lines = tuple(Highlight("Today", "so " * long + "39.7\u00a0°F") for long in range(22, 30))

    text = text_of(replace(HANDMADE, highlights=Highlights(lines)))

    assert text.count("39.7 °F") == len(lines)


def test_the_head_names_the_running_course_first_and_counts_those_long_before():
    life = a_life()
    for number, regimen in enumerate(("hp-year", "t-dm1")):
        starts_on = STARTS_ON + timedelta(days=30 * (number + 1))
        life.on(starts_on).plan.start(regimen, starts_on=starts_on)
    life.on(TODAY)

    facts = {fact.label: fact.text for fact in build_report(life.companion).facts}

    assert facts["Treatment"].startswith("T-DM1 (trastuzumab emtansine), 14 cycles every 21 days")
    assert "; before that " in facts["Treatment"]
    assert facts["Treatment"].endswith("; 1 course earlier")


def test_what_comes_next_is_sorted_by_day():
    life = a_life()
    life.on(TODAY).diary.appointment("Dr. Lee", at(TODAY + timedelta(days=2), 10))

    facts = {fact.label: fact.text for fact in build_report(life.companion).facts}

    assert facts["Next"].startswith("Fri 5 June, 10:00: Dr. Lee; Tue 9 June: ")


def test_one_symptom_that_rose_by_two_levels_says_from_where():
    life = a_life()
    life.on(TODAY - timedelta(days=1)).diary.answer("fatigue", 0)
    life.on(TODAY).diary.answer("fatigue", 2)

    assert "Tiredness 2 of 4 (it was 0 on Tue 2 June)" in whats(life)


def text_of(report):
    return PdfReader(BytesIO(pdf_of(report))).pages[0].extract_text()


def test_a_breath_is_as_urgent_on_paper_as_the_rule_of_the_drug_says_to_six_weeks_after_it():
    life = a_life(regimen="t-dm1")
    life.on(STARTS_ON + timedelta(days=30)).plan.stop(
        DoseTarget(), life.clock.now.date(), Reason.OTHER
    )
    last_dose = STARTS_ON + timedelta(days=21)

    for days, urgent in ((42, True), (43, False)):
        life.on(last_dose + timedelta(days=days)).diary.answer("breathlessness", 1)
        told = [what for what in lines_of(life) if what.startswith("Short of breath")]
        assert bool(told) is urgent
        life.companion.undo_last()
