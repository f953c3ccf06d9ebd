"""The table of all entries with its search and its filter."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tracker.errors import TrackerError
from tracker.services.companion import Companion
from tracker.services.printing import ShownTable
from tracker.ui import text
from tracker.ui.history.entry_table import EntryTable
from tracker.ui.history.layouts import column_of, side_by_side
from tracker.ui.history.row_actions import RowActions
from tracker.ui.history.state import Reading
from tracker.ui.history.table_state import EntryFeed, EntryFilter, RowOrder, entry_table
from tracker.ui.widgets.fields import SelectField, TextField
from tracker.ui.widgets.labels import WrappedLabel

_KINDS = {
    "temperatures": frozenset({"temperature"}),
    "measured": frozenset({"weight", "pulse", "blood-pressure"}),
    "labs": frozenset({"lab"}),
    "heart": frozenset({"lvef"}),
    "medicines": frozenset({"medicine"}),
    "words": frozenset({"note", "question"}),
    "team": frozenset({"contact", "appointment"}),
}


class EntriesView(QWidget):
    """Reads the newest entries when it is shown, and older ones as somebody looks for them.

    Signals:
        removed: An entry went into the bin; carries what that changes.
        refused: Carries a `TrackerError`.
    """

    removed = Signal(object)
    refused = Signal(object)

    def __init__(self, companion: Companion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._companion = companion
        column = column_of(self)
        self._search = TextField(self.tr("Search"))
        self._search.edited.connect(self._filter)
        self._which = SelectField(self.tr("Show"), self._choices())
        self._which.choose("")
        self._which.chosen.connect(self._filter)
        self._order = SelectField(self.tr("On top"), self._orders())
        self._order.choose(RowOrder.NEWEST)
        self._order.chosen.connect(self._read_anew)
        self._count = WrappedLabel("", "small", tone="text2")
        self._table = EntryTable()
        self._table.entries.counted.connect(self._show_count)
        self._table.entries.modelReset.connect(self._forget_row)
        self._row = WrappedLabel("", "small")
        self._actions = RowActions()
        self._table.row_read.connect(self._show_row)
        self._actions.history_asked.connect(self._show_history)
        self._actions.removal_asked.connect(self._remove)
        column.addWidget(self._search)
        column.addWidget(side_by_side(self._which, self._order))
        for part in (self._count, self._table, self._row, self._actions):
            column.addWidget(part)

    def show_reading(self, _: Reading) -> None:
        """Read the entries anew; search, filter and order stay."""
        self._read_anew()

    def as_table(self) -> ShownTable:
        """Return all rows that fit, those that were not read yet as well."""
        self._table.entries.read_everything()
        return entry_table(self._table.entries.rows)

    def _orders(self) -> list[tuple[str, str]]:
        return [
            (RowOrder.NEWEST.value, self.tr("Newest")),
            (RowOrder.OLDEST.value, self.tr("Oldest")),
            (RowOrder.WORST.value, self.tr("Worst side effects")),
        ]

    def _read_anew(self) -> None:
        order = RowOrder(self._order.choice or RowOrder.NEWEST)
        self._table.entries.show_feed(EntryFeed(self._companion, order))

    def _choices(self) -> list[tuple[str, str]]:
        return [
            ("", self.tr("Everything")),
            ("1", self.tr("Side effects from 1, mild")),
            ("2", self.tr("Side effects from 2, moderate")),
            ("3", self.tr("Side effects from 3, severe")),
            ("temperatures", self.tr("Temperatures")),
            ("measured", self.tr("Weight, pulse and blood pressure")),
            ("labs", self.tr("Blood tests")),
            ("heart", self.tr("Heart scans")),
            ("medicines", self.tr("Medicines")),
            ("words", self.tr("Notes and questions")),
            ("team", self.tr("Appointments and what the team was told")),
        ]

    def _filter(self) -> None:
        choice = self._which.choice or ""
        least = int(choice) if choice.isdigit() else None
        kinds = _KINDS.get(choice, frozenset())
        self._table.entries.narrow(EntryFilter(self._search.text, least, kinds))

    def _forget_row(self) -> None:
        self._row.setText("")
        self._actions.show_entry(None, "")

    def _show_row(self, words: str) -> None:
        self._row.setText(words)
        place = self._table.currentIndex().row()
        self._actions.show_entry(self._table.entries.rows[place].id, words)

    def _show_history(self, entry_id: UUID) -> None:
        from tracker.ui.past.opening import open_history  # noqa: PLC0415 - when asked for

        try:
            open_history(self._companion, entry_id, self)
        except TrackerError as error:
            self.refused.emit(error)

    def _remove(self, entry_id: UUID) -> None:
        try:
            self.removed.emit(self._companion.diary.remove(entry_id))
        except TrackerError as error:
            self.refused.emit(error)

    def _show_count(self) -> None:
        model = self._table.entries
        rows, read = model.rows, model.read
        if model.at_end:
            words = self.tr("{shown} of {all} entries").format(shown=len(rows), all=read)
        elif rows and self._order.choice == RowOrder.OLDEST:
            until = text.long_day_with_year(rows[-1].day)
            words = self.tr("{shown} entries up to {day}. Scroll down for later ones.")
            words = words.format(shown=len(rows), day=until)
        elif rows:
            since = text.long_day_with_year(rows[-1].day)
            words = self.tr("{shown} entries back to {day}. Scroll down for older ones.")
            words = words.format(shown=len(rows), day=since)
        else:
            words = self.tr("Looking through all entries …")
        self._count.setText(words)
