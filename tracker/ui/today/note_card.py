"""Anything else? A note, a question for the next visit, and other things to write down."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from tracker.ui.keeping import KeptFields
from tracker.ui.widgets.buttons import LinkButton, SecondaryButton
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.choice_card import CheckRow
from tracker.ui.widgets.fields import NoteField
from tracker.ui.widgets.flow_layout import FlowLayout


class NoteCard(Card):
    """Free text; what could not be stored stays in the field.

    Signals:
        submitted: The text, and whether it is a question for the next visit.
        weight_requested, medicine_requested, pressure_requested, count_requested: Ask for one
            of these.
        contact_requested: The team was told.
    """

    submitted = Signal(str, bool)
    weight_requested = Signal()
    medicine_requested = Signal()
    pressure_requested = Signal()
    count_requested = Signal()
    contact_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.add_title(self.tr("Anything else?"), "note")
        hint = self.tr("In this diary, and in the reports and exports you make.")
        self._field = NoteField(self.tr("Note"), hint=hint)
        self._kept: KeptFields | None = None
        self._ask = CheckRow(self.tr("Ask about this at my next visit"))
        self._save = SecondaryButton(self.tr("Save note"))
        self._save.clicked.connect(self._submit)
        weight = LinkButton(self.tr("Add weight"), "scale")
        medicine = LinkButton(self.tr("Add a medicine"), "tablet")
        pressure = LinkButton(self.tr("Add blood pressure or pulse"), "heart")
        count = LinkButton(self.tr("Add a blood count"), "lab")
        contact = LinkButton(self.tr("Told my team"), "phone")
        weight.clicked.connect(self.weight_requested)
        medicine.clicked.connect(self.medicine_requested)
        pressure.clicked.connect(self.pressure_requested)
        count.clicked.connect(self.count_requested)
        contact.clicked.connect(self.contact_requested)
        more = QWidget()
        flow = FlowLayout(more, gap=4)
        for button in (weight, medicine, pressure, count, contact):
            flow.addWidget(button)
        self.column.addWidget(self._field)
        self.column.addWidget(self._ask)
        self.column.addWidget(self._save, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(more)

    def keep_with(self, kept: KeptFields) -> None:
        """Keep what is typed here until it is saved."""
        self._kept = kept
        kept.add("text", self._field)
        kept.add_tick("question", self._ask)

    def focus(self) -> None:
        """Give the keyboard to the note."""
        self._field.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_stored(self) -> None:
        """Make room for the next note."""
        self._field.show_error(None)
        self._field.set_text("")
        self._ask.setChecked(False)
        if self._kept is not None:
            self._kept.drop()

    def show_error(self, text: str) -> None:
        """Say what is wrong; the text stays."""
        self._field.show_error(text)

    def _submit(self) -> None:
        self.submitted.emit(self._field.text, self._ask.isChecked())
