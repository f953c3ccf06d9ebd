"""Tells the pages that the diary has changed."""

from PySide6.QtCore import QObject, Signal


class Notifier(QObject):
    """The one place that says "something was stored".

    Signals:
        changed: Carries what the service returned about the change.
    """

    changed = Signal(object)

    def tell(self, changes: object) -> None:
        """Pass on what a service returned; call it after the commit, never before."""
        self.changed.emit(changes)
