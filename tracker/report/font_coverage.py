"""Which characters the shipped fonts can draw, read from the fonts themselves."""

from functools import cache
from pathlib import Path
from struct import unpack_from

from tracker.resource_files import resource_file

_TABLE_DIRECTORY_BYTES = 12
_TABLE_RECORD_BYTES = 16
_SEGMENTS_FORMAT = 4


def fonts_folder() -> Path:
    """Return the folder of the shipped fonts."""
    return resource_file("fonts")


@cache
def drawable() -> frozenset[str]:
    """Return every character that at least one shipped font has a glyph for.

    Private characters mean something else in each font, and an archive may not hold them.
    """
    characters: set[str] = set()
    for font in sorted(fonts_folder().glob("*.[ot]tf")):
        characters |= _characters_of(font.read_bytes())
    return frozenset(each for each in characters if not "\ue000" <= each <= "\uf8ff")


def _characters_of(font: bytes) -> set[str]:
    """Return what the character map of one font file names.

    Raises:
        ValueError: The font has no map in format 4; ship another build of it.
    """
    table = _table(font, b"cmap")
    (count,) = unpack_from(">H", font, table + 2)
    for record in range(count):
        (offset,) = unpack_from(">I", font, table + 4 + 8 * record + 4)
        (layout,) = unpack_from(">H", font, table + offset)
        if layout == _SEGMENTS_FORMAT:
            return _characters_of_segments(font, table + offset)
    raise ValueError("a shipped font has no character map in format 4")


def _table(font: bytes, tag: bytes) -> int:
    (count,) = unpack_from(">H", font, 4)
    for number in range(count):
        record = _TABLE_DIRECTORY_BYTES + _TABLE_RECORD_BYTES * number
        if font[record : record + 4] == tag:
            return int(unpack_from(">I", font, record + 8)[0])
    raise ValueError(f"a shipped font has no table {tag.decode()}")


def _characters_of_segments(font: bytes, start: int) -> set[str]:
    (twice_segments,) = unpack_from(">H", font, start + 6)
    form = f">{twice_segments // 2}H"
    ends = unpack_from(form, font, start + 14)
    starts = unpack_from(form, font, start + 16 + twice_segments)
    # The closing segment is U+FFFF alone and stands for no character.
    pairs = zip(starts[:-1], ends[:-1], strict=True)
    return {chr(code) for first, last in pairs for code in range(first, last + 1)}
