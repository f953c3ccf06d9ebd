"""Two versions of one entry: both are shown until the person chooses, and each choice goes back."""

from dataclasses import dataclass, replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import NOW, PERSON_ID, Clock, a_companion, a_temperature
from tests.fakes import MemoryStorage
from tracker.clinical.library import library
from tracker.domain.entries import TemperatureEntry
from tracker.errors import NotUnderstoodError
from tracker.services.desk import Desk
from tracker.services.ports import EntryQuery, Write
from tracker.services.recording import Recorder
from tracker.services.versions import Versions

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


class TwoDiaries:
    """One entry here, and what a person and other copies of her diary do to it, in any order."""

    def __init__(self) -> None:
        self.storage = MemoryStorage()
        self.storage.apply(Write(at=NOW, entries=((PERSON_ID, HERE),)))
        self.desk = Desk(self.storage, library(), Clock(), PERSON_ID, "self")
        self.versions, self.recorder = Versions(self.desk), Recorder(self.desk)
        self.said = 0

    def one_more(self) -> TemperatureEntry:
        """Return a version that nobody has said yet."""
        self.said += 1
        return replace(HERE, by=f"Tom, the {self.said}. time")

    def arrive(self) -> TemperatureEntry:
        version = self.one_more()
        self.storage.apply(Write(at=NOW, arrived_versions=(version,)))
        return version

    def edit(self) -> TemperatureEntry:
        version = self.one_more()
        self.recorder.change(version)
        return version

    def here(self) -> TemperatureEntry:
        (entry,) = standing(self.storage)
        return entry

    def waiting(self) -> list[TemperatureEntry]:
        return [line.after for each in self.versions.undecided() for line in each.arrived]


@pytest.fixture
def two():
    return TwoDiaries()


@pytest.mark.parametrize("choose", ["keep", "take"])
def test_a_later_correction_taken_back_leaves_the_choice_made(two, choose):
    came = two.arrive()
    two.versions.keep(HERE.id) if choose == "keep" else two.versions.take(HERE.id, 0)
    chosen = two.here()
    two.edit()

    two.desk.undo_last()

    assert two.here() == chosen
    assert two.waiting() == []
    two.desk.undo_last()
    assert two.here() == HERE
    assert two.waiting() == [came]


def test_a_correction_before_the_choice_is_taken_back_after_it(two):
    two.edit()
    came = two.arrive()
    two.versions.keep(HERE.id)

    two.desk.undo_last()
    assert two.waiting() == [came]
    two.desk.undo_last()

    assert two.here() == HERE
    assert two.waiting() == [came]


def test_what_came_since_a_choice_waits_behind_what_waits_again(two):
    first = two.arrive()
    two.versions.take(HERE.id, 0)
    second = two.arrive()

    two.desk.undo_last()

    assert two.waiting() == [first, second]


def test_the_version_here_is_kept_against_each_import_anew(two):
    for _ in range(3):
        two.arrive()
        two.versions.keep(HERE.id)

        assert two.waiting() == []


@dataclass
class Expected:
    """The same as plain snapshots: what stood and waited before each action of the person."""

    here: TemperatureEntry
    waiting: tuple[TemperatureEntry, ...] = ()
    before: tuple[tuple[TemperatureEntry, tuple[TemperatureEntry, ...]], ...] = ()

    def arrive(self, version: TemperatureEntry) -> None:
        self.waiting = (*self.waiting, version)
        self.before = tuple((here, (*waiting, version)) for here, waiting in self.before)

    def act(self, here: TemperatureEntry, waiting: tuple[TemperatureEntry, ...]) -> None:
        self.before = (*self.before, (self.here, self.waiting))
        self.here, self.waiting = here, waiting

    @property
    def undoing_would_look_like_keeping(self) -> bool:
        """Of "kept, another one came, taken back", the last line is that of keeping it again."""
        return bool(self.waiting) and self.before[-1][0] == self.here

    def undo(self) -> None:
        *before, (self.here, self.waiting) = self.before
        self.before = tuple(before)


ACTIONS = st.lists(st.sampled_from(["arrive", "edit", "keep", "take", "undo"]), max_size=25)


@given(ACTIONS)
def test_in_any_order_what_waits_is_what_was_not_chosen_about(actions):
    two, expected = TwoDiaries(), Expected(HERE)
    for action in actions:
        if action == "arrive":
            expected.arrive(two.arrive())
        elif action == "edit":
            expected.act(two.edit(), expected.waiting)
        elif action == "keep" and expected.waiting:
            two.versions.keep(HERE.id)
            expected.act(expected.here, ())
        elif action == "take" and expected.waiting:
            two.versions.take(HERE.id, len(expected.waiting) - 1)
            expected.act(expected.waiting[-1], ())
        elif action == "undo" and expected.before and not expected.undoing_would_look_like_keeping:
            two.desk.undo_last()
            expected.undo()
        assert (two.here(), tuple(two.waiting())) == (expected.here, expected.waiting)
