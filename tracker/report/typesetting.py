"""Sets the clinic report: on one page, or in the long form on three at most."""

import json
from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import accumulate
from typing import Any

from tracker.report.content import Paper, ReportContent
from tracker.report.press import Plate, Plates, Press
from tracker.report.trimming import APPENDIX_CUTS, FRONT_CUTS, trimmed, trimmed_appendix

_TEMPLATE = "visit.typ"
# From roomy to tight; the first that keeps the report on one page is taken.
_DENSITIES = ("roomy", "plain", "tight")
_SHORT_REST = 8
_MOST_PAGES = 3
_TIGHT = len(_DENSITIES) - 1
"""The number of the first version that is set tightly: everything, where nothing is left out."""
_IN_THE_LONG_FORM, _FURTHER_DOWN = "in the long form", "further down"
_IN_THE_DIARY = "in the diary"


@dataclass(frozen=True, slots=True)
class _Versions:
    """One report in several lengths, the longest first; what does not fit gives way to the next.

    Attributes:
        fronts: Everything but the appendix.
        rests: The appendix.
    """

    fronts: tuple[ReportContent, ...]
    rests: tuple[Any, ...]


def press_of(content: ReportContent, *, long: bool = False, paper: Paper | None = None) -> Press:
    """Return what sets the report; the same content gives the same bytes.

    Args:
        content: What to say.
        long: Up to three pages; else one.
        paper: The sheet; None takes the one the content names.
    """
    front = replace(content, appendix=())
    versions = _Versions(
        tuple(accumulate(FRONT_CUTS, trimmed, initial=front)),
        tuple(accumulate(APPENDIX_CUTS, trimmed_appendix, initial=content.appendix))[1:],
    )
    lay_out = partial(_lay_out, paper=paper or content.paper, long=long)
    return Press(versions, int(content.made_at.timestamp()), lay_out)


def _lay_out(said: Any, plates: Plates, *, paper: Paper, long: bool) -> Plate:
    """Return the longest version that fits on its pages; the shortest where none does."""
    most_pages = _MOST_PAGES if long else 1
    versions = _long_ones(said) if long else _short_ones(said)

    @cache
    def plate(number: int) -> Plate:
        what, density = versions[number]
        inputs = {"content": json.dumps(what), "paper": paper.value, "density": density}
        return plates.plate(_TEMPLATE, inputs)

    def pages(number: int) -> int:
        return int(plate(number).value("pages"))

    def fits(number: int) -> bool:
        return pages(number) <= most_pages

    least = pages(_TIGHT)
    if least <= most_pages:
        # More air only where it costs no page.
        airy = (number for number in range(_TIGHT) if pages(number) <= least)
        return plate(next(airy, _TIGHT))
    shorter = range(_TIGHT + 1, len(versions) - 1)
    return plate(_TIGHT + 1 + bisect_left(shorter, x=True, key=fits))


Version = tuple[dict[str, Any], str]
"""What is said, and how densely."""


def _short_ones(said: Any) -> list[Version]:
    """Return the versions of one page, the longest first."""
    fronts, rest = said["fronts"], said["rests"][0]
    whole = {**fronts[0], "where": _IN_THE_LONG_FORM}
    made = [(whole, density) for density in _DENSITIES]
    if rest and _is_short(rest):
        with_rest = {**fronts[0], "appendix": rest, "where": _FURTHER_DOWN}
        made = [*((with_rest, density) for density in _DENSITIES), *made[-1:]]
    cut = [{**front, "where": _IN_THE_LONG_FORM} for front in fronts[1:]]
    return [*made, *((each, _DENSITIES[-1]) for each in cut)]


def _long_ones(said: Any) -> list[Version]:
    """Return the versions of the long form, the longest first."""
    fronts, rests = said["fronts"], said["rests"]
    whole = [{**fronts[0], "appendix": rest, "where": _FURTHER_DOWN} for rest in rests]
    cut = [{**front, "appendix": rests[-1], "where": _IN_THE_DIARY} for front in fronts[1:]]
    made = [(whole[0], density) for density in _DENSITIES]
    return [*made, *((each, _DENSITIES[-1]) for each in (*whole[1:], *cut))]


def _is_short(rest: list[Any]) -> bool:
    lines = [line for part in rest for line in part["lines"]]
    return len(lines) <= _SHORT_REST and not any(part["grid"] for part in rest)
