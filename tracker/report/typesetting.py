"""Sets a report with Typst: a tagged PDF for the clinic, or pictures of the same pages."""

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeVar

from tracker.report.content import Paper, ReportContent
from tracker.report.font_coverage import fonts_folder
from tracker.report.printable import (
    breakable,
    needs_other_fonts,
    on_one_line,
    with_counted_gaps,
    with_named_symbols,
)
from tracker.resource_files import resource_file

if TYPE_CHECKING:
    from typst import Compiler, PDFStandard

Made = TypeVar("Made")

# Both at once: UA-1 is what screen readers need, A-2a is what hospital archives take.
_STANDARDS: "list[PDFStandard]" = ["ua-1", "a-2a"]
# From roomy to tight; the first that keeps the report on one page is taken.
_DENSITIES = ("roomy", "plain", "tight")
_SHORT_REST = 8
_WHEN_TOO_MUCH_FOR_ONE_PAGE = "plain"


def render_pdf(content: ReportContent, *, paper: Paper | None = None) -> bytes:
    """Return the report as one PDF/UA-1 and PDF/A-2a file; the same content gives the same bytes.

    Args:
        content: What to say.
        paper: The sheet; None takes the one the content names.
    """

    def make(compiler: "Compiler") -> bytes:
        made_at = int(content.made_at.timestamp())
        made = compiler.compile(format="pdf", pdf_standards=_STANDARDS, timestamp=made_at)
        return _pages(made)[0]

    return _set(content, paper or content.paper, make)


def render_png(
    content: ReportContent, *, pixels_per_inch: float, paper: Paper | None = None
) -> list[bytes]:
    """Return one PNG per page of the same report, for a preview on the screen."""

    def make(compiler: "Compiler") -> list[bytes]:
        return _pages(compiler.compile(format="png", ppi=pixels_per_inch))

    return _set(content, paper or content.paper, make)


def _set(content: ReportContent, paper: Paper, make: "Callable[[Compiler], Made]") -> Made:
    from typst import TypstError  # noqa: PLC0415 - heavy, and only a report needs it

    said = _as_data(content, _as_printed)
    foreign = needs_other_fonts(json.dumps(said, ensure_ascii=False))
    try:
        return make(_fitting_compiler(said, paper, system_fonts=foreign))
    except TypstError:
        if not foreign:
            raise
    # Not even the computer's own fonts have these letters: say how many there were.
    counted = _as_data(content, lambda text: with_counted_gaps(_as_printed(text)))
    return make(_fitting_compiler(counted, paper, system_fonts=False))


def _fitting_compiler(said: Any, paper: Paper, *, system_fonts: bool) -> "Compiler":
    """Return a compiler in the first layout that puts the report, or its first part, on one page.

    What has no room in its section follows on the same page when it is short, else on the next.
    """
    from typst import Compiler, Fonts  # noqa: PLC0415 - see _set

    template = resource_file("report", "visit.typ")
    fonts = Fonts(
        include_system_fonts=system_fonts,
        include_embedded_fonts=False,
        font_paths=[str(fonts_folder())],
    )

    def compiler_at(density: str, what: Any) -> "Compiler":
        inputs = {"content": json.dumps(what), "paper": paper.value, "density": density}
        return Compiler(str(template), str(template.parent), fonts, sys_inputs=inputs)

    first_part = {**said, "appendix": []}
    apart = {**said, "rest_apart": True}
    tried = [(first_part, apart)]
    if _is_short(said["appendix"]):
        tried.insert(0, (said, said))
    for measured, wanted in tried:
        for density in _DENSITIES:
            compiler = compiler_at(density, measured)
            if json.loads(compiler.query("<front>", field="value", one=True)) == 1:
                return compiler if wanted is measured else compiler_at(density, wanted)
    return compiler_at(_WHEN_TOO_MUCH_FOR_ONE_PAGE, said)


def _is_short(appendix: list[Any]) -> bool:
    lines = [line for part in appendix for line in part["lines"]]
    return len(lines) <= _SHORT_REST and not any(part["grid"] for part in appendix)


def _pages(made: bytes | list[bytes] | None) -> list[bytes]:
    return [made] if isinstance(made, bytes) else list(made or ())


def as_printed_data(value: Any) -> Any:
    """Return frozen content as a template reads it from JSON, its texts made fit for paper."""
    return _as_data(value, _as_printed)


def _as_printed(text: str) -> str:
    return breakable(with_named_symbols(on_one_line(text)))


def _as_data(value: Any, text_made_fit: Callable[[str], str]) -> Any:
    """Return the value as the template reads it from JSON: nothing in it is markup."""
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
