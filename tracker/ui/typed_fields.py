"""What a draft keeps of a window: fields and choices, read and put back alike."""

from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QCheckBox

from tracker.ui.widgets.choices import ChipGroup
from tracker.ui.widgets.fields import SelectField

TICKED, _UNTICKED = "yes", "no"
_BETWEEN = ","


class TypedField(Protocol):
    """A field of the kit whose typed text stays until it is saved."""

    @property
    def text(self) -> str:
        """What stands in the field."""

    @property
    def edited(self) -> SignalInstance:
        """Told after each key."""

    def set_text(self, text: str) -> None:
        """Put a text in without telling anyone."""


class _Choice:
    """A `SelectField` as something that is typed."""

    def __init__(self, field: SelectField) -> None:
        self._field = field
        self.edited = field.chosen

    @property
    def text(self) -> str:
        return self._field.choice or ""

    def set_text(self, text: str) -> None:
        if self._field.editor.findData(text) < 0:
            return  # what it was about is gone; what is offered now stays on the screen
        self._field.choose(text)
        self._field.chosen.emit(text)


class _Chips:
    """A `ChipGroup` as something that is typed."""

    def __init__(self, group: ChipGroup) -> None:
        self._group = group
        self.edited = group.changed

    @property
    def text(self) -> str:
        return _BETWEEN.join(self._group.choices)

    def set_text(self, text: str) -> None:
        self._group.choose(*text.split(_BETWEEN))
        self._group.changed.emit(self._group.choices)


class _Tick:
    """A box as something that is typed; unlike nothing, "no" takes a tick away."""

    def __init__(self, box: QCheckBox) -> None:
        self._box = box
        self.edited = box.toggled

    @property
    def text(self) -> str:
        return TICKED if self._box.isChecked() else _UNTICKED

    def set_text(self, text: str) -> None:
        self._box.setChecked(text == TICKED)


Choice = SelectField | ChipGroup | QCheckBox
"""What is chosen beside what is typed."""


def as_field(choice: Choice) -> TypedField:
    """Return a choice as something that is typed."""
    if isinstance(choice, SelectField):
        return _Choice(choice)
    return _Chips(choice) if isinstance(choice, ChipGroup) else _Tick(choice)
