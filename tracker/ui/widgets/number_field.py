"""A number as typed, with point or comma; reading it is the domain's business."""

from decimal import Decimal, InvalidOperation

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tracker.ui import theme
from tracker.ui.widgets.buttons import IconButton
from tracker.ui.widgets.field_parts import Field, LineEdit
from tracker.ui.widgets.labels import WrappedLabel

_STEP_BUTTON_PX = 48
_FIRST_REPEAT_MS, _NEXT_REPEAT_MS = 450, 120


class NumberField(Field):
    """A field with its unit, and minus and plus that repeat while they are held.

    Args:
        step: What minus and plus change; None leaves them out.
        start: Where they start from in an empty field; None leaves an empty field empty.
        big: The tall field of the temperature card.

    Signals:
        edited: The text after each key or step.
        submitted: Enter was pressed.
    """

    edited = Signal(str)
    submitted = Signal(str)

    def __init__(  # noqa: PLR0913 - each is a keyword with a default
        self,
        label: str,
        *,
        unit: str = "",
        step: Decimal | None = None,
        start: Decimal | None = None,
        hint: str = "",
        big: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, hint, parent)
        self._step, self._start, self._big = step, start, big
        self.editor = LineEdit("h1" if big else "body", height=56 if big else 44)
        self.editor.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.editor.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        self.name_editor(self.editor)
        self._unit = WrappedLabel(unit, "body", strong=True)
        self._unit.setWordWrap(False)
        self._row = QHBoxLayout()
        self._fill_row(label)
        self.column.addLayout(self._row)
        self.editor.textEdited.connect(self._tell)
        self.editor.returnPressed.connect(self._submit)
        theme.current().changed.connect(self._restyle)
        self._restyle()

    @property
    def text(self) -> str:
        """What stands in the field, spaces at both ends removed."""
        return self.editor.text().strip()

    def set_text(self, text: str) -> None:
        """Put a text in without telling anyone."""
        self.editor.setText(text)

    def show_unit(self, unit: str) -> None:
        """Change the unit behind the field."""
        self._unit.setText(unit)

    def show_error(self, text: str | None) -> None:
        """Say at the field what is wrong; None clears it; the typed text stays."""
        self.error.show_error(text)
        self.editor.set_wrong(on=text is not None)

    def focus(self) -> None:
        """Take the keyboard, with the text marked."""
        self.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.editor.selectAll()

    def _fill_row(self, label: str) -> None:
        if self._step is None:
            self._row.addWidget(self.editor, 0)
            self._row.addWidget(self._unit)
            self._row.addStretch(1)
            return
        less = IconButton("minus", self.tr("{label}: less").format(label=label), side=48)
        more = IconButton("plus", self.tr("{label}: more").format(label=label), side=48)
        for button in (less, more):
            button.setAutoRepeat(True)
            button.setAutoRepeatDelay(_FIRST_REPEAT_MS)
            button.setAutoRepeatInterval(_NEXT_REPEAT_MS)
        less.clicked.connect(self._step_down)
        more.clicked.connect(self._step_up)
        self._row.addWidget(less)
        self._row.addWidget(self.editor, 1)
        self._row.addWidget(self._unit)
        self._row.addWidget(more)

    def _step_down(self) -> None:
        self._change(-1)

    def _step_up(self) -> None:
        self._change(1)

    def _change(self, direction: int) -> None:
        if self._step is None:
            return
        if not self.text:
            if self._start is not None:
                self._show(self._start)
            return
        try:
            value = Decimal(self.text.replace(",", "."))
        except InvalidOperation:
            return
        if value.is_finite():
            self._show(value + direction * self._step)

    def _show(self, value: Decimal) -> None:
        self.editor.setText(str(value))
        self.edited.emit(self.text)

    def _tell(self) -> None:
        self.edited.emit(self.text)

    def _submit(self) -> None:
        self.submitted.emit(self.text)

    def _restyle(self) -> None:
        self._row.setSpacing(theme.current().space(8))
        if self._step is None:
            self.editor.setFixedWidth(theme.current().px(120))
