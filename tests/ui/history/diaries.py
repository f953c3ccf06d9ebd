"""Diaries for the tests of History: TCHP from 4 May, so cycles begin on 4 and 25 May, 15 June …"""

from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from tests.builders import PERSON_ID, SUMMER, Clock, a_companion, an_answer
from tests.fakes import MemoryStorage
from tracker.exchange.csv_shown import ShownTableCsv
from tracker.report.blank_diary import blank_diary
from tracker.services.companion import Companion
from tracker.services.ports import Write
from tracker.services.printing import PreparedReport
from tracker.ui.history.page import HistoryPage, HistoryTools
from tracker.ui.notifier import Notifier

CYCLE_1, CYCLE_2, CYCLE_3 = date(2026, 5, 4), date(2026, 5, 25), date(2026, 6, 15)
LENGTH = 21

Answer = tuple[str, date, int | None]


def evening(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 20, tzinfo=SUMMER)


def a_diary(
    *answers: Answer, today: date = date(2026, 5, 30), regimen: str = "tchp", by: str = "self"
) -> Companion:
    """A person on TCHP from 4 May who answered so, each on its day."""
    storage = MemoryStorage()
    companion = a_companion(storage=storage, clock=Clock(evening(today)), regimen=regimen)
    write(storage, *answers, by=by)
    return companion


def write(storage: MemoryStorage, *answers: Answer, by: str = "self") -> None:
    entries = tuple(
        (PERSON_ID, an_answer(symptom, severity, day=day, at=evening(day), by=by))
        for symptom, day, severity in answers
    )
    storage.apply(Write(at=evening(CYCLE_1), entries=entries))


def lived(symptom: str, first: date, severities: dict[int, int | None]) -> list[Answer]:
    """Severities by cycle day of the cycle that begins on `first`."""
    return [(symptom, first + timedelta(day - 1), each) for day, each in severities.items()]


class Printer:
    """Notes what it was given instead of printing it."""

    def __init__(self) -> None:
        self.printed: list[PreparedReport] = []

    def __call__(self, _: QWidget, pages: PreparedReport) -> bool:
        self.printed.append(pages)
        return True


def a_page(
    companion: Companion,
    save_to: Path | None = None,
    *,
    notifier: Notifier | None = None,
    printer: Printer | None = None,
) -> HistoryPage:
    tools = HistoryTools(
        ShownTableCsv(), partial(blank_diary, companion), lambda _: save_to, printer or Printer()
    )
    return HistoryPage(companion, notifier or Notifier(), tools)
