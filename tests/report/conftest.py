"""The processes that set pages, watched."""

import pytest

from tracker.report.apart import Worker


@pytest.fixture
def begun(monkeypatch):
    """Collect the workers that were begun, whether asked for pages or not."""
    workers = []
    begin = Worker.__init__

    def watched(worker):
        workers.append(worker)
        begin(worker)

    monkeypatch.setattr(Worker, "__init__", watched)
    return workers
