"""Offers what was half typed when the window closed, the power went, or the diary locked."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tracker.errors import TrackerError
from tracker.services.drafts import Drafts, HalfTyped
from tracker.ui import text
from tracker.ui.keeping import COUNT, OF, SCAN, values_in_words
from tracker.ui.widgets.message_box import MessageBox

NOTE, TEMPERATURE = "note", "temperature"
WEIGHT, PRESSURE, MEDICINE = "weight", "pressure", "medicine"
CONTACT, SAID, ANSWER = "contact", "said", "answer"
PAGE = "page"
_LONGEST = 160


class BegunBox(MessageBox):
    """Says what was begun; nothing is put anywhere before the person says so.

    Signals:
        wanted: The person wants it back; carries the `HalfTyped` ones.
    """

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("info", "", icon="note", parent=parent)
        self._begun: tuple[HalfTyped, ...] = ()
        self._drafts: Drafts | None = None
        self.add_action(self.tr("Put it back"), "undo", primary=True).clicked.connect(self._back)
        self.add_action(self.tr("Throw it away"), "trash").clicked.connect(self._away)
        self.hide()

    def offer(self, drafts: Drafts) -> None:
        """Offer what is kept; hidden while there is nothing."""
        self._drafts = drafts
        self._begun = drafts.kept()
        if self._begun:
            lines = [self._line(each) for each in self._begun]
            title = self.tr("You had begun to write this. It is not saved yet.")
            self.show_text(title, "\n".join(lines))
        self.setVisible(bool(self._begun))

    def _line(self, begun: HalfTyped) -> str:
        kind = begun.place.partition(OF)[0]
        words = " ".join(self._words(kind, begun).split())
        shown = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"
        return self.tr("{what}, {day}: “{words}”").format(
            what=self._names().get(kind, kind),
            day=text.short_day(begun.day),
            words=shown,
        )

    def _names(self) -> Mapping[str, str]:
        return {
            NOTE: self.tr("Note"),
            TEMPERATURE: self.tr("Temperature"),
            WEIGHT: self.tr("Weight"),
            PRESSURE: self.tr("Blood pressure"),
            MEDICINE: self.tr("Medicine"),
            CONTACT: self.tr("Told my team"),
            SAID: self.tr("What my team said"),
            ANSWER: self.tr("Answer to a question"),
            SCAN: self.tr("Heart scan"),
            COUNT: self.tr("Blood count"),
            PAGE: self.tr("Page from paper"),
        }

    def _words(self, kind: str, begun: HalfTyped) -> str:
        if kind != PAGE:
            return values_in_words(begun.values)
        from tracker.services.typed_page import TypedPage  # noqa: PLC0415 - few pages are begun

        typed = [TypedPage.from_text(text).count for text in begun.values.values()]
        return self.tr("{n} answers typed").format(n=sum(typed))

    def _back(self) -> None:
        self.hide()
        self.wanted.emit(self._begun)

    def _away(self) -> None:
        self.hide()
        for each in self._begun:
            self._forget(each.place)

    def _forget(self, place: str) -> None:
        if self._drafts is None:
            return
        try:
            self._drafts.drop(place)
        except TrackerError:
            self.show()
