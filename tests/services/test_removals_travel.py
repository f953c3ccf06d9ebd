"""What a person removed is not silently back, whichever copy of her diary is merged into which."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.builders import NOW, PERSON_ID, a_course, a_person, an_answer
from tests.fakes import MemoryStorage
from tests.whole_diaries import as_written
from tracker.clinical.library import library
from tracker.domain.diary import Removal
from tracker.errors import NotUnderstoodError
from tracker.exchange.diary_json import write_diaries
from tracker.services.arrival_words import two_sided
from tracker.services.exchanging import arrival, everything
from tracker.services.ports import EntryQuery, Write
from tracker.storage.opening import memory_diary

HOUR = timedelta(hours=1)
KEPT, REMOVED = an_answer("nausea", 2), an_answer("pain", 3)


@pytest.fixture(params=["by SQLite", "in the tests' memory"])
def new_copy(request):
    made = []

    def make(*entries):
        first = Write(at=NOW, people=(a_person(),), entries=tuple((PERSON_ID, e) for e in entries))
        storage = MemoryStorage()
        if request.param == "by SQLite":
            storage = memory_diary(first)
        else:
            storage.apply(first)
        made.append(storage)
        return storage

    yield make
    for each in made:
        each.close()


def exported(storage):
    return everything(storage, library())


def bring(storage, diaries, at=NOW + 5 * HOUR):
    arriving = arrival(storage, library(), map(as_written, diaries), at)
    storage.apply(arriving.write)
    return arriving


def standing(storage):
    return {each.id for each in storage.entries(PERSON_ID, EntryQuery())}


def remove(storage, at=NOW + HOUR):
    storage.apply(Write(at=at, by="self", removed_entries=(REMOVED.id,)))


def test_an_old_copy_brings_nothing_back_that_was_removed_here_and_says_so(new_copy):
    here = new_copy(KEPT, REMOVED)
    old = exported(here)
    remove(here)

    arriving = bring(here, old)

    assert standing(here) == {KEPT.id}
    assert arriving.stay_removed == 1
    assert "not added again: 1 entry." in two_sided(arriving)[-1]


def test_on_a_new_computer_an_older_copy_does_not_bring_back_what_was_removed_before(new_copy):
    before = new_copy(KEPT, REMOVED)
    old = exported(before)
    remove(before)
    before.delete_for_good([REMOVED.id], NOW + 2 * HOUR)
    moved = new_copy()
    bring(moved, exported(before))

    arriving = bring(moved, old)

    assert standing(moved) == {KEPT.id}
    assert (arriving.write.entries, arriving.stay_removed) == ((), 1)
    assert exported(moved)[0].removed == exported(before)[0].removed


def test_a_removal_in_the_other_copy_puts_the_entry_into_the_bin_with_a_word(new_copy):
    here, other = new_copy(KEPT, REMOVED), new_copy(KEPT, REMOVED)
    remove(other)

    arriving = bring(here, exported(other))

    assert standing(here) == {KEPT.id}
    assert [each.entry.id for each in here.binned(PERSON_ID)] == [REMOVED.id]
    (said,) = two_sided(arriving)
    assert said.startswith("Removed in the other copy, so in the bin here for 30 days: 1 entry;")
    assert bring(here, exported(other)).adds_nothing


def test_what_was_put_back_here_since_stays_and_that_is_said_each_time(new_copy):
    here, other = new_copy(KEPT, REMOVED), new_copy(KEPT, REMOVED)
    remove(other)
    bring(here, exported(other))
    here.apply(Write(at=NOW + 6 * HOUR, restored_entries=(REMOVED.id,)))

    arriving = bring(here, exported(other), NOW + 7 * HOUR)

    assert standing(here) == {KEPT.id, REMOVED.id}
    assert (arriving.adds_nothing, arriving.kept) == (True, 1)
    assert "changed or put back here since, so kept: 1 entry" in two_sided(arriving)[0]


def test_what_was_changed_here_after_the_removal_there_stays(new_copy):
    here, other = new_copy(KEPT, REMOVED), new_copy(KEPT, REMOVED)
    remove(other)
    changed = replace(REMOVED, note="Worse at night")
    here.apply(Write(at=NOW + 2 * HOUR, by="Tom", changed_entries=(changed,)))

    arriving = bring(here, exported(other))

    assert standing(here) == {KEPT.id, REMOVED.id}
    assert arriving.kept == 1


def test_a_diary_in_which_nothing_was_removed_is_written_as_ever(new_copy):
    here = new_copy(KEPT, REMOVED)
    plain = write_diaries(exported(here))
    remove(here)

    after = write_diaries(exported(here))

    assert "removed_entries" not in plain
    (removed,) = json.loads(after)["people"][0]["removed_entries"]
    assert removed == {"id": str(REMOVED.id), "at": (NOW + HOUR).isoformat()}
    assert "pain" not in after


def test_an_id_of_somebody_else_is_refused(new_copy):
    here = new_copy(KEPT, REMOVED)
    stranger = replace(exported(here)[0], person=a_person(id=REMOVED.id, name="Bea"), entries=())

    with pytest.raises(NotUnderstoodError, match="is Ana Sample's here"):
        bring(here, [replace(stranger, removed=(Removal(KEPT.id, NOW),))])


def test_a_plan_that_was_taken_out_here_stays_out_and_that_is_said(new_copy):
    here, course = new_copy(KEPT), a_course()
    here.apply(Write(at=NOW, courses=(course,)))
    old = exported(here)
    here.apply(Write(at=NOW + HOUR, removed_courses=(course.id,)))

    arriving = bring(here, old)

    assert here.courses(PERSON_ID) == ()
    assert arriving.adds_nothing
    assert "was taken out of the plan here and stays out" in two_sided(arriving)[0]
