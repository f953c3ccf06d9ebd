"""A diary that holds more than a page: everything is in the long form, or counted."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.report.lived_diary import STARTS_ON, TODAY, WHOLE, a_life, a_patient
from tracker.clinical.library import library
from tracker.domain.course import DoseTarget, Reason
from tracker.domain.entries import LvefMethod
from tracker.domain.measurements import TemperatureUnit
from tracker.domain.people import CareTeam, FeverCard, Units
from tracker.report.content import More, ReportContent
from tracker.report.from_diary import build_report

DAYS = 30


def grid_names(report: ReportContent) -> set[str]:
    grids = [report.grid, *(part.grid for part in report.appendix if part.grid)]
    return {row.name for grid in grids for row in grid.rows}


def said(more: tuple[More, ...]) -> str:
    return ", ".join(
        f"{each.number} {each.one if each.number == 1 else each.many}" for each in more
    )


def appendix_text(report: ReportContent) -> str:
    return " ".join(f"{line.label} {line.text}" for part in report.appendix for line in part.lines)


@settings(max_examples=15)
@given(
    felt=st.sets(st.sampled_from(sorted(library().symptoms)), min_size=1),
    day=st.integers(min_value=0, max_value=20),
)
def test_every_symptom_felt_is_in_a_grid(felt, day):
    life = a_life()
    diary = life.on(TODAY - timedelta(days=day)).diary
    for symptom in felt:
        diary.answer(symptom, 1)
    life.on(TODAY)

    report = build_report(life.companion)

    assert grid_names(report) >= {library().symptoms[symptom].name for symptom in felt}


def test_rows_without_room_are_counted_and_follow():
    life = a_life()
    diary = life.on(TODAY).diary
    for symptom in list(library().symptoms)[:20]:
        diary.answer(symptom, 2)

    report = build_report(life.companion)

    assert len(report.grid.rows) == 12
    assert said(report.grid.more) == "8 more side effects"
    assert len(next(part.grid.rows for part in report.appendix if part.grid)) == 8


def test_an_own_symptom_stands_in_the_grid_as_she_typed_it():
    life = a_life()
    life.on(TODAY).diary.answer("own:Itchy #scalp*", 3)

    report = build_report(life.companion)

    assert [(row.name, row.term) for row in report.grid.rows] == [("Itchy #scalp*", "")]


def test_cycles_without_room_follow_with_their_phase():
    life = a_life(regimen="apt")
    for week in range(12):
        life.on(STARTS_ON + timedelta(days=7 * week + 2)).diary.answer("nausea", 1 + week % 3)
    life.on(TODAY).diary.answer("nausea", 1)

    report = build_report(life.companion)

    earlier = [part.grid for part in report.appendix if part.title == "Earlier cycles"]
    assert len(report.grid.cycles) == 8
    assert report.grid.cycles_title == "Worst in cycle: TH 6 to 12, H 2"
    assert said(report.grid.more) == "5 earlier cycles"
    assert earlier[0].cycles_title == "Worst in TH cycle"
    assert earlier[0].rows[0].by_cycle == (1, 2, 3, 1, 2)


def test_cycles_without_any_answer_are_left_out_and_counted():
    life = a_life()
    life.on(STARTS_ON + timedelta(days=2)).diary.answer("nausea", 3)
    life.on(TODAY)

    grid = build_report(life.companion).grid

    assert grid.cycles == ("1", "6")
    assert grid.silent_cycles == 4


def test_a_fever_before_the_days_covered_is_not_forgotten():
    life = a_life()
    life.on(STARTS_ON + timedelta(days=8)).diary.temperature("38.4", TemperatureUnit.CELSIUS)
    life.on(STARTS_ON + timedelta(days=9)).safety.told("the day unit", text="seen the same day")
    life.on(TODAY)

    summary = build_report(life.companion).temperatures.summary

    assert summary == (
        "No temperature was written down in these days. "
        "Before these days: 38.4\u00a0°C on Wed 11 February; told the day unit: seen the same day."
    )


def test_treatment_days_without_room_follow_in_words():
    life = a_life(regimen="apt")

    report = build_report(life.companion)

    assert len(report.doses.lines) == 7
    assert said(report.doses.more) == "7 more treatment days"
    assert "Cycle TH 1 Tue 3 Feb" in appendix_text(report)


def test_a_day_nobody_confirmed_says_so():
    report = build_report(a_life().companion)

    assert report.doses.lines[0].given == "Tue 3 Feb*"
    assert report.doses.remarks[0].startswith("* The planned day")


def test_one_drug_left_out_is_named_with_its_reason():
    life = a_life()
    plan = life.on(STARTS_ON + timedelta(days=22)).plan
    plan.omit(DoseTarget(drug="carboplatin"), 2, Reason.LOW_COUNTS)
    life.on(TODAY)

    report = build_report(life.companion)

    assert report.doses.lines[1].change == "Carboplatin left out: low counts"
    assert report.doses.lines[1].changed


def test_a_whole_day_left_out_has_no_day_given():
    life = a_life()
    life.on(STARTS_ON + timedelta(days=22)).plan.omit(WHOLE, 2, Reason.INFECTION)
    life.on(TODAY)

    line = build_report(life.companion).doses.lines[1]

    assert line.given == "left out"
    assert line.change == "All drugs left out: infection"


def test_a_change_ahead_is_named_with_its_day():
    life = a_life()
    life.on(TODAY).plan.move(WHOLE, 7, date(2026, 6, 16), Reason.HOLIDAY)

    remarks = build_report(life.companion).doses.remarks

    assert any("HP cycle 1, now Tue 16 June: 7 days later: holiday" in each for each in remarks)


def test_a_stopped_drug_is_named():
    life = a_life()
    life.on(TODAY).plan.stop(DoseTarget(drug="pertuzumab"), date(2026, 5, 20), Reason.HEART_RESULT)

    remarks = build_report(life.companion).doses.remarks

    assert "Stopped on Wed 20 May: pertuzumab (heart result)." in remarks


def test_questions_without_room_follow():
    life = a_life()
    for number in range(9):
        life.on(TODAY).diary.question(f"Question {number}?")

    report = build_report(life.companion)

    assert said(report.questions.more) == "3 more questions"
    assert "Question 8?" in appendix_text(report)


def test_a_long_note_is_cut_with_a_mark_and_follows_in_full():
    note = " ".join(f"word{number}" for number in range(150))
    life = a_life()
    life.on(TODAY).diary.note(note)

    report = build_report(life.companion)

    assert "… (the rest is in the diary)" in report.notes.lines[0].text
    assert note in appendix_text(report)


def test_a_note_of_twenty_thousand_characters_is_cut_with_a_mark():
    life = a_life()
    life.on(TODAY).diary.note("ab " * 6_600 + "end")

    report = build_report(life.companion)

    assert "… (the rest is in the diary)" in appendix_text(report)
    assert "end" not in appendix_text(report)


def test_readings_without_room_follow_in_the_unit_of_her_thermometer():
    card = FeverCard(Decimal("100.4"), Decimal("96.8"), TemperatureUnit.FAHRENHEIT)
    care = CareTeam("US", Units(temperature=TemperatureUnit.FAHRENHEIT), card)
    life = a_life(a_patient(care=care))
    for days_ago in range(8):
        life.on(TODAY - timedelta(days=days_ago)).diary.temperature(
            "101.3", TemperatureUnit.FAHRENHEIT
        )
    life.on(TODAY, 21).diary.temperature("38.0", TemperatureUnit.CELSIUS)

    report = build_report(life.companion)

    assert report.temperatures.summary.startswith(
        "9 of 9 readings at 100.4\u00a0°F (38.0\u00a0°C) or higher"
    )
    assert report.temperatures.lines[0].text == "38.0\u00a0°C (100.4\u00a0°F)"
    assert report.temperatures.lines[1].text == "101.3\u00a0°F (38.5\u00a0°C)"
    assert said(report.temperatures.more) == "4 more readings"
    assert "101.3\u00a0°F" in appendix_text(report)


def test_without_a_card_the_usual_numbers_are_named_as_such():
    life = a_life(a_patient(care=CareTeam(country="US")))
    life.on(TODAY).diary.temperature("38.0", TemperatureUnit.CELSIUS)

    report = build_report(life.companion)

    assert "usual numbers: no card was typed" in report.temperatures.summary
    assert report.highlights.lines[0].what.endswith("; usual limit: 38.0\u00a0°C or higher")


def test_a_limit_of_her_country_is_named_in_the_unit_of_her_thermometer():
    units = Units(temperature=TemperatureUnit.FAHRENHEIT)
    life = a_life(a_patient(care=CareTeam("US", units)))
    life.on(TODAY).diary.temperature("101.1", TemperatureUnit.FAHRENHEIT)

    report = build_report(life.companion)

    assert report.highlights.lines[0].what == (
        "Temperature 101.1\u00a0°F (38.4\u00a0°C); "
        "usual limit: 100.4\u00a0°F (38.0\u00a0°C) or higher"
    )
    assert "at 100.4\u00a0°F (38.0\u00a0°C) or higher" in report.temperatures.summary
    assert "read as" not in report.temperatures.summary


def test_heart_scans_between_the_first_and_the_latest_follow():
    life = a_life()
    for number in range(8):
        day = date(2026, 1, 5) + timedelta(days=14 * number)
        life.on(day).diary.lvef(str(60 - number), LvefMethod.MUGA)
    life.on(TODAY)

    report = build_report(life.companion)

    assert [line.value for line in report.heart.lines] == ["60%", "56%", "55%", "54%", "53%"]
    assert said(report.heart.more) == "3 more heart scans"
    assert "LVEF 58%" in appendix_text(report)


def test_an_overdue_heart_scan_is_said_to_be_overdue():
    report = build_report(a_life().companion)

    assert report.heart.remarks[0] == "No heart scan is written down."
    assert "overdue by 120 days" in report.heart.remarks[1]


def test_lab_days_without_room_follow_with_their_unit():
    life = a_life()
    for days_ago in range(0, 15, 3):
        life.on(TODAY - timedelta(days=days_ago)).diary.lab("platelets", "210", "10^9/L")
    life.on(TODAY)

    report = build_report(life.companion)

    assert len(report.counts.days) == 3
    assert said(report.counts.more) == "2 more lab days"
    assert "Platelets 210 10⁹/L" in appendix_text(report)


def test_outside_any_cycle_the_last_three_weeks_are_shown():
    life = a_life(regimen=None)
    life.on(TODAY).diary.answer("fatigue", 2)

    report = build_report(life.companion)

    assert report.grid.cycles == ()
    assert len(report.grid.days) == 21
    assert report.grid.days_title == "Last 21 days, to Wed 3 June"
    assert report.grid.rows[0].by_day[-1] == 2
