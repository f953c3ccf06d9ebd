"""A moment as the diary keeps it: as written, and as it is sorted."""

from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache

_OFFSET = len("+00:00")
_WITH_WHOLE_SECONDS = len("2026-05-04T09:40:00+00:00")


def utc_text(moment: datetime) -> str:
    """Return a moment as a text that sorts by time."""
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds")


def utc_text_of(written: str) -> str:
    """Return the `utc_text` of a moment as `isoformat` writes one with offset; quick.

    Raises:
        ValueError: It is not in the calendar.
    """
    local, offset = datetime.fromisoformat(written[:-_OFFSET]), _offset(written[-_OFFSET:])
    if offset or len(written) != _WITH_WHOLE_SECONDS:
        return (local - offset).isoformat(timespec="microseconds")
    return f"{written[:-_OFFSET]}.000000"


@lru_cache(maxsize=256)
def _offset(written: str) -> timedelta:
    offset = timedelta(hours=int(written[1:3]), minutes=int(written[4:]))
    timezone(offset)  # refuses a day and more
    return -offset if written[0] == "-" else offset
