"""The name of the time zone in which something was written."""

import os
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_SECONDS_PER_HOUR = 3600


def zone_name(moment: datetime) -> str:
    """Return an IANA name that fits the offset of `moment`.

    The zone of the moment itself, or the machine's own zone where its offset agrees, or a name
    with a fixed offset; `UTC` where no name has that offset.
    """
    if isinstance(moment.tzinfo, ZoneInfo) and moment.tzinfo.key:
        return moment.tzinfo.key
    offset = moment.utcoffset() or timedelta(0)
    own = _machine_zone()
    if own is not None and moment.astimezone(own).utcoffset() == offset:
        return own.key
    hours, rest = divmod(int(offset.total_seconds()), _SECONDS_PER_HOUR)
    if rest or not hours:
        return "UTC"
    return f"Etc/GMT{-hours:+d}"


@cache
def _machine_zone() -> ZoneInfo | None:
    for name in (os.environ.get("TZ", "").lstrip(":"), _linked_zone()):
        if name:
            try:
                return ZoneInfo(name)
            except (ZoneInfoNotFoundError, ValueError, OSError):
                continue
    return None


def _linked_zone() -> str:
    try:
        target = Path("/etc/localtime").resolve(strict=True).as_posix()
    except OSError:
        return ""
    return target.partition("zoneinfo/")[2]
