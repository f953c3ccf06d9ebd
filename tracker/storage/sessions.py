"""Opens the diary that the start options mean; the window and the command line share it."""

from datetime import datetime

from tracker.errors import NotUnderstoodError
from tracker.services.ports import Write
from tracker.services.start import StartOptions
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
