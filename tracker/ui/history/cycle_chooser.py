"""Chooses cycles: a chip for each while they are few, groups of them when they are many."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tracker.ui.history.layouts import column_of
from tracker.ui.history.state import CycleGroup, Reading, cycle_groups
from tracker.ui.widgets.choices import ChipGroup
from tracker.ui.widgets.fields import SelectField

_MOST_CHIPS = 18


class CycleChooser(QWidget):
    """At least one cycle is always chosen; switching the last one off brings all back.

    Signals:
        chosen: The person chose other cycles; carries their places.
    """

    chosen = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels: tuple[str, ...] = ()
        self._groups: tuple[CycleGroup, ...] = ()
        self._group: CycleGroup | None = None
        self._field: SelectField | None = None
        self._chips: ChipGroup | None = None
        self._places: tuple[int, ...] = ()
        self._column = column_of(self)

    @property
    def places(self) -> tuple[int, ...]:
        """The chosen cycles among the begun ones."""
        return self._places

    def show_reading(self, reading: Reading) -> None:
        """Offer the cycles; what was chosen stays while the cycles are the same."""
        groups = cycle_groups(reading)
        if (groups, reading.labels) == (self._groups, self._labels):
            return
        self._groups, self._labels = groups, reading.labels
        if self._field is not None:
            self._drop(self._field)
            self._field = None
        if len(groups) > 1:
            field = SelectField(self.tr("Which cycles"), [(g.key, g.label) for g in groups])
            field.chosen.connect(self._take_group)
            self._column.insertWidget(0, field)
            self._field = field
        self._show_group(groups[0])

    def choose(self, places: tuple[int, ...]) -> None:
        """Choose these cycles, with the smallest group that holds them, without telling anyone."""
        holding = [group for group in self._groups if set(places) <= set(group.places)]
        self._show_group(min(holding, key=lambda group: len(group.places)))
        self._places = places
        if self._chips is not None:
            self._chips.choose(*map(str, places))

    def _show_group(self, group: CycleGroup) -> None:
        self._group, self._places = group, group.places
        if self._field is not None:
            self._field.choose(group.key)
        if self._chips is not None:
            self._drop(self._chips)
            self._chips = None
        if len(group.places) <= _MOST_CHIPS:
            options = [(str(place), self._labels[place]) for place in group.places]
            chips = ChipGroup(self.tr("Cycles"), options, multiple=True)
            chips.choose(*map(str, group.places))
            chips.changed.connect(self._take_chips)
            self._column.addWidget(chips)
            self._chips = chips

    def _drop(self, widget: QWidget) -> None:
        self._column.removeWidget(widget)
        widget.hide()
        widget.deleteLater()

    def _take_group(self, key: str) -> None:
        self._show_group(next(group for group in self._groups if group.key == key))
        self.chosen.emit(self._places)

    def _take_chips(self, keys: tuple[str, ...]) -> None:
        if not keys and self._group is not None and self._chips is not None:
            keys = tuple(map(str, self._group.places))
            self._chips.choose(*keys)
        self._places = tuple(map(int, keys))
        self.chosen.emit(self._places)
