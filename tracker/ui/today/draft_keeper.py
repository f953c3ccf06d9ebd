"""Keeps what is half typed on Today, and puts it back on the day it was about."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from tracker.domain.measurements import number_and_unit, parse_number
from tracker.errors import NotUnderstoodError, TrackerError
from tracker.services.companion import Companion
from tracker.services.drafts import HalfTyped
from tracker.ui import text
from tracker.ui.draft_places import NOTE, PAGE_OF, TEMPERATURE, kind_of
from tracker.ui.keeping import KeptFields
from tracker.ui.today.temperature_form import TYPED
from tracker.ui.today.view import TodayView


class Days(Protocol):
    """What the page does about days."""

    @property
    def day(self) -> date:
        """The opened day."""

    def open_day(self, day: date) -> None:
        """Open a day up to today."""


class DraftKeeper(QObject):
    """Nothing is put back before the person says so.

    Args:
        companion: Whose diary keeps the drafts.
        view: The cards of the page.
        ask_again: Opens the dialog in which something was begun.
        days: The page.
        parent: The page again, as Qt knows it.

    Signals:
        begun_elsewhere: As that of `Page`.
        put_aside: Something was typed about the day that was left; carries what to say.
    """

    begun_elsewhere = Signal(str, object)
    put_aside = Signal(str)

    def __init__(
        self,
        companion: Companion,
        view: TodayView,
        ask_again: Callable[[HalfTyped], None],
        days: Days,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._companion, self._view, self._days = companion, view, days
        self._ask_again = ask_again
        self._offered = False
        self._make_room: Callable[[], None] = lambda: None
        self._kept = {
            place: KeptFields(companion.drafts, place, self._day, self)
            for place in (NOTE, TEMPERATURE)
        }
        view.note.keep_with(self._kept[NOTE])
        view.temperature.keep_with(self._kept[TEMPERATURE])
        view.begun.wanted.connect(self._put_back)
        view.temperature.stored.connect(self._settle_offered)

    def before_putting_back(self, action: Callable[[], None]) -> None:
        """Do this first, so that the fields are on the screen."""
        self._make_room = action

    def offer(self) -> None:
        """Offer once what was half typed when the diary was closed."""
        if not self._offered:
            self._offered = True
            self._view.begun.offer(self._companion.drafts)
        else:
            self._view.begun.forget_what_is_done()

    def leave_for(self, day: date) -> None:
        """Put aside what is typed about the open day before another one is opened."""
        before = self._days.day
        if day == before:
            return
        aside = [kept.put_aside() for kept in self._kept.values()]
        if any(aside):
            words = self.tr("What you had typed waits on {day}. It is not saved yet.")
            self.put_aside.emit(words.format(day=text.long_day(before)))

    def come_to_day(self) -> None:
        """Put what was put aside about the open day into its fields again."""
        for kept in self._kept.values():
            kept.take_up()

    def flush(self) -> None:
        """Keep now what waits to be kept."""
        for kept in self._kept.values():
            kept.flush()

    def _settle_offered(self, typed: str) -> None:
        """Offer a reading no longer that was typed anew and saved; call another one older.

        Another one may be a fever that nobody saved: it goes only when she says so.
        """
        drafts, begun = self._companion.drafts, self._view.begun
        for each in drafts.kept():
            if (each.place, each.day) != (TEMPERATURE, self._day()):
                continue
            if _same_number(each.values.get(TYPED, ""), typed):
                with suppress(TrackerError):  # it is offered once more then
                    drafts.drop(each.place, each.day, each.number)
            else:
                begun.mark_older(each)
        begun.forget_what_is_done()

    def _day(self) -> date:
        return self._days.day

    def _put_back(self, begun: tuple[HalfTyped, ...]) -> None:
        """Put back each on its day; dialogs come after fields, those of other pages last.

        The day of a field stays open, for what stands in it is to be saved; after a dialog the day
        comes back that was open: what is tapped next must not go to another one.
        """
        self._make_room()
        stays = self._days.day
        for typed in sorted(begun, key=self._turn):
            page_id = PAGE_OF.get(kind_of(typed.place))
            if page_id is not None:
                self.begun_elsewhere.emit(page_id, typed)
                continue
            self._days.open_day(typed.day)
            if typed.place in self._kept:
                self._kept[typed.place].restore(typed)
                stays = typed.day
                continue
            self._ask_again(typed)
            self._days.open_day(stays)

    def _turn(self, begun: HalfTyped) -> tuple[bool, bool]:
        return kind_of(begun.place) in PAGE_OF, begun.place not in self._kept


def _same_number(one: str, other: str) -> bool:
    try:
        numbers = [parse_number(number_and_unit(each)[0]) for each in (one, other)]
    except NotUnderstoodError:
        return one == other
    return numbers[0] == numbers[1]
