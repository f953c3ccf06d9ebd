"""Opens the diary that the start options mean; the window and the command line share it."""

from datetime import datetime

from tracker.clinical.library import Library
from tracker.errors import NotUnderstoodError
from tracker.services.companion import Companion
from tracker.services.ports import Write
from tracker.services.sample import SAMPLE_NOW, sample_write
from tracker.services.start import StartOptions, choose_person, clock_of
from tracker.storage.opening import memory_diary, open_diary
from tracker.storage.places import diary_path
from tracker.storage.sql_storage import SqlStorage


def open_storage(options: StartOptions, sample: Write | None, now: datetime) -> SqlStorage:
    """Open the diary, or the sample in memory where there is one.

    Raises:
        DiaryNotOpenedError: Missing, damaged, newer, no diary, or in use.
        NotUnderstoodError: A passphrase was named; this version has no encrypted diaries.
    """
    if options.passphrase_file is not None:
        raise NotUnderstoodError(
            "Encrypted diaries are not there yet in this version; nothing was done; "
            "leave --passphrase-file out."
        )
    if sample is not None:
        return memory_diary(sample)
    return open_diary(diary_path(options.diary, options.data_folder), moment=now)


def open_companion(options: StartOptions, library: Library) -> tuple[SqlStorage, Companion]:
    """Open the diary of the person who is meant, for as long as the program runs.

    Raises:
        DiaryNotOpenedError: Missing, damaged, newer, no diary, or in use.
        NotUnderstoodError: It holds several people, or none of that name.
    """
    clock = clock_of(options, SAMPLE_NOW)
    sample = sample_write() if options.sample else None
    storage = open_storage(options, sample, clock())
    try:
        person = choose_person(storage.people(), options.person)
    except NotUnderstoodError:
        storage.close()
        raise
    return storage, Companion(storage, library, clock, person.id)
