"""An entry as a file has it becomes the row that the entry itself becomes."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from tests.builders import NOW, PERSON_ID, a_person, an_answer
from tests.every_kind import one_entry_of_every_kind
from tracker.services.ports import EntryQuery, Write
from tracker.services.written_diary import WrittenEntry
from tracker.storage import written_rows
from tracker.storage.entry_rows import row_of_entry
from tracker.storage.written_rows import WrittenRows

ENTRIES = one_entry_of_every_kind()


def rows_of(entries, rows=None):
    parted = (rows or WrittenRows()).of([(7, each) for each in entries])
    columns = parted.own_columns + parted.columns
    return [dict(zip(columns, row, strict=True)) for row in parted.whole()]


def test_a_written_entry_makes_the_row_of_the_entry():
    for entry, row in zip(ENTRIES, rows_of(map(WrittenEntry.of, ENTRIES)), strict=True):
        assert {**dict.fromkeys(row_of_entry(7, entry)), **row} == row_of_entry(7, entry)


def test_what_is_its_own_comes_from_itself_and_the_rest_from_what_it_is_like():
    first = an_answer(severity=3, note="before")
    day = first.day + timedelta(days=400)
    second = replace(first, id=UUID(int=5), day=day, at=first.at + timedelta(400), note=None)
    written = WrittenEntry.of(second)._replace(like=first)

    assert written.entry() == second
    assert rows_of([written]) == rows_of([WrittenEntry.of(second)])


def test_no_row_takes_what_another_entry_says(monkeypatch):
    monkeypatch.setattr(written_rows, "_MOST_REMEMBERED", 2)
    rows = WrittenRows()

    for severity in (1, 2, 3, 4) * 5:
        # Each is gone when the next is made, perhaps in its place in memory.
        (row,) = rows_of([WrittenEntry.of(an_answer(severity=severity))], rows)
        assert row["severity"] == severity


@pytest.mark.parametrize("times", [1, 40])
def test_entries_of_a_file_are_stored_as_they_are_few_or_many(storage, times):
    entries = [
        replace(each, id=UUID(int=1000 * number + place), at=each.at + timedelta(days=number))
        for number in range(times)
        for place, each in enumerate(ENTRIES)
    ]
    many = tuple((PERSON_ID, WrittenEntry.of(each)) for each in entries)

    storage.apply(Write(at=NOW, people=(a_person(),), entries=many))

    assert storage.entries(PERSON_ID, EntryQuery()) == tuple(entries)


def test_many_of_one_moment_stay_in_the_order_of_the_file(storage):
    entries = [an_answer(severity=1 + number * 7 % 4) for number in range(1300)]
    many = tuple((PERSON_ID, WrittenEntry.of(each)) for each in entries)

    storage.apply(Write(at=NOW, people=(a_person(),), entries=many))

    assert storage.entries(PERSON_ID, EntryQuery()) == tuple(entries)
