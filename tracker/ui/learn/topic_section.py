"""One topic of the Learn page: a heading that opens what stands under it."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QFont, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.ui import theme
from tracker.ui.learn.state import TopicState
from tracker.ui.learn.statement_row import StatementRow
from tracker.ui.widgets import painting
from tracker.ui.widgets.buttons import ButtonLook, PaintedButton
from tracker.ui.widgets.labels import WrappedLabel


class _TopicButton(PaintedButton):
    """The heading; pressed opens, pressed again closes."""

    look = ButtonLook("text", None, "surface2", None, padding=6, centered=False)

    def _text_font(self) -> QFont:
        return theme.current().font("h3")


class TopicSection(QWidget):
    """Statements are built when the topic is first opened.

    Signals:
        unfolded: The person opened or closed it.
    """

    unfolded = Signal()

    def __init__(self, topic: TopicState, *, opened: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.topic = topic
        self.rows: tuple[StatementRow, ...] = ()
        self.button = _TopicButton(self._heading(), "chevron-right")
        self.button.setCheckable(True)
        self._body = QWidget()
        self._body.hide()
        self._rows = QVBoxLayout(self._body)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 1, 0, 0)
        self._column.addWidget(self.button)
        self._column.addWidget(self._body)
        self.button.toggled.connect(self._show_opened)
        self.button.clicked.connect(self.unfolded)
        theme.current().changed.connect(self._restyle)
        self._restyle()
        if opened:
            self.button.setChecked(True)

    @property
    def is_open(self) -> bool:
        """Whether its statements are in sight."""
        return self.button.isChecked()

    def open(self) -> None:
        """Show its statements."""
        if not self.is_open:
            self.button.click()

    def stops(self) -> list[QWidget]:
        """Return what the keyboard reaches, in the order in which it is read."""
        return [self.button, *(stop for row in self.rows for stop in row.stops())]

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        line = QRectF(0, 0, self.width(), 1)
        painting.begin(self).fillRect(line, theme.current().tokens("border"))

    def _heading(self) -> str:
        topic = self.topic
        if len(topic.statements) == topic.of:
            return topic.title
        return self.tr("{title} ({n} of {of})").format(
            title=topic.title, n=len(topic.statements), of=topic.of
        )

    def _show_opened(self, opened: bool) -> None:  # noqa: FBT001 - a signal's argument
        self.button.set_icon_name("chevron-down" if opened else "chevron-right")
        if opened and not self.rows:
            self._build_rows()
        self._body.setVisible(opened)
        self.updateGeometry()

    def _build_rows(self) -> None:
        if self.topic.also_called:
            names = self.tr("Also called {names}").format(names=", ".join(self.topic.also_called))
            self._rows.addWidget(WrappedLabel(names, "small", tone="text2"))
        self.rows = tuple(StatementRow(each) for each in self.topic.statements)
        for row in self.rows:
            self._rows.addWidget(row)

    def _restyle(self) -> None:
        space = theme.current().space
        self._rows.setContentsMargins(space(32), space(2), 0, space(14))
        self._rows.setSpacing(space(8))
        self.update()
