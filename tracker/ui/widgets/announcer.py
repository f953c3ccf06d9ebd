"""Says things to a screen reader that appear without the focus going there."""

from typing import Literal

from PySide6.QtCore import QObject, QTimer

# What is queued without any delay would come before the paint; this is too short to be noticed.
_AFTER_THE_PAINT_MS = 50


class AccessibleAnnouncer:
    """Speaks for one widget.

    Args:
        speaker: The widget that the announcement belongs to.
    """

    def __init__(self, speaker: QObject) -> None:
        self._speaker = speaker

    def polite(self, text: str) -> None:
        """Say it when the screen reader has finished its sentence."""
        self._say(text, "Polite")

    def assertive(self, text: str) -> None:
        """Say it at once, for what cannot wait."""
        self._say(text, "Assertive")

    def _say(self, text: str, politeness: Literal["Polite", "Assertive"]) -> None:
        # After what is being filled is painted: a screen reader would speak of a page that is not
        # there yet, and the first page would wait for names that only speaking needs.
        QTimer.singleShot(_AFTER_THE_PAINT_MS, self._speaker, lambda: self._speak(text, politeness))

    def _speak(self, text: str, politeness: Literal["Polite", "Assertive"]) -> None:
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415

        event = QAccessibleAnnouncementEvent(self._speaker, text)
        event.setPoliteness(QAccessible.AnnouncementPoliteness[politeness])
        QAccessible.updateAccessibility(event)
