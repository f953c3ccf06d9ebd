"""The process that sets pages is there before it is needed, and gone when nobody needs it."""

import pytest

from tests.report.handmade_report import HANDMADE
from tracker.errors import NotUnderstoodError
from tracker.report.apart import Printery
from tracker.report.printer import TypesetReport


def test_the_process_gets_ready_while_the_diary_is_read(begun):
    ready = []

    def read():
        ready.append([worker.is_running for worker in begun])
        return TypesetReport(HANDMADE)

    Printery().takes(read).pdf()

    assert ready == [[True]]
    assert [not worker.is_running for worker in begun] == [True]


def test_what_is_refused_or_never_set_leaves_no_process_behind(begun):
    def refused():
        raise NotUnderstoodError("There is nothing to print.")

    printery = Printery()
    with pytest.raises(NotUnderstoodError):
        printery.takes(refused)
    assert [not worker.is_running for worker in begun] == [True]

    for _ in range(3):
        printery.takes(lambda: TypesetReport(HANDMADE))
    assert [not worker.is_running for worker in begun] == [True, False]

    printery.close()
    assert [not worker.is_running for worker in begun] == [True, True]


def test_a_process_that_ended_before_it_was_asked_gives_way_to_another(begun):
    set_apart = Printery().takes(lambda: TypesetReport(HANDMADE))
    begun[0].end()
    begun[0]._process.wait()

    assert set_apart.pdf() == TypesetReport(HANDMADE).pdf()
    assert [not worker.is_running for worker in begun] == [True, True]
