"""What services rely on, asked of the file and of the tests' memory alike."""

from dataclasses import replace
from datetime import UTC, date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest

from tests.builders import (
    NOW,
    PERSON_ID,
    SUMMER,
    a_course,
    a_person,
    a_temperature,
    an_answer,
    an_lvef,
)
from tests.every_kind import one_entry_of_every_kind
from tracker.domain.course import DoseTarget, Given, Moved, Omitted, Reason, Stopped
from tracker.domain.entries import QuestionEntry
from tracker.domain.measurements import TemperatureUnit, WeightUnit
from tracker.domain.people import (
    CareTeam,
    Contact,
    FeverCard,
    HeartProfile,
    LabelRegion,
    Radiotherapy,
    Surgery,
    Units,
)
from tracker.domain.regimen import Administration, Phase, Regimen, Track
from tracker.services.ports import EntryQuery, RecordedEvent, Write
from tracker.storage.opening import create_diary, open_diary


def wrote(storage, *entries):
    storage.apply(Write(at=NOW, entries=tuple((PERSON_ID, entry) for entry in entries)))


def everything(storage):
    return storage.entries(PERSON_ID, EntryQuery())


def test_every_kind_of_entry_comes_back_as_it_was(storage):
    entries = one_entry_of_every_kind()

    wrote(storage, *entries)

    assert everything(storage) == tuple(entries)


def test_a_profile_comes_back_as_it_was_and_a_new_version_takes_its_place(storage):
    card = FeverCard(Decimal("38.0"), Decimal("36.0"), TemperatureUnit.CELSIUS)
    whole = a_person(
        born_on=date(1975, 6, 15),
        care=CareTeam(
            "GB",
            Units(TemperatureUnit.FAHRENHEIT, WeightUnit.POUND),
            card,
            "999",
            (Contact("Ward", "+44 20"), Contact("Nurse", "+44 21")),
        ),
        heart=HeartProfile(LabelRegion.EU, Decimal("52.5"), ("smoking",)),
        surgeries=(Surgery(date(2026, 4, 1), "first", definitive=False), Surgery(date(2026, 4, 8))),
        radiotherapy=Radiotherapy(date(2026, 9, 1)),
        is_sample=True,
    )

    storage.apply(Write(at=NOW, people=(whole,)))
    storage.apply(Write(at=NOW, people=(replace(whole, name="Ana B"),)))

    assert storage.people() == (replace(whole, name="Ana B"),)


def test_risk_factors_not_asked_differ_from_none_found(storage):
    asked = a_person(id=uuid4(), heart=HeartProfile(risk_factors=()))

    storage.apply(Write(at=NOW, people=(asked,)))

    assert [each.heart.risk_factors for each in storage.people()] == [None, ()]


def test_entries_stand_by_moment_and_then_in_the_order_written(storage):
    first, second = an_answer("nausea", 1), an_answer("nausea", 3)
    earlier = an_answer("pain", 1, at=NOW - timedelta(hours=1))

    wrote(storage, first, second, earlier)

    assert everything(storage) == (earlier, first, second)


def test_moments_in_different_offsets_are_ordered_by_time(storage):
    later = an_answer("nausea", 1, at=NOW.astimezone(UTC) + timedelta(minutes=1))
    here = an_answer("pain", 1, at=NOW.astimezone(SUMMER))

    wrote(storage, later, here)

    assert everything(storage) == (here, later)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (EntryQuery(since=date(2026, 5, 12)), {"today", "tonight", "scan"}),
        (EntryQuery(until=date(2026, 5, 11)), {"yesterday"}),
        (EntryQuery(kinds=("lvef", "weight")), {"scan"}),
        (EntryQuery(written_until=NOW), {"yesterday", "today", "scan"}),
        (EntryQuery(written_after=NOW), {"tonight"}),
        (EntryQuery(newest=1), {"tonight"}),
        (EntryQuery(ids=()), set()),
    ],
)
def test_a_query_gives_what_it_asks_for(storage, query, expected):
    named = {
        "yesterday": an_answer(at=NOW - timedelta(days=1)),
        "scan": an_lvef(at=NOW - timedelta(hours=2)),
        "today": an_answer("pain"),
        "tonight": a_temperature(at=NOW + timedelta(minutes=1)),
    }
    wrote(storage, *named.values())

    found = storage.entries(PERSON_ID, query)

    assert {name for name, entry in named.items() if entry in found} == expected
    assert len(found) == len(expected)


def test_another_persons_entries_are_not_mixed_in(storage):
    other = a_person(id=uuid4(), name="Bea")
    storage.apply(Write(at=NOW, people=(other,), entries=((other.id, an_answer()),)))

    assert everything(storage) == ()
    assert storage.symptom_days(PERSON_ID, written_until=NOW) == {}


def test_a_removed_entry_is_gone_but_known_and_can_be_put_back(storage):
    entry = an_answer()
    wrote(storage, entry)

    storage.apply(Write(at=NOW, removed_entries=(entry.id,)))
    gone = everything(storage)
    storage.apply(Write(at=NOW, restored_entries=(entry.id,)))

    assert gone == ()
    assert everything(storage) == (entry,)
    assert storage.known_ids([str(entry.id), str(uuid4())]) == {str(entry.id)}


def test_an_answered_question_keeps_its_place(storage):
    stamp = {"id": uuid4(), "day": NOW.date(), "at": NOW, "zone": "UTC", "by": "self"}
    question = QuestionEntry(**stamp, text="Why?")
    wrote(storage, question)

    answered = replace(question, answer="Because.")
    storage.apply(Write(at=NOW, changed_entries=(answered,)))

    assert everything(storage) == (answered,)


def test_courses_and_events_come_back_in_the_order_recorded(storage):
    own = Regimen(
        id="custom",
        name="Mine",
        phases=(Phase("A", 4, 21, (Administration("docetaxel", Track.CHEMO, (1, 8)),)),),
    )
    first = a_course("custom", custom=own, resumes_on=date(2026, 9, 1))
    second = a_course("h-year", starts_on=date(2025, 1, 1))
    events = [
        Given(DoseTarget(), 1, date(2026, 5, 4), Decimal("59.5")),
        Moved(DoseTarget(track=Track.HER2), 2, date(2026, 6, 1), Reason.HOLIDAY, "Sea"),
        Omitted(DoseTarget(drug="docetaxel"), 3, Reason.INFECTION),
        Stopped(DoseTarget(), date(2026, 8, 1), Reason.OWN_CHOICE),
    ]
    recorded = tuple(
        RecordedEvent(id=uuid4(), course_id=first.id, event=event, recorded_at=NOW, by="Tom")
        for event in events
    )

    storage.apply(Write(at=NOW, courses=(first, second), events=recorded))

    assert storage.courses(PERSON_ID) == (first, second)
    assert storage.events(PERSON_ID) == recorded


def test_a_course_taken_back_takes_its_events_along(storage):
    course = a_course()
    given = Given(DoseTarget(), 1, date(2026, 5, 4))
    event = RecordedEvent(id=uuid4(), course_id=course.id, event=given, recorded_at=NOW, by="self")
    storage.apply(Write(at=NOW, courses=(course,), events=(event,)))

    storage.apply(Write(at=NOW, removed_courses=(course.id,)))
    gone = storage.courses(PERSON_ID), storage.events(PERSON_ID)
    storage.apply(Write(at=NOW, restored_courses=(course.id,)))
    storage.apply(Write(at=NOW, removed_events=(event.id,)))

    assert gone == ((), ())
    assert (storage.courses(PERSON_ID), storage.events(PERSON_ID)) == ((course,), ())


def test_the_revision_grows_with_every_action(storage):
    before = storage.revision()

    wrote(storage, an_answer())

    assert storage.revision() > before


def test_everything_is_there_after_closing_and_opening(tmp_path):
    entries = one_entry_of_every_kind()
    path = tmp_path / "diary.sqlite"
    create_diary(path, Write(at=NOW, people=(a_person(),))).close()
    opened = open_diary(path, moment=NOW)
    wrote(opened, *entries)
    opened.close()

    again = open_diary(path, moment=NOW)

    assert everything(again) == tuple(entries)
    again.close()
