"""Hands words to Typst as data and takes pages back: a tagged PDF, or pictures of the same pages.

A letter that none of the shipped fonts has is looked for in the fonts of the computer; one that is
not there either is counted in words, so no letter is lost without a trace.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from re import compile as pattern
from typing import Any, Protocol

from tracker.errors import PagesNotMadeError
from tracker.report.font_coverage import fonts_folder
from tracker.report.printable import foreign_letters, on_paper
from tracker.resource_files import resource_file
from tracker.services.printing import Attachment, PreparedReport

_MOST_PROOFS = 3
_NOT_DISPLAYED = pattern(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_ESCAPED = pattern(r"\\u\{([0-9a-fA-F]+)\}")


class Typesetting(Protocol):
    """What Typst does, on plain values: `Typesetter` here, `Worker` in a process of its own."""

    def take(self, paths: tuple[str, str, str], said: dict[str, str], system_fonts: int) -> int:
        """Return the number of a new plate."""

    def value(self, plate: int, label: str) -> str:
        """Return what a template says of itself under a label, as JSON."""

    def pdf(self, plate: int, made_at: int, inside: dict[str, str]) -> bytes:
        """Return one PDF/UA-1 and PDF/A-3a file."""

    def pictures(self, plate: int, pixels_per_inch: float) -> list[bytes]:
        """Return one PNG per page."""


@dataclass(frozen=True, slots=True)
class Plates:
    """Makes plates.

    Attributes:
        typesetting: Who sets them.
        system_fonts: Whether the fonts of the computer are added to the shipped ones.
    """

    typesetting: Typesetting
    system_fonts: bool

    def plate(self, template: str, said: Mapping[str, str]) -> "Plate":
        """Return one template of `resources/report` with everything it is given."""
        path = resource_file("report", template)
        paths = (str(path), str(path.parent), str(fonts_folder()))
        number = self.typesetting.take(paths, dict(said), int(self.system_fonts))
        return Plate(self.typesetting, number)


@dataclass(frozen=True, slots=True)
class Plate:
    """One template with everything it is given, where it is set."""

    typesetting: Typesetting
    number: int

    def value(self, label: str) -> Any:
        """Return what the template says of itself under a label."""
        return json.loads(self.typesetting.value(self.number, label))

    def pdf(self, made_at: int, attachments: Sequence[Attachment] = ()) -> bytes:
        """Return one PDF/UA-1 and PDF/A-3a file with these files inside it."""
        return self.typesetting.pdf(self.number, made_at, _attached(attachments))

    def pictures(self, pixels_per_inch: float) -> tuple[bytes, ...]:
        """Return one PNG per page."""
        return tuple(self.typesetting.pictures(self.number, pixels_per_inch))


class Layout(Protocol):
    """Makes a plate of a content as data; of several that were tried, the one that fits."""

    def __call__(self, said: Any, plates: Plates) -> Plate:
        """Return the plate."""


class Press:
    """Sets one frozen content; nothing in it is markup."""

    def __init__(self, content: Any, made_at: int, lay_out: Layout) -> None:
        """Take what is said.

        Args:
            content: Frozen dataclasses, tuples and plain values.
            made_at: Seconds since 1970, for the same bytes from the same diary.
            lay_out: Makes the plate.
        """
        self._content, self._made_at, self._lay_out = content, made_at, lay_out

    def pdf(
        self, attachments: Sequence[Attachment] = (), typesetting: Typesetting | None = None
    ) -> bytes:
        """Return one PDF with these files inside it; None sets it in this process."""
        return self._proofread(typesetting).pdf(self._made_at, attachments)

    def pictures(
        self, pixels_per_inch: float, typesetting: Typesetting | None = None
    ) -> tuple[bytes, ...]:
        """Return one PNG per page of the same."""
        return self._proofread(typesetting).pictures(pixels_per_inch)

    def _proofread(self, typesetting: Typesetting | None) -> Plate:
        """Return a plate on which every letter is drawn, named or counted."""
        setter = typesetting or _here()
        shipped, all_fonts = Plates(setter, system_fonts=False), Plates(setter, system_fonts=True)
        texts: dict[str, str] = {}
        said = _printed(self._content, frozenset(), texts)
        foreign = foreign_letters("".join(texts))
        if not foreign:
            return self._lay_out(said, shipped)
        lost: frozenset[str] = frozenset()
        for _ in range(_MOST_PROOFS):
            plate = self._lay_out(as_printed_data(self._content, lost), all_fonts)
            try:
                plate.pdf(self._made_at)
            except PagesNotMadeError as error:
                found = _not_displayed(error.diagnostic) & foreign - lost
                if not found:
                    break
                lost |= found
            else:
                return plate
        return self._lay_out(as_printed_data(self._content, foreign), shipped)


class Pressed(PreparedReport, Protocol):
    """What can be set here or apart: a report, or a sheet of its own."""

    def press(self) -> Press:
        """Return what sets it."""


def _here() -> Typesetting:
    from tracker.report.typesetter import Typesetter  # noqa: PLC0415 - Typst, and never apart

    return Typesetter()


def as_printed_data(value: Any, lost: frozenset[str] = frozenset()) -> Any:
    """Return frozen content as a template reads it from JSON, its texts made fit for paper.

    Args:
        value: Frozen dataclasses, tuples and plain values.
        lost: Letters that no font at hand can draw; they are counted in words.
    """
    return _printed(value, lost, {})


def _printed(value: Any, lost: frozenset[str], made_fit: dict[str, str]) -> Any:
    """Return the same; `made_fit` takes up what became of each text."""

    def fit(text: str) -> str:
        # The versions of a report share most of their texts.
        made = made_fit.get(text)
        if made is None:
            made = made_fit[text] = on_paper(text, lost)
        return made

    return _as_data(value, fit)


def _attached(attachments: Sequence[Attachment]) -> dict[str, str]:
    """Return what `attached.typ` reads."""
    if not attachments:
        return {}
    listed = [
        {"name": each.name, "media": each.media_type, "about": each.about} for each in attachments
    ]
    contents = {f"attached/{each.name}": each.content.decode() for each in attachments}
    return {"attached": json.dumps(listed), **contents}


def _not_displayed(diagnostic: str) -> frozenset[str]:
    texts = "".join(_NOT_DISPLAYED.findall(diagnostic))
    return frozenset(_ESCAPED.sub(lambda found: chr(int(found[1], 16)), texts))


def _as_data(value: Any, text_made_fit: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return text_made_fit(value)
    if isinstance(value, tuple):
        return [_as_data(each, text_made_fit) for each in value]
    kind: Any = type(value)
    if names := _names_of(kind):
        return {name: _as_data(getattr(value, name), text_made_fit) for name in names}
    if isinstance(value, date):
        return value.toordinal()
    # A decimal is for drawing alone; numbers to read are worded before.
    return float(value) if isinstance(value, Decimal) else value


@cache
def _names_of(kind: Any) -> tuple[str, ...]:
    """Return the names of the fields of a dataclass; of any other kind of value none."""
    return tuple(each.name for each in fields(kind)) if is_dataclass(kind) else ()
