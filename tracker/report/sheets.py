"""What every single sheet has in common: it sets itself with a template of its own."""

import json
from typing import TYPE_CHECKING, ClassVar

from tracker.report.font_coverage import fonts_folder
from tracker.report.printable import needs_other_fonts
from tracker.report.typesetting import as_printed_data
from tracker.resource_files import resource_file

if TYPE_CHECKING:
    from typst import Compiler, PDFStandard

_STANDARDS: "list[PDFStandard]" = ["ua-1", "a-2a"]


class TypesetSheet:
    """A frozen content beside its template; text goes in as data, never as markup.

    Attributes:
        template: File in `resources/report`.
        made_at: Seconds since 1970, for the same bytes from the same diary.
    """

    __slots__ = ()
    template: ClassVar[str]
    made_at: int

    def pdf(self) -> bytes:
        """Return all sheets as one PDF/UA-1 and PDF/A-2a file."""
        made = self._compiler().compile(
            format="pdf", pdf_standards=_STANDARDS, timestamp=self.made_at
        )
        return _pages(made)[0]

    def pictures(self, pixels_per_inch: float) -> tuple[bytes, ...]:
        """Return one PNG per sheet."""
        return tuple(_pages(self._compiler().compile(format="png", ppi=pixels_per_inch)))

    def _compiler(self) -> "Compiler":
        from typst import Compiler, Fonts  # noqa: PLC0415 - heavy, and only a print needs it

        said = json.dumps(as_printed_data(self), ensure_ascii=False)
        template = resource_file("report", self.template)
        fonts = Fonts(
            include_system_fonts=needs_other_fonts(said),
            include_embedded_fonts=False,
            font_paths=[str(fonts_folder())],
        )
        return Compiler(str(template), str(template.parent), fonts, sys_inputs={"content": said})


def _pages(made: bytes | list[bytes] | None) -> list[bytes]:
    return [made] if isinstance(made, bytes) else list(made or ())
