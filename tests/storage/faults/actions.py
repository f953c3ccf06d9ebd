"""One action on a diary in a process of its own, which says when it begins: made to be killed."""

import sys
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from tests.every_kind import one_entry_of_every_kind
from tracker.errors import NotSavedError
from tracker.services.ports import Write
from tracker.storage import envelope as wrapping
from tracker.storage.backup import copy_verified, replace_by
from tracker.storage.diary_file import key_of, read_header
from tracker.storage.erasing import erase
from tracker.storage.opening import open_diary
from tracker.storage.rekeying import change_passphrase, decrypt, encrypt

NOW = datetime.fromisoformat("2026-05-12T20:00+02:00")
WORDS = "three blue kettles"
OTHER_WORDS = "nine quiet rivers"
MANY = 6000


def make_wrapping_cheap() -> None:
    """Spare the tests what a wrapping costs; nothing else changes."""
    new = wrapping.Slot
    cheap = {"memory_kib": 64, "passes": 1, "lanes": 1}
    wrapping.Slot = lambda **values: new(**{**cheap, **values})


def save(path: Path, words: str | None) -> None:
    with closing(open_diary(path, moment=NOW, passphrase=words)) as storage:
        person = storage.people()[0].id
        begin()
        for entry in one_entry_of_every_kind():
            storage.apply(Write(at=NOW, entries=((person, entry),)))
            say(str(entry.id))


def fill(path: Path, words: str | None) -> None:
    """Save until there is no more room; say what was saved."""
    with closing(open_diary(path, moment=NOW, passphrase=words)) as storage:
        person = storage.people()[0].id
        begin()
        while True:
            entry = replace(one_entry_of_every_kind()[0], id=uuid4(), note="words " * 200)
            try:
                storage.apply(Write(at=NOW, entries=((person, entry),)))
            except NotSavedError as error:
                say(f"refused: {error}")
                return
            say(str(entry.id))


def take_in(path: Path, words: str | None) -> None:
    with closing(open_diary(path, moment=NOW, passphrase=words)) as storage:
        person = storage.people()[0].id
        begin()
        entries = tuple((person, entry) for entry in one_entry_of_every_kind())
        storage.apply(Write(at=NOW, entries=entries))


def take_in_many(path: Path, words: str | None) -> None:
    """So many that the indexes are dropped for as long as it takes."""
    with closing(open_diary(path, moment=NOW, passphrase=words)) as storage:
        person = storage.people()[0].id
        answer = one_entry_of_every_kind()[0]
        entries = tuple((person, replace(answer, id=uuid4())) for _ in range(MANY))
        begin()
        storage.apply(Write(at=NOW, entries=entries))


def backup(path: Path, words: str | None) -> None:
    begin()
    copy_verified(path, path.with_name("copy.sqlite"), key_of(path, read_header(path), words))


def restore(path: Path, words: str | None) -> None:
    begin()
    replace_by(path.with_name("older.sqlite"), path, NOW, words)


def upgrade(path: Path, words: str | None) -> None:
    begin()
    open_diary(path, moment=NOW, passphrase=words).close()


def lock(path: Path, _words: str | None) -> None:
    begin()
    encrypt(path, WORDS)


def unlock(path: Path, _words: str | None) -> None:
    begin()
    decrypt(path, WORDS)


def rekey(path: Path, _words: str | None) -> None:
    begin()
    change_passphrase(path, WORDS, OTHER_WORDS)


def delete(path: Path, words: str | None) -> None:
    begin()
    erase(path, words)


ACTIONS = {
    each.__name__: each
    for each in (
        save,
        fill,
        take_in,
        take_in_many,
        backup,
        restore,
        upgrade,
        lock,
        unlock,
        rekey,
        delete,
    )
}


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def begin() -> None:
    say("begin")


if __name__ == "__main__":
    make_wrapping_cheap()
    name, diary, *passphrase = sys.argv[1:]
    ACTIONS[name](Path(diary), passphrase[0] if passphrase else None)
    say("done")
