"""Makes a report shorter, step by step; what goes is counted, never dropped without a word."""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TypeVar

from tracker.report.content import (
    AppendixPart,
    CountTable,
    DoseTable,
    Fact,
    HeartLedger,
    Highlights,
    Lines,
    More,
    Question,
    Questions,
    ReportContent,
    SymptomGrid,
)
from tracker.report.printable import shortened
from tracker.report.wording import more_of, some_of

Part = TypeVar("Part")
Line = TypeVar("Line")


@dataclass(frozen=True, slots=True)
class Cut:
    """How much a part may say at most.

    Attributes:
        letters: Of one line; its mark of what was left out comes on top.
        rows: Of a grid of side effects.
        events: Of what matters most, which gives way last.
    """

    lines: int
    letters: int
    rows: int
    events: int = 0


FRONT_CUTS = (
    Cut(lines=7, letters=240, rows=12, events=7),
    Cut(lines=6, letters=160, rows=11, events=7),
    Cut(lines=5, letters=130, rows=10, events=6),
    Cut(lines=4, letters=110, rows=9, events=6),
    Cut(lines=3, letters=100, rows=8, events=5),
    Cut(lines=3, letters=80, rows=7, events=5),
    Cut(lines=2, letters=70, rows=6, events=4),
    Cut(lines=1, letters=60, rows=5, events=4),
    Cut(lines=1, letters=30, rows=3, events=3),
)
APPENDIX_CUTS = (
    Cut(lines=40, letters=1_200, rows=60),
    Cut(lines=30, letters=600, rows=50),
    Cut(lines=24, letters=300, rows=40),
    Cut(lines=16, letters=160, rows=30),
    Cut(lines=10, letters=120, rows=20),
    Cut(lines=5, letters=90, rows=12),
    Cut(lines=2, letters=60, rows=8),
    Cut(lines=1, letters=40, rows=4),
)
_LEAST_OF_A_FACT = 140
_LEAST_OF_AN_EVENT, _LEAST_DONE = 160, 60
_LEAST_OF_A_SUMMARY = 240
_LEAST_SCANS = 2
_MOST_GRIDS = 6


def trimmed(content: ReportContent, cut: Cut) -> ReportContent:
    """Return the report with no more than this in each of its sections."""

    def of(part: Part | None, trim: Callable[[Part, Cut], Part]) -> Part | None:
        return None if part is None else trim(part, cut)

    return replace(
        content,
        facts=tuple(
            Fact(each.label, shortened(each.text, max(cut.letters, _LEAST_OF_A_FACT)))
            for each in content.facts
        ),
        highlights=of(content.highlights, _highlights),
        questions=of(content.questions, _questions),
        changes=of(content.changes, _lines),
        grid=of(content.grid, _grid),
        temperatures=of(content.temperatures, _lines),
        doses=of(content.doses, _doses),
        counts=of(content.counts, _counts),
        heart=of(content.heart, _heart),
        medicines=of(content.medicines, _lines),
        notes=of(content.notes, _lines),
    )


def trimmed_appendix(parts: tuple[AppendixPart, ...], cut: Cut) -> tuple[AppendixPart, ...]:
    """Return the parts with no more than this in each."""
    grids = [part for part in parts if part.grid is not None]
    gone = grids[min(_MOST_GRIDS, max(1, cut.rows // 10)) :]
    made = [_appendix_part(part, cut) for part in parts if part not in gone]
    if gone and made:
        made[-1] = replace(made[-1], more=_with_more(made[-1].more, len(gone), "table"))
    return tuple(made)


def _appendix_part(part: AppendixPart, cut: Cut) -> AppendixPart:
    lines = tuple(_fact(each, cut) for each in part.lines[: cut.lines])
    more = _with_more(part.more, len(part.lines) - len(lines), "line")
    grid = None if part.grid is None else _grid(part.grid, cut)
    return replace(part, lines=lines, grid=grid, more=more)


def _fact(fact: Fact, cut: Cut) -> Fact:
    if fact.items:
        return _with_fewer_items(fact, cut)
    return Fact(shortened(fact.label, cut.letters), shortened(fact.text, cut.letters))


def _with_fewer_items(fact: Fact, cut: Cut) -> Fact:
    """Return the fact with as many whole items as have room, one at least."""
    most = bisect_right(list(accumulate(map(len, fact.items))), cut.letters)
    return replace(fact, text=some_of(fact.items, max(1, most)))


def _with_more(more: tuple[More, ...], gone: int, one: str) -> tuple[More, ...]:
    """Return what stands elsewhere with these added; of one kind they are added up."""
    if gone <= 0:
        return more
    (added,) = more_of(gone, one)
    if any(each.one == added.one for each in more):
        return tuple(
            replace(each, number=each.number + gone) if each.one == added.one else each
            for each in more
        )
    return (*more, added)


def _highlights(part: Highlights, cut: Cut) -> Highlights:
    kept = tuple(
        replace(
            line,
            what=shortened(line.what, max(cut.letters, _LEAST_OF_AN_EVENT)),
            done=None if line.done is None else shortened(line.done, max(cut.letters, _LEAST_DONE)),
        )
        for line in part.lines[: cut.events]
    )
    more = _with_more(part.more, len(part.lines) - len(kept), "event")
    return replace(part, lines=kept, more=more)


def _questions(part: Questions, cut: Cut) -> Questions:
    def short(question: Question) -> Question:
        answer = None if question.answer is None else shortened(question.answer, cut.letters)
        return replace(question, text=shortened(question.text, cut.letters), answer=answer)

    kept = tuple(short(each) for each in part.lines[: cut.lines])
    more = _with_more(part.more, len(part.lines) - len(kept), "question")
    return Questions(kept, more, None if part.concern is None else short(part.concern))


def _lines(part: Lines, cut: Cut) -> Lines:
    kept = tuple(_fact(each, cut) for each in part.lines[: cut.lines])
    most = max(2 * cut.letters, _LEAST_OF_A_SUMMARY)
    summary = None if part.summary is None else shortened(part.summary, most)
    more = _with_more(part.more, len(part.lines) - len(kept), "line")
    return Lines(summary, kept, more, part.note)


def _remarks(
    remarks: tuple[str, ...], more: tuple[More, ...], cut: Cut
) -> tuple[tuple[str, ...], tuple[More, ...]]:
    kept = tuple(shortened(each, cut.letters) for each in remarks[: cut.lines])
    return kept, _with_more(more, len(remarks) - len(kept), "remark")


def _doses(part: DoseTable, cut: Cut) -> DoseTable:
    kept = tuple(
        replace(line, change=shortened(line.change, cut.letters))
        for line in part.lines[-cut.lines :]
    )
    more = _with_more(part.more, len(part.lines) - len(kept), "treatment day")
    remarks, more = _remarks(part.remarks, more, cut)
    return DoseTable(kept, more, remarks)


def _counts(part: CountTable, cut: Cut) -> CountTable:
    more = _with_more(part.more, len(part.rows) - cut.lines, "blood test")
    remarks, more = _remarks(part.remarks, more, cut)
    rows = tuple(
        tuple(shortened(cell, cut.letters) for cell in row) for row in part.rows[: cut.lines]
    )
    most = max(cut.letters, _LEAST_OF_A_SUMMARY)
    beyond = tuple(shortened(each, most) for each in part.beyond)
    return CountTable(part.days, rows, more, remarks, beyond)


def _heart(part: HeartLedger, cut: Cut) -> HeartLedger:
    """Keep the first scan and the latest ones; the latest alone would say nothing of a fall."""
    kept, most = part.lines, max(cut.lines, _LEAST_SCANS)
    if len(kept) > most:
        kept = (*kept[:1], *kept[len(kept) - (most - 1) :])
    more = _with_more(part.more, len(part.lines) - len(kept), "heart scan")
    remarks, more = _remarks(part.remarks, more, cut)
    return replace(part, lines=kept, more=more, remarks=remarks)


def _grid(part: SymptomGrid, cut: Cut) -> SymptomGrid:
    rows = tuple(
        replace(row, name=shortened(row.name, cut.letters)) for row in part.rows[: cut.rows]
    )
    never = part.never[: cut.rows]
    left = len(part.never) - len(never)
    return replace(
        part,
        rows=rows,
        more=_with_more(part.more, len(part.rows) - len(rows), "side effect"),
        never=(*never, f"{left} more") if left > 0 else never,
    )
