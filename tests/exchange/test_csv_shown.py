"""What is on the screen, as a file for spreadsheets."""

import csv
from io import StringIO

from tracker.exchange.csv_cells import unguarded
from tracker.exchange.csv_shown import ShownTableCsv
from tracker.services.printing import ShownTable


def test_no_cell_is_computed_by_a_spreadsheet_and_nothing_is_lost():
    shown = ShownTable(("day", "note"), (("2026-05-04", "=1+1"), ("2026-05-05", '"a",\nb')))

    text = ShownTableCsv().table(shown).decode()

    assert text.startswith("day,note\r\n2026-05-04,'=1+1\r\n")
    rows = [tuple(map(unguarded, row)) for row in csv.reader(StringIO(text, newline=""))]
    assert rows == [shown.columns, *shown.rows]


def test_what_was_not_answered_stays_empty():
    text = ShownTableCsv().table(ShownTable(("", "day 1"), (("Nausea", ""),))).decode()

    assert text == ",day 1\r\nNausea,\r\n"
