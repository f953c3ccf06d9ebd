"""Hands words to Typst as data and takes pages back: a tagged PDF, or pictures of the same pages.

A letter that none of the shipped fonts has is looked for in the fonts of the computer; one that is
not there either is counted in words, so no letter is lost without a trace.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from re import compile as pattern
from typing import TYPE_CHECKING, Any, Protocol

from tracker.report.font_coverage import fonts_folder
from tracker.report.printable import foreign_letters, on_paper
from tracker.resource_files import resource_file
from tracker.services.printing import Attachment

if TYPE_CHECKING:
    from typst import Fonts, PDFStandard

# Both at once: UA-1 is what screen readers need; A-3a is what archives take, attachments included.
_STANDARDS: "list[PDFStandard]" = ["ua-1", "a-3a"]
_MOST_PROOFS = 3
_NOT_DISPLAYED = pattern(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_ESCAPED = pattern(r"\\u\{([0-9a-fA-F]+)\}")


class Plate:
    """One template with everything it is given."""

    def __init__(self, template: str, inputs: Mapping[str, str], *, system_fonts: bool) -> None:
        from typst import Compiler  # noqa: PLC0415 - heavy, and only a print needs it

        path = resource_file("report", template)
        self._inputs = dict(inputs)
        fonts = _fonts(system=system_fonts)
        self._compiler: Compiler = Compiler(
            str(path), str(path.parent), fonts, sys_inputs=self._inputs
        )

    def value(self, label: str) -> Any:
        """Return what the template says of itself under a label."""
        return json.loads(self._compiler.query(f"<{label}>", field="value", one=True))

    def pdf(self, made_at: int, attachments: Sequence[Attachment] = ()) -> bytes:
        """Return one PDF/UA-1 and PDF/A-3a file with these files inside it."""
        made = self._compiler.compile(
            format="pdf",
            pdf_standards=_STANDARDS,
            timestamp=made_at,
            sys_inputs={**self._inputs, **_attached(attachments)},
        )
        return _pages(made)[0]

    def pictures(self, pixels_per_inch: float) -> tuple[bytes, ...]:
        """Return one PNG per page."""
        made = self._compiler.compile(format="png", ppi=pixels_per_inch, sys_inputs=self._inputs)
        return tuple(_pages(made))


class Layout(Protocol):
    """Makes a plate of a content as data; of several that were tried, the one that fits."""

    def __call__(self, said: Any, *, system_fonts: bool) -> Plate:
        """Return the plate; `system_fonts` adds those of the computer to the shipped ones."""


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

    def pdf(self, attachments: Sequence[Attachment] = ()) -> bytes:
        """Return one PDF with these files inside it."""
        return self._proofread().pdf(self._made_at, attachments)

    def pictures(self, pixels_per_inch: float) -> tuple[bytes, ...]:
        """Return one PNG per page of the same."""
        return self._proofread().pictures(pixels_per_inch)

    def _proofread(self) -> Plate:
        """Return a plate on which every letter is drawn, named or counted."""
        from typst import TypstError  # noqa: PLC0415 - see Plate

        foreign = foreign_letters(json.dumps(_as_data(self._content, str), ensure_ascii=False))
        if not foreign:
            return self._lay_out(as_printed_data(self._content), system_fonts=False)
        lost: frozenset[str] = frozenset()
        for _ in range(_MOST_PROOFS):
            plate = self._lay_out(as_printed_data(self._content, lost), system_fonts=True)
            try:
                plate.pdf(self._made_at)
            except TypstError as error:
                found = _not_displayed(error.diagnostic) & foreign - lost
                if not found:
                    break
                lost |= found
            else:
                return plate
        return self._lay_out(as_printed_data(self._content, foreign), system_fonts=False)


def as_printed_data(value: Any, lost: frozenset[str] = frozenset()) -> Any:
    """Return frozen content as a template reads it from JSON, its texts made fit for paper.

    Args:
        value: Frozen dataclasses, tuples and plain values.
        lost: Letters that no font at hand can draw; they are counted in words.
    """
    return _as_data(value, lambda text: on_paper(text, lost))


@cache
def _fonts(*, system: bool) -> "Fonts":
    from typst import Fonts  # noqa: PLC0415 - see Plate

    return Fonts(
        include_system_fonts=system,
        include_embedded_fonts=False,
        font_paths=[str(fonts_folder())],
    )


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


def _pages(made: bytes | list[bytes] | None) -> list[bytes]:
    return [made] if isinstance(made, bytes) else list(made or ())


def _as_data(value: Any, text_made_fit: Callable[[str], str]) -> Any:
    if is_dataclass(value):
        return {
            each.name: _as_data(getattr(value, each.name), text_made_fit) for each in fields(value)
        }
    if isinstance(value, tuple):
        return [_as_data(each, text_made_fit) for each in value]
    if isinstance(value, datetime):
        parts = ("year", "month", "day", "hour", "minute", "second")
        return {part: getattr(value, part) for part in parts}
    if isinstance(value, date):
        return value.toordinal()
    if isinstance(value, Decimal):
        return float(value)  # for drawing alone; numbers to read are worded before
    return text_made_fit(value) if isinstance(value, str) else value
