"""All dates of the timeline as a table, for those who would rather read than look."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QWidget

from tracker.domain.schedule import VisitStatus
from tracker.domain.wording import at_start
from tracker.ui import text, theme
from tracker.ui.plan import wording
from tracker.ui.plan.state import PlanState
from tracker.ui.plan.timeline_parts import ScanMark, Stage
from tracker.ui.plan.timeline_words import scan_label, stage_word
from tracker.ui.plan.treatment_days import TreatmentAt
from tracker.ui.widgets.buttons import LinkButton
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.fitted_table import FittedTable

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_WHAT_FIRST = (2,)


@dataclass(frozen=True, slots=True)
class DateRow:
    """One date: what it is, with what, and how it stands."""

    on: date
    what: str
    drugs: str
    stands: str


class DatesModel(QAbstractTableModel):
    """One row for each treatment day, operation and heart scan, by day."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[DateRow, ...] = ()
        self._headers = (self.tr("Date"), self.tr("What"), self.tr("Drugs"), self.tr("Status"))

    def show_state(self, state: PlanState) -> None:
        """Show the dates of a plan."""
        self.beginResetModel()
        rows = [*_treatments(state), *self._scans(state.timeline.scans), *self._surgeries(state)]
        self._rows = tuple(sorted(rows, key=lambda row: row.on))
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._headers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        day = f"{text.short_day(row.on)}{text.NBSP}{row.on.year}"
        words = (day, row.what, row.drugs, row.stands)[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._headers[index.column()]}: {words}"
        if role == Qt.ItemDataRole.FontRole:
            return theme.current().font("small", strong=index.column() == 0)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return self._headers[section]

    def _scans(self, scans: Iterable[ScanMark]) -> Iterable[DateRow]:
        for scan in scans:
            planned = scan.percent is None and not scan.late
            stands = stage_word(Stage.PLANNED) if planned else scan_label(scan)
            yield DateRow(scan.on, self.tr("Heart scan"), "", stands)

    def _surgeries(self, state: PlanState) -> Iterable[DateRow]:
        for surgery in state.timeline.surgeries:
            stage = Stage.GIVEN if surgery.on <= state.today else Stage.PLANNED
            stands = self.tr("done") if stage is Stage.GIVEN else stage_word(stage)
            yield DateRow(surgery.on, surgery.name or self.tr("Surgery"), "", stands)


def _treatments(state: PlanState) -> Iterable[DateRow]:
    for each in state.days:
        name = at_start(wording.treatment(each.name))
        drugs = wording.drugs_title(each.name.drugs)
        yield DateRow(each.on, name, drugs, stage_word(_stage(each, state.today)))


def _stage(treatment: TreatmentAt, today: date) -> Stage:
    if treatment.status is VisitStatus.OMITTED:
        return Stage.OMITTED
    past = treatment.status is VisitStatus.GIVEN or treatment.on < today
    return Stage.GIVEN if past else Stage.PLANNED


class DatesCard(Card):
    """The table behind the timeline, closed until it is asked for, and the dates on paper.

    Signals:
        month_print_asked: The month that is shown is to be printed.
        print_asked: The whole plan is to be printed.
        save_asked: The whole plan is to be saved as a file.
    """

    month_print_asked = Signal()
    print_asked = Signal()
    save_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("plain", parent)
        self._state: PlanState | None = None
        self.dates = DatesModel()
        self.table: FittedTable | None = None
        self._switch = LinkButton(self.tr("Show all dates as a list"), "table")
        self._switch.clicked.connect(self._turn)
        self.column.addWidget(self._switch, 0, Qt.AlignmentFlag.AlignLeft)

    def offer_paper(self) -> None:
        """Show the buttons that print and save."""
        for words, icon, asked in (
            (self.tr("Print this month"), "print", self.month_print_asked),
            (self.tr("Print the whole plan"), "print", self.print_asked),
            (self.tr("Save the plan as PDF"), "save", self.save_asked),
        ):
            link = LinkButton(words, icon)
            link.clicked.connect(asked)
            self.column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def show_state(self, state: PlanState) -> None:
        """Show the dates of a plan, if the list is open."""
        self._state = state
        if self.table is not None and not self.table.isHidden():
            self.dates.show_state(state)

    def _turn(self) -> None:
        if self.table is None:
            self.table = FittedTable(self.dates, _WHAT_FIRST)
            self.table.setAccessibleName(self.tr("All dates"))
            self.column.addWidget(self.table)
            self.table.hide()
        is_open = self.table.isHidden()
        if is_open and self._state is not None:
            self.dates.show_state(self._state)
        self.table.setVisible(is_open)
        self._switch.setText(
            self.tr("Hide the list of dates") if is_open else self.tr("Show all dates as a list")
        )
        self.updateGeometry()
