"""Offers what was half typed when the window closed, the power went, or the diary locked."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tracker.errors import TrackerError
from tracker.services.drafts import Drafts, HalfTyped
from tracker.ui import draft_places as places
from tracker.ui import text
from tracker.ui.keeping import values_in_words
from tracker.ui.widgets.message_box import MessageBox

_LONGEST = 160


class BegunBox(MessageBox):
    """Says what was begun; nothing is put anywhere before the person says so.

    Signals:
        changed: It offers something else now, or nothing.
        wanted: The person wants it back; carries the `HalfTyped` ones.
    """

    changed = Signal()
    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("info", "", icon="note", parent=parent)
        self._begun: tuple[HalfTyped, ...] = ()
        self._older: set[tuple[str, date, int]] = set()
        self._drafts: Drafts | None = None
        self.add_action(self.tr("Put it back"), "undo", primary=True).clicked.connect(self._back)
        self.add_action(self.tr("Throw it away"), "trash").clicked.connect(self._away)
        self.hide()

    def offer(self, drafts: Drafts) -> None:
        """Offer what is kept; hidden while there is nothing."""
        self._drafts = drafts
        self._show(drafts.kept())

    def forget_what_is_done(self) -> None:
        """Offer no longer what was saved or thrown away elsewhere meanwhile."""
        if self._drafts is not None and not self.isHidden():
            kept = {_name(each): each for each in self._drafts.kept()}
            self._show(tuple(kept[_name(each)] for each in self._begun if _name(each) in kept))

    def _show(self, begun: tuple[HalfTyped, ...]) -> None:
        self._begun = begun
        if begun:
            lines = [self._line(each) for each in begun]
            title = self.tr("You had begun to write this. It is not saved yet.")
            self.show_text(title, "\n".join(lines))
        self.setVisible(bool(begun))
        self.changed.emit()

    def mark_older(self, begun: HalfTyped) -> None:
        """Say of it that something else was saved about its day since."""
        self._older.add(_name(begun))

    def _line(self, begun: HalfTyped) -> str:
        kind = places.kind_of(begun.place)
        words = " ".join(self._words(kind, begun).split())
        shown = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"
        line = self.tr("{what}, {day}: “{words}”") if shown else self.tr("{what}, {day}")
        if _name(begun) in self._older:
            line = self.tr("{line} (older than what you saved since)").format(line=line)
        return line.format(
            what=self._names().get(kind, kind), day=text.short_day(begun.day), words=shown
        )

    def _names(self) -> Mapping[str, str]:
        return {
            places.NOTE: self.tr("Note"),
            places.TEMPERATURE: self.tr("Temperature"),
            places.WEIGHT: self.tr("Weight"),
            places.PRESSURE: self.tr("Blood pressure"),
            places.MEDICINE: self.tr("Medicine"),
            places.CONTACT: self.tr("Told my team"),
            places.SAID: self.tr("What my team said"),
            places.ANSWER: self.tr("Answer to a question"),
            places.OWN_SYMPTOM: self.tr("Side effect of your own"),
            places.BOOKED: self.tr("Booked heart scan"),
            places.SCAN: self.tr("Heart scan"),
            places.COUNT: self.tr("Blood count"),
            places.LETTER: self.tr("What a letter says"),
            places.PAGE: self.tr("Page from paper"),
            places.CONCERN: self.tr("What worries you most"),
            **self._names_on_plan(),
        }

    def _names_on_plan(self) -> Mapping[str, str]:
        return {
            places.APPOINTMENT: self.tr("Appointment"),
            places.MOVED: self.tr("Moved treatment"),
            places.GIVEN: self.tr("How treatment was given"),
            places.STOPPED: self.tr("Stopped treatment"),
            places.AROUND_SURGERY: self.tr("Days around surgery"),
            places.OPERATION: self.tr("Operation"),
            places.VERSION: self.tr("Other cycles or days"),
            places.REPLACEMENT: self.tr("Another treatment instead"),
            places.ADDITION: self.tr("Added treatment"),
            places.RADIOTHERAPY: self.tr("Radiotherapy"),
        }

    def _words(self, kind: str, begun: HalfTyped) -> str:
        if kind != places.PAGE:
            return values_in_words(begun.values)
        from tracker.services.typed_page import TypedPage  # noqa: PLC0415 - few pages are begun

        typed = [TypedPage.from_text(text).count for text in begun.values.values()]
        return self.tr("{n} answers typed").format(n=sum(typed))

    def _back(self) -> None:
        self.hide()
        self.changed.emit()
        self.wanted.emit(self._begun)

    def _away(self) -> None:
        self.hide()
        for each in self._begun:
            self._forget(each)
        self.changed.emit()

    def _forget(self, begun: HalfTyped) -> None:
        if self._drafts is None:
            return
        try:
            self._drafts.drop(*_name(begun))
        except TrackerError:
            self.show()


def _name(begun: HalfTyped) -> tuple[str, date, int]:
    return begun.place, begun.day, begun.number
