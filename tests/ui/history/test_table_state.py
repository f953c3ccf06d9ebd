"""The rows of the table: read a month at a time, found by any of their words."""

from datetime import date, timedelta

from tests.builders import Clock, a_companion
from tests.ui.history.diaries import CYCLE_1, a_diary, evening
from tracker.ui.history.table_state import EntryFeed, EntryFilter, EntryRow, filtered

TODAY = date(2026, 9, 1)


def rows_of(companion) -> list[EntryRow]:
    feed, rows = EntryFeed(companion), []
    while not feed.at_end:
        rows += feed.read_on()
    return rows


def test_the_newest_days_come_first_and_nothing_is_left_out():
    answers = [("nausea", CYCLE_1 + timedelta(day), day % 5) for day in range(100)]

    feed = EntryFeed(a_diary(*answers, today=TODAY))
    first = feed.read_on()
    rest = [row for _ in range(3) for row in feed.read_on()]

    assert [row.day for row in first] == [CYCLE_1 + timedelta(day) for day in range(99, 69, -1)]
    assert len(first) + len(rest) == 100
    assert feed.at_end
    assert feed.read_on() == ()


def test_an_empty_diary_has_no_rows():
    assert EntryFeed(a_companion(clock=Clock(evening(TODAY)))).at_end


def test_a_search_finds_rows_that_hold_all_its_words():
    companion = a_companion(clock=Clock(evening(TODAY)))
    companion.diary.answer("mouth-sores", 1, note="left side")
    companion.diary.answer("nausea", 2, by="Tom")
    companion.diary.temperature("37.2", "degC")
    rows = rows_of(companion)

    def found(**wanted: object) -> list[str]:
        return [row.what for row in filtered(rows, EntryFilter(**wanted))]

    assert found(search="LEFT sore") == ["Sore mouth"]
    assert found(search="tom") == ["Nausea"]
    assert found(search="left tom") == []
    assert found(least_severity=2) == ["Nausea"]
    assert found(kinds=frozenset({"temperature"})) == ["Temperature"]
    assert len(found()) == 3
