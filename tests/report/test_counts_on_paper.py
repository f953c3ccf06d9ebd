"""Blood counts that have no column: the lowest, and the latest from before the days covered."""

from datetime import date, timedelta
from io import BytesIO

from pypdf import PdfReader

from tests.report.handmade_report import pdf_of
from tests.report.lived_diary import TODAY, a_life
from tracker.report.from_diary import build_report

DAY = timedelta(days=1)
APRIL = date(2026, 4, 15)


def counts(life, **period):
    return build_report(life.companion, **period).counts


def with_low_counts(life, day=APRIL):
    diary = life.on(day).diary
    diary.lab("neutrophils", "0.5", "10^9/L", low="1.5", high="7.5", comparator="<")
    diary.lab("platelets", "95", "10^9/L", low="150", high="450")
    life.on(TODAY)
    return life


def test_the_last_counts_before_these_days_are_named_with_their_day():
    (beyond,) = counts(with_low_counts(a_life())).beyond

    assert beyond == (
        "No blood count was written down in these days. Before these days: "
        "neutrophils <0.5 10⁹/L (low) and platelets 95 10⁹/L (low) on Wed 15 April."
    )


def test_of_each_test_the_latest_counts_and_one_done_in_these_days_is_in_the_table():
    life = with_low_counts(a_life())
    life.on(APRIL + DAY).diary.lab("platelets", "101", "10^9/L")
    life.on(TODAY).diary.lab("neutrophils", "2.0", "10^9/L")

    table = counts(life)

    assert table.rows[0] == ("Neutrophils, 10⁹/L", "2.0")
    assert table.beyond == ("Before these days: platelets 101 10⁹/L on Thu 16 April.",)


def test_a_value_typed_in_two_units_is_one_value():
    life = with_low_counts(a_life())
    life.on(APRIL).diary.lab("platelets", "95000", "cells/uL")
    life.on(TODAY)

    (beyond,) = counts(life).beyond

    assert beyond.count("platelets") == 1
    assert "platelets 95 10⁹/L" in beyond


def test_the_lowest_of_these_days_is_named_where_it_has_no_column():
    life = a_life()
    for number, (value, unit) in enumerate(
        (("450", "cells/uL"), ("1.2", "10^9/L"), ("1.9", "10^9/L"), ("2.4", "10^9/L"))
    ):
        life.on(TODAY - (9 - 2 * number) * DAY).diary.lab("neutrophils", value, unit)
    life.on(TODAY)

    table = counts(life)

    assert table.beyond == ("Lowest in these days: neutrophils 450 cells/µL on Mon 25 May.",)


def test_the_lowest_in_the_table_is_not_said_twice():
    life = a_life()
    life.on(TODAY).diary.lab("neutrophils", "0.4", "10^9/L")

    assert counts(life).beyond == ()


def test_no_line_ends_inside_a_unit():
    life = with_low_counts(a_life(), TODAY)
    life.on(TODAY).diary.lab("platelets", "95000", "cells/uL", low="150000")
    report = build_report(life.companion)

    text = PdfReader(BytesIO(pdf_of(report))).pages[0].extract_text()

    assert text.count("10⁹/L") == text.count("10⁹/")
