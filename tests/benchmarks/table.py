"""What is measured, against which floor, and how it is printed."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile

from tests.benchmarks.timing import Measure, Times, process, reported
from tracker.storage.rekeying import encrypt

_WORDS = "three blue kettles"
_PREVIEW = "plan preview --regimen tchp --surgery 2026-03-02 --start 2026-04-06 --setting adjuvant"

_YEARS = ("main.py", "--person", "Five Years", "--now", "2026-06-19", "--diary")


@dataclass(frozen=True)
class Row:
    """One figure and its ceiling: a multiple of `floor`, or milliseconds where there is none.

    Attributes:
        worst: The 95th percentile counts, not the median.
    """

    text: str
    measured: str
    ceiling: float
    floor: str | None = None
    worst: bool = False


ROWS = (
    Row("first paint / empty window", "first paint", 1.6, "empty window"),
    Row("diary on screen / its floor", "diary on screen", 1.25, "diary floor"),
    Row("plan preview / import sqlalchemy.orm", "plan preview", 1.5, "sqlalchemy"),
    Row("report, whole process, ms", "report", 1500),
    Row("report of five years, whole process, ms", "years report", 1200),
    Row("report of five years in the window, first, ms", "report first", 600),
    Row("report of five years in the window, again, ms", "report again", 600),
    Row("answer saved in the window, median, ms", "answer", 5),
    Row("answer saved in the window, 95th percentile, ms", "answer", 16, worst=True),
    Row("the same on five years, 95th percentile, ms", "answer years", 16, worst=True),
    Row("Today opened, five years, ms", "today again", 60),
    Row("another day of it opened, ms", "today day", 60),
    Row("Today built as the second page, five years, ms", "today first", 60),
    Row("memory after every page, five years, MiB", "memory", 150),
    Row("answer saved, encrypted, 95th percentile, ms", "encrypted answer", 16, worst=True),
    Row("encrypted diary opened, 95th percentile, ms", "unlock", 400, worst=True),
    Row("100,000 entries imported, whole process, ms", "import new", 4000),
    Row("the same again, all of them there, ms", "import again", 4000),
    Row("100,000 in own words imported, ms", "import words", 4000),
    Row("memory of the first of these, MiB", "import memory", 300),
    Row("clinical knowledge read, ms", "knowledge", 25),
    Row("copy of five years, made and checked, ms", "copy", 500),
    Row("diary opened with its checks, ms", "open small", 10),
    Row("diary of five years opened with its checks, ms", "open large", 10),
    Row("History opened first, five years, ms", "history first", 100),
    Row("History read anew, five years, ms", "history open", 100),
    Row("other cycles chosen, ms", "history group", 50),
    Row("table narrowed, ms", "history filter", 50),
    Row("two years with 30 events recomputed, ms", "plan recompute", 2),
    Row("Plan opened first, ms", "plan first", 60),
    Row("Plan there as a whole, ms", "plan whole", 100),
    Row("month turned, ms", "plan month", 16),
    Row("Heart opened first, 30 scans, 300 counts, ms", "heart first", 60),
    Row("Heart with what lies below that, ms", "heart whole", 150),
    Row("Heart read anew, 30 scans, 300 counts, ms", "heart open", 60),
)


def measures(folder: Path) -> dict[str, Measure]:
    """What to run in turn; `folder` may be written to."""
    diary = folder / "sample.sqlite"
    process("main.py", "demo", str(diary))()
    locked = Path(copyfile(diary, folder / "locked.sqlite"))
    encrypt(locked, _WORDS)
    years = folder / "five-years.sqlite"
    process("-m", "tests.benchmarks.five_years", str(years))()
    history = {
        f"history {what}": reported("history", what, str(years))
        for what in ("first", "open", "group", "filter")
    }
    today = {
        f"today {what}": reported("today", what, str(years)) for what in ("again", "day", "first")
    }
    plan = {
        f"plan {what}": reported("plan", what, str(diary))
        for what in ("recompute", "first", "whole", "month")
    }
    results = folder / "many-results.sqlite"
    process("-m", "tests.benchmarks.many_results", str(results))()
    heart = {
        f"heart {what}": reported("heart", what, str(results))
        for what in ("first", "whole", "open")
    }
    with_diary = ("main.py", "--diary", str(diary))
    return {
        "empty window": reported("empty_window"),
        "first paint": reported("our_window", "paint", str(diary)),
        "diary floor": reported("diary_floor", str(diary)),
        "diary on screen": reported("our_window", "diary", str(diary)),
        "sqlalchemy": process("-c", "import sqlalchemy.orm"),
        "plan preview": process("main.py", *_PREVIEW.split()),
        "report": process(*with_diary, "report", "--out", str(folder / "visit.pdf")),
        "years report": process(*_YEARS, str(years), "report", "--out", str(folder / "years.pdf")),
        **{f"report {what}": reported("report", what, str(years)) for what in ("first", "again")},
        "answer": reported("answers", str(diary)),
        "answer years": reported("answers", str(years)),
        "memory": reported("memory", str(years)),
        "encrypted answer": reported("answers", str(locked), _WORDS),
        "unlock": reported("unlocking", str(locked), _WORDS),
        "knowledge": reported("knowledge"),
        **{
            f"import {what}": reported("importing", what, str(folder))
            for what in ("new", "again", "words", "memory")
        },
        **today,
        "copy": reported("copies", "copy", str(years)),
        "open small": reported("copies", "open", str(diary)),
        "open large": reported("copies", "open", str(years)),
        **history,
        **plan,
        **heart,
    }


def lines(times: Mapping[str, Times]) -> list[str]:
    """Return one printed line per row: figure, ceiling, and the times it comes from."""
    return [_line(row, times) for row in ROWS]


def _line(row: Row, times: Mapping[str, Times]) -> str:
    measured = times[row.measured]
    if row.floor is None:
        figure = measured.p95_ms if row.worst else measured.median_ms
        detail = f"worst of {len(measured.all_ms)}: {max(measured.all_ms):.1f} ms"
    else:
        floor = times[row.floor].median_ms
        figure = measured.median_ms / floor
        detail = f"{measured.median_ms:.0f} ms over {floor:.0f} ms"
    mark = "ok" if figure <= row.ceiling else "OVER"
    return f"{row.text:<50} {figure:>8.2f}  at most {row.ceiling:<7g} {mark:<5} {detail}"
