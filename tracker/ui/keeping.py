"""Keeps what stands in fields while it is typed, at most a second behind the keyboard."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, SignalInstance
from PySide6.QtWidgets import QCheckBox

from tracker.errors import TrackerError
from tracker.services.drafts import Drafts, HalfTyped
from tracker.ui.text import short_day
from tracker.ui.widgets.choices import ChipGroup
from tracker.ui.widgets.dialog import Dialog
from tracker.ui.widgets.fields import NoteField, SelectField
from tracker.ui.widgets.labels import WrappedLabel

_WHOLE_DATE = re.compile(r"[12][0-9]{3}-[0-9]{1,2}-[0-9]{1,2}")
_AT_MOST_MS = 700
_TICKED, _UNTICKED = "yes", "no"
_BETWEEN = ","
_BELOW_TITLE = 1
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
        return _TICKED if self._box.isChecked() else _UNTICKED

    def set_text(self, text: str) -> None:
        self._box.setChecked(text == _TICKED)


Choice = SelectField | ChipGroup | QCheckBox
"""What is chosen beside what is typed."""


def _as_field(choice: Choice) -> TypedField:
    if isinstance(choice, SelectField):
        return _Choice(choice)
    return _Chips(choice) if isinstance(choice, ChipGroup) else _Tick(choice)


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

    def add_choice(self, name: str, choice: Choice) -> None:
        """Keep what is chosen together with what is typed; alone it is no draft."""
        field = self._choices[_BESIDE + name] = _as_field(choice)
        field.edited.connect(self._wait)

    def restore(self, typed: HalfTyped) -> None:
        """Put back what was typed; a note that was begun since stays behind it."""
        # First what is chosen: it may open the fields, or fill in what is usual.
        for name, choice in self._choices.items():
            if name in typed.values:
                choice.set_text(typed.values[name])
        for name, field in self._fields.items():
            before = typed.values.get(name, "")
            if before and isinstance(field, NoteField) and field.text:
                field.set_text(f"{before}\n{field.text}")
            elif before:
                field.set_text(before)
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
        typed: The fields to keep, by a name that stays the same; one that begins with a dot is
            not shown where the draft is offered.
        chosen: Choices to keep with them, the ones that others depend on first.
    """

    typed: Mapping[str, TypedField] = MappingProxyType({})
    chosen: Mapping[str, Choice] = MappingProxyType({})

    def say_put_back(self) -> None:
        """Say that what was typed before stands in the fields again."""
        words = self.tr("What you had typed is here again. It is not saved yet.")
        self.body.insertWidget(_BELOW_TITLE, WrappedLabel(words, strong=True))


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

    What was begun there about the same day stands in it again, with a sentence that says so.

    Returns:
        True when it was accepted.
    """
    kept = KeptFields(place.drafts, place.name, place.day, dialog)
    for name, field in dialog.typed.items():
        kept.add(name, field)
    for name, choice in dialog.chosen.items():
        kept.add_choice(name, choice)
    begun = place.begun or _begun_before(place)
    if begun is not None:
        kept.restore(begun)
    if place.begun is None and begun is not None:
        dialog.say_put_back()
    accepted = dialog.run()
    if accepted or not place.outlives_cancel:
        kept.drop()
    else:
        kept.flush()
    return accepted


def _begun_before(place: DraftPlace) -> HalfTyped | None:
    same = (each for each in place.drafts.kept() if each.place == place.name)
    return next((each for each in same if each.day == place.day()), None)


def values_in_words(values: Mapping[str, str]) -> str:
    """Return what was typed, in one line."""
    typed = (text for name, text in values.items() if not name.startswith(_BESIDE))
    return " · ".join(_said(text) for text in typed if text != _TICKED)


def _said(typed: str) -> str:
    """Return a whole date as people write it; half of one, and all else, as it was typed."""
    if not _WHOLE_DATE.fullmatch(typed):
        return typed
    try:
        day = date(*map(int, typed.split("-")))
    except ValueError:
        return typed
    return f"{short_day(day)} {day.year}"
