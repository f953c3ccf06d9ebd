"""Brings a diary over from another computer: one file, which keeps its passphrase."""

import shutil
from pathlib import Path

from tracker.private_files import building
from tracker.storage.backup import check_pages
from tracker.storage.connections import opened
from tracker.storage.diary_file import read_header
from tracker.storage.files import already_there, appear, make_private_folder
from tracker.storage.foreseen import foreseen_errors


def bring_over(source: Path, target: Path) -> None:
    """Copy a diary or a copy of one to where this computer has its own; nothing is there yet.

    An encrypted one is taken as it is: its pages are checked when its passphrase opens it.

    Raises:
        DiaryNotOpenedError: The source is no diary, damaged, or newer than this program.
        NotUnderstoodError: There is a diary already.
        NotSavedError: The folder is full or cannot be written.
    """
    header = read_header(source)
    if target.exists():
        raise already_there(target)
    make_private_folder(target.parent)
    with building(target) as unfinished:
        shutil.copyfile(source, unfinished)
        if header.envelope is None:
            with foreseen_errors(source), opened(unfinished, None, can_write=False) as copy:
                check_pages(copy, source)
        appear(unfinished, target)
