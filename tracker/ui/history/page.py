"""History: words first, then the heat map, the trend, the table, and who said what."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.errors import TrackerError
from tracker.private_files import write_whole
from tracker.services.companion import Companion
from tracker.services.paper_diary import paper_cycles
from tracker.services.printing import PreparedReport, ShownTable, TableWriter
from tracker.ui.history.layouts import side_by_side
from tracker.ui.history.paper_card import PaperCard
from tracker.ui.history.pattern_view import PatternView
from tracker.ui.history.sentences import compared_words, in_short, naming_writers
from tracker.ui.history.short_card import ShortCard
from tracker.ui.history.state import Reading, read
from tracker.ui.importing.versions_notice import VersionsNotice
from tracker.ui.notifier import Notifier
from tracker.ui.page import Page, PageAction
from tracker.ui.widgets.buttons import SecondaryButton
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.choices import SegmentedControl
from tracker.ui.widgets.empty_state import EmptyState
from tracker.ui.widgets.labels import Heading
from tracker.ui.widgets.message_box import MessageBox

VIEWS = PATTERN, TREND, TABLE, SAID = "pattern", "trend", "table", "said"


class View(Protocol):
    """What every view of the page can do, beside being a widget."""

    def show_reading(self, reading: Reading, /) -> None:
        """Show the diary as it was read; choices stay."""

    def as_table(self) -> ShownTable:
        """Return what is shown."""


@dataclass(frozen=True, slots=True)
class HistoryTools:
    """What the page works with.

    Attributes:
        writer: Makes tables of what is shown.
        blank_page: Sets the blank diary pages of the cycle that begins on a day.
        ask_file: Asks for a place to save; None when the person changed her mind.
        print_pages: Prints through the system dialog; False when the person changed her mind.
    """

    writer: TableWriter
    blank_page: Callable[[date], PreparedReport]
    ask_file: Callable[[str], Path | None]
    print_pages: Callable[[QWidget, PreparedReport], bool]


class HistoryPage(Page):
    """Shows the answers of all cycles.

    Signals:
        day_opened: The person wants to see a day; carries the date.
    """

    day_opened = Signal(object)

    def __init__(
        self,
        companion: Companion,
        notifier: Notifier,
        tools: HistoryTools,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("History", parent)
        self._companion, self._notifier, self._tools = companion, notifier, tools
        self._reading: Reading | None = None
        self._stale: set[str] = set()
        self._build()

    def refresh(self, changes: object | None = None) -> None:
        del changes
        self._versions.look()
        self._reading = reading = read(self._companion)
        self._empty.setVisible(reading is None)
        self._main.setVisible(reading is not None)
        self._choose.setVisible(reading is not None)
        self._paper.show_cycles(paper_cycles(self._companion), self._companion.clock().date())
        self._stale = set(VIEWS)
        if reading is None:
            self._short.show_sentences((), "")
            return
        sentences = naming_writers(in_short(reading), self._companion.history)
        self._short.show_sentences(sentences, compared_words(reading))
        self._show_view()

    def show_place(self, place: str) -> None:
        if place in VIEWS:
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
        self._versions = VersionsNotice(self._companion)
        self._versions.changed.connect(self._notifier.tell)
        self._short = ShortCard()
        self._short.numbers_asked.connect(self._show_numbers)
        self._build_views()
        self._main = self._build_main()
        self.column.addWidget(side_by_side(self._choose))
        self._paper = PaperCard()
        self._paper.print_asked.connect(self._print_blank)
        self._paper.save_asked.connect(self._save_blank)
        self._paper.typing_asked.connect(self._type_in)
        for part in (
            self._versions, self._empty, self._error, self._short, self._main, self._paper,
        ):  # fmt: skip
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
        self._pattern: PatternView | None = None
        self._views: dict[str, View] = {}
        self._widgets: dict[str, QWidget] = {}
        self._place = QVBoxLayout()
        card.column.addLayout(self._place)
        save = SecondaryButton(self.tr("Save what is shown as a table"), "save")
        save.clicked.connect(self._save)
        card.column.addWidget(save, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _show_view(self) -> None:
        chosen = self._choose.choice or PATTERN
        self._short.show_beside(shown=chosen in (PATTERN, TREND))
        if self._reading is None:
            return
        view = self._view(chosen)
        for key, widget in self._widgets.items():
            widget.setVisible(key == chosen)
        if chosen in self._stale:
            self._stale.discard(chosen)
            view.show_reading(self._reading)

    def _view(self, key: str) -> View:
        """Return a view, building it when it is first wanted."""
        if key not in self._views:
            making: dict[str, Callable[[], tuple[QWidget, View]]] = {
                TREND: _trend_view,
                TABLE: self._entries_view,
                SAID: partial(_said_view, self._companion),
            }
            made = (self._pattern_view(),) * 2 if key == PATTERN else making[key]()
            self._widgets[key], self._views[key] = made
            self._place.addWidget(made[0])
        return self._views[key]

    def _pattern_view(self) -> PatternView:
        if self._pattern is None:
            self._pattern = PatternView()
            self._pattern.day_opened.connect(self.day_opened)
        return self._pattern

    def _entries_view(self) -> tuple[QWidget, View]:
        from tracker.ui.history.entries_view import EntriesView  # noqa: PLC0415 - when first shown

        view = EntriesView(self._companion)
        view.removed.connect(self._say_removed)
        view.refused.connect(self._refuse_action)
        return view, view

    def _say_removed(self, changes: object) -> None:
        self._notifier.tell(changes)
        self.say(self.tr("Removed; it stays in the bin for 30 days"), self._take_back)

    def _refuse_action(self, error: TrackerError) -> None:
        self._refuse(self.tr("This did not work"), error)

    def _show_numbers(self, symptom: str) -> None:
        if self._reading is None:
            return
        self.show_place(PATTERN)
        view = self._pattern_view()
        view.show_symptom(symptom, self._reading.places_behind(symptom))
        self.scroll_area.ensureWidgetVisible(view)

    def _save(self) -> None:
        name = self._choose.choice or PATTERN
        suggested = f"{name}-{self._companion.clock():%Y-%m-%d}.csv"
        self._save_to(suggested, lambda: self._tools.writer.table(self._view(name).as_table()))

    def _save_blank(self) -> None:
        span = self._paper.cycle
        if span is not None:
            suggested = f"diary-page-{span.starts_on:%Y-%m-%d}.pdf"
            self._save_to(suggested, lambda: self._tools.blank_page(span.starts_on).pdf())

    def _save_to(self, suggested: str, make: Callable[[], bytes]) -> None:
        path = self._tools.ask_file(suggested)
        if path is None:
            return
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            write_whole(path, make())
        except TrackerError as error:
            self._refuse(self.tr("Not saved"), error)
            return
        finally:
            QGuiApplication.restoreOverrideCursor()
        self._error.hide()
        self.say_saved(path)

    def _print_blank(self) -> None:
        span = self._paper.cycle
        if span is None:
            return
        try:
            self._tools.print_pages(self, self._tools.blank_page(span.starts_on))
        except TrackerError as error:
            self._refuse(self.tr("Not printed"), error)

    def _type_in(self) -> None:
        from tracker.ui.history.page_dialog import PageDialog  # noqa: PLC0415 - when first asked

        span = self._paper.cycle
        saved = PageDialog.ask(self._companion, span.starts_on, self) if span is not None else None
        if saved is not None:
            self._notifier.tell(saved.changes)
            said = self.tr("Saved from the page: {n}").format(n=len(saved.entries))
            self.say(said, self._take_back)

    def _take_back(self) -> None:
        try:
            changes = self._companion.diary.undo_last()
        except TrackerError as error:
            self._refuse(self.tr("Not taken back"), error)
            return
        if changes is not None:
            self._notifier.tell(changes)

    def _refuse(self, title: str, error: TrackerError) -> None:
        self._error.show_text(title, str(error))
        self._error.show()

    def _go_to_today(self) -> None:
        self.page_requested.emit("today")


def _trend_view() -> tuple[QWidget, View]:
    from tracker.ui.history.trend_view import TrendView  # noqa: PLC0415 - when first shown

    view = TrendView()
    return view, view


def _said_view(companion: Companion) -> tuple[QWidget, View]:
    from tracker.ui.history.said_view import SaidView  # noqa: PLC0415 - when first shown

    view = SaidView(companion)
    return view, view


def build_page(companion: Companion, notifier: Notifier, tools: HistoryTools) -> HistoryPage:
    """Return the page; it reads the diary when it is first shown."""
    return HistoryPage(companion, notifier, tools)
