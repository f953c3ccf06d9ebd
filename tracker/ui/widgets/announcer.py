"""Says things to a screen reader that appear without the focus going there."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent


class AccessibleAnnouncer:
    """Speaks for one widget.

    Args:
        speaker: The widget that the announcement belongs to.
    """

    def __init__(self, speaker: QObject) -> None:
        self._speaker = speaker

    def polite(self, text: str) -> None:
        """Say it when the screen reader has finished its sentence."""
        self._say(text, QAccessible.AnnouncementPoliteness.Polite)

    def assertive(self, text: str) -> None:
        """Say it at once, for what cannot wait."""
        self._say(text, QAccessible.AnnouncementPoliteness.Assertive)

    def _say(self, text: str, politeness: QAccessible.AnnouncementPoliteness) -> None:
        event = QAccessibleAnnouncementEvent(self._speaker, text)
        event.setPoliteness(politeness)
        QAccessible.updateAccessibility(event)
