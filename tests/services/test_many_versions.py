"""A large import with other versions of many entries: choosing does not keep the person waiting."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from tests.builders import NOW, PERSON_ID, Clock, a_temperature
from tests.fakes import MemoryStorage
from tracker.clinical.library import library
from tracker.services.desk import Desk
from tracker.services.entry_history import EntryAction, EntryChange
from tracker.services.ports import Write
from tracker.services.versions import Versions


class CountedLine:
    """A line of a history that counts how often somebody asks whose it is."""

    asked = 0

    def __init__(self, line: EntryChange) -> None:
        self._line = line

    @property
    def entry_id(self) -> UUID:
        CountedLine.asked += 1
        return self._line.entry_id

    @property
    def action(self) -> EntryAction:
        return self._line.action


class WatchedStorage(MemoryStorage):
    """Keeps about how many entries it was asked at once."""

    def entries(self, person_id, query):
        if query.ids is not None:
            self.asked.append(len(query.ids))
        return super().entries(person_id, query)

    def history(self, ids):
        self.asked.append(len(ids))
        return tuple(CountedLine(line) for line in super().history(ids))


MANY = 1_201


@pytest.fixture
def many():
    storage = WatchedStorage()
    storage.asked = []
    entries = [
        a_temperature("36.8", at=NOW + timedelta(minutes=number % 7)) for number in range(MANY)
    ]
    others = tuple(replace(each, by="Tom") for each in entries)
    storage.apply(Write(at=NOW, entries=tuple((PERSON_ID, each) for each in entries)))
    storage.apply(Write(at=NOW, arrived_versions=others))
    return storage


def test_a_large_import_is_looked_through_in_slices_and_each_line_once(many):
    versions = Versions(Desk(many, library(), Clock(), PERSON_ID, "self"))
    CountedLine.asked = 0

    found = versions.undecided()

    assert len(found) == MANY
    moments = [each.here.at for each in found]
    assert moments == sorted(moments)
    assert max(many.asked) <= 500
    assert CountedLine.asked == MANY


def test_a_choice_asks_about_its_own_entry_only(many):
    versions = Versions(Desk(many, library(), Clock(), PERSON_ID, "self"))

    versions.keep(many.arrived_ids(PERSON_ID)[0])

    assert set(many.asked) == {1}
