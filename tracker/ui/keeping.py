"""Keeps what stands in fields while it is typed, at most a second behind the keyboard."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QCheckBox

from tracker.errors import TrackerError
from tracker.services.drafts import Drafts, HalfTyped
from tracker.ui.text import short_day
from tracker.ui.typed_fields import TICKED, Choice, TypedField, as_field
from tracker.ui.widgets.dialog import Dialog
from tracker.ui.widgets.fields import NoteField
from tracker.ui.widgets.labels import WrappedLabel

_WHOLE_DATE = re.compile(r"[12][0-9]{3}-[0-9]{1,2}-[0-9]{1,2}")
AT_MOST_MS = 700
_BELOW_TITLE = 1
_BESIDE = "."
"""Begins the names of what was chosen; the words in fields are what a person knows it by."""


class KeptFields(QObject):
    """The fields of one place; a draft that the disk refuses stays on the screen all the same.

    What was begun there before and is only offered keeps a draft of its own.

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
        self._held: tuple[date, int] | None = None
        self._aside: dict[date, int] = {}
        self._soon = QTimer(self, singleShot=True, interval=AT_MOST_MS)
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
        field = self._choices[_BESIDE + name] = as_field(choice)
        field.edited.connect(self._wait)

    def restore(self, typed: HalfTyped) -> None:
        """Put back what was typed and go on with its draft; a note begun since stays behind it."""
        self.flush()
        since = self._held
        only_notes = all(isinstance(field, NoteField) for field in self._fields.values())
        self._held = (typed.day, typed.number)
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
            box.setChecked(box.isChecked() or typed.values.get(name) == TICKED)
        if since is not None and since != self._held and only_notes:
            self._keep()
            self._try(lambda: self._drafts.drop(self._place, *since))

    def put_aside(self) -> bool:
        """Empty the fields; what stood in them waits for `take_up` on its day.

        Returns:
            Whether something waits now; what the disk refuses to keep stays in the fields.
        """
        typed = any(field.text for field in self._fields.values())
        if typed and not self._keep():
            return False
        if typed and self._held is not None:
            self._aside[self._held[0]] = self._held[1]
        self._held = None
        for field in self._fields.values():
            field.set_text("")
        for box in self._ticks.values():
            box.setChecked(False)
        self._soon.stop()
        return typed

    def take_up(self) -> None:
        """Put back what was put aside on the day that is open now."""
        day = self._day()
        number = self._aside.pop(day, None)
        if number is None:
            return
        for each in self._drafts.kept():
            if (each.place, each.day, each.number) == (self._place, day, number):
                self.restore(each)

    def drop(self) -> None:
        """Forget what was kept: it is saved, or it was thrown away."""
        self._soon.stop()
        held, self._held = self._held, None
        if held is not None:
            self._try(lambda: self._drafts.drop(self._place, *held))

    def flush(self) -> None:
        """Keep now what waits to be kept."""
        if self._soon.isActive():
            self._soon.stop()
            self._keep()

    def _wait(self) -> None:
        # Begun again with each key it would never end while somebody types.
        if not self._soon.isActive():
            self._soon.start()

    def _keep(self) -> bool:
        values = {name: field.text for name, field in self._fields.items()}
        if any(values.values()):
            values |= {name: TICKED for name, box in self._ticks.items() if box.isChecked()}
            values |= {name: choice.text for name, choice in self._choices.items()}
        nothing_yet = self._held is None and not any(values.values())
        return nothing_yet or self._try(lambda: self._keep_values(values))

    def _keep_values(self, values: Mapping[str, str]) -> None:
        if self._held is None:
            day = self._day()
            self._held = (day, self._drafts.free_number(self._place, day))
        self._drafts.keep(self._place, values, *self._held)

    def _try(self, action: Callable[[], None]) -> bool:
        try:
            action()
        except TrackerError:
            # Saving says so when it is tried; a sentence at every key would only frighten.
            return False
        return True


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


class DraftPlace(NamedTuple):
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
    return " · ".join(_said(text) for text in typed if text != TICKED)


def _said(typed: str) -> str:
    """Return a whole date as people write it; half of one, and all else, as it was typed."""
    if not _WHOLE_DATE.fullmatch(typed):
        return typed
    try:
        day = date(*map(int, typed.split("-")))
    except ValueError:
        return typed
    return f"{short_day(day)} {day.year}"
