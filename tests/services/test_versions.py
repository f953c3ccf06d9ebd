"""Two versions of one entry: both are shown until the person chooses, and each choice goes back."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.builders import NOW, PERSON_ID, a_companion, a_temperature
from tests.fakes import MemoryStorage
from tracker.errors import NotUnderstoodError
from tracker.services.ports import EntryQuery, Write

HERE = a_temperature("36.8")
CAME = replace(HERE, typed="38.6", temperature=a_temperature("38.6").temperature)


@pytest.fixture
def storage():
    return MemoryStorage()


@pytest.fixture
def companion(storage):
    companion = a_companion(storage=storage)
    storage.apply(Write(at=NOW, entries=((PERSON_ID, HERE),)))
    storage.apply(Write(at=NOW + timedelta(hours=1), by="Tom", arrived_versions=(CAME,)))
    return companion


def standing(storage):
    return storage.entries(PERSON_ID, EntryQuery(ids=(HERE.id,)))


def test_both_are_shown_and_the_one_here_counts(companion, storage):
    (found,) = companion.versions.undecided()

    assert found.here == HERE
    assert [each.after for each in found.arrived] == [CAME]
    assert standing(storage) == (HERE,)


def test_the_one_here_is_kept(companion, storage):
    changes = companion.versions.keep(HERE.id)

    assert changes.measurements
    assert companion.versions.undecided() == ()
    assert standing(storage) == (HERE,)


def test_the_one_that_came_takes_its_place(companion, storage):
    companion.versions.take(HERE.id, 0)

    assert companion.versions.undecided() == ()
    assert standing(storage) == (CAME,)


@pytest.mark.parametrize("choose", ["keep", "take"])
def test_a_choice_is_taken_back_and_made_again(companion, choose):
    choice = (HERE.id,) if choose == "keep" else (HERE.id, 0)
    getattr(companion.versions, choose)(*choice)

    companion.undo_last()

    assert [each.here for each in companion.versions.undecided()] == [HERE]
    getattr(companion.versions, choose)(*choice)
    assert companion.versions.undecided() == ()


def test_what_is_changed_meanwhile_is_no_choice(companion, storage):
    again = replace(HERE, typed="36,8")

    storage.apply(Write(at=NOW, changed_entries=(again,)))

    (found,) = companion.versions.undecided()
    assert found.here == again


def test_nothing_is_asked_about_an_entry_in_the_bin(companion):
    companion.diary.remove(HERE.id)

    assert companion.versions.undecided() == ()


def test_a_version_that_is_not_there_is_refused(companion, storage):
    with pytest.raises(NotUnderstoodError, match="nothing was changed"):
        companion.versions.take(HERE.id, 3)
    companion.versions.keep(HERE.id)
    with pytest.raises(NotUnderstoodError, match="nothing was changed"):
        companion.versions.keep(HERE.id)
    assert standing(storage) == (HERE,)
