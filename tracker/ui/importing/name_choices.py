"""What the names of somebody else's symptoms are here."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.domain.symptoms import SymptomDefinition
from tracker.ui import text, theme
from tracker.ui.widgets.fields import SelectField
from tracker.ui.widgets.labels import WrappedLabel

_OWN = "own"
_MOST = 12
_GAP = 16


class NameChoices(QWidget):
    """One field for each name that is not known here; left alone, it stays a symptom of her own.

    Signals:
        chosen: The person chose.
    """

    chosen = Signal()

    def __init__(
        self, symptoms: Mapping[str, SymptomDefinition], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._symptoms = symptoms
        self._fields: dict[str, SelectField] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.current().space(_GAP))
        self._said = WrappedLabel("", tone="text2")
        self._column.addWidget(self._said)

    def show_names(self, names: tuple[str, ...]) -> None:
        """Ask about these names; what was chosen about others is forgotten."""
        for field in self._fields.values():
            field.hide()
            field.deleteLater()
        options = [(each.id, each.name) for each in self._symptoms.values()]
        self._fields = {}
        for name in names[:_MOST]:
            shown = text.without_overrides(name)[:60]
            label = self.tr("“{name}” is").format(name=shown)
            own = self.tr("a side effect of my own: {name}").format(name=shown)
            field = SelectField(label, [(_OWN, own), *options])
            field.choose(_OWN)
            field.chosen.connect(self.chosen)
            self._fields[name] = field
            self._column.addWidget(field)
        more = self.tr("{n} more names stay side effects of your own.")
        self._said.setText(more.format(n=len(names) - _MOST) if len(names) > _MOST else "")
        self._said.setVisible(len(names) > _MOST)
        self.setVisible(bool(names))

    def choices(self) -> dict[str, str]:
        """Return the symptom for each name about which one was chosen."""
        chosen = {name: field.choice for name, field in self._fields.items()}
        return {name: choice for name, choice in chosen.items() if choice not in {None, _OWN}}
