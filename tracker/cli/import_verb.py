"""The verb that reads a whole diary in, all or nothing, and says on a terminal how far it is."""

import argparse
import gc
import sys
from collections.abc import Callable
from datetime import datetime
from functools import partial
from time import monotonic

from tracker.cli.desk import Bench
from tracker.cli.diary_verbs import about_the_lock
from tracker.cli.other_files import naming_what_it_is
from tracker.cli.ways_out import naming_the_way_out
from tracker.exchange.diary_json import read_diary_file
from tracker.services.arrival_words import two_sided, what_arrived
from tracker.services.bringing_in import Import, bring_in
from tracker.services.exchanging import Arrival
from tracker.services.ports import Write
from tracker.services.progress import Progress, unwatched
from tracker.storage.files import make_private_folder
from tracker.storage.opening import create_diary, new_lock, open_diary
from tracker.storage.sql_storage import SqlStorage

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
    now = bench.now()
    diary = _Diary(bench, now)
    wanted = Import(
        read=partial(read_diary_file, found.file, bench.library, now.date()),
        opened=diary.opened,
        store=diary.store,
    )
    with naming_what_it_is(found.file):
        arriving = bring_in(wanted, bench.library, now, progress)
    diary.close()
    bench.show(_as_plain(arriving), [what_arrived(arriving), *two_sided(arriving)])


class _Diary:
    """The file that is meant, opened or made once the other one is read."""

    def __init__(self, bench: Bench, now: datetime) -> None:
        self._bench, self._now, self._passphrase = bench, now, bench.passphrase()
        self._storage: SqlStorage | None = None

    def opened(self) -> SqlStorage | None:
        path = self._bench.diary_path()
        if path.exists() or path.is_symlink():
            with naming_the_way_out(path):
                self._storage = open_diary(path, moment=self._now, passphrase=self._passphrase)
        return self._storage

    def store(self, write: Write, progress: Progress) -> None:
        if self._storage is None:
            self._storage = self._made_for(write, progress)
        else:
            self._storage.apply(write, progress)

    def close(self) -> None:
        if self._storage is not None:
            self._storage.close()

    def _made_for(self, write: Write, progress: Progress) -> SqlStorage:
        path, lock = self._bench.diary_path(), new_lock(self._passphrase)
        if self._bench.options.diary is None:
            make_private_folder(path.parent)
        made = create_diary(path, write, lock, progress)
        if lock is not None:
            print("\n".join(about_the_lock(path, lock)), file=sys.stderr)
        return made


def _as_plain(arriving: Arrival) -> dict[str, object]:
    write = arriving.write
    changes = [line for each in arriving.plans_changed for line in each.told]
    return {
        "people": arriving.new_people,
        "courses": len(write.courses),
        "events": len(write.events),
        "entries": len(write.entries),
        "already_here": arriving.already_here,
        "two_versions": len(write.arrived_versions),
        "other_plans": len(arriving.other_plans),
        "other_profiles": len(arriving.other_profiles),
        **({"plan_changes": changes} if changes else {}),
        **({"removed": len(write.removed_entries)} if write.removed_entries else {}),
        **({"stay_removed": arriving.stay_removed} if arriving.stay_removed else {}),
    }


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
