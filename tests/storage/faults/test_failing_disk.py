"""Every write, flush, cut and rename fails once, or for good: nothing acknowledged is lost.

`CHEMO_TRACKER_FAULTS=all` fails each of them; without it, a few of each action.
"""

import _sqlite3
import errno
import gc
import os
from itertools import product

import pytest
from sqlcipher3 import _sqlite3 as _encrypting

from tests.storage.faults import actions
from tests.storage.faults.actions import OTHER_WORDS, WORDS
from tests.storage.faults.failing_disk import Disk
from tests.storage.faults.test_kills import (
    FIRST,
    LATER,
    a_diary,
    a_diary_and_an_older_copy,
    a_locked_diary,
    an_old_diary,
    ids_by_any_of,
    ids_in,
)
from tracker.errors import TrackerError
from tracker.storage import envelope as wrapping

POINTS = 2
FAULTS = tuple(product((errno.ENOSPC, errno.EIO), (True, False)))
PREPARED = {
    "save": a_diary,
    "save-encrypted": a_locked_diary,
    "take_in": a_diary,
    "backup": a_diary,
    "restore": a_diary_and_an_older_copy,
    "upgrade": an_old_diary,
    "lock": a_diary,
    "unlock": a_locked_diary,
    "rekey": a_locked_diary,
}


@pytest.fixture(autouse=True)
def cheap_wrapping(monkeypatch):
    monkeypatch.setattr(wrapping, "Slot", wrapping.Slot)
    actions.make_wrapping_cheap()


@pytest.fixture
def said(monkeypatch):
    lines = []
    monkeypatch.setattr(actions, "say", lines.append)
    return lines


def carry_out(name, path, disk):
    """Do an action on a disk; return what it refused with, None where it came to its end."""
    action = actions.ACTIONS[name.partition("-")[0]]
    words = WORDS if name in ("save-encrypted", "unlock", "rekey") else None
    try:
        with disk.under(_sqlite3, _encrypting):
            action(path, words)
    except TrackerError as refused:
        return refused
    finally:
        gc.collect()
    return None


def places(calls):
    if os.environ.get("CHEMO_TRACKER_FAULTS") == "all":
        return range(1, calls + 1)
    return sorted({1, calls, *(calls * part // POINTS for part in range(1, POINTS))} - {0})


@pytest.mark.parametrize("name", PREPARED)
def test_a_disk_that_fails_at_any_point_of_an_action_loses_nothing_acknowledged(
    tmp_path, said, name, record_testsuite_property
):
    first = tmp_path / "sound"
    first.mkdir()
    sound = Disk()
    assert carry_out(name, PREPARED[name](first), sound) is None
    assert sound.calls > 0
    injected = 0

    for number, (error, stays) in enumerate(FAULTS):
        for place in places(sound.calls):
            folder = tmp_path / f"{number}-{place}"
            folder.mkdir()
            path = PREPARED[name](folder)
            said.clear()
            disk = Disk(error=error, fails_at=place, stays_broken=stays)

            refused = carry_out(name, path, disk)

            acknowledged = {line for line in said if line != "begin"}
            assert disk.failed > 0
            assert refused is None or str(refused).count("\n") == 0
            HOLDS[name](path, acknowledged, refused)
            injected += 1
    record_testsuite_property(f"faults survived by {name}", injected)


def saved(words):
    def check(path, acknowledged, refused):
        found = ids_in(path, words)
        assert {*acknowledged, str(FIRST.id)} <= found
        assert refused is not None or len(acknowledged) == len(LATER)

    return check


def taken_in(path, _acknowledged, refused):
    here = len(ids_in(path))
    assert here in ((1, 1 + len(LATER)) if refused is not None else (1 + len(LATER),))


def backed_up(path, _acknowledged, refused):
    copy = path.with_name("copy.sqlite")
    assert ids_in(path) == {str(FIRST.id)}
    assert copy.exists() or refused is not None
    assert not copy.exists() or ids_in(copy) == {str(FIRST.id)}
    assert not [each for each in path.parent.iterdir() if "unfinished" in each.name]


def restored(path, _acknowledged, refused):
    before, after = {str(FIRST.id), str(LATER[0].id)}, {str(FIRST.id)}
    now = ids_in(path)
    assert now == after if refused is None else now in (before, after)


def upgraded(path, _acknowledged, _refused):
    assert len(ids_in(path)) > 1


def still_opens(path, _acknowledged, _refused):
    assert ids_by_any_of(path, None, WORDS, OTHER_WORDS) == {str(FIRST.id)}


HOLDS = {
    "save": saved(None),
    "save-encrypted": saved(WORDS),
    "take_in": taken_in,
    "backup": backed_up,
    "restore": restored,
    "upgrade": upgraded,
    "lock": still_opens,
    "unlock": still_opens,
    "rekey": still_opens,
}
