"""The plan printed and saved from its page."""

from datetime import date

from tests.ui.heart_and_plan import a_life
from tests.ui.plan.page_hands import Shown
from tracker.report.month_sheet import MonthSheet, month_sheet
from tracker.report.plan_sheet import PlanSheet, plan_sheet
from tracker.ui.plan.plan_printing import PlanTools


def test_the_plan_goes_on_paper_and_into_a_file(qtbot, tmp_path):
    life, printed = a_life(), []

    def sheet_of(month):
        if month is None:
            return plan_sheet(life.companion)
        return month_sheet(life.companion, month)

    def prints(_parent, pages) -> bool:
        printed.append(pages)
        return True

    tools = PlanTools(sheet_of, lambda name: tmp_path / name, prints)
    shown = Shown(qtbot, life, tools)

    for words in ("Print this month", "Print the whole plan", "Save the plan as PDF"):
        shown.button(words).click()

    assert [type(sheet) for sheet in printed] == [MonthSheet, PlanSheet]
    assert (tmp_path / "treatment-plan.pdf").read_bytes().startswith(b"%PDF")


def test_a_month_without_dates_is_said_instead_of_printed(qtbot):
    life = a_life()
    tools = PlanTools(
        lambda month: month_sheet(life.companion, month), lambda _: None, lambda *_: True
    )
    shown = Shown(qtbot, life, tools)
    shown.page.cards.calendar_card.calendar.choose(date(2030, 6, 1))

    shown.button("Print this month").click()

    assert "nothing to print" in shown.said[-1].text
