"""What services ask about answers and days, asked of the file and of the tests' memory alike."""

from datetime import date, timedelta

from tests.builders import (
    NOW,
    PERSON_ID,
    an_answer,
    an_lvef,
)
from tracker.services.ports import Write


def wrote(storage, *entries):
    storage.apply(Write(at=NOW, entries=tuple((PERSON_ID, entry) for entry in entries)))


def test_the_standing_answer_of_a_day_is_the_one_written_last(storage):
    wrote(
        storage,
        an_answer("nausea", 3),
        an_answer("nausea", 1, at=NOW + timedelta(minutes=5)),
        an_answer("pain", None),
        an_answer("cough", 0, day=date(2026, 5, 11)),
    )

    days = storage.symptom_days(PERSON_ID, written_until=NOW + timedelta(hours=1))

    assert days == {
        "nausea": {date(2026, 5, 12): 1},
        "pain": {date(2026, 5, 12): None},
        "cough": {date(2026, 5, 11): 0},
    }


def test_who_wrote_the_standing_answers_is_who_wrote_last(storage):
    wrote(
        storage,
        an_answer("nausea", 3),
        an_answer("nausea", 4, at=NOW + timedelta(minutes=5), by="Tom"),
        an_answer("nausea", 2, day=date(2026, 5, 11), by="Tom"),
        an_answer("nausea", 2, day=date(2026, 5, 9)),
        an_answer("pain", 2),
        an_answer("cough", 2),
    )

    found = storage.answer_writers(
        PERSON_ID,
        symptoms=("nausea", "pain"),
        since=date(2026, 5, 10),
        written_until=NOW + timedelta(hours=1),
    )

    assert found == {
        ("nausea", date(2026, 5, 11)): "Tom",
        ("nausea", date(2026, 5, 12)): "Tom",
        ("pain", date(2026, 5, 12)): "self",
    }


def test_standing_answers_can_be_read_from_a_day_on(storage):
    days = {
        date(2026, 5, day): an_answer("nausea", 1, day=date(2026, 5, day)) for day in (9, 10, 11)
    }
    later = an_answer("nausea", 3, day=date(2026, 5, 10), at=NOW + timedelta(minutes=5))
    wrote(storage, *days.values(), later)

    found = storage.symptom_days(
        PERSON_ID, written_until=NOW + timedelta(hours=1), since=date(2026, 5, 10)
    )

    assert found == {"nausea": {date(2026, 5, 10): 3, date(2026, 5, 11): 1}}


def test_the_latest_answers_are_those_up_to_a_moment_about_the_symptoms_asked_for(storage):
    old = an_answer("nausea", 1, at=NOW - timedelta(days=30))
    recent = an_answer("nausea", 3)
    skipped = an_answer("nausea", None, at=NOW - timedelta(days=20))
    wrote(storage, old, skipped, recent, an_answer("pain", 2, at=NOW - timedelta(days=30)))

    found = storage.latest_answers(
        PERSON_ID, written_until=NOW - timedelta(days=9), symptoms=("nausea", "cough")
    )

    assert found == (old,)


def test_days_with_any_entry_are_told(storage):
    wrote(storage, an_answer(day=date(2026, 5, 1)), an_lvef(day=date(2026, 5, 3)))

    days = storage.days_with_entries(
        PERSON_ID, since=date(2026, 5, 2), until=date(2026, 5, 31), written_until=NOW
    )

    assert days == {date(2026, 5, 3)}


def test_days_on_which_two_people_answered_about_the_same_are_told(storage):
    first, second, third = (date(2026, 5, day) for day in (1, 2, 3))
    wrote(
        storage,
        an_answer(day=first),
        an_answer(day=first, by="Tom"),
        an_answer(day=second),
        an_answer(day=second, by="Tom", symptom="cough"),
        an_answer(day=third),
        an_answer(severity=None, day=third, by="Tom"),
    )

    assert storage.days_of_two_writers(PERSON_ID, written_until=NOW) == {first}
    assert not storage.days_of_two_writers(PERSON_ID, written_until=NOW - timedelta(days=99))
