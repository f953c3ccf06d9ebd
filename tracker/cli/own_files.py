"""Which files this program wrote, known by how they begin, whoever laid them out since."""

import mmap
import os
import re
from pathlib import Path

from tracker.exchange.calendar_out import PRODUCT
from tracker.exchange.csv_out import COLUMNS, DAY_COLUMNS
from tracker.exchange.diary_json import FORMAT
from tracker.open_files import reading

_LOOKED_AT = 4096
_DIARY = re.compile(rb'"format"\s*:\s*"' + FORMAT.encode() + rb'"')
# Bundles of hospitals begin alike, but none with this whole line.
_BUNDLE = (
    rb'\{"resourceType":"Bundle","id":"[0-9a-f-]{36}",("meta":\{"tag":\[\{"display":"[^"]*"\}\]\},)?'
    rb'"type":"collection","timestamp":"[^"]*","entry":\[\n\{"fullUrl":"urn:uuid:'
)
_CALENDAR = rb"BEGIN:VCALENDAR\r?\nVERSION:2.0\r?\nPRODID:" + re.escape(PRODUCT.encode())
_TABLE = ",".join(COLUMNS).encode() + rb"\r?\n"
_DAYS_TABLE = ",".join(DAY_COLUMNS).encode() + rb"[,\r\n]"
_STARTS = re.compile(rb"|".join((_BUNDLE, _CALENDAR, _TABLE, _DAYS_TABLE)))
_PDF = b"%PDF-"
_PDF_KEYWORD = b"<pdf:Keywords>chemo-tracker</pdf:Keywords>"
"""What the templates of all sheets say of themselves, in the part that is never compressed."""


def is_written_by_us(path: Path) -> bool:
    """Return whether a file is a report or an export of this program, or has nothing in it.

    Raises:
        OSError: It cannot be read.
    """
    with reading(path) as file:
        start = file.read(_LOOKED_AT).removeprefix(b"\xef\xbb\xbf")
        if not start or _STARTS.match(start):
            return True
        if start.lstrip().startswith(b"{"):
            file.seek(max(0, file.seek(0, os.SEEK_END) - _LOOKED_AT))
            return any(_DIARY.search(part) for part in (start, file.read()))
        if not start.startswith(_PDF):
            return False
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as whole:
            return whole.find(_PDF_KEYWORD) >= 0
