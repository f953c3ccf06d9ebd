"""Where the keyboard is in a window, to be found again in one that is built in its place."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from tracker.ui.widgets.focus_ring import FocusRing


@dataclass(frozen=True, slots=True)
class KeyboardPlace:
    """One control as a person would name it.

    Attributes:
        name: As a screen reader says it.
        number: Which of those of its kind and name, from 0.
        was_shown: Whether the ring was around it, because keys led there.
    """

    kind: type[QWidget]
    name: str
    number: int
    was_shown: bool

    @classmethod
    def in_window(cls, window: QWidget) -> "KeyboardPlace | None":
        """Return where the keyboard is; None where it is nowhere that has a name."""
        used = QApplication.focusWidget()
        if used is None or not window.isAncestorOf(used) or not _name(used):
            return None
        alike = _alike(window, type(used), _name(used))
        shown = any(ring.target is used for ring in window.findChildren(FocusRing))
        return cls(type(used), _name(used), alike.index(used), shown) if used in alike else None

    def go_on_in(self, window: QWidget) -> None:
        """Give the keyboard to the same control there; where it is not there nothing changes."""
        alike = _alike(window, self.kind, self.name)
        if self.number >= len(alike):
            return
        for ring in window.findChildren(FocusRing):
            ring.show_from_now_on(on=self.was_shown)
        alike[self.number].setFocus(Qt.FocusReason.OtherFocusReason)


def _alike(window: QWidget, kind: type[QWidget], name: str) -> list[QWidget]:
    every = window.findChildren(kind)
    return [each for each in every if each.isVisibleTo(window) and _name(each) == name]


def _name(widget: QWidget) -> str:
    own = widget.accessibleName()
    return own if own or not isinstance(widget, QAbstractButton) else widget.text()
