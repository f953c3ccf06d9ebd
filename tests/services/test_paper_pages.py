"""A diary page on paper: what it asks about, and how a filled one gets into the diary."""

from datetime import date, datetime, timedelta

import pytest

from tests.builders import SUMMER, Clock, a_companion
from tests.fakes import MemoryStorage
from tracker.domain.course import DoseTarget, Reason
from tracker.domain.entries import SymptomEntry, TemperatureEntry
from tracker.errors import NotSavedError, NotUnderstoodError
from tracker.services.companion import Companion
from tracker.services.page_entry import PageReading
from tracker.services.paper_diary import paper_cycle, paper_cycles, paper_days, paper_symptoms

START, SECOND = date(2026, 5, 4), date(2026, 5, 25)
EVENING = datetime(2026, 5, 30, 20, tzinfo=SUMMER)


@pytest.fixture
def storage() -> MemoryStorage:
    return MemoryStorage()


@pytest.fixture
def companion(storage) -> Companion:
    return a_companion(storage=storage, clock=Clock(EVENING))


def test_pages_exist_for_the_cycles_up_to_the_next_one_latest_first(companion):
    starts = [span.starts_on for span in paper_cycles(companion)]

    assert starts == [date(2026, 6, 15), SECOND, START]


def test_without_a_plan_there_is_no_page():
    assert paper_cycles(a_companion(regimen=None)) == ()


def test_a_day_on_which_no_cycle_begins_is_refused(companion):
    with pytest.raises(NotUnderstoodError, match="No cycle begins on 2026-05-05"):
        paper_cycle(companion, date(2026, 5, 5))


@pytest.mark.parametrize(("second_on", "days"), [("2026-05-25", 21), ("2026-05-30", 28)])
def test_a_page_has_whole_weeks_and_room_for_a_late_cycle(companion, second_on, days):
    if second_on != "2026-05-25":
        companion.plan.move(DoseTarget(), 2, date.fromisoformat(second_on), Reason.LOW_COUNTS)

    shown = paper_days(paper_cycle(companion, START))

    assert shown == tuple(START + timedelta(number) for number in range(days))


def test_a_page_asks_what_the_check_in_asks_first_and_what_was_felt_of_late(companion):
    span = paper_cycle(companion, SECOND)
    first = [row.symptom.id for row in companion.diary.checkin(SECOND) if row.first]
    for day in (1, 2):
        companion.diary.answer("own:sore jaw", 2, day=SECOND + timedelta(day))
    companion.diary.answer("rash", 1, day=SECOND)
    companion.diary.answer("cough", 0, day=SECOND)

    asked = paper_symptoms(companion, span)

    assert set(asked) == {*first, "own:sore jaw", "rash"}
    assert asked[-1] == "own:sore jaw"
    assert len(asked) == 8


def test_a_filled_page_is_stored_at_once_each_answer_about_its_own_day(companion, storage):
    before = storage.revision()

    saved = companion.diary.fill_page(
        {("nausea", START): 3, ("nausea", START + timedelta(1)): 0, ("worry", START): None},
        temperatures={START: PageReading(" 37,4 ", after_medicine=True)},
        by="Tom",
    )

    assert storage.revision() == before + 1
    assert saved.changes.symptoms
    assert saved.changes.measurements
    answers = companion.diary.day(START).answers
    assert (answers["nausea"].severity, answers["worry"].severity) == (3, None)
    assert {each.by for each in saved.entries} == {"Tom"}
    assert all(each.at == EVENING for each in saved.entries)
    (reading,) = (each for each in saved.entries if isinstance(each, TemperatureEntry))
    assert (str(reading.temperature.value), reading.typed) == ("37.4", "37,4")
    assert reading.flags == ("after-fever-medicine",)


def test_one_undo_takes_a_whole_page_back(companion):
    companion.diary.answer("nausea", 1, day=START)
    companion.diary.fill_page({("nausea", START): 3, ("fatigue", START): 2})

    companion.diary.undo_last()

    answers = companion.diary.day(START).answers
    assert {each: answers[each].severity for each in answers} == {"nausea": 1}


@pytest.mark.parametrize(
    ("answers", "temperatures", "named"),
    [
        ({("nausea", START): 1, ("nonsense", START): 2}, {}, "nonsense"),
        ({("nausea", START): 1, ("fatigue", date(2026, 6, 1)): 2}, {}, "2026-06-01"),
        ({("nausea", START): 7}, {}, "does not fit"),
        ({("nausea", START): 1}, {START: PageReading("374")}, "2026-05-04"),
    ],
)
def test_one_wrong_cell_and_nothing_of_the_page_is_stored(companion, answers, temperatures, named):
    with pytest.raises(NotUnderstoodError, match=named):
        companion.diary.fill_page(answers, temperatures=temperatures)

    assert companion.diary.entries() == ()


def test_a_full_disk_stores_nothing_of_the_page(companion, storage):
    storage.refuses = True

    with pytest.raises(NotSavedError):
        companion.diary.fill_page({("nausea", START): 1})

    assert not [each for each in companion.diary.entries() if isinstance(each, SymptomEntry)]


def test_an_empty_page_changes_nothing(companion, storage):
    before = storage.revision()

    assert companion.diary.fill_page({}).entries == ()
    assert storage.revision() == before
