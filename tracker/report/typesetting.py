"""Sets the clinic report: on one page, or in the long form on three at most."""

import json
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import accumulate
from typing import Any

from tracker.report.content import AppendixPart, Paper, ReportContent
from tracker.report.press import Plate, Plates, Press
from tracker.report.trimming import APPENDIX_CUTS, FRONT_CUTS, trimmed, trimmed_appendix

_TEMPLATE = "visit.typ"
_TIGHT = "tight"
_DENSITIES = (_TIGHT, "plain", "roomy")
_SHORT_REST = 8
_MOST_PAGES = 3
_IN_THE_LONG_FORM, _FURTHER_DOWN = "in the long form", "further down"
_IN_THE_DIARY = "in the diary"


@dataclass(frozen=True, slots=True)
class _Version:
    """One length of a report.

    Attributes:
        front: The number of everything but the appendix.
        rest: The number of the appendix; None without one.
        density: How closely it is set.
        where: Where the page says that what it leaves out stands.
    """

    front: int
    rest: int | None
    density: str
    where: str


@dataclass(frozen=True, slots=True)
class _Lengths:
    """One report in several lengths; what does not fit gives way to what does.

    Attributes:
        fronts: What stands before the appendix, the longest first; versions name one by its place.
        rests: The appendix in its lengths, the longest first; none in a form without one.
        whole: The versions that leave nothing out, each with more air than the one before.
        shorter: The others, the longest first.
    """

    fronts: tuple[ReportContent, ...]
    rests: tuple[tuple[AppendixPart, ...], ...]
    whole: tuple[_Version, ...]
    shorter: tuple[_Version, ...]


def press_of(content: ReportContent, *, long: bool = False, paper: Paper | None = None) -> Press:
    """Return what sets the report; the same content gives the same bytes.

    Args:
        content: What to say.
        long: Up to three pages; else one.
        paper: The sheet; None takes the one the content names.
    """
    lengths = _long_ones(content) if long else _short_ones(content)
    lay_out = partial(_on_few_pages if long else _on_one_page, paper=paper or content.paper)
    return Press(lengths, int(content.made_at.timestamp()), lay_out)


def _short_ones(content: ReportContent) -> _Lengths:
    """Return the lengths of one page."""
    fronts = _fronts(content)
    short = [_Version(number, None, _TIGHT, _IN_THE_LONG_FORM) for number in range(len(fronts))]
    if _is_short(content.appendix):
        whole = [_Version(0, 0, density, _FURTHER_DOWN) for density in _DENSITIES]
        return _Lengths(fronts, (content.appendix,), tuple(whole), tuple(short))
    whole = [replace(short[0], density=density) for density in _DENSITIES]
    return _Lengths(fronts, (), tuple(whole), tuple(short[1:]))


def _long_ones(content: ReportContent) -> _Lengths:
    """Return the lengths of the long form."""
    fronts = _fronts(content)
    rests = tuple(accumulate(APPENDIX_CUTS, trimmed_appendix, initial=content.appendix))[1:]
    last = len(rests) - 1
    whole = [_Version(0, 0, density, _FURTHER_DOWN) for density in _DENSITIES]
    less_rest = [_Version(0, rest, _TIGHT, _FURTHER_DOWN) for rest in range(1, len(rests))]
    less = [_Version(front, last, _TIGHT, _IN_THE_DIARY) for front in range(1, len(fronts))]
    return _Lengths(fronts, rests, tuple(whole), (*less_rest, *less))


def _fronts(content: ReportContent) -> tuple[ReportContent, ...]:
    return tuple(accumulate(FRONT_CUTS, trimmed, initial=replace(content, appendix=())))


def _is_short(rest: Sequence[AppendixPart]) -> bool:
    lines = sum(len(part.lines) for part in rest)
    return bool(rest) and lines <= _SHORT_REST and not any(part.grid for part in rest)


def _on_one_page(said: Any, plates: Plates, *, paper: Paper) -> Plate:
    """Return all lengths; the template measures them and shows the longest that fits."""
    return plates.plate(_TEMPLATE, {"content": json.dumps(said), "paper": paper.value})


def _on_few_pages(said: Any, plates: Plates, *, paper: Paper) -> Plate:
    """Return the longest version that fits on its pages; the shortest where none does."""
    whole, shorter = said["whole"], said["shorter"]
    versions = [*whole, *shorter]

    @cache
    def plate(number: int) -> Plate:
        return _on_one_page(_alone(said, versions[number]), plates, paper=paper)

    def pages(number: int) -> int:
        return int(plate(number).value("pages"))

    least = pages(0)
    if least <= _MOST_PAGES:
        # More air only where it costs no page.
        airiest_first = range(len(whole) - 1, 0, -1)
        return plate(next((each for each in airiest_first if pages(each) <= least), 0))
    but_the_last = range(len(whole), len(versions) - 1)
    found = bisect_left(but_the_last, x=True, key=lambda number: pages(number) <= _MOST_PAGES)
    return plate(len(whole) + found)


def _alone(said: Any, version: dict[str, Any]) -> Any:
    """Return one version without the others: there is nothing to choose."""
    return {
        "fronts": [said["fronts"][version["front"]]],
        "rests": [said["rests"][version["rest"]]],
        "whole": [],
        "shorter": [{**version, "front": 0, "rest": 0}],
    }
