"""Keeps what stands in fields while it is typed, at most a second behind the keyboard."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, SignalInstance
from PySide6.QtWidgets import QCheckBox

from tracker.errors import TrackerError
from tracker.services.drafts import Drafts, HalfTyped
from tracker.ui.widgets.dialog import Dialog
from tracker.ui.widgets.fields import NoteField, SelectField

SCAN, COUNT = "scan", "count"
"""Places that more than one page asks at."""
OF = ":"
"""Parts a kind of place from what it is about: "said:" and the id of an entry."""
_AT_MOST_MS = 700
_TICKED = "yes"
_BESIDE = "."
"""Begins the names of what was chosen; the words in fields are what a person knows it by."""


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
        self._field.choose(text)
        self._field.chosen.emit(text)


class KeptFields(QObject):
    """The fields of one place; a draft that the disk refuses stays on the screen all the same.

    Args:
        drafts: Where to keep.
        place: Names the place in the diary.
        day: Which day is open when something is kept.
        parent: What holds the fields.
    """

    def __init__(
        self, drafts: Drafts, place: str, day: Callable[[], date], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._drafts, self._place, self._day = drafts, place, day
        self._fields: dict[str, TypedField] = {}
        self._choices: dict[str, TypedField] = {}
        self._ticks: dict[str, QCheckBox] = {}
        self._soon = QTimer(self, singleShot=True, interval=_AT_MOST_MS)
        self._soon.timeout.connect(self._keep)

    def add(self, name: str, field: TypedField) -> None:
        """Keep what is typed in a field."""
        self._fields[name] = field
        field.edited.connect(self._wait)

    def add_tick(self, name: str, box: QCheckBox) -> None:
        """Keep a tick together with what is typed; alone it is no draft."""
        self._ticks[name] = box
        box.toggled.connect(self._wait)

    def add_choice(self, name: str, field: SelectField) -> None:
        """Keep what is chosen together with what is typed; alone it is no draft."""
        self._choices[_BESIDE + name] = _Choice(field)
        field.chosen.connect(self._wait)

    def restore(self, typed: HalfTyped) -> None:
        """Put back what was typed; a note that was begun since stays behind it."""
        for name, field in self._fields.items():
            before = typed.values.get(name, "")
            if before and isinstance(field, NoteField) and field.text:
                field.set_text(f"{before}\n{field.text}")
            elif before:
                field.set_text(before)
        for name, choice in self._choices.items():
            if name in typed.values:
                choice.set_text(typed.values[name])
        for name, box in self._ticks.items():
            box.setChecked(box.isChecked() or typed.values.get(name) == _TICKED)

    def drop(self) -> None:
        """Forget what was kept: it is saved, or it was thrown away."""
        self._soon.stop()
        self._try(lambda: self._drafts.drop(self._place))

    def flush(self) -> None:
        """Keep now what waits to be kept."""
        if self._soon.isActive():
            self._soon.stop()
            self._keep()

    def _wait(self) -> None:
        # Begun again with each key it would never end while somebody types.
        if not self._soon.isActive():
            self._soon.start()

    def _keep(self) -> None:
        values = {name: field.text for name, field in self._fields.items()}
        if any(values.values()):
            values |= {name: _TICKED for name, box in self._ticks.items() if box.isChecked()}
            values |= {name: choice.text for name, choice in self._choices.items()}
        self._try(lambda: self._drafts.keep(self._place, values, self._day()))

    def _try(self, action: Callable[[], None]) -> None:
        try:
            action()
        except TrackerError:
            # Saving says so when it is tried; a sentence at every key would only frighten.
            return


class KeptDialog(Dialog):
    """A dialog whose fields are kept while they are filled in.

    Attributes:
        typed: The fields to keep, by a name that stays the same.
        chosen: Choices to keep with them, the ones that others depend on first.
    """

    typed: Mapping[str, TypedField] = MappingProxyType({})
    chosen: Mapping[str, SelectField] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class DraftPlace:
    """Where a dialog keeps what is typed into it.

    Attributes:
        name: Names the place in the diary.
        day: Which day is open when something is kept.
        begun: What was typed before and is to be put back.
        outlives_cancel: A cancelled dialog was only put aside: too much stands in it.
    """

    drafts: Drafts
    name: str
    day: Callable[[], date]
    begun: HalfTyped | None = None
    outlives_cancel: bool = False


def run_kept(dialog: KeptDialog, place: DraftPlace) -> bool:
    """Run a dialog once; what is typed is kept until it is stored or, mostly, cancelled.

    Returns:
        True when it was accepted.
    """
    kept = KeptFields(place.drafts, place.name, place.day, dialog)
    for name, field in dialog.typed.items():
        kept.add(name, field)
    for name, choice in dialog.chosen.items():
        kept.add_choice(name, choice)
    if place.begun is not None:
        kept.restore(place.begun)
    try:
        accepted = dialog.run()
        if accepted or not place.outlives_cancel:
            kept.drop()
        else:
            kept.flush()
        return accepted
    finally:
        dialog.deleteLater()


def values_in_words(values: Mapping[str, str]) -> str:
    """Return what was typed, in one line."""
    typed = (text for name, text in values.items() if not name.startswith(_BESIDE))
    return " · ".join(text for text in typed if text != _TICKED)
