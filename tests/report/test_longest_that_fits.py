"""Of all lengths of a report the page shows the longest that has room, found in one go."""

import json
from dataclasses import replace
from functools import cache
from itertools import accumulate, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.report.handmade_report import HANDMADE, MADE_AT, ROWS, pdf_of
from tracker.report.content import (
    AppendixPart,
    Fact,
    Highlight,
    Highlights,
    Lines,
    Paper,
    Question,
    Questions,
    ReportContent,
)
from tracker.report.press import Plates, as_printed_data
from tracker.report.trimming import FRONT_CUTS, trimmed
from tracker.report.typesetter import Typesetter

AIRY, TIGHT = ("roomy", "plain"), "tight"
SENTENCE = "so tired that the stairs were too much and the afternoon was spent in bed "
REST = (AppendixPart("More notes", (Fact("Fri 1 May", "one more note"),)),)


@cache
def plates():
    return Plates(Typesetter(), system_fonts=False)


def laid_out(content, rest, density, where, paper):
    """Return a plate of one version alone, and how many pages it takes."""
    version = {"front": 0, "rest": 0 if rest else None, "density": density, "where": where}
    said = {
        "fronts": [as_printed_data(content)],
        "rests": [as_printed_data(rest)],
        "whole": [],
        "shorter": [version],
    }
    inputs = {"content": json.dumps(said), "paper": paper.value}
    plate = plates().plate("visit.typ", inputs)
    return plate, plate.value("pages")


def every_length(content):
    """Return each version from the longest on, as the page is described to work."""
    front, rest = replace(content, appendix=()), content.appendix
    lengths = list(accumulate(FRONT_CUTS, trimmed, initial=front))
    if rest:
        yield from ((front, rest, density, "further down") for density in (*AIRY, TIGHT))
        yield from ((each, (), TIGHT, "in the long form") for each in lengths)
    else:
        yield from ((front, (), density, "in the long form") for density in (*AIRY, TIGHT))
        yield from ((each, (), TIGHT, "in the long form") for each in lengths[1:])


def longest_of_all_tried(content, paper):
    """Lay each version out on real pages until one stays on one."""
    for version in every_length(content):
        plate, pages = laid_out(*version, paper)
        if pages == 1:
            return version, plate
    raise AssertionError("not even the shortest version fits")


def of_length(*, questions=0, notes=0, words=1, rows=11, events=0, rest=()) -> ReportContent:
    note = Lines(None, tuple(Fact("Sun 24 May", SENTENCE * words) for _ in range(notes)))
    asked = tuple(
        Question("Mon 25 May", f"{each}? {SENTENCE * words}") for each in range(questions)
    )
    happened = tuple(
        Highlight(
            "Thu 21 May", SENTENCE, "Told the advice line on Thu 21 May.", urgent=each % 2 == 0
        )
        for each in range(events)
    )
    grid = replace(HANDMADE.grid, rows=(ROWS * 2)[:rows])
    return replace(
        HANDMADE,
        grid=grid,
        notes=note if notes else None,
        questions=Questions(asked),
        highlights=Highlights(happened),
        appendix=rest,
    )


@settings(max_examples=12, deadline=None)
@given(
    content=st.builds(
        of_length,
        questions=st.integers(0, 6),
        notes=st.integers(0, 8),
        words=st.integers(1, 6),
        rows=st.integers(0, 12),
        events=st.integers(0, 8),
        rest=st.sampled_from([(), REST]),
    ),
    paper=st.sampled_from(Paper),
)
def test_the_page_is_the_longest_version_that_real_pages_hold(content, paper):
    _, expected = longest_of_all_tried(content, paper)

    assert pdf_of(content, paper=paper) == expected.pdf(int(MADE_AT.timestamp()))


def test_one_line_more_takes_air_away_only_where_the_page_is_full():
    contents = [of_length(notes=number) for number in range(30)]
    longest = [longest_of_all_tried(content, Paper.A4) for content in contents]
    lengths = [
        (density, front == contents[number])
        for number, ((front, _, density, _), _) in enumerate(longest)
    ]

    assert list(dict.fromkeys(lengths)) == [
        ("roomy", True), ("plain", True), ("tight", True), ("tight", False),
    ]  # fmt: skip
    for number, (before, after) in enumerate(pairwise(lengths)):
        for at in (number, number + 1) if before != after else ():
            assert pdf_of(contents[at]) == longest[at][1].pdf(int(MADE_AT.timestamp()))
