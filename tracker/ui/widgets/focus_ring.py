"""One ring around whatever the keyboard is at; the mouse makes it go away."""

from collections.abc import Callable
from weakref import ref

from PySide6.QtCore import QEvent, QMetaObject, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPaintEvent, QShowEvent, QWindow
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from shiboken6 import isValid

from tracker.ui import theme
from tracker.ui.widgets import painting
from tracker.ui.widgets.viewports import bring_into_sight

_WIDTH, _GAP, _RADIUS = 3, 2, 14
_MARGIN = _WIDTH + _GAP
_BY_POINTER = (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin)
_BY_KEYBOARD = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)
_SIGHT_PX = 24


class FocusRing(QWidget):
    """An overlay of a top-level window; it follows moves, resizes and scrolling."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self._by_keyboard = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        self._following: QMetaObject.Connection | None = None
        self._listen(on=window.isVisible())
        window.installEventFilter(self)
        theme.current().changed.connect(self._place)

    @property
    def target(self) -> QWidget | None:
        """What the ring is around now; None while it is hidden."""
        return None if self.isHidden() else self._target

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A ring whose window is being taken apart has no fields any more but still hears of it.
        if not hasattr(self, "_window"):
            return False
        # Asking the window for its handle here would crash when the program ends.
        kind = event.type()
        if watched is self._window and kind == QEvent.Type.Show:
            self._listen(on=True)
            self._watch_input()
        elif watched is self._window and kind == QEvent.Type.Hide:
            self._listen(on=False)
            self._place()
        elif isinstance(watched, QWindow):
            self._note_input(kind)
        elif kind in _MOVES:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        box = painting.Box(None, theme.current().tokens("focus"), _WIDTH, _RADIUS)
        rect = QRectF(self._ring_rect()).translated(-self.x(), -self.y())
        painting.paint_box(painting.begin(self), rect, box)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.raise_()

    def _listen(self, *, on: bool) -> None:
        """Follow the keyboard while the window is there."""
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            return
        if on and self._following is None:
            self._following = app.focusChanged.connect(_follower(ref(self)))
        elif not on and self._following is not None:
            QObject.disconnect(self._following)
            self._following = None

    def _watch_input(self) -> None:
        handle = self._window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def _note_input(self, kind: QEvent.Type) -> None:
        if kind in _BY_POINTER:
            self._by_keyboard = False
            self.hide()
        elif kind in _BY_KEYBOARD and not self._by_keyboard:
            self._by_keyboard = True
            self.follow(QApplication.focusWidget())

    def show_from_now_on(self, *, on: bool) -> None:
        """Go on as in the window before this one, where keys led to what has the keyboard."""
        self._by_keyboard = on

    def follow(self, new: QWidget | None) -> None:
        """Go around what has the keyboard now, where that is what the person uses."""
        inside = new is not None and self._by_keyboard and new.window() is self._window
        # A page that was gone to by its key holds the keyboard for its parts; it is no stop itself.
        inside = inside and new is not None and new.focusPolicy() != Qt.FocusPolicy.NoFocus
        self._watch(new if inside else None)
        if inside and new is not None:
            _bring_into_sight(new)
        self._place()

    def _watch(self, target: QWidget | None) -> None:
        for watched in self._watched:
            if isValid(watched):  # a page may have been rebuilt under the keyboard
                watched.removeEventFilter(self)
        self._watched = []
        self._target = target
        widget: QWidget | None = target
        while widget is not None and widget is not self._window:
            widget.installEventFilter(self)
            self._watched.append(widget)
            widget = widget.parentWidget()

    def _place(self) -> None:
        target = self._target
        if target is None or not isValid(target) or not target.isVisible():
            self.hide()
            return
        clip = self._clip()
        shown = self._ring_rect().intersected(clip)
        if shown.isEmpty():
            self.hide()
            return
        self.setGeometry(shown)
        self.show()
        self.raise_()
        self.update()

    def _ring_rect(self) -> QRect:
        if self._target is None:
            return QRect()
        corner = self._target.mapTo(self._window, QPoint(0, 0))
        return QRect(corner, self._target.size()).adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)

    def _clip(self) -> QRect:
        """Return the part of the window in which the target can be seen."""
        area = _scroll_area_of(self._target)
        if area is None:
            return self._window.rect()
        viewport = area.viewport()
        return QRect(viewport.mapTo(self._window, QPoint(0, 0)), viewport.size())


def _follower(ring: "ref[FocusRing]") -> Callable[[QWidget | None, QWidget | None], None]:
    """Return what tells a ring of the keyboard as long as all of it is there.

    A window that is taken apart loses the keyboard while its ring is half gone: Qt would look for
    a slot of it that no longer exists.
    """

    def follow(_old: QWidget | None, new: QWidget | None) -> None:
        whole = ring()
        if whole is not None and isValid(whole) and hasattr(whole, "_window"):
            whole.follow(new)

    return follow


def _scroll_area_of(widget: QWidget | None) -> QScrollArea | None:
    while widget is not None:
        widget = widget.parentWidget()
        if isinstance(widget, QScrollArea):
            return widget
    return None


def _bring_into_sight(widget: QWidget) -> None:
    area = _scroll_area_of(widget)
    if area is not None:
        bring_into_sight(area, widget, theme.current().px(_SIGHT_PX))
