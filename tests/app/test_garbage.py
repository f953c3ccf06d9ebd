"""What lies in rings is thrown away by the window's own thread, and still thrown away."""

import gc
from threading import Thread, get_ident

import pytest
from PySide6.QtCore import QObject, QTimer

from tracker.app.ahead import Ahead
from tracker.app.garbage import collect_in_this_thread, collect_what_is_due

pytestmark = pytest.mark.usefixtures("collected_as_before")
ENOUGH = 20_000


class Ring:
    """Something that nothing but itself holds."""

    def __init__(self, thrown_away_by: list[int]) -> None:
        self.itself = self
        self._thrown_away_by = thrown_away_by

    def __del__(self) -> None:
        self._thrown_away_by.append(get_ident())


@pytest.fixture
def collected_as_before():
    was_on = gc.isenabled()
    gc.enable()
    yield
    gc.unfreeze()
    if not was_on:
        gc.disable()


def test_a_thread_beside_the_window_throws_nothing_away(qapp):
    program, by = QObject(qapp), []
    collect_in_this_thread(program)
    Ring(by)

    kept: list[list[int]] = []
    thread = Thread(target=lambda: kept.extend([] for _ in range(ENOUGH)))
    thread.start()
    thread.join()
    before = list(by)
    collect_what_is_due()

    assert (before, by) == ([], [get_ident()])


def test_the_window_collects_once_and_again_and_again(qapp):
    program = QObject(qapp)

    collect_in_this_thread(program)
    collect_in_this_thread(program)

    (timer,) = program.findChildren(QTimer)
    assert timer.isActive()
    assert not timer.isSingleShot()


def test_a_window_that_was_closed_is_thrown_away_though_a_diary_was_opened_again(qapp):
    program, by = QObject(qapp), []
    collect_in_this_thread(program)
    Ahead(lambda: None).load()
    Ring(by)

    collect_in_this_thread(program)
    Ahead(lambda: None).load()
    gc.collect()

    assert by == [get_ident()]


def test_nothing_is_looked_at_while_nothing_is_due(monkeypatch):
    looked = []
    monkeypatch.setattr(gc, "collect", looked.append)
    monkeypatch.setattr(gc, "get_count", lambda: (10, 0, 0))

    collect_what_is_due()
    monkeypatch.setattr(gc, "get_count", lambda: (900, 11, 0))
    collect_what_is_due()

    assert looked == [1]
