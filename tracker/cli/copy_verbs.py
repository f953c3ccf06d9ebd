"""The verbs that keep a diary safe: backup, restore, check."""

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tracker.cli.desk import Bench
from tracker.cli.ways_out import naming_the_way_out
from tracker.domain.spoken_dates import WEEKDAYS, month_in_words
from tracker.domain.wording import counted
from tracker.storage.backup import copy_verified, replace_by
from tracker.storage.checking import check_diary
from tracker.storage.contents import Contents, contents_of
from tracker.storage.diary_file import key_of, read_header
from tracker.storage.opening import open_diary
from tracker.storage.sessions import refuse_while_a_window_is_open

if TYPE_CHECKING:
    from tracker.storage.salvage import Gap


def do_backup(bench: Bench, found: argparse.Namespace) -> None:
    """Write a checked copy of the diary."""
    path = bench.diary_path()
    with naming_the_way_out(path):
        key = key_of(path, read_header(path), bench.passphrase())
        copy_verified(path, found.file, key)
    plain = {"backup": str(found.file)}
    bench.show(plain, [f"A checked copy of {path} is in {found.file}."])


def do_restore(bench: Bench, found: argparse.Namespace) -> None:
    """Say what a copy holds, then put it in the place of the diary; what was there is kept."""
    path, now = bench.diary_path(), bench.now()
    passphrase = bench.passphrase()
    contents = contents_of(found.file, None, passphrase)
    plain: dict[str, Any] = {"holds": _plain_contents(contents)}
    lines = [_said_contents(found.file, contents)]
    if found.preview:
        bench.show(plain, [*lines, "Nothing was changed."])
        return
    refuse_while_a_window_is_open(path)
    kept = replace_by(found.file, path, now, passphrase)
    open_diary(path, moment=now, passphrase=passphrase).close()
    lines.append(f"The diary {path} is now the one in {found.file}.")
    if kept is not None:
        lines.append(f"What was there before is in {kept}.")
    plain |= {"diary": str(path), "kept": None if kept is None else str(kept)}
    bench.show(plain, lines)


def _plain_contents(contents: Contents) -> dict[str, Any]:
    return {
        "people": contents.people,
        "entries": contents.entries,
        "last_day": _day(contents.last_day),
    }


def _said_contents(path: Path, contents: Contents) -> str:
    last = contents.last_day
    until = "" if last is None else f", the last one about {_said_day(last)}"
    people = counted(contents.people, "person", "people")
    return f"{path} holds {people} and {counted(contents.entries, 'entry', 'entries')}{until}."


def do_salvage(bench: Bench, found: argparse.Namespace) -> None:
    """Write what a damaged diary still gives into a new one, and say what is missing."""
    from tracker.storage.salvage import salvage  # noqa: PLC0415 - seldom needed

    path = bench.diary_path()
    result = salvage(path, found.file, bench.passphrase())
    open_diary(found.file, moment=bench.now(), passphrase=bench.passphrase()).close()
    gaps = [
        {"entries": gap.entries, "after": _day(gap.after), "before": _day(gap.before)}
        for gap in result.gaps
    ]
    plain: dict[str, Any] = {
        "diary": str(found.file),
        "kept": result.kept,
        "lost": result.lost,
        "gaps": gaps,
    }
    plain["end_is_known"] = result.end_is_known
    read = counted(result.kept["entry"], "entry", "entries")
    lines = [
        f"Of {path}, {read} could be read and are in {found.file} now.",
        f"Not readable: {counted(result.lost['entry'], 'entry', 'entries')}.",
        *(f"Missing: {_said_gap(gap)}." for gap in result.gaps),
        *([] if result.end_is_known else ["Later entries may be missing as well."]),
        f"{path} was not changed; keep it, and go on with --diary {found.file}.",
    ]
    bench.show(plain, lines)


def _said_gap(gap: "Gap") -> str:
    after = "the start" if gap.after is None else _said_day(gap.after)
    before = "the end" if gap.before is None else _said_day(gap.before)
    return f"{counted(gap.entries, 'entry', 'entries')} between {after} and {before}"


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _said_day(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()]} {day.day} {month_in_words(day)}"


def do_check(bench: Bench, _arguments: argparse.Namespace) -> None:
    """Read the whole diary and say whether it is sound."""
    with bench.storage() as storage:
        found = check_diary(storage, bench.library)
    plain = {"sound": True, "people": found.people, "entries": found.entries}
    said = (
        f"The diary is sound: {counted(found.people, 'person', 'people')}, "
        f"{counted(found.courses, 'course')}, {counted(found.entries, 'entry', 'entries')}."
    )
    bench.show(plain, [said])
