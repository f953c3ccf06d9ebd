"""Whether the diary says by itself that the team should hear of something."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tracker.errors import NotSavedError
from tracker.ui.settings.window_settings import WindowSettingsFile
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.choice_card import CheckRow
from tracker.ui.widgets.field_parts import ErrorLine
from tracker.ui.widgets.labels import WrappedLabel


class AlertsCard(Card):
    """One switch, and what it means in full sentences; the most urgent alerts have none.

    Signals:
        switched: What the pages show is no longer right.
    """

    switched = Signal()

    def __init__(self, file: WindowSettingsFile, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._file = file
        self.add_title(self.tr("Alerts"))
        self._on = CheckRow(self.tr("Tell me when my team should hear of something today"))
        self._error = ErrorLine()
        meaning = self.tr(
            "Switched off, the diary only lists it in small words, without a box. When you should "
            "call now, or in an emergency, it speaks up all the same. Nobody but you sees this "
            "diary, so nobody else will notice."
        )
        for part in (self._on, WrappedLabel(meaning, "small", tone="text2"), self._error):
            self.column.addWidget(part)
        self.show_values()
        self._on.toggled.connect(self._switch)

    def show_values(self) -> None:
        """Show what is chosen now."""
        self._on.setChecked(not self._file.settings.alerts_off)

    def _switch(self, on: bool) -> None:  # noqa: FBT001 - Qt's own signature
        settings = self._file.settings._replace(alerts_off=not on)
        if settings == self._file.settings:
            return
        try:
            self._file.save(settings)
        except NotSavedError as error:
            self._error.show_error(str(error))
        else:
            self._error.show_error(None)
        self.switched.emit()
