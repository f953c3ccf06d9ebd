"""The history of entries and the bin, asked of the file and of the tests' memory alike."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

from tests.builders import NOW, PERSON_ID, a_course, a_person, a_temperature, an_answer
from tests.every_kind import one_entry_of_every_kind
from tracker.domain.entries import AppointmentEntry, LvefEntry
from tracker.domain.people import Surgery
from tracker.services.entry_history import Binned, EntryAction, EntryChange
from tracker.services.plan_history import PlanChange, PlanChangeKind, PlanFacts
from tracker.services.ports import DeletedAppointment, DeletedScan, EntryQuery, Write

LATER = NOW + timedelta(hours=1)


def test_a_deleted_appointment_leaves_its_day_and_no_word(storage):
    entry = next(e for e in one_entry_of_every_kind() if isinstance(e, AppointmentEntry))
    wrote(storage, entry)
    changed = replace(entry, starts_at=entry.starts_at + timedelta(days=2))
    storage.apply(Write(at=LATER, by="Tom", changed_entries=(changed,)))
    storage.apply(Write(at=LATER, by="Tom", removed_entries=(entry.id,)))

    storage.delete_for_good([entry.id], LATER)

    left = DeletedAppointment(id=entry.id, day=changed.starts_at.date(), changes=2)
    assert storage.taken_back(PERSON_ID).deleted == (left,)
    assert storage.taken_back(PERSON_ID).entries == ()


def test_a_deleted_scan_leaves_its_days_and_no_value(storage):
    entry = next(e for e in one_entry_of_every_kind() if isinstance(e, LvefEntry))
    wrote(storage, entry)
    changed = replace(entry, day=entry.day - timedelta(days=2))
    moments = [LATER + timedelta(minutes=each) for each in range(5)]
    storage.apply(Write(at=moments[0], by="Tom", changed_entries=(changed,)))
    storage.apply(Write(at=moments[1], by="Tom", removed_entries=(entry.id,)))
    storage.apply(Write(at=moments[2], by="Tom", restored_entries=(entry.id,)))
    storage.apply(Write(at=moments[3], by="Tom", removed_entries=(entry.id,)))

    storage.delete_for_good([entry.id], moments[4])

    stood = (entry.at, entry.day), (moments[0], changed.day), (moments[1], None)
    stood += (moments[2], changed.day), (moments[3], None), (moments[4], None)
    left = DeletedScan(id=entry.id, stood=stood)
    assert storage.taken_back(PERSON_ID).deleted_scans == (left,)
    assert str(entry.percent) not in repr(left)


def test_the_latest_entry_can_be_deleted_for_good_again_and_again(storage):
    found = one_entry_of_every_kind()
    for each in found:
        wrote(storage, each)
        storage.apply(Write(at=LATER, removed_entries=(each.id,)))

        storage.delete_for_good([each.id], LATER)

    assert storage.binned(PERSON_ID) == ()
    assert storage.known_ids([str(each.id) for each in found]) == {str(each.id) for each in found}
    left = storage.taken_back(PERSON_ID)
    assert len(left.deleted) == sum(isinstance(each, AppointmentEntry) for each in found)
    assert len(left.deleted_scans) == sum(isinstance(each, LvefEntry) for each in found)


def test_other_entries_leave_no_day_behind(storage):
    entry = an_answer()
    wrote(storage, entry)
    storage.apply(Write(at=LATER, removed_entries=(entry.id,)))

    storage.delete_for_good([entry.id], LATER)

    assert storage.taken_back(PERSON_ID).deleted == ()


def test_a_change_of_the_plan_is_kept_taken_back_and_put_again(storage):
    course = a_course("tchp")
    storage.apply(Write(at=NOW, courses=(course,)))
    surgeries = (Surgery(NOW.date(), "Left"),)
    change = PlanChange(
        id=uuid4(),
        person_id=PERSON_ID,
        kind=PlanChangeKind.AROUND_SURGERY,
        before=PlanFacts(course=course),
        after=PlanFacts(course=replace(course, resumes_on=NOW.date()), surgeries=surgeries),
        recorded_at=NOW,
        by="Tom",
        after_course=course.id,
        after_event=uuid4(),
    )

    storage.apply(Write(at=NOW, plan_changes=(change,)))
    kept = storage.plan_changes(PERSON_ID)
    storage.apply(Write(at=LATER, removed_plan_changes=(change.id,)))
    undone = storage.plan_changes(PERSON_ID)
    storage.apply(Write(at=LATER, restored_plan_changes=(change.id,)))

    assert kept == (change,)
    assert undone == (replace(change, undone_at=LATER),)
    assert storage.plan_changes(PERSON_ID) == (change,)
    assert storage.plan_changes(uuid4()) == ()


def wrote(storage, *entries):
    storage.apply(Write(at=NOW, entries=tuple((PERSON_ID, entry) for entry in entries)))


def test_an_entry_that_nobody_touched_has_no_lines(storage):
    entry = an_answer()

    wrote(storage, entry)

    assert storage.history([entry.id]) == ()


def test_a_changed_entry_tells_who_when_before_and_after(storage):
    for entry in one_entry_of_every_kind():
        wrote(storage, entry)
        changed = replace(entry, day=entry.day - timedelta(days=1), by="Tom")

        storage.apply(Write(at=LATER, by="Tom", changed_entries=(changed,)))

        assert storage.entries(PERSON_ID, EntryQuery(ids=(entry.id,))) == (changed,)
        assert storage.history([entry.id]) == (
            EntryChange(
                entry_id=entry.id,
                action=EntryAction.CHANGED,
                at=LATER,
                by="Tom",
                before=entry,
                after=changed,
            ),
        )


def test_removing_and_putting_back_are_lines_as_well(storage):
    entry = a_temperature("38.2")
    wrote(storage, entry)

    storage.apply(Write(at=LATER, by="Tom", removed_entries=(entry.id,)))
    storage.apply(Write(at=LATER, by="self", restored_entries=(entry.id,)))

    lines = storage.history([entry.id])
    assert [(line.action, line.by, line.before, line.after) for line in lines] == [
        (EntryAction.REMOVED, "Tom", entry, None),
        (EntryAction.RESTORED, "self", None, entry),
    ]


def test_another_version_that_arrives_is_kept_beside_the_one_that_stands(storage):
    entry = an_answer("nausea", 2)
    wrote(storage, entry)
    other = replace(entry, severity=3, note="from the other computer")

    storage.apply(Write(at=LATER, by="import", arrived_versions=(other,)))

    line = storage.history([entry.id])[0]
    assert storage.entries(PERSON_ID, EntryQuery()) == (entry,)
    assert (line.action, line.before, line.after) == (EntryAction.ARRIVED, entry, other)


def test_the_bin_holds_what_was_removed_the_last_first(storage):
    first, second, stays = an_answer("nausea", 1), a_temperature(), an_answer("pain", 1)
    wrote(storage, first, second, stays)

    storage.apply(Write(at=NOW, by="self", removed_entries=(first.id,)))
    storage.apply(Write(at=LATER, by="Tom", removed_entries=(second.id,)))

    assert storage.binned(PERSON_ID) == (
        Binned(entry=second, removed_at=LATER, by="Tom"),
        Binned(entry=first, removed_at=NOW, by="self"),
    )


def test_another_persons_bin_is_her_own(storage):
    other = a_person(id=uuid4(), name="Bea")
    entry = an_answer()
    storage.apply(Write(at=NOW, people=(other,), entries=((other.id, entry),)))
    storage.apply(Write(at=NOW, removed_entries=(entry.id,)))

    assert storage.binned(PERSON_ID) == ()
    assert [each.entry for each in storage.binned(other.id)] == [entry]


def test_what_is_deleted_for_good_is_gone_with_its_history_and_never_taken_in_again(storage):
    gone, stays = an_answer("nausea", 1), an_answer("pain", 1)
    wrote(storage, gone, stays)
    storage.apply(Write(at=LATER, removed_entries=(gone.id,)))
    revision = storage.revision()

    storage.delete_for_good([gone.id, stays.id], LATER)

    assert storage.binned(PERSON_ID) == ()
    assert storage.history([gone.id]) == ()
    assert storage.entries(PERSON_ID, EntryQuery()) == (stays,)
    assert storage.known_ids([str(gone.id), str(stays.id)]) == {str(gone.id), str(stays.id)}
    assert storage.revision() > revision


def test_a_diary_knows_of_which_entries_another_version_came(storage):
    one, other, gone = a_temperature("38.2"), a_temperature("37.0"), an_answer()
    wrote(storage, one, other, gone)
    storage.apply(Write(at=LATER, arrived_versions=(replace(one, by="Tom"), gone)))

    storage.apply(Write(at=LATER, removed_entries=(gone.id,)))

    assert storage.arrived_ids(PERSON_ID) == (one.id,)
    assert storage.arrived_ids(uuid4()) == ()
