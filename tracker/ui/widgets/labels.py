"""Text and icons that only show."""

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from tracker.ui import icons, theme
from tracker.ui.text import without_overrides
from tracker.ui.theme import Style
from tracker.ui.widgets import painting

_NUMBER_STYLES: list[Style] = ["display", "h1", "h2"]
_HEADING_STYLES: dict[int, Style] = {1: "h1", 2: "h2", 3: "h3"}


class WrappedLabel(QLabel):
    """Plain text that wraps; what it is given is never read as markup.

    A label in a scroll area would otherwise claim the height it has at the narrowest width, so the
    least size is one line. `PartsLabel` in `bold_parts` bolds pieces of its text.
    """

    def __init__(
        self,
        text: str = "",
        style: Style = "body",
        *,
        tone: str = "text",
        strong: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._style, self._tone, self._strong = style, tone, strong
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setText(text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.current().changed.connect(self._restyle)
        self._restyle()

    def setText(self, text: str) -> None:
        super().setText(without_overrides(text))

    def set_tone(self, tone: str) -> None:
        """Change the color, by the name of its token."""
        self._tone = tone
        self._restyle()

    def make_selectable(self) -> None:
        """Let phone numbers and results be marked and copied with the mouse."""
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setCursor(Qt.CursorShape.IBeamCursor)

    def minimumSizeHint(self) -> QSize:
        width = super().minimumSizeHint().width()
        return QSize(width, QFontMetrics(self.font()).lineSpacing())

    def _restyle(self) -> None:
        self.setFont(theme.current().font(self._style, strong=self._strong))
        self.setPalette(theme.palette_color(self._tone))
        self.updateGeometry()


class PhoneNumber(WrappedLabel):
    """A number in large type that never breaks; where it has no room it takes the next size."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "display", parent=parent)
        self.make_selectable()

    def minimumSizeHint(self) -> QSize:
        font = theme.current().font("h2", strong=True)
        width = ceil(painting.text_width(font, self.text()))
        return QSize(width, QFontMetrics(font).lineSpacing())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        sheet = theme.current()
        fitting: list[Style] = [
            style
            for style in _NUMBER_STYLES
            if painting.text_width(sheet.font(style, strong=True), self.text()) <= self.width()
        ]
        style = (fitting or _NUMBER_STYLES[-1:])[0]
        if style != self._style:
            self._style = style
            self.setFont(sheet.font(style, strong=True))

    def _restyle(self) -> None:
        self._style, self._strong = "display", True
        super()._restyle()


class Heading(WrappedLabel):
    """A title: level 1 for the page, 2 for a card, 3 for a row."""

    def __init__(
        self, text: str, level: int = 2, *, tone: str = "text", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, _HEADING_STYLES[level], tone=tone, parent=parent)
        self.level = level


class IconLabel(QWidget):
    """An icon that a screen reader passes over, because words beside it say the same."""

    def __init__(
        self, name: str, *, tone: str = "primary", size: int = 22, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._tone, self._size = name, tone, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.current().changed.connect(self._restyle)
        self._restyle()

    def sizeHint(self) -> QSize:
        side = theme.current().px(self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = painting.begin(self)
        side = theme.current().px(self._size)
        icons.draw(
            painter, self._name, theme.current().tokens(self._tone), QRectF(0, 0, side, side)
        )

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


class IconHeading(QWidget):
    """A card's title with its icon in front."""

    def __init__(
        self, text: str, icon: str, *, tone: str = "primary", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self._icon = IconLabel(icon, tone=tone)
        self.heading = Heading(text, 2)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.heading, 1)
        theme.current().changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        layout = self.layout()
        if layout is not None:
            layout.setSpacing(theme.current().space(10))
