"""An encrypted diary and a plain one, each with an entry of every kind."""

import pytest

from tests.builders import NOW, a_person
from tests.storage.encrypted.helpers import (
    WORDS,
    entries_of_everything,
)
from tracker.services.ports import Write
from tracker.storage import envelope as wrapping
from tracker.storage.opening import create_diary, new_lock


@pytest.fixture(autouse=True)
def short_wait(monkeypatch):
    monkeypatch.setattr("tracker.storage.held_connections._SECONDS_TO_WAIT_FOR_A_WRITER", 0.05)


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """What wrapping a key costs is tested in `tests/cli/test_passphrases.py`; here it is cheap."""
    cheap = {"memory_kib": 64, "passes": 1, "lanes": 1}
    new = wrapping.Slot

    def slot(**values):
        return new(**{**cheap, **values})

    monkeypatch.setattr(wrapping, "Slot", slot)


@pytest.fixture
def path(tmp_path):
    folder = tmp_path / "data"
    folder.mkdir()
    return folder / "diary.sqlite"


@pytest.fixture
def recovery_key(path):
    """The encrypted diary at `path`, with an entry of each kind; its recovery key."""
    lock = new_lock(WORDS)
    write = Write(at=NOW, people=(a_person(),), entries=entries_of_everything())
    create_diary(path, write, lock).close()
    return lock.recovery_key


@pytest.fixture
def plain(path):
    write = Write(at=NOW, people=(a_person(),), entries=entries_of_everything())
    create_diary(path, write).close()
    return path
