"""The question after the symptoms of a foggy low-count day: her temperature."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.ui import theme
from tracker.ui.today.fog_choice import FogButton

_GAP = 10


class TemperaturePage(QWidget):
    """The big field, and the way on without a reading.

    Signals:
        left_out: She did not take it, or has nothing to add to what she took before.

    Attributes:
        asked: Whether the day asks for it at all.
    """

    left_out = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.asked = self._taken = self._is_left_out = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._without = FogButton("", "chevron-right")
        self._column.addWidget(self._without)
        self._without.clicked.connect(self._leave_out)
        theme.current().changed.connect(self._restyle)
        self._restyle()
        self.hide()

    @property
    def done(self) -> bool:
        """Whether the day has a reading, or she said that she took none."""
        return self._taken or self._is_left_out

    def hold(self, form: QWidget) -> None:
        """Take the form in."""
        self._column.insertWidget(0, form)

    def expect(self, *, asked: bool, taken: bool) -> bool:
        """Say whether the day asks for a temperature and has one; return whether one is gone."""
        lost = asked and self._taken and not taken
        self.asked, self._taken = asked, taken
        self._without.setText(self.tr("Next") if taken else self.tr("I did not take it"))
        return lost

    def question(self, *, is_today: bool) -> str:
        """Return what is asked, in few words."""
        return self.tr("Did you take it today?") if is_today else self.tr("Did you take it?")

    def ask_again(self) -> None:
        """Forget that she took none."""
        self._is_left_out = False

    def _leave_out(self) -> None:
        self._is_left_out = True
        self.left_out.emit()

    def _restyle(self) -> None:
        self._column.setSpacing(theme.current().space(_GAP))
