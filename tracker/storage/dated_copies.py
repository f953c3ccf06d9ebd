"""Copies that are made by themselves, one each day the diary is used, and which of them stay."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from tracker.errors import NotSavedError, TrackerError
from tracker.storage.backup import copy_verified
from tracker.storage.contents import Contents, contents_of
from tracker.storage.envelope import DiaryKey
from tracker.storage.files import make_private_folder

_FOLDER = "backups"
_FORM = "%Y%m%d-%H%M%S"
_LATEST, _DAYS, _WEEKS, _MONTHS = 10, 7, 8, 12


@dataclass(frozen=True, slots=True)
class DatedCopy:
    """A copy that was made by itself.

    Attributes:
        made_at: Local time, as its name says.
    """

    path: Path
    made_at: datetime


def folder_beside(path: Path) -> Path:
    """Return where the copies of a diary lie when nobody chose a place."""
    return path.parent / _FOLDER


def copies_in(folder: Path, path: Path) -> tuple[DatedCopy, ...]:
    """Return the dated copies of a diary in a folder, the latest first; none where it is away."""
    pattern = re.compile(re.escape(path.stem) + r"-(\d{8}-\d{6})\.sqlite")
    try:
        names = [each.name for each in folder.iterdir()]
    except OSError:
        return ()
    found = [(name, pattern.fullmatch(name)) for name in names]
    copies = [
        DatedCopy(folder / name, moment)
        for name, match in found
        if match is not None and (moment := _moment(match[1])) is not None
    ]
    return tuple(sorted(copies, key=lambda each: each.made_at, reverse=True))


def make_copy(path: Path, key: DiaryKey | None, folder: Path, moment: datetime) -> Contents:
    """Copy the diary into the folder under the moment's name, open the copy and count, then thin.

    Raises:
        TrackerError: The diary is damaged, or the folder is away, full or cannot be written.
    """
    if folder == folder_beside(path):
        make_private_folder(folder)
    elif not folder.is_dir():
        raise NotSavedError(
            f"The folder {folder} is not there just now, so no copy was made in it; the diary is "
            "safe; plug the stick in, or choose another folder."
        )
    copy = folder / f"{path.stem}-{moment:{_FORM}}.sqlite"
    copy_verified(path, copy, key)
    contents = contents_of(copy, key)
    thin(folder, path)
    return contents


def copy_of_the_day(
    path: Path, key: DiaryKey | None, folders: Iterable[Path], moment: datetime
) -> tuple[TrackerError, ...]:
    """Make today's copy in each folder that has none yet; return what went wrong."""
    refused = []
    for folder in folders:
        copies = copies_in(folder, path)
        if any(each.made_at.date() == moment.date() for each in copies):
            continue
        try:
            make_copy(path, key, folder, moment)
        except TrackerError as error:
            refused.append(error)
    return tuple(refused)


def thin(folder: Path, path: Path) -> None:
    """Remove the copies of a diary that need not stay; nothing else in the folder is touched."""
    copies = copies_in(folder, path)
    staying = moments_to_keep([each.made_at for each in copies])
    for each in copies:
        if each.made_at not in staying:
            each.path.unlink(missing_ok=True)


def moments_to_keep(moments: Iterable[datetime]) -> frozenset[datetime]:
    """Return the 10 latest, and the last one of 7 days, 8 weeks and 12 months that have any."""
    latest_first = sorted(moments, reverse=True)
    staying = set(latest_first[:_LATEST])
    for how_many, span in ((_DAYS, _day), (_WEEKS, _week), (_MONTHS, _month)):
        staying |= _last_of_each(latest_first, span, how_many)
    return frozenset(staying)


def _last_of_each(
    latest_first: list[datetime], span: Callable[[datetime], object], how_many: int
) -> set[datetime]:
    last: dict[object, datetime] = {}
    for moment in latest_first:
        last.setdefault(span(moment), moment)
    return set(list(last.values())[:how_many])


def _day(moment: datetime) -> date:
    return moment.date()


def _week(moment: datetime) -> tuple[int, int]:
    calendar = moment.isocalendar()
    return calendar.year, calendar.week


def _month(moment: datetime) -> tuple[int, int]:
    return moment.year, moment.month


def _moment(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, _FORM)  # noqa: DTZ007 - the local time that its name says
    except ValueError:
        return None
