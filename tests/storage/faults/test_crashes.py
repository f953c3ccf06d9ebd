"""Whatever a person does, and wherever the program dies: what was acknowledged is there.

The files are photographed at one of the calls that change them, which is what a kill -9 leaves.
`CHEMO_TRACKER_CRASHES=2000` tries so many sequences instead of a few.
"""

import _sqlite3
import os
import shutil
import tempfile
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.builders import NOW, PERSON_ID, Clock, a_course, a_person
from tests.storage.faults.failing_disk import Disk
from tracker.clinical.library import library
from tracker.domain.course import DoseTarget, Reason
from tracker.errors import NotUnderstoodError
from tracker.services.companion import Companion
from tracker.services.ports import EntryQuery, Write
from tracker.storage.backup import copy_verified
from tracker.storage.opening import create_diary, open_diary

EXAMPLES = int(os.environ.get("CHEMO_TRACKER_CRASHES", "12"))


@dataclass
class Photograph(Disk):
    """Copies the folder at the `fails_at`-th call instead of failing."""

    folder: Path = Path()
    into: Path = Path()

    def fails(self) -> bool:
        self.calls += 1
        if self.calls == self.fails_at:
            shutil.copytree(self.folder, self.into)
        return False


class Life:
    """A person who does one thing after another."""

    def __init__(self, storage, path):
        self.companion = Companion(storage, library(), Clock(NOW), PERSON_ID)
        self.storage, self.path, self.number = storage, path, 0

    def do(self, action):
        self.number += 1
        getattr(self, action)()

    def answers(self):
        self.companion.diary.answer("nausea", self.number % 5)

    def writes(self):
        self.companion.diary.note(f"note {self.number} " * 40)

    def asks(self):
        self.companion.diary.question(f"question {self.number}")

    def hears_an_answer(self):
        for question in self._standing("question")[-1:]:
            self.companion.diary.answer_question(question.id, f"answer {self.number}")

    def removes(self):
        for entry in self._standing()[:1]:
            self.companion.diary.remove(entry.id)

    def puts_back(self):
        for binned in self.companion.past.binned()[:1]:
            self.companion.past.put_back([binned.entry.id])

    def deletes_for_good(self):
        for binned in self.companion.past.binned()[:1]:
            self.companion.past.delete_for_good([binned.entry.id])

    def undoes(self):
        self.companion.undo_last()

    def renames(self):
        self.companion.profile.rename(f"Ana {self.number}")

    def leaves_a_dose_out(self):
        aim = DoseTarget(drug="docetaxel")
        self.companion.plan.omit(aim, self.number % 6 + 1, Reason.INFECTION)

    def begins_to_type(self):
        self.companion.drafts.keep("note", {"text": f"half {self.number}"}, NOW.date())

    def makes_a_copy(self):
        copy_verified(self.path, self.path.with_name(f"copy{self.number}.sqlite"))

    def _standing(self, *kinds):
        return self.storage.entries(PERSON_ID, EntryQuery(kinds=kinds or None))


def state(storage):
    """Everything that an acknowledged action may have changed."""
    entries = storage.entries(PERSON_ID, EntryQuery())
    binned = storage.binned(PERSON_ID)
    ids = [*(each.id for each in entries), *(each.entry.id for each in binned)]
    drafts = tuple((draft.place, draft.text) for draft in storage.drafts(PERSON_ID))
    return (
        entries,
        binned,
        storage.history(ids),
        storage.people(),
        storage.events(PERSON_ID),
        drafts,
    )


ACTIONS = sorted(name for name in vars(Life) if not name.startswith("_") and name != "do")


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.lists(st.sampled_from(ACTIONS), min_size=1, max_size=12), st.floats(0, 1))
def test_any_sequence_of_actions_and_a_crash_anywhere(actions, moment):
    with tempfile.TemporaryDirectory() as folder:
        calls = live(Path(folder) / "counted", actions, Photograph())[1]
        assume(calls > 0)
        disk = Photograph(fails_at=1 + round(moment * (calls - 1)), into=Path(folder) / "after")

        acknowledged, _ = live(Path(folder) / "lived", actions, disk)

        crashed = disk.into / "diary.sqlite"
        with closing(open_diary(crashed, moment=NOW)) as storage:
            assert storage.is_sound()
            assert state(storage) in acknowledged
        for copy in disk.into.glob("copy*.sqlite"):
            with closing(open_diary(copy, moment=NOW)) as storage:
                assert storage.is_sound()


def live(folder, actions, disk):
    """Return the states that a crash may leave: as acknowledged, or with the action under way."""
    folder.mkdir()
    path = folder / "diary.sqlite"
    create_diary(path, Write(at=NOW, people=(a_person(),), courses=(a_course(),))).close()
    disk.folder = folder
    allowed = []
    with disk.under(_sqlite3), closing(open_diary(path, moment=NOW)) as storage:
        life, before = Life(storage, path), state(storage)
        if disk.fails_at <= disk.calls:
            allowed = [before]
        for action in actions:
            begun = disk.calls
            with suppress(NotUnderstoodError):
                life.do(action)
            after = state(storage)
            if begun < disk.fails_at <= disk.calls:
                allowed = [before, after]
            before = after
    return allowed or [before], disk.calls
