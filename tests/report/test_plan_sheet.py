"""The plan on paper: every date of it, or those of one month."""

import io
from datetime import date, datetime

import pytest
from pypdf import PdfReader

from tests.builders import SUMMER
from tests.ui.heart_and_plan import a_life, in_radiotherapy
from tracker.domain.course import DoseTarget, Reason
from tracker.domain.regimen import Setting
from tracker.errors import NotUnderstoodError
from tracker.report.plan_sheet import plan_sheet


def rows_of(sheet) -> list[tuple[str, ...]]:
    return [row for month in sheet.months for row in month.rows]


def test_the_whole_plan_has_surgery_doses_radiotherapy_and_scans():
    sheet = plan_sheet(a_life(radiotherapy=in_radiotherapy()).companion)

    said = [row[1] for row in rows_of(sheet)]
    assert said[0] == "Surgery"
    assert sum("cycle" in each for each in said) == 18
    assert {"Radiotherapy starts", "Radiotherapy ends", "Heart scan due"} <= set(said)


def test_what_was_left_out_says_so():
    life = a_life()
    life.companion.plan.omit(DoseTarget(), 6, Reason.INFECTION)

    left_out = [row for row in rows_of(plan_sheet(life.companion)) if row[3] == "left out"]

    assert len(left_out) == 1


def test_without_a_plan_there_is_nothing_to_print():
    with pytest.raises(NotUnderstoodError, match="nothing to print"):
        plan_sheet(a_life(regimen=None, surgery=None).companion)


def test_appointments_are_on_it_with_their_time():
    life = a_life()
    at = datetime(2026, 6, 1, 9, 30, tzinfo=SUMMER)
    life.companion.diary.appointment("Blood test", at)

    assert "09:30 Blood test" in [row[1] for row in rows_of(plan_sheet(life.companion))]


def test_the_file_is_tagged_and_names_its_person():
    reader = PdfReader(io.BytesIO(plan_sheet(a_life().companion).pdf()))

    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert "Ana Sample" in reader.pages[0].extract_text()
    assert "Docetaxel" in reader.pages[0].extract_text()


def test_chemotherapy_after_the_operation_is_said_on_paper_too():
    life = a_life(
        regimen="tchp",
        setting=Setting.NEOADJUVANT,
        start=date(2026, 5, 4),
        surgery=date(2026, 8, 10),
    )

    assert (
        "later: Mon 17 Aug 2026. Ask your team which comes first."
        in plan_sheet(life.companion).note
    )
