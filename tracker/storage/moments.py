"""A moment as the diary sorts it."""

from datetime import UTC, datetime


def utc_text(moment: datetime) -> str:
    """Return a moment as a text that sorts by time."""
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds")
