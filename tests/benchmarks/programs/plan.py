"""Milliseconds that the plan takes, in the real window on the sample diary.

Arguments: moment of the start (not used), what to measure, the diary file. `recompute` is a course
of two years with 30 events, `first` the first look at the page, imports included, until its
timeline is painted, `whole` until all that lies below is there as well, `month` a month that is
turned; median of several, but for the first look.
"""

import sys
import time
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from uuid import UUID

from PySide6.QtWidgets import QApplication

from tests.benchmarks.opened import milliseconds_until_painted
from tests.benchmarks.programs.painted import Painted
from tracker.app import build_window, load_program
from tracker.clinical.library import library
from tracker.domain.course import Course, CourseEvent, DoseTarget, Given, Moved, Omitted, Reason
from tracker.domain.regimen import Administration, Phase, Regimen, Setting, Track
from tracker.domain.schedule import compute_plan
from tracker.services.companion import Companion
from tracker.services.sample import SAMPLE_NOW
from tracker.storage.opening import open_diary

_ROUNDS = 15
_EVENTS = 30
_START = date(2026, 1, 5)


def _drugs(track: Track, *names: str) -> tuple[Administration, ...]:
    return tuple(Administration(name, track, (1,)) for name in names)


def _longest_course() -> Course:
    weekly = (*_drugs(Track.CHEMO, "paclitaxel"), *_drugs(Track.HER2, "trastuzumab"))
    phases = (
        Phase("AC", 4, 14, _drugs(Track.CHEMO, "doxorubicin", "cyclophosphamide")),
        Phase("TH", 12, 7, weekly),
        Phase("HP", 28, 21, _drugs(Track.HER2, "trastuzumab", "pertuzumab")),
    )
    regimen = Regimen(id="custom", name="Two years", phases=phases)
    events = tuple(_event(number) for number in range(_EVENTS))
    nobody = UUID(int=4)
    return Course(
        id=nobody,
        regimen=regimen,
        setting=Setting.ADJUVANT,
        starts_on=_START,
        events=events,
    )


def _event(number: int) -> CourseEvent:
    on = _START + timedelta(days=7 * number)
    if number % 3 == 0:
        return Moved(DoseTarget(track=Track.HER2), 3 + number % 20, on, Reason.HOLIDAY)
    if number % 3 == 1:
        return Given(DoseTarget(), 1 + number // 2, on)
    return Omitted(DoseTarget(drug="paclitaxel"), 1 + number % 12, Reason.OTHER)


def _recompute() -> float:
    course, drugs = _longest_course(), library().drugs
    return median(
        milliseconds_until_painted(lambda: compute_plan(course, drugs)) for _ in range(_ROUNDS)
    )


def _on_page(what: str, diary: str) -> float:
    load_program()  # as the program does before its window: the imports are its own again
    application = QApplication([])
    storage = open_diary(Path(diary), moment=SAMPLE_NOW)
    companion = Companion(storage, library(), lambda: SAMPLE_NOW, storage.people()[0].id)
    window = build_window(companion)
    window.show_page("today")
    window.resize(1280, 800)
    window.show()
    application.processEvents()
    painted = Painted()
    begun = time.perf_counter()
    page = window.page("plan")
    page.view.timeline_card.chart.installEventFilter(painted)
    window.show_page("plan")
    QApplication.sendPostedEvents()
    first = (time.perf_counter() - begun) * 1000
    assert painted.times, "the timeline is not painted yet"
    application.processEvents()
    if what in {"first", "whole"}:
        return first if what == "first" else (time.perf_counter() - begun) * 1000
    calendar = window.page("plan").cards.calendar_card.calendar
    return median(milliseconds_until_painted(lambda: calendar.turn(1)) for _ in range(_ROUNDS))


if __name__ == "__main__":
    _, _, _what, _diary = sys.argv
    print(_recompute() if _what == "recompute" else _on_page(_what, _diary))
