"""The verb that reads a whole diary in, all or nothing, and says on a terminal how far it is."""

import argparse
import gc
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic

from tracker.cli.desk import Bench
from tracker.cli.diary_verbs import about_the_lock
from tracker.exchange.diary_json import read_diary_file
from tracker.services.exchanging import Arrival, arrival, two_sided, what_arrived
from tracker.services.ports import Write
from tracker.services.progress import Progress, part_of, unwatched
from tracker.storage.files import make_private_folder
from tracker.storage.opening import create_diary, new_lock, open_diary
from tracker.storage.sql_storage import SqlStorage

_READING, _COMPARING = 0.45, 0.65
_SECONDS_BETWEEN = 0.2
_HUNDRED = 100


def do_import(bench: Bench, found: argparse.Namespace) -> None:
    """Add what a diary file holds, all or nothing; Ctrl+C stops it and nothing was added."""
    # No entry leads back to itself: looking for rings among them takes a tenth of the time.
    gc.disable()
    try:
        _import(bench, found)
    finally:
        gc.enable()


def _import(bench: Bench, found: argparse.Namespace) -> None:
    progress = on_the_terminal() if sys.stderr.isatty() else unwatched
    now, passphrase = bench.now(), bench.passphrase()
    reading, storing = part_of(progress, 0, _READING), part_of(progress, _COMPARING, 1)
    diaries = read_diary_file(found.file, bench.library, now.date(), reading)
    path = bench.diary_path()
    if path.exists() or path.is_symlink():
        storage: SqlStorage | None = open_diary(path, moment=now, passphrase=passphrase)
    else:
        storage = None
    comparing = part_of(progress, _READING, _COMPARING)
    arriving = arrival(storage, bench.library, diaries, now, comparing)
    if storage is None:
        if bench.options.diary is None:
            make_private_folder(path.parent)
        storage = _made_for(bench, path, arriving.write, storing)
    elif not arriving.adds_nothing:
        storage.apply(arriving.write, storing)
    storage.close()
    bench.show(_as_plain(arriving), [what_arrived(arriving), *two_sided(arriving)])


def _as_plain(arriving: Arrival) -> dict[str, int]:
    write = arriving.write
    return {
        "people": arriving.new_people,
        "courses": len(write.courses),
        "events": len(write.events),
        "entries": len(write.entries),
        "already_here": arriving.already_here,
        "two_versions": len(write.arrived_versions),
        "other_plans": len(arriving.other_plans),
        "other_profiles": len(arriving.other_profiles),
    }


def _made_for(bench: Bench, path: Path, write: Write, progress: Progress) -> SqlStorage:
    lock = new_lock(bench.passphrase())
    made = create_diary(path, write, lock, progress)
    if lock is not None:
        print("\n".join(about_the_lock(path, lock)), file=sys.stderr)
    return made


def on_the_terminal(seconds: Callable[[], float] = monotonic) -> Progress:
    """Return what writes one line over itself; short work never shows it."""
    next_at = seconds() + 2 * _SECONDS_BETWEEN

    def show(done: float) -> None:
        nonlocal next_at
        if seconds() >= next_at or (done >= 1 and shown):
            next_at = seconds() + _SECONDS_BETWEEN
            shown.append(True)
            end = "\n" if done >= 1 else ""
            line = f"\rImporting, {done * _HUNDRED:3.0f} % (Ctrl+C stops it)"
            print(line, end=end, file=sys.stderr, flush=True)

    shown: list[bool] = []
    return show
