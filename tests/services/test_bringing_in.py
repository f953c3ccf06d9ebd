"""A diary file is read, compared and stored in one way, whoever asks and however far it came."""

import pytest

from tests.builders import NOW, a_person, an_answer
from tests.fakes import MemoryStorage
from tests.whole_diaries import as_written
from tracker.clinical.library import library
from tracker.domain.diary import PersonDiary
from tracker.errors import NotUnderstoodError, StoppedError
from tracker.services.bringing_in import Import, bring_in

DIARY = PersonDiary(a_person(), (), (an_answer(), an_answer("pain")))


def read(progress):
    progress(1.0)
    return (as_written(DIARY),)


def into(storage, reader=read):
    return Import(read=reader, opened=lambda: storage, store=storage.apply)


def test_how_far_it_is_only_grows_and_ends_at_the_whole():
    storage, heard = MemoryStorage(), []

    bring_in(into(storage), library(), NOW, heard.append)

    assert heard == sorted(heard)
    assert heard[-1] == 1
    assert len(storage.people()) == 1


def test_what_adds_nothing_is_not_stored_and_still_comes_to_its_end():
    storage, heard = MemoryStorage(), []
    bring_in(into(storage), library(), NOW)
    revision = storage.revision()

    again = bring_in(into(storage), library(), NOW, heard.append)

    assert again.adds_nothing
    assert storage.revision() == revision
    assert heard[-1] == 1


def test_a_diary_that_is_not_there_is_made_with_all_that_came():
    made = MemoryStorage()

    bring_in(Import(read=read, opened=lambda: None, store=made.apply), library(), NOW)

    assert [person.id for person in made.people()] == [DIARY.person.id]


def test_a_file_that_is_no_diary_opens_none():
    def refused(_progress):
        raise NotUnderstoodError("This is no diary; nothing was imported; check the name.")

    def opened():
        raise AssertionError

    wanted = Import(read=refused, opened=opened, store=MemoryStorage().apply)
    with pytest.raises(NotUnderstoodError, match="no diary"):
        bring_in(wanted, library(), NOW)


@pytest.mark.parametrize("at", [0.1, 0.5])
def test_stopped_on_the_way_nothing_was_stored(at):
    storage = MemoryStorage()

    def stop(done):
        if done >= at:
            raise StoppedError("Stopped; nothing was added.")

    with pytest.raises(StoppedError):
        bring_in(into(storage), library(), NOW, stop)

    assert storage.people() == ()
