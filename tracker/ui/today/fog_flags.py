"""What can be added to an answer of a foggy day, under its choices."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.domain.wording import at_start
from tracker.ui.today.rows import RowState
from tracker.ui.widgets.choices import ChipGroup


class FogFlags(QWidget):
    """Takes no room where a row has nothing to add.

    Signals:
        changed: The ids of all details that are on now.
    """

    changed = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._chips: ChipGroup | None = None
        self.hide()

    def show_row(self, row: RowState | None) -> None:
        """Offer what can be added to the answer of this row; None offers nothing."""
        self._drop()
        self.setVisible(row is not None and bool(row.flags))
        if row is None or not row.flags:
            return
        options = [(flag.id, at_start(flag.text)) for flag in row.flags]
        name = self.tr("Also true of {symptom}").format(symptom=row.name)
        self._chips = ChipGroup(name, options, multiple=True)
        self._chips.choose(*(row.answer.flags if row.answer else ()))
        self._chips.changed.connect(self.changed)
        self._column.addWidget(self._chips)

    def _drop(self) -> None:
        if self._chips is not None:
            self._column.removeWidget(self._chips)
            self._chips.hide()
            self._chips.deleteLater()
            self._chips = None
