"""Says things to a screen reader that appear without the focus going there."""

from typing import Literal

from PySide6.QtCore import QObject


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
        # Nothing is said before the first paint, which must not wait for these names.
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415

        event = QAccessibleAnnouncementEvent(self._speaker, text)
        event.setPoliteness(QAccessible.AnnouncementPoliteness[politeness])
        QAccessible.updateAccessibility(event)
