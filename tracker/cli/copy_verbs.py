"""The verbs that keep a diary safe: backup, restore, check."""

import argparse

from tracker.cli.columns import counted
from tracker.cli.desk import Bench
from tracker.storage.backup import copy_verified, replace_by
from tracker.storage.checking import check_diary
from tracker.storage.diary_file import key_of, read_header
from tracker.storage.opening import open_diary
from tracker.storage.sessions import refuse_while_a_window_is_open


def do_backup(bench: Bench, found: argparse.Namespace) -> None:
    """Write a checked copy of the diary."""
    path = bench.diary_path()
    key = key_of(path, read_header(path), bench.passphrase())
    copy_verified(path, found.file, key)
    plain = {"backup": str(found.file)}
    bench.show(plain, [f"A checked copy of {path} is in {found.file}."])


def do_restore(bench: Bench, found: argparse.Namespace) -> None:
    """Put a copy in the place of the diary; what was there is kept beside it."""
    path, now = bench.diary_path(), bench.now()
    refuse_while_a_window_is_open(path)
    passphrase = bench.passphrase()
    kept = replace_by(found.file, path, now, passphrase)
    open_diary(path, moment=now, passphrase=passphrase).close()
    lines = [f"The diary {path} is now the one in {found.file}."]
    if kept is not None:
        lines.append(f"What was there before is in {kept}.")
    bench.show({"diary": str(path), "kept": None if kept is None else str(kept)}, lines)


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
