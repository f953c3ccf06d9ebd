"""A moment as the diary keeps it: as written, and as it is sorted."""

from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache

_NO_OFFSET = "2000-01-01T00:00:00"


def utc_text(moment: datetime) -> str:
    """Return a moment as a text that sorts by time."""
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds")


def both_texts(moment: datetime) -> tuple[str, str]:
    """Return the moment with its offset, as `isoformat` does, and its `utc_text`; quick."""
    offset = moment.utcoffset()
    if offset is None:
        raise ValueError("the moment of an entry carries an offset")
    local = moment.replace(tzinfo=None)
    in_utc = (local - offset).isoformat(timespec="microseconds")
    return local.isoformat() + _offset_text(offset), in_utc


@lru_cache(maxsize=256)
def _offset_text(offset: timedelta) -> str:
    return datetime(2000, 1, 1, tzinfo=timezone(offset)).isoformat().removeprefix(_NO_OFFSET)
