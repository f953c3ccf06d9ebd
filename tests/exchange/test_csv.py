"""The diary as a table: the contract's columns, no formula that runs, and every text as typed."""

import csv
from datetime import date, timedelta
from io import StringIO

from hypothesis import given
from hypothesis import strategies as st

from tests.builders import NOW, an_answer
from tests.every_kind import one_entry_of_every_kind
from tests.exchange.records import TEXTS, a_record, the_sample
from tracker.domain.entries import MedicineEntry, NoteEntry
from tracker.exchange.csv_cells import guarded, unguarded
from tracker.exchange.csv_out import days_table, entries_table
from tracker.exchange.foreign_table import table_of

HEADER = "day,moment,kind,name,value,unit,severity,state,cycle,cycle day,by,note"
STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def brought_in_again(text):
    """The rows by column, as they are when the table is brought in again."""
    table = table_of(text)
    return [dict(zip(table.columns, cells, strict=True)) for _, cells in table.rows]


def strictly(text):
    """A reader of our own that knows RFC 4180 and nothing else; returns rows of cells."""
    rows, row, place = [], [], 0
    while place < len(text):
        if text[place] == '"':
            end = place + 1
            while text[end] != '"' or text[end : end + 2] == '""':
                end += 2 if text[end] == '"' else 1
            cell, place = text[place + 1 : end].replace('""', '"'), end + 1
        else:
            end = place
            while text[end] not in ",\r":
                assert text[end] not in '"\n', "a bare quote or line feed"
                end += 1
            cell, place = text[place:end], end
        row.append(cell)
        if text[place] == ",":
            place += 1
        else:
            assert text[place : place + 2] == "\r\n"
            place += 2
            rows.append(row)
            row = []
    assert not row, "the last line has no end"
    return rows


def rows_of(text):
    return list(csv.DictReader(StringIO(text, newline="")))


def note(text):
    return NoteEntry(id=an_answer().id, day=NOW.date(), at=NOW, zone="UTC", by="self", text=text)


def test_every_kind_of_entry_is_one_row_under_the_columns_of_the_contract():
    entries = one_entry_of_every_kind()

    text = entries_table(a_record(entries))

    assert text.startswith(HEADER + "\r\n")
    rows = rows_of(text)
    assert len(rows) == len(entries)
    assert [row["day"] for row in rows] == [entry.day.isoformat() for entry in entries]
    assert [row["moment"] for row in rows] == [entry.at.isoformat() for entry in entries]
    values = {row["kind"]: (row["name"], row["value"], row["unit"]) for row in rows}
    assert values["temperature"] == ("temperature", "100.40", "degF")
    assert values["weight"] == ("weight", "70.25", "kg")
    assert values["blood-pressure"] == ("blood-pressure", "120/80", "mmHg")
    assert values["lab"][0] == "neutrophils"
    assert values["lab"][1].endswith("0.80")
    assert values["lab"][2] == "10^9/L"
    assert values["lvef"][2] == "%"


def test_present_absent_and_skipped_are_told_apart():
    answers = [an_answer("nausea", 3), an_answer("fatigue", 0), an_answer("pain", None)]

    rows = rows_of(entries_table(a_record(answers)))

    told = [(row["name"], row["severity"], row["state"]) for row in rows]
    assert told == [
        ("nausea", "3", "present"),
        ("fatigue", "0", "absent"),
        ("pain", "", "skipped"),
    ]


def test_each_row_says_where_its_day_lies_in_treatment():
    before = an_answer(at=NOW.replace(month=4, day=30))
    ninth = an_answer(at=NOW)

    rows = rows_of(entries_table(a_record([before, ninth])))

    assert [(row["cycle"], row["cycle day"]) for row in rows] == [("", ""), ("1", "9")]


@given(TEXTS, TEXTS, TEXTS)
def test_no_cell_begins_like_a_formula_and_every_text_comes_back(name, amount, by):
    entry = MedicineEntry(
        id=an_answer().id, day=NOW.date(), at=NOW, zone="UTC", by=by, name=name, amount=amount
    )

    text = entries_table(a_record([entry, note(amount)]))

    for row in strictly(text)[1:]:
        assert not any(cell.startswith(STARTS) for cell in row)
    assert strictly(text) == list(csv.reader(StringIO(text, newline=""), strict=True))
    medicine, noted = brought_in_again(text)
    assert (medicine["name"], medicine["value"], medicine["by"]) == (name, amount, by)
    assert noted["note"] == amount


@given(st.text(st.sampled_from(["'", " ", "a", *STARTS]), max_size=6))
def test_guarding_a_text_loses_nothing(text):
    assert unguarded(guarded(text)) == text
    assert not guarded(text).startswith(STARTS)


def test_only_what_looks_like_a_formula_is_changed():
    assert guarded("=1") == "'=1"
    assert guarded("\r=1") == "'\r=1"
    assert guarded("\uff1d1") == "'\uff1d1"
    assert guarded("'quoted") == "'quoted"
    assert guarded("5 = five") == "5 = five"


def test_a_table_a_day_has_a_row_for_every_day_and_the_standing_answers():
    first = an_answer("nausea", 2, at=NOW)
    corrected = an_answer("nausea", 1, at=NOW + timedelta(minutes=5))
    later = an_answer("own:itchy feet", 4, at=NOW + timedelta(days=2))
    skipped = an_answer("nausea", None, at=NOW + timedelta(days=2))

    rows = rows_of(days_table(a_record([first, corrected, later, skipped])))

    assert rows == [
        {"day": "2026-05-12", "cycle": "1", "cycle day": "9", "nausea": "1", "own:itchy feet": ""},
        {"day": "2026-05-13", "cycle": "1", "cycle day": "10", "nausea": "", "own:itchy feet": ""},
        {"day": "2026-05-14", "cycle": "1", "cycle day": "11", "nausea": "", "own:itchy feet": "4"},
    ]


def test_a_diary_without_answers_makes_tables_with_a_head_alone():
    record = a_record(regimen=None)

    assert entries_table(record) == HEADER + "\r\n"
    assert days_table(record) == "day,cycle,cycle day\r\n"


def test_the_sample_reads_back_whole():
    record = the_sample()

    rows = brought_in_again(entries_table(record))

    assert len(rows) == len(record.entries)
    assert date.fromisoformat(rows[-1]["day"]) == record.entries[-1].day
