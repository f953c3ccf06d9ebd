"""Asks for the days of radiotherapy: first and last, or first and how many visits."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from tracker.domain.people import Radiotherapy
from tracker.errors import NotUnderstoodError
from tracker.ui.plan.dialogs import RecordingDialog
from tracker.ui.widgets.date_input import DateInput
from tracker.ui.widgets.labels import WrappedLabel
from tracker.ui.widgets.number_field import NumberField


class RadiotherapyDialog(RecordingDialog):
    """Empty days mean none; the drugs of the plan stay where they are.

    Args:
        known: What is in the diary now.
        store: Keeps the days; None when there are none.
    """

    def __init__(
        self,
        known: Radiotherapy | None,
        store: Callable[[Radiotherapy | None], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Radiotherapy"), self.tr("Save"), parent)
        self._store = store
        words = self.tr(
            "Type the last day or the number of visits, as your team says. Visits are counted "
            "Monday to Friday. Your drugs keep their dates."
        )
        self._first = DateInput(self.tr("First day"))
        self._last = DateInput(self.tr("Last day"))
        self._visits = NumberField(self.tr("Number of visits"))
        self._first.set_day(known.starts_on if known else None)
        self._last.set_day(known.ends_on if known else None)
        for part in (WrappedLabel(words, tone="text2"), self._first, self._last, self._visits):
            self.body.addWidget(part)
        self.typed = {"first": self._first, "last": self._last, "visits": self._visits}

    def record(self) -> None:
        first, last, visits = self._first.day(), self._last.day(), self._visits.text.strip()
        if first is None:
            if last is not None or visits:
                raise NotUnderstoodError(self.tr("Type the first day of radiotherapy."))
            self._store(None)
            return
        if not visits:
            self._store(Radiotherapy(first, last))
            return
        if not (visits.isascii() and visits.isdigit()):
            raise NotUnderstoodError(self.tr("Type the number of visits, for example 15."))
        counted = Radiotherapy.of_visits(first, int(visits))
        self._store(counted if last is None else Radiotherapy(first, last))
