"""The heat map as a Qt model; each cell speaks for itself."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from tracker.ui.history.heat_state import HeatCell, HeatMapState, number_of

AnyIndex = QModelIndex | QPersistentModelIndex


class HeatMapModel(QAbstractTableModel):
    """One `HeatMapState`; each cell speaks its symptom, day and worst severity."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = HeatMapState()

    def show_state(self, state: HeatMapState) -> None:
        """Take the place of what was shown before."""
        self.beginResetModel()
        self.state = state
        self.endResetModel()

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.state.rows)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.state.columns)

    def cell(self, index: AnyIndex) -> HeatCell:
        """Return the cell at an index of this model."""
        return self.state.rows[index.row()].cells[index.column()]

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return number_of(self.cell(index))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(index)
        return None

    def spoken(self, index: AnyIndex) -> str:
        """Return a cell in words: "Sore mouth, day 8: worst 3, severe"."""
        return self.state.spoken(index.row(), index.column())

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        if orientation is Qt.Orientation.Vertical:
            return self.state.rows[section].name
        label = self.state.columns[section]
        return label if role == Qt.ItemDataRole.DisplayRole else f"Day {label}"
