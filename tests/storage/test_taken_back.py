"""What a diary remembers of what was taken back, so that exports can say so."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from tests.builders import NOW, PERSON_ID, a_course, a_person
from tests.every_kind import one_entry_of_every_kind
from tests.fakes import MemoryStorage
from tracker.domain.course import DoseTarget, Moved, Reason
from tracker.domain.entries import AppointmentEntry
from tracker.services.ports import (
    PutBack,
    RecordedEvent,
    RemovedEntry,
    TakenBack,
    UndoneEvent,
    Write,
)
from tracker.storage.opening import memory_diary


@pytest.fixture(params=["by SQLite", "in the tests' memory"])
def storage(request):
    first = Write(at=NOW, people=(a_person(),))
    if request.param == "by SQLite":
        opened = memory_diary(first)
    else:
        opened = MemoryStorage()
        opened.apply(first)
    yield opened
    opened.close()


def test_what_was_taken_back_is_remembered_with_its_moment(storage):
    kept, undone_course = a_course(), a_course("ac-th")
    move = Moved(DoseTarget(), 2, date(2026, 6, 1), Reason.HOLIDAY)
    of_kept, of_undone = (
        RecordedEvent(id=uuid4(), course_id=each.id, event=move, recorded_at=NOW, by="Ana")
        for each in (kept, undone_course)
    )
    storage.apply(Write(at=NOW, courses=(kept, undone_course), events=(of_kept, of_undone)))
    appointment = next(
        each for each in one_entry_of_every_kind() if isinstance(each, AppointmentEntry)
    )
    storage.apply(Write(at=NOW, entries=((PERSON_ID, appointment),)))
    assert storage.taken_back(PERSON_ID) == TakenBack()

    later = NOW + timedelta(hours=1)
    storage.apply(Write(at=later, removed_events=(of_kept.id,)))
    storage.apply(
        Write(
            at=later + timedelta(hours=1),
            removed_courses=(undone_course.id,),
            removed_entries=(appointment.id,),
        )
    )

    taken_back = storage.taken_back(PERSON_ID)
    assert taken_back.courses == (undone_course,)
    assert taken_back.events == (
        UndoneEvent(recorded=of_kept, undone_at=later),
        UndoneEvent(recorded=of_undone, undone_at=later + timedelta(hours=1)),
    )
    assert taken_back.entries == (
        RemovedEntry(entry=appointment, removed_at=later + timedelta(hours=1)),
    )


def test_what_came_back_is_remembered_with_the_time_it_was_away(storage):
    course = a_course()
    move = Moved(DoseTarget(), 2, date(2026, 6, 1), Reason.HOLIDAY)
    event = RecordedEvent(id=uuid4(), course_id=course.id, event=move, recorded_at=NOW, by="Ana")
    storage.apply(Write(at=NOW, courses=(course,), events=(event,)))
    moments = [NOW + timedelta(hours=each) for each in range(1, 7)]

    for number, which in enumerate((course.id, course.id, event.id)):
        at, back = moments[2 * number : 2 * number + 2]
        of_course = which == course.id
        kind = "courses" if of_course else "events"
        storage.apply(Write(at=at, **{f"removed_{kind}": (which,)}))
        storage.apply(Write(at=back, **{f"restored_{kind}": (which,)}))

    assert storage.taken_back(PERSON_ID) == TakenBack(
        put_back=tuple(
            PutBack(id=which, removed_at=at, restored_at=back)
            for which, at, back in zip(
                (course.id, course.id, event.id), moments[::2], moments[1::2], strict=True
            )
        )
    )
