"""One month of the plan as a calendar on paper."""

import io
from datetime import date

import pytest
from pypdf import PdfReader

from tests.ui.heart_and_plan import a_life, in_radiotherapy
from tracker.domain.course import DoseTarget, Reason
from tracker.errors import NotUnderstoodError
from tracker.report.month_sheet import Cell, MonthSheet, month_sheet

MAY = date(2026, 5, 10)


def cell_of(sheet: MonthSheet, day: int) -> Cell:
    cells = (cell for week in sheet.weeks for cell in week)
    return next(cell for cell in cells if cell.in_month and cell.number == str(day))


def said(cell: Cell) -> list[str]:
    return [f"{line.what}: {line.more}" for line in cell.lines]


@pytest.mark.parametrize(
    ("first_weekday", "weekday", "before", "weeks"), [(0, "Monday", 4, 5), (6, "Sunday", 5, 6)]
)
def test_weeks_begin_where_the_person_begins_them(first_weekday, weekday, before, weeks):
    sheet = month_sheet(a_life().companion, MAY, first_weekday)

    assert sheet.weekdays[0] == weekday
    assert [cell.in_month for cell in sheet.weeks[0]].index(True) == before
    assert len(sheet.weeks) == weeks
    assert {len(week) for week in sheet.weeks} == {7}


def test_a_treatment_day_names_cycle_drugs_and_low_counts_follow_it():
    sheet = month_sheet(a_life().companion, MAY)

    assert cell_of(sheet, 12).cycle_day == "Day 1"
    assert said(cell_of(sheet, 12)) == ["TCH, cycle 5 of 6: Carboplatin, Docetaxel, Trastuzumab"]
    assert next(day for day in range(12, 29) if cell_of(sheet, day).low_counts) == 19


def test_a_moved_treatment_stands_on_its_new_day_alone():
    life = a_life()
    life.companion.plan.move(DoseTarget(), 6, date(2026, 6, 9), Reason.HOLIDAY)

    sheet = month_sheet(life.companion, date(2026, 6, 1))

    assert said(cell_of(sheet, 2)) == []
    assert said(cell_of(sheet, 9))[0].startswith("TCH, cycle 6 of 6")


def test_days_of_radiotherapy_are_weekdays():
    radiotherapy = in_radiotherapy()
    life = a_life(radiotherapy=radiotherapy)

    sheet = month_sheet(life.companion, radiotherapy.starts_on)

    first = cell_of(sheet, radiotherapy.starts_on.day)
    assert "Radiotherapy starts: " in said(first)
    on_weekends = [week[5:] for week in sheet.weeks]
    assert not any("Radiotherapy: " in said(cell) for week in on_weekends for cell in week)


def test_a_month_without_dates_is_not_printed():
    with pytest.raises(NotUnderstoodError, match="nothing to print"):
        month_sheet(a_life().companion, date(2030, 1, 1))


def test_the_file_is_tagged_and_fits_on_one_sheet():
    reader = PdfReader(io.BytesIO(month_sheet(a_life().companion, MAY).pdf()))

    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert len(reader.pages) == 1
    assert "cycle 5 of 6" in reader.pages[0].extract_text()
