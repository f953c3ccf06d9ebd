"""One open diary of each kind: whatever a service relies on is asked of all three."""

import pytest

from tests.builders import NOW, a_person
from tests.fakes import MemoryStorage
from tracker.services.ports import Write
from tracker.storage.opening import create_diary, memory_diary


@pytest.fixture(params=["in a file", "in memory by SQLite", "in the tests' memory"])
def storage(request, tmp_path):
    first = Write(at=NOW, people=(a_person(),))
    if request.param == "in a file":
        opened = create_diary(tmp_path / "diary.sqlite", first)
    elif request.param == "in memory by SQLite":
        opened = memory_diary(first)
    else:
        opened = MemoryStorage()
        opened.apply(first)
    yield opened
    opened.close()
