"""The rounded box that groups things on a page."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from tracker.ui import theme
from tracker.ui.widgets import painting
from tracker.ui.widgets.labels import Heading, IconHeading

Variant = Literal["plain", "inset", "reminder", "ok", "info", "error"]

_COLORS: dict[Variant, tuple[str, str, str]] = {
    "plain": ("surface", "border", "text"),
    "inset": ("surface2", "surface2", "text"),
    "reminder": ("warnSoft", "warn", "warnText"),
    "ok": ("okSoft", "ok", "okText"),
    "info": ("infoSoft", "info", "infoText"),
    "error": ("urgentSoft", "urgentText", "urgentText"),
}
_PADDING = 18
_GAP = 10
_RADIUS = 16


class Card(QFrame):
    """A box with a column inside; add widgets to `self.column`."""

    def __init__(self, variant: Variant = "plain", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._variant = variant
        self.column = QVBoxLayout(self)
        theme.current().changed.connect(self._restyle_card)
        self._restyle_card()

    @property
    def text_tone(self) -> str:
        """The token for text that stands directly on this card."""
        return _COLORS[self._variant][2]

    def set_variant(self, variant: Variant) -> None:
        """Change fill and outline; labels inside keep their own color."""
        self._variant = variant
        self.update()

    def add_title(self, text: str, icon: str | None = None) -> Heading:
        """Put a title at the end of the column and return it."""
        if icon is None:
            heading = Heading(text, 2, tone=self.text_tone)
            self.column.addWidget(heading)
            return heading
        titled = IconHeading(text, icon)
        self.column.addWidget(titled)
        return titled.heading

    def sizeHint(self) -> QSize:
        # Layouts take the height from the width they give; a widget would first lay all of its
        # column out at the width it would like, once more each time.
        return self.column.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = theme.current().tokens
        fill, outline, _ = _COLORS[self._variant]
        box = painting.Box(tokens(fill), tokens(outline), radius=_RADIUS)
        painting.paint_box(painting.begin(self), QRectF(self.rect()), box)

    def _restyle_card(self) -> None:
        padding = theme.current().space(_PADDING)
        self.column.setContentsMargins(padding, padding, padding, padding)
        self.column.setSpacing(theme.current().space(_GAP))
        self.update()
