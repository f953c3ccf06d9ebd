"""Fields to type in or choose from; what was typed is never thrown away."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, Signal
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from tracker.ui import theme
from tracker.ui.widgets import painting
from tracker.ui.widgets.field_parts import ComboBox, Field, LineEdit, clear_base, field_box
from tracker.ui.widgets.page_scroll import ScrollBar


class TextField(Field):
    """One line of text.

    Args:
        width: In px at 100 % text; 0 fills the room.

    Signals:
        edited: The text as it stands after each key.
        submitted: Enter was pressed, or the keyboard went elsewhere after a change.
    """

    edited = Signal(str)
    submitted = Signal(str)

    def __init__(
        self, label: str, *, hint: str = "", width: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(label, hint, parent)
        self._width = width
        self._changed = False
        self.editor = LineEdit()
        self.name_editor(self.editor)
        self.column.addWidget(self.editor)
        self.editor.textEdited.connect(self._note)
        self.editor.returnPressed.connect(self._submit)
        self.editor.editingFinished.connect(self._submit_if_changed)
        theme.current().changed.connect(self._restyle)
        self._restyle()

    @property
    def text(self) -> str:
        """What stands in the field, spaces at both ends removed."""
        return self.editor.text().strip()

    def set_text(self, text: str) -> None:
        """Put a text in without telling anyone."""
        self._changed = False
        self.editor.setText(text)

    def show_error(self, text: str | None) -> None:
        """Say at the field what is wrong; None clears it; the typed text stays."""
        self.error.show_error(text)
        self.editor.set_wrong(on=text is not None)

    def _note(self, text: str) -> None:
        self._changed = True
        self.edited.emit(text.strip())

    def _submit(self) -> None:
        self._changed = False
        self.submitted.emit(self.text)

    def _submit_if_changed(self) -> None:
        if self._changed:
            self._submit()

    def _restyle(self) -> None:
        if self._width:
            self.editor.setMaximumWidth(theme.current().px(self._width))


class NoteField(Field):
    """Several lines of free text; Tab leaves it.

    Signals:
        edited: The text as it stands after each key.
        submitted: The keyboard went elsewhere after a change.
    """

    edited = Signal(str)
    submitted = Signal(str)

    def __init__(
        self, label: str, *, hint: str = "", lines: int = 3, parent: QWidget | None = None
    ) -> None:
        super().__init__(label, hint, parent)
        self._lines, self._changed = lines, False
        self.editor = QPlainTextEdit()
        self.editor.setFrameShape(QFrame.Shape.NoFrame)
        self.editor.setTabChangesFocus(True)
        self.editor.setVerticalScrollBar(ScrollBar())
        self.name_editor(self.editor)
        frame = _NoteFrame()
        frame.take(self.editor)
        self.column.addWidget(frame)
        self.editor.textChanged.connect(self._note)
        self.editor.installEventFilter(self)
        theme.current().changed.connect(self._restyle)
        self._restyle()

    @property
    def text(self) -> str:
        """What stands in the field, spaces at both ends removed."""
        return self.editor.toPlainText().strip()

    def set_text(self, text: str) -> None:
        """Put a text in without telling anyone."""
        self.editor.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.editor.setPlainText(text)
        self.editor.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        self._changed = False

    def show_error(self, text: str | None) -> None:
        """Say at the field what is wrong; None clears it."""
        self.error.show_error(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and self._changed:
            self._changed = False
            self.submitted.emit(self.text)
        return super().eventFilter(watched, event)

    def _note(self) -> None:
        self._changed = True
        self.edited.emit(self.text)

    def _restyle(self) -> None:
        clear_base(self.editor)
        font = theme.current().font("body")
        self.editor.setFont(font)
        height = QFontMetrics(font).lineSpacing() * self._lines + theme.current().space(12)
        self.editor.setFixedHeight(max(theme.current().target(), height))


class _NoteFrame(QWidget):
    """The rounded box around a text edit."""

    def __init__(self) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 4, 4, 4)
        theme.current().changed.connect(self.update)

    def take(self, editor: QPlainTextEdit) -> None:
        layout = self.layout()
        if layout is not None:
            layout.addWidget(editor)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painting.paint_box(painting.begin(self), QRectF(self.rect()), field_box(wrong=False))


class SelectField(Field):
    """One of many; nothing is chosen until `choose` or the person says so.

    Signals:
        chosen: The person chose; carries the key.
    """

    chosen = Signal(str)

    def __init__(
        self,
        label: str,
        options: Sequence[tuple[str, str]],
        *,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, hint, parent)
        self.editor = ComboBox()
        for key, text in options:
            self.editor.addItem(text, key)
        self.editor.setCurrentIndex(-1)
        self.name_editor(self.editor)
        self.column.addWidget(self.editor)
        self.editor.activated.connect(self._tell)

    @property
    def choice(self) -> str | None:
        """The key of the chosen option, None while nothing is chosen."""
        key = self.editor.currentData()
        return None if key is None else str(key)

    def choose(self, key: str | None) -> None:
        """Show an option as chosen without telling anyone; None shows nothing."""
        self.editor.setCurrentIndex(-1 if key is None else self.editor.findData(key))

    def _tell(self) -> None:
        choice = self.choice
        if choice is not None:
            self.chosen.emit(choice)
