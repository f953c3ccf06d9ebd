"""What the report of a lived diary says: six cycles, one moved, one fever, three scans."""

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.report.handmade_report import pdf_of
from tests.report.lived_diary import TODAY, a_life, a_lived_life, a_patient, at
from tracker.domain.measurements import TemperatureUnit, WeightUnit
from tracker.domain.people import CareTeam
from tracker.errors import NotUnderstoodError
from tracker.report.clinic_report import paper_for, parse_sections
from tracker.report.content import Fact, Gap, Paper, Section
from tracker.report.from_diary import build_report
from tracker.report.printer import ClinicReportPrinter
from tracker.services.printing import ReportRequest


@pytest.fixture(scope="module")
def lived():
    return a_lived_life()


@pytest.fixture(scope="module")
def report(lived):
    return build_report(lived.companion)


def test_it_fits_on_one_page_of_either_sheet(report):
    for paper in Paper:
        pdf = PdfReader(BytesIO(pdf_of(report, paper=paper)))

        assert len(pdf.pages) == 1


def test_it_says_who_and_where_in_treatment(report):
    facts = {fact.label: fact.text for fact in report.facts}

    assert report.person == "Elena Marsh, born 1974"
    assert facts["Treatment"] == "TCHP every 21 days, after surgery on Mon 5 January"
    assert facts["Wed 3 June"].startswith("TCHP cycle 6 of 6, day 9; counts usually low")
    assert facts["Next"] == "Tue 16 June: pertuzumab and trastuzumab"
    assert "Ana (1 entry)" in facts["Written by"]


def test_it_counts_the_days_with_an_answer(report):
    assert report.period == "Tue 5 May to Wed 3 June 2026"
    assert report.answered == "27 of 30 days answered"


def test_a_fever_stands_with_the_card_and_with_what_was_done(report):
    fever = next(line for line in report.highlights.lines if line.what.startswith("Temperature"))

    assert fever.when == "Thu 28 May"
    assert fever.place == "cycle 6, day 3"
    assert fever.what == (
        "Temperature 38.4\u00a0°C; own card: 38.0\u00a0°C or higher; 2 such readings"
    )
    assert fever.done == "Told the advice line on Thu 28 May: antibiotics by drip, home at night."
    assert fever.urgent


def test_what_rises_from_cycle_to_cycle_is_named(report):
    lines = {line.when: line.what for line in report.highlights.lines}

    assert lines["Over the cycles"].startswith(
        "Numb or tingling (peripheral sensory neuropathy): worse in each of the last three"
    )


def test_every_reading_off_the_card_is_listed_with_its_time(report):
    assert report.temperatures.summary.startswith("2 of 16 readings at 38.0\u00a0°C or higher")
    assert report.temperatures.lines == (
        Fact("Thu 28 May, 23:05", "38.1\u00a0°C"),
        Fact("Thu 28 May, 21:40", "38.4\u00a0°C"),
    )


def test_a_moved_cycle_says_by_how_many_days_and_why_and_later_ones_are_on_time(report):
    by_cycle = {line.cycle: line for line in report.doses.lines}

    assert by_cycle["4"].planned == "Tue 7 Apr"
    assert by_cycle["4"].given == "Tue 14 Apr"
    assert by_cycle["4"].change == "7 days later: low counts"
    assert by_cycle["5"].change == "on time"


def test_the_first_doses_are_named_as_loading_doses(report):
    assert any("Loading dose by the label" in remark for remark in report.doses.remarks)


def test_each_heart_scan_has_its_change_in_points(report):
    assert [(line.value, line.change) for line in report.heart.lines] == [
        ("64%", "before HER2 drugs"),
        ("61%", "3 points lower"),
        ("55%", "9 points lower"),
    ]
    assert report.heart.remarks[0].startswith("Heart scan due Fri 28 August")


def test_lab_values_keep_their_digits_their_unit_and_the_range_of_the_slip(report):
    assert report.counts.rows == (
        ("Neutrophils, 10⁹/L", "3.0", "0.8 (low)"),
        ("Hemoglobin, g/dL", "10.8 (low)", "10.1 (low)"),
    )
    assert report.counts.remarks[0] == "Weight 70.2 kg on Tue 2 June (71.0 kg on Wed 6 May)."


def test_a_day_without_an_answer_is_no_zero_and_a_day_to_come_is_neither(report):
    fatigue = next(row for row in report.grid.rows if row.name == "Tiredness")

    assert fatigue.term == "fatigue"
    assert fatigue.by_cycle == (3, 3, 3, 3, 3, 3)
    assert fatigue.by_day[:9] == (1, 2, 3, 3, 2, 2, Gap.UNANSWERED, 1, 1)
    assert set(fatigue.by_day[9:]) == {Gap.AHEAD}
    assert report.grid.today == 9
    assert report.grid.low_count_days == tuple(range(8, 16))


def test_a_symptom_that_was_always_absent_is_named_as_such(report):
    assert report.grid.never == ("vomiting",)


def test_a_note_says_who_wrote_it(report):
    assert report.notes.lines == (
        Fact("Sun 31 May", "Ana wrote: Slept badly after the steroid tablets."),
    )


def test_the_same_diary_and_moment_give_the_same_bytes(lived, report):
    again = build_report(lived.companion)

    assert pdf_of(again) == pdf_of(report)


def test_a_skip_is_an_answer_and_shows_as_a_skip():
    life = a_lived_life()
    life.on(TODAY).diary.answer("fatigue", None)

    report = build_report(life.companion)

    fatigue = next(row for row in report.grid.rows if row.name == "Tiredness")
    assert fatigue.by_day[8] is Gap.SKIPPED


def test_an_earlier_last_day_leaves_out_all_that_came_later(lived):
    report = build_report(lived.companion, since=date(2026, 5, 5), until=date(2026, 5, 20))

    assert report.period == "Tue 5 to Wed 20 May 2026"
    assert len(report.doses.lines) == 5
    assert [line.value for line in report.heart.lines] == ["64%", "61%"]
    assert report.grid.cycles == ("1", "2", "3", "4", "5")
    assert report.grid.days_title.startswith("TCHP cycle 5")
    assert all("38.4" not in line.what for line in report.highlights.lines)
    assert report.questions.lines == ()


def test_days_still_to_come_are_cut_off_at_today(lived):
    report = build_report(lived.companion, until=TODAY + timedelta(days=40))

    assert report.period.endswith("Wed 3 June 2026")


def test_a_first_day_after_the_last_is_refused_in_one_sentence(lived):
    with pytest.raises(NotUnderstoodError, match="nothing was written"):
        build_report(lived.companion, since=date(2026, 5, 20), until=date(2026, 5, 5))


def test_a_section_that_was_left_out_is_not_there(lived):
    report = build_report(lived.companion, sections=[Section.HEART])

    assert report.heart is not None
    assert report.questions is None
    assert report.notes is None
    assert report.facts


def test_sections_are_read_by_their_names():
    assert parse_sections(("heart", "questions")) == (Section.HEART, Section.QUESTIONS)
    with pytest.raises(NotUnderstoodError, match="no section “hart”"):
        parse_sections(["hart"])


@pytest.mark.parametrize(
    ("country", "paper"),
    [("US", Paper.LETTER), ("CA", Paper.LETTER), ("GB", Paper.A4), ("ES", Paper.A4)],
)
def test_the_sheet_is_the_one_of_the_country(country, paper):
    assert paper_for(country) is paper
    life = a_life(a_patient(care=CareTeam(country=country)))
    assert build_report(life.companion).paper is paper


def test_a_sample_is_marked():
    life = a_life(a_patient(is_sample=True))

    assert build_report(life.companion).sample == "Sample: an invented person"


def test_an_empty_diary_makes_a_page_that_says_so():
    life = a_life(regimen=None)

    report = build_report(life.companion)
    text = PdfReader(BytesIO(pdf_of(report))).pages[0].extract_text()

    assert "No course is written down" in text
    assert "0 of 93 days answered" in text
    assert "No temperature was written down" in text


def test_the_window_gets_labels_pictures_and_a_file(lived):
    printer = ClinicReportPrinter(lived.companion)
    ids = tuple(each for each, _ in printer.sections())

    prepared = printer.prepare(ReportRequest(None, None, ids))

    assert set(ids) == {section.value for section in Section}
    assert prepared.pdf().startswith(b"%PDF")
    assert len(prepared.pictures(60)) == 1


def test_with_every_box_unticked_only_who_and_where_remains(lived):
    prepared = ClinicReportPrinter(lived.companion).prepare(ReportRequest(None, None, ()))

    assert replace(prepared.content, facts=()).highlights is None
    assert prepared.content.facts
    assert prepared.content.made_at == at(TODAY)


def test_several_things_in_one_day_make_one_urgent_line():
    life = a_lived_life()
    diary = life.on(TODAY, 19).diary
    diary.temperature("37.6", TemperatureUnit.CELSIUS)
    diary.weight("75.0", WeightUnit.KILOGRAM)
    life.on(TODAY)

    lines = build_report(life.companion).highlights.lines

    together = [line for line in lines if line.what.startswith("Several things in one day")]
    assert len(together) == 1
    assert "37.6" in together[0].what
    assert "75" in together[0].what
    assert together[0].urgent
    assert sum("37.6" in line.what for line in lines) == 1


def test_a_contact_that_belongs_to_no_event_is_among_the_notes():
    life = a_lived_life()
    life.on(TODAY).safety.told("the dietitian", alerts=())

    report = build_report(life.companion)

    assert report.notes.lines[0] == Fact("Wed 3 June", "Told the dietitian")


def test_a_severe_answer_that_is_not_urgent_is_named_once_an_episode_with_its_days(report):
    tired = [line for line in report.highlights.lines if line.what.startswith("Tiredness")]

    assert [line.when for line in tired] == ["Thu 28 to Fri 29 May", "Thu 7 to Fri 8 May"]
    assert {line.what for line in tired} == {
        "Tiredness (fatigue) 3 of 4 on 2 days: washing or dressing is hard"
    }
    assert not any(line.urgent for line in tired)
