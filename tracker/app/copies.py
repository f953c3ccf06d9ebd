"""The copies of the open diary, as the window makes, shows and opens them."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Thread
from typing import Protocol

from tracker.errors import NotUnderstoodError, TrackerError, may_be_damaged
from tracker.storage.backup import copy_verified
from tracker.storage.contents import Contents, contents_of
from tracker.storage.dated_copies import (
    DatedCopy,
    copies_in,
    copy_of_the_day,
    folder_beside,
    make_copy,
)
from tracker.storage.envelope import Secret
from tracker.storage.sql_storage import SqlStorage
from tracker.ui.settings.window_settings import WindowSettingsFile

_MOST_OFFERED = 5


class DeleteEverything(Protocol):
    """Deletes the diary that is open."""

    def __call__(self, *, with_copies: bool) -> None:
        """Delete it, and the copies that can be reached where `with_copies` says so."""


@dataclass(frozen=True, slots=True)
class CopyOffer:
    """A copy that opened just now, to go back to."""

    path: Path
    made_at: datetime
    contents: Contents


@dataclass(frozen=True, slots=True)
class CopyHooks:
    """What the copies ask of the program.

    Attributes:
        clock: The only clock.
        go_back: Put a copy in the place of the diary that is open, and open it.
        delete_everything: Delete the diary that is open, with its copies or without.
    """

    clock: Callable[[], datetime]
    go_back: Callable[[Path], None]
    delete_everything: DeleteEverything


class OpenDiaryCopies:
    """Copies of one diary; fits `ui.settings.state.DiaryCopies`."""

    def __init__(
        self,
        storage: SqlStorage,
        path: Path,
        settings: WindowSettingsFile,
        hooks: CopyHooks,
    ) -> None:
        self._path, self._key = path, storage.key
        self._settings, self._hooks = settings, hooks
        self._refused: tuple[TrackerError, ...] = ()
        self._told: str | None = None

    def of_the_day(self) -> Thread:
        """Make today's copies beside the window, where there are none yet."""
        moment = self._hooks.clock()

        def work() -> None:
            self._refused = copy_of_the_day(self._path, self._key, self._folders(), moment)

        thread = Thread(target=work, name="copy-of-the-day")
        thread.start()
        return thread

    def second_folder(self) -> Path | None:
        """Return the folder of the person's choice; None while she chose none."""
        chosen = self._settings.settings.copy_folder
        return None if chosen is None else Path(chosen)

    def choose_folder(self, folder: Path | None) -> None:
        """Keep copies in this folder as well from now on."""
        chosen = None if folder is None else str(folder)
        self._settings.save(self._settings.settings._replace(copy_folder=chosen))

    def trouble(self) -> str | None:
        """Return why today's copy was not made everywhere; None when nothing is wrong."""
        return str(self._refused[0]) if self._refused else None

    def damage(self) -> TrackerError | None:
        """Return what today's copy found wrong with the diary itself; None: nothing new.

        The copy is tried again and again; who closed the words once has read them.
        """
        found = [each for each in self._refused if may_be_damaged(each) and str(each) != self._told]
        if not found:
            return None
        self._told = str(found[0])
        return found[0]

    def latest(self) -> tuple[datetime, Path] | None:
        """Return the latest copy of all folders; None while there is none."""
        copies = _copies(self._path, self._folders())
        return (copies[0].made_at, copies[0].path) if copies else None

    def make_now(self) -> Contents:
        """Make a copy in each folder and return what it holds.

        Raises:
            TrackerError: A folder is away, full or cannot be written, or the diary is damaged.
        """
        moment = self._hooks.clock()
        found = [make_copy(self._path, self._key, each, moment) for each in self._folders()]
        self._refused = ()
        return found[0]

    def rehearse(self) -> Contents:
        """Open the latest copy as a restore would and return what it holds.

        Raises:
            TrackerError: It does not open, or there is none.
        """
        latest = self.latest()
        if latest is None:
            raise NotUnderstoodError("There is no copy yet; make one now, then try again.")
        return self.contents(latest[1])

    def contents(self, copy: Path) -> Contents:
        """Return what a copy holds.

        Raises:
            TrackerError: It does not open.
        """
        return contents_of(copy, self._key)

    def go_back(self, copy: Path) -> None:
        """Put the copy in the place of the diary; what is there now is kept beside it."""
        self._hooks.go_back(copy)

    def to_take_along(self, path: Path) -> Contents:
        """Write the whole diary into one new file for another computer and open it to check.

        Raises:
            TrackerError: The place refused, or there is a file of that name.
        """
        copy_verified(self._path, path, self._key)
        return contents_of(path, self._key)

    def all_copies(self) -> tuple[Path, ...]:
        """Return all copies of the diary that this program made and can reach now."""
        from tracker.storage.erasing import copies_of  # noqa: PLC0415 - once at most

        return copies_of(self._path, self._folders())

    def delete_everything(self, *, with_copies: bool) -> None:
        """Delete the diary and say what is left.

        Raises:
            TrackerError: Refused; the diary is as it was.
        """
        self._hooks.delete_everything(with_copies=with_copies)

    def _folders(self) -> tuple[Path, ...]:
        return copy_folders(self._path, self._settings)


def copy_folders(path: Path, settings: WindowSettingsFile) -> tuple[Path, ...]:
    """Return where copies of a diary lie: beside it, and in the folder of the person's choice."""
    chosen = settings.settings.copy_folder
    beside = folder_beside(path)
    return (beside,) if chosen is None else (beside, Path(chosen))


def offers(
    path: Path, settings: WindowSettingsFile, secret: Secret | None
) -> tuple[CopyOffer, ...]:
    """Return the latest copies of a diary that does not open; only those that open themselves."""
    found = []
    for copy in _copies(path, copy_folders(path, settings))[:_MOST_OFFERED]:
        with suppress(TrackerError):
            contents = contents_of(copy.path, None, secret)
            found.append(CopyOffer(copy.path, copy.made_at, contents))
    return tuple(found)


def _copies(path: Path, folders: tuple[Path, ...]) -> list[DatedCopy]:
    found = [copy for folder in folders for copy in copies_in(folder, path)]
    return sorted(found, key=lambda each: each.made_at, reverse=True)
