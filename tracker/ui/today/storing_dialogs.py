"""Dialogs that store one measured or arranged thing; refused text stays where it was typed."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtWidgets import QWidget

from tracker.domain.typed_days import read_time
from tracker.errors import NotUnderstoodError, TrackerError
from tracker.ui.keeping import KeptDialog
from tracker.ui.widgets.date_input import DateInput
from tracker.ui.widgets.fields import SelectField, TextField
from tracker.ui.widgets.number_field import NumberField


class StoringDialog(KeptDialog):
    """Stores what was typed when it is accepted, and stays open if that is refused."""

    def __init__(self, title: str, store: Callable[[], None], parent: QWidget | None) -> None:
        super().__init__(title, self.tr("Save"), parent, width=520)
        self._store = store

    def check(self) -> bool:
        try:
            self._store()
        except TrackerError as error:
            self.show_refusal(str(error))
            return False
        return True

    def show_refusal(self, sentence: str) -> None:
        """Say what is wrong; the typed text stays."""
        raise NotImplementedError(sentence)


class PressureDialog(StoringDialog):
    """Asks for a blood pressure and a pulse; one of the two is enough."""

    def __init__(
        self, store: Callable[[str, str, str], None], parent: QWidget | None = None
    ) -> None:
        self._store_pressure = store
        super().__init__(self.tr("Add blood pressure or pulse"), self._store_typed, parent)
        self._high = NumberField(self.tr("First number"), unit="mm Hg")
        self._low = NumberField(self.tr("Second number"), unit="mm Hg")
        self._pulse = NumberField(self.tr("Pulse"), unit=self.tr("per minute"))
        for field in (self._high, self._low, self._pulse):
            self.body.addWidget(field)
        self.typed = {"high": self._high, "low": self._low, "pulse": self._pulse}
        self._high.focus()

    def show_refusal(self, sentence: str) -> None:
        self._high.show_error(sentence)

    def _store_typed(self) -> None:
        self._store_pressure(self._high.text, self._low.text, self._pulse.text)


class MedicineDialog(StoringDialog):
    """Asks what was taken; nothing is checked or advised."""

    def __init__(
        self,
        symptoms: Sequence[tuple[str, str]],
        store: Callable[[str, str, str | None], None],
        parent: QWidget | None = None,
    ) -> None:
        self._store_medicine = store
        super().__init__(self.tr("Add a medicine"), self._store_typed, parent)
        self._name = TextField(self.tr("What did you take?"))
        self._amount = TextField(self.tr("How much?"), hint=self.tr("If you like: 1 tablet, 10 ml"))
        nothing = ("", self.tr("Nothing in particular"))
        self._for = SelectField(self.tr("What was it for?"), [nothing, *symptoms])
        for field in (self._name, self._amount, self._for):
            self.body.addWidget(field)
        self.typed = {"name": self._name, "amount": self._amount}
        self.chosen = {"for": self._for}

    def show_refusal(self, sentence: str) -> None:
        self._name.show_error(sentence)

    def _store_typed(self) -> None:
        self._store_medicine(self._name.text, self._amount.text, self._for.choice or None)


class BookedDialog(StoringDialog):
    """Asks when the heart scan is booked.

    Args:
        now: What is typed is a time in its zone.
        store: Takes the moment.
    """

    def __init__(
        self, now: datetime, store: Callable[[datetime], None], parent: QWidget | None = None
    ) -> None:
        self._zone, self._store_moment = now.tzinfo, store
        super().__init__(self.tr("When is the heart scan?"), self._store_typed, parent)
        self._day = DateInput(self.tr("Date"))
        self._time = TextField(
            self.tr("Time"), hint=self.tr("For example 9:30 or 2:30 pm"), width=140
        )
        self._time.set_text("9:00")
        self.body.addWidget(self._day)
        self.body.addWidget(self._time)
        self.typed = {"day": self._day, "time": self._time}

    def show_refusal(self, sentence: str) -> None:
        if self._day.error.isHidden():
            self._time.show_error(sentence)

    def _store_typed(self) -> None:
        day = self._day.day()
        if day is None:
            self._day.show_error(self.tr("Type the date of the scan"))
            raise NotUnderstoodError(self.tr("Type the date of the scan"))
        at = read_time(self._time.text)
        self._store_moment(datetime.combine(day, at, tzinfo=self._zone))
