"""Asks for one value of a lab slip: the test, the number, its unit, and the slip's own range."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QWidget

from tracker.domain.labs import LabTest
from tracker.errors import NotUnderstoodError, TrackerError
from tracker.ui.heart import counts_wording
from tracker.ui.heart.day_choice import DayChoice
from tracker.ui.keeping import KeptDialog
from tracker.ui.widgets.fields import SelectField
from tracker.ui.widgets.labels import WrappedLabel
from tracker.ui.widgets.number_field import NumberField

_SIGNS = ("<", ">")


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedCount:
    """What was typed, as it was typed.

    Attributes:
        comparator: `<` or `>` where the slip prints one before the number.
        low: Empty where the slip has none.
    """

    test: str
    value: str
    unit: str
    comparator: str | None
    low: str
    high: str
    day: date


class CountDialog(KeptDialog):
    """Stores one value when it is accepted.

    The unit is chosen beforehand only where a test has one alone, or had one before: two units of a
    count differ by a thousand.

    Args:
        last_units: The unit of the latest slip, by test.
        store: Stores the value; a refusal is shown at the number and the text stays.
    """

    def __init__(
        self,
        today: date,
        tests: Mapping[str, LabTest],
        last_units: Mapping[str, str],
        store: Callable[[TypedCount], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Add a blood count"), self.tr("Save result"), parent, width=600)
        self._tests, self._last_units, self._store = tests, last_units, store
        self._test = SelectField(
            self.tr("Blood test"), [(test.id, test.name) for test in tests.values()]
        )
        self._about = WrappedLabel("", "small", tone="text2")
        self._value = NumberField(
            self.tr("Result"), hint=self.tr("As on the slip. Type < or > too, if it stands there.")
        )
        self._units: dict[str, SelectField] = {}
        self._low = NumberField(self.tr("Slip's range, lower end"))
        self._high = NumberField(self.tr("Slip's range, upper end"))
        self._days = DayChoice(
            today, self.tr("Day the blood was taken"), self.tr("Day of the slip")
        )
        self._add_fields()
        self.typed = {
            "value": self._value,
            "low": self._low,
            "high": self._high,
            "day": self._days,
        }
        units = {f"unit {test}": field for test, field in self._units.items()}
        self.chosen = {"test": self._test, **units}

    def choose(self, test: str) -> None:
        """Show a test as chosen."""
        self._test.choose(test)
        self._show_test(test)
        self._value.focus()

    def check(self) -> bool:
        test = self._test.choice
        if test is None:
            self._value.show_error(self.tr("Choose the blood test first."))
            return False
        unit = self._units[test].choice
        if unit is None:
            self._value.show_error(self.tr("Choose the unit that stands on the slip."))
            return False
        try:
            day = self._days.day()
        except NotUnderstoodError:
            return False  # said at the day, where it is wrong
        typed = self._value.text
        sign = typed[:1] if typed[:1] in _SIGNS else None
        try:
            self._store(
                TypedCount(
                    test=test,
                    value=typed[1:].strip() if sign else typed,
                    unit=unit,
                    comparator=sign,
                    low=self._low.text,
                    high=self._high.text,
                    day=day,
                )
            )
        except TrackerError as error:
            self._value.show_error(str(error))
            return False
        return True

    def _add_fields(self) -> None:
        ends = QHBoxLayout()
        ends.addWidget(self._low, 1)
        ends.addWidget(self._high, 1)
        for widget in (self._test, self._about, self._value):
            self.body.addWidget(widget)
        for test in self._tests.values():
            options = [(each, counts_wording.unit_choice(each)) for each in test.units]
            field = SelectField(self.tr("Unit"), options)
            field.choose(options[0][0] if len(options) == 1 else self._last_units.get(test.id))
            field.hide()
            self._units[test.id] = field
            self.body.addWidget(field)
        self.body.addLayout(ends)
        self.body.addWidget(self._days)
        self._test.chosen.connect(self._show_test)
        self._value.edited.connect(self._forget_refusal)

    def _show_test(self, test: str) -> None:
        self._value.show_error(None)
        self._about.setText(self._tests[test].about)
        for each, field in self._units.items():
            field.setVisible(each == test)

    def _forget_refusal(self, typed: str) -> None:
        del typed
        self._value.show_error(None)
