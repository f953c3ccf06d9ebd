"""History: words first, then the heat map, the trend, the table, and who said what."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from tracker.errors import TrackerError
from tracker.services.companion import Companion
from tracker.services.printing import TableWriter
from tracker.ui.history.entries_view import EntriesView
from tracker.ui.history.layouts import side_by_side
from tracker.ui.history.pattern_view import PatternView
from tracker.ui.history.said_view import SaidView
from tracker.ui.history.sentences import compared_words, in_short
from tracker.ui.history.short_card import ShortCard
from tracker.ui.history.shown_table import ShownTable
from tracker.ui.history.state import Reading, read
from tracker.ui.history.trend_view import TrendView
from tracker.ui.page import Page, PageAction
from tracker.ui.report.saving import save_file
from tracker.ui.widgets.buttons import SecondaryButton
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.choices import SegmentedControl
from tracker.ui.widgets.empty_state import EmptyState
from tracker.ui.widgets.labels import Heading
from tracker.ui.widgets.message_box import MessageBox

PATTERN, TREND, TABLE, SAID = "pattern", "trend", "table", "said"

AskFile = Callable[[str], Path | None]


@dataclass(frozen=True, slots=True)
class HistoryTools:
    """What the page works with: who makes tables, how a file is asked for."""

    writer: TableWriter
    ask_file: AskFile


class HistoryPage(Page):
    """Shows the answers of all cycles.

    Signals:
        day_opened: The person wants to see a day; carries the date.
    """

    day_opened = Signal(object)

    def __init__(
        self, companion: Companion, tools: HistoryTools, parent: QWidget | None = None
    ) -> None:
        super().__init__("History", parent)
        self._companion, self._tools = companion, tools
        self._reading: Reading | None = None
        self._stale: set[str] = set()
        self._build()

    def refresh(self, changes: object | None = None) -> None:
        del changes
        self._reading = reading = read(self._companion)
        self._empty.setVisible(reading is None)
        self._main.setVisible(reading is not None)
        self._choose.setVisible(reading is not None)
        self._stale = {PATTERN, TREND, TABLE, SAID}
        if reading is None:
            self._short.show_sentences((), "")
            return
        self._short.show_sentences(in_short(reading), compared_words(reading))
        self._show_view()

    def show_place(self, place: str) -> None:
        if place in self._views:
            self._choose.choose(place)
            self._show_view()

    def perform(self, action: PageAction) -> bool:
        if action is not PageAction.SAVE or self._reading is None:
            return False
        self._save()
        return True

    def _build(self) -> None:
        self.column.addWidget(Heading(self.tr("What your answers show"), 1))
        self._empty = EmptyState(
            "history",
            self.tr("Your pattern will show here"),
            self.tr("Write down how you are on a few days of your first cycle."),
            self.tr("Log how you are today"),
        )
        self._empty.acted.connect(self._go_to_today)
        self._error = MessageBox("error", self.tr("Not saved"))
        self._error.hide()
        self._short = ShortCard()
        self._short.numbers_asked.connect(self._show_numbers)
        self._build_views()
        self._main = self._build_main()
        self.column.addWidget(side_by_side(self._choose))
        for part in (self._empty, self._error, self._short, self._main):
            self.column.addWidget(part)
        self.column.addStretch(1)

    def _build_views(self) -> None:
        self._choose = SegmentedControl(
            self.tr("View"),
            [
                (PATTERN, self.tr("Pattern")),
                (TREND, self.tr("Trend")),
                (TABLE, self.tr("Table")),
                (SAID, self.tr("Who said what")),
            ],
        )
        self._choose.choose(PATTERN)
        self._choose.chosen.connect(self._show_view)

    def _build_main(self) -> Card:
        card = Card()
        self._pattern = PatternView()
        self._pattern.day_opened.connect(self.day_opened)
        self._trend = TrendView()
        self._entries = EntriesView(self._companion)
        self._said = SaidView(self._companion)
        self._views: dict[str, QWidget] = {
            PATTERN: self._pattern,
            TREND: self._trend,
            TABLE: self._entries,
            SAID: self._said,
        }
        for key, view in self._views.items():
            if key != PATTERN:
                view.hide()
            card.column.addWidget(view)
        save = SecondaryButton(self.tr("Save what is shown as a table"), "save")
        save.clicked.connect(self._save)
        card.column.addWidget(save, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _show_view(self) -> None:
        chosen = self._choose.choice or PATTERN
        for key, view in self._views.items():
            view.setVisible(key == chosen)
        self._short.show_beside(shown=chosen in (PATTERN, TREND))
        if self._reading is None or chosen not in self._stale:
            return
        self._stale.discard(chosen)
        if chosen == PATTERN:
            self._pattern.show_reading(self._reading)
        elif chosen == TREND:
            self._trend.show_reading(self._reading)
        elif chosen == SAID:
            self._said.show_reading(self._reading)
        else:
            self._entries.show_entries()

    def _show_numbers(self, symptom: str) -> None:
        if self._reading is None:
            return
        self.show_place(PATTERN)
        self._pattern.show_symptom(symptom, tuple(self._reading.compared.places))
        self.scroll_area.ensureWidgetVisible(self._pattern)

    def _save(self) -> None:
        name = self._choose.choice or PATTERN
        suggested = f"{name}-{self._companion.clock():%Y-%m-%d}.csv"
        path = self._tools.ask_file(suggested)
        if path is None:
            return
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            save_file(path, self._tools.writer.table(self._shown(name)))
        except TrackerError as error:
            self._error.show_text(self.tr("Not saved"), str(error))
            self._error.show()
            return
        finally:
            QGuiApplication.restoreOverrideCursor()
        self._error.hide()
        self.say(self.tr("Saved: {path}").format(path=path))

    def _shown(self, name: str) -> ShownTable:
        making = {
            PATTERN: self._pattern.as_table,
            TREND: self._trend.as_table,
            TABLE: self._entries.as_table,
            SAID: self._said.as_table,
        }
        return making[name]()

    def _go_to_today(self) -> None:
        self.page_requested.emit("today")


def build_page(companion: Companion, tools: HistoryTools) -> HistoryPage:
    """Return the page; it reads the diary when it is first shown."""
    return HistoryPage(companion, tools)
