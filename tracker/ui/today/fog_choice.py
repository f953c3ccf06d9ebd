"""The big buttons of the check-in that asks one question at a time."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.ui import theme
from tracker.ui.widgets import painting
from tracker.ui.widgets.buttons import ButtonLook, PaintedButton

_HEIGHT = 60
_RADIUS = 12


class FogButton(PaintedButton):
    """As wide as the card, and easy to hit."""

    look = ButtonLook("text", "surface", "surface2", "control", padding=22, centered=False)

    def __init__(
        self, text: str = "", icon: str | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, icon, parent)
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), max(hint.height(), theme.current().space(_HEIGHT)))

    def heightForWidth(self, width: int) -> int:
        return max(super().heightForWidth(width), theme.current().space(_HEIGHT))

    def _text_font(self) -> QFont:
        return theme.current().font("h3", strong=True)


class FogChoice(FogButton):
    """A level with its words; the chosen one carries a check mark."""

    def __init__(self, level: int, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.level, self._chosen = level, False

    def show_words(self, symptom: str, words: str, *, chosen: bool) -> None:
        """Show what the level means, and whether it is the answer."""
        self._chosen = chosen
        self.setText(f"{self.level}   {words[:1].upper()}{words[1:]}".replace("&", "&&"))
        spoken = f"{symptom}: {self.level}, {words}"
        self.setAccessibleName(
            self.tr("{choice}, chosen").format(choice=spoken) if chosen else spoken
        )
        self.set_icon_name("check" if chosen else None)

    def _paint_shape(self, painter: QPainter) -> None:
        if not self._chosen:
            super()._paint_shape(painter)
            return
        tokens = theme.current().tokens
        box = painting.Box(tokens("primarySoft"), tokens("primary"), 2, _RADIUS)
        painting.paint_box(painter, QRectF(self.rect()), box)
