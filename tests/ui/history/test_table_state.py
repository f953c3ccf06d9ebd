"""The rows of the table: read a month at a time, found by any of their words."""

from datetime import date, timedelta

from tests.builders import Clock, a_companion
from tests.ui.history.diaries import CYCLE_1, a_diary, evening
from tracker.domain.entry_words import Helped
from tracker.domain.measurements import TemperatureUnit
from tracker.ui.history.entry_rows import EntryRow
from tracker.ui.history.table_state import EntryFeed, EntryFilter, RowOrder, entry_table, filtered

TODAY = date(2026, 9, 1)


def rows_of(companion, order: RowOrder = RowOrder.NEWEST) -> list[EntryRow]:
    feed, rows = EntryFeed(companion, order), []
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
    companion.diary.temperature("37.2", TemperatureUnit.CELSIUS)
    rows = rows_of(companion)

    def found(**wanted: object) -> list[str]:
        return [row.what for row in filtered(rows, EntryFilter(**wanted))]

    assert found(search="LEFT sore") == ["Sore mouth"]
    assert found(search="tom") == ["Nausea"]
    assert found(search="left tom") == []
    assert found(least_severity=2) == ["Nausea"]
    assert found(kinds=frozenset({"temperature"})) == ["Temperature"]
    assert len(found()) == 3


def test_a_corrected_answer_stays_and_says_what_took_its_place_who_wrote_it_and_when():
    clock = Clock(evening(TODAY))
    companion = a_companion(clock=clock)
    companion.diary.answer("nausea", 3)
    clock.forward(minutes=5)
    companion.diary.answer("nausea", 1, by="Tom")

    rows = rows_of(companion)

    assert [(row.value[:1], row.by, row.note) for row in rows] == [
        ("1", "Tom", ""),
        ("3", "", "later changed to 1, Tue\u00a01\u00a0Sep\u00a02026, 20:05 by Tom"),
    ]


def test_an_answer_given_again_with_details_is_no_change_of_its_number():
    clock = Clock(evening(TODAY))
    companion = a_companion(clock=clock)
    companion.diary.answer("diarrhea", 1)
    clock.forward(minutes=1)
    companion.diary.answer("diarrhea", 1, flags=("night",))

    earlier = rows_of(companion)[1]

    assert earlier.note == "answered again Tue\u00a01\u00a0Sep\u00a02026, 20:01"


def test_what_was_written_late_says_how_late():
    companion = a_companion(clock=Clock(evening(TODAY)))
    for days in (0, 1, 3):
        companion.diary.note("A walk.", day=TODAY - timedelta(days))

    assert [row.note for row in rows_of(companion)] == [
        "",
        "written the day after",
        "written 3 days later",
    ]


def test_copies_and_what_helped_are_told_in_the_table_and_when_it_is_saved():
    clock = Clock(evening(TODAY))
    companion = a_companion(clock=clock)
    companion.diary.answer("nausea", 1, day=TODAY - timedelta(1))
    companion.diary.same_as_yesterday(TODAY, ("nausea",))
    companion.diary.all_absent(TODAY, ("rash",))
    medicine = companion.diary.medicine("ondansetron", for_symptom="nausea").entry
    companion.diary.did_it_help(medicine.id, Helped.A_LITTLE)

    table = entry_table(rows_of(companion))

    assert table.columns == ("day", "what", "answer", "note", "who wrote it", "written")
    assert [(row[1], row[3], row[5]) for row in table.rows] == [
        ("Medicine", "for Nausea; it helped a little", "2026-09-01 20:00"),
        ("Rash", "“no symptoms” for all in one tap", "2026-09-01 20:00"),
        ("Nausea", "copied from the day before", "2026-09-01 20:00"),
        ("Nausea", "written the day after", "2026-09-01 20:00"),
    ]


def test_the_oldest_or_the_worst_can_stand_on_top():
    answers = [("nausea", CYCLE_1 + timedelta(day), day % 5) for day in range(100)]
    companion = a_diary(*answers, today=TODAY)
    companion.diary.note("A walk.")

    oldest = rows_of(companion, RowOrder.OLDEST)
    worst = rows_of(companion, RowOrder.WORST)

    assert [row.day for row in oldest] == sorted(row.day for row in oldest)
    assert [row.severity for row in worst] == [
        each for level in (4, 3, 2, 1, 0) for each in [level] * 20
    ] + [None]
    assert worst[0].day > worst[1].day
    assert len(oldest) == len(worst) == 101


def test_a_blood_count_and_an_appointment_stand_in_the_words_of_all_pages():
    companion = a_companion(clock=Clock(evening(TODAY)))
    companion.diary.lab("nt-probnp", "125", "ng/L")
    companion.diary.lab("platelets", "95", "10^9/L")
    companion.diary.appointment("Blood test", evening(TODAY))

    rows = rows_of(companion)

    assert {(row.what, row.value, row.note) for row in rows} == {
        ("NT-proBNP", "125\u00a0ng/L", ""),
        ("Platelets", "95\u00a010⁹/L", ""),
        ("Appointment", "Blood test", "Tue\u00a01\u00a0Sep\u00a02026, 20:00"),
    }
