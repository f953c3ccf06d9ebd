"""What tests of encrypted diaries share."""

from tests.builders import NOW, PERSON_ID, an_answer
from tests.every_kind import one_entry_of_every_kind
from tracker.services.ports import EntryQuery, Write
from tracker.storage.opening import open_diary

WORDS = "three blue kettles"
OTHER_WORDS = "nine quiet rivers"
PLAIN_START = b"SQLite format 3"


def entries_of_everything():
    return tuple((PERSON_ID, entry) for entry in one_entry_of_every_kind())


def entries_in(path, passphrase=None):
    opened = open_diary(path, moment=NOW, passphrase=passphrase)
    found = opened.entries(PERSON_ID, EntryQuery())
    opened.close()
    return found


EVERYTHING = {entry.id for entry in one_entry_of_every_kind()}


def ids_in(path, passphrase=None):
    return {entry.id for entry in entries_in(path, passphrase)}


def starts_plain(path):
    return path.read_bytes().startswith(PLAIN_START)


def everything_in(folder):
    return {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file()}


def add(path, passphrase=None):
    entry = an_answer()
    diary = open_diary(path, moment=NOW, passphrase=passphrase)
    diary.apply(Write(at=NOW, entries=((PERSON_ID, entry),)))
    diary.close()
    return entry.id
