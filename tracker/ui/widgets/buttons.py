"""Buttons, painted so that icon, text and shape are the same in every style and text size."""

from typing import ClassVar, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from tracker.ui import icons, theme
from tracker.ui.text import tool_tip, without_overrides
from tracker.ui.widgets import painting

_RADIUS = 12
_ICON = 18
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ButtonLook(NamedTuple):
    """Tokens of a kind of button; None is not drawn. `padding` is at each side, px at 100 %."""

    text: str
    fill: str | None = None
    hover: str | None = None
    outline: str | None = None
    padding: int = 20
    centered: bool = True


def pressed_by_enter(button: QPushButton, event: QKeyEvent) -> bool:
    """Press the button that has the keyboard; Qt would leave Enter to the main one of a dialog."""
    pressed = event.key() in _ENTER and not event.isAutoRepeat()
    if pressed:
        button.click()
    return pressed


class PaintedButton(QPushButton):
    """A push button whose text wraps to more lines when there is no room for one."""

    look: ClassVar[ButtonLook] = ButtonLook("text", "surface", "surface2", "control")

    def __init__(self, text: str, icon: str | None = None, parent: QWidget | None = None) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self._icon_name = icon
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        painting.wrap_by_width(self, QSizePolicy.Policy.Preferred)
        theme.current().changed.connect(self._restyle)
        self._restyle()

    @property
    def shown_text(self) -> str:
        """The text as a person reads it, without Qt's marks for a shortcut."""
        text = self.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
        return without_overrides(text)

    def set_icon_name(self, icon: str | None) -> None:
        """Change the icon in front of the text."""
        self._icon_name = icon
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = painting.text_width(self._text_font(), self.shown_text) + self._around() + 1
        natural = max(theme.current().target(), round(width + 0.5))
        return QSize(natural, painting.wrapped_height(self, natural))

    def minimumSizeHint(self) -> QSize:
        width = painting.widest_word(self._text_font(), self.shown_text) + self._around() + 1
        target = theme.current().target()
        return QSize(max(target, round(width + 0.5)), target)

    def heightForWidth(self, width: int) -> int:
        room = width - self._around()
        text = painting.text_height(self._text_font(), self.shown_text, room)
        return max(theme.current().target(), round(text) + theme.current().space(16))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        painting.take_new_width(self, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = painting.begin(self)
        self._paint_shape(painter)
        self._paint_content(painter, self._text_color())

    def _paint_shape(self, painter: QPainter) -> None:
        tokens = theme.current().tokens
        fill = self.look.hover if self._lit() else self.look.fill
        outline = self.look.outline
        if not self.isEnabled():
            fill = "surface2" if self.look.fill else None
            outline = "border" if outline else None
        box = painting.Box(
            tokens(fill) if fill else None, tokens(outline) if outline else None, 2, _RADIUS
        )
        painting.paint_box(painter, QRectF(self.rect()), box)

    def _paint_content(self, painter: QPainter, color: QColor) -> None:
        font = self._text_font()
        room = self.width() - self._around()
        text = self.shown_text
        text_width = min(room, painting.text_width(font, text)) if text else 0.0
        side, gap = self._icon_side(), self._icon_gap()
        left = (self.width() - text_width - side - gap) / 2
        if not self.look.centered:
            left = float(theme.current().space(self.look.padding))
        if self._icon_name is not None:
            rect = QRectF(left, (self.height() - side) / 2, side, side)
            icons.draw(painter, self._icon_name, color, rect)
        painter.setFont(font)
        painter.setPen(color)
        area = QRectF(left + side + gap, 0, text_width + 1, self.height())
        across = Qt.AlignmentFlag.AlignHCenter if self.look.centered else Qt.AlignmentFlag.AlignLeft
        flags = across | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(area, int(flags), text)

    def _lit(self) -> bool:
        return self.isEnabled() and (self.underMouse() or self.isDown())

    def _text_color(self) -> QColor:
        return theme.current().tokens(self.look.text if self.isEnabled() else "text3")

    def _text_font(self) -> QFont:
        return theme.current().font("body", strong=True)

    def _icon_side(self) -> int:
        return theme.current().px(_ICON) if self._icon_name is not None else 0

    def _icon_gap(self) -> int:
        return theme.current().space(8) if self._icon_name is not None and self.text() else 0

    def _around(self) -> int:
        return 2 * theme.current().space(self.look.padding) + self._icon_side() + self._icon_gap()

    def _restyle(self) -> None:
        self.setFont(self._text_font())
        self.updateGeometry()
        self.update()


class PrimaryButton(PaintedButton):
    """The one main action of a card or dialog."""

    look = ButtonLook("onPrimary", "primary", "primaryHover")


class SecondaryButton(PaintedButton):
    """Any other action."""


class LinkButton(PaintedButton):
    """A light action without an outline."""

    look = ButtonLook("primary", None, "surface2", None, padding=14)


class DangerButton(PaintedButton):
    """An action that deletes for good."""

    look = ButtonLook("onUrgent", "urgent", "urgentHover")


class OnUrgentButton(PaintedButton):
    """A button that stands on the red strip."""

    look = ButtonLook("onUrgent", None, "urgentHover", "onUrgent")


class IconButton(PaintedButton):
    """A square button with an icon alone; its name is for screen readers and the tool tip."""

    def __init__(
        self, icon: str, name: str, *, side: int = 44, parent: QWidget | None = None
    ) -> None:
        self._side_px = side
        super().__init__("", icon, parent)
        self.setAccessibleName(name)
        self.setToolTip(tool_tip(name))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = max(theme.current().target(), theme.current().px(self._side_px))
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class PlainIconButton(IconButton):
    """An icon button without an outline, for closing or removing one line."""

    look = ButtonLook("text2", None, "surface2")
