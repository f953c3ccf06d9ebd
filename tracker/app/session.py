"""An open diary: its file, its lock against a second window, and the person whose pages show."""

from collections.abc import Callable
from contextlib import ExitStack, suppress
from datetime import datetime
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile

from tracker.app.diary_file import OpenDiaryFile
from tracker.app.locking import LockHooks, OpenDiaryLock
from tracker.app.window import build
from tracker.clinical.library import Library, library
from tracker.domain.people import Person
from tracker.errors import DiaryEmptyError, DiaryInUseError, TrackerError
from tracker.private_files import remove_unfinished
from tracker.services.companion import Companion
from tracker.services.desk import Clock
from tracker.services.ports import Write
from tracker.services.start import StartOptions, choose_person, clock_of
from tracker.storage.diary_file import key_of, read_header
from tracker.storage.envelope import DiaryKey, Secret
from tracker.storage.files import make_private_folder
from tracker.storage.opening import create_diary, memory_diary, new_lock, open_diary
from tracker.storage.places import diary_path
from tracker.storage.sql_storage import SqlStorage
from tracker.ui.day_order import write_days_as_in
from tracker.ui.main_window import MainWindow
from tracker.ui.settings.window_settings import WindowSettingsFile
from tracker.ui.setup.locked_numbers import LockedNumbers
from tracker.ui.today.card_numbers import emergency_number

if TYPE_CHECKING:
    from tracker.app.ahead import Ahead
    from tracker.app.copies import DeleteEverything, OpenDiaryCopies
    from tracker.ui.setup.state import SetupAnswers

_SELF = "self"


class Session:
    """Everything that must be let go of before another diary can be opened.

    Raises:
        TrackerError: The diary cannot be opened, or another window has it open.
    """

    def __init__(
        self,
        options: StartOptions,
        path: Path,
        settings: WindowSettingsFile,
        secret: Secret | None = None,
    ) -> None:
        self._settings = settings
        self._clock = _clock(options)
        self._ahead: Ahead | None = None
        self._lock = None if options.sample else _locked(path)
        with ExitStack() as where_it_fails:
            where_it_fails.callback(self.close)
            self._storage = _opened(options, path, self._clock(), secret)
            self._path = None if options.sample else path
            self._library = library()
            self._person = self._person_to_show(options)
            where_it_fails.pop_all()

    @property
    def key(self) -> DiaryKey | None:
        """What opens this diary and its copies; None for one without a passphrase."""
        return self._storage.key

    @property
    def is_encrypted(self) -> bool:
        """Whether it takes a passphrase to open this diary."""
        return self._storage.key is not None

    def check_passphrase(self, words: str) -> None:
        """Return where the words open this diary.

        Raises:
            DiaryLockedError: They do not.
        """
        if self._path is not None:
            key_of(self._path, read_header(self._path), words)

    def numbers(self) -> LockedNumbers:
        """Return whom the person calls, for the lock page."""
        people = (each for each in self._storage.people() if each.id == self._person.id)
        care = next(people, self._person).care
        team = care.contacts[0].phone if care.contacts else None
        return LockedNumbers(team, emergency_number(self._library, care))

    def diary_lock(self, hooks: LockHooks) -> OpenDiaryLock | None:
        """Return what the settings may do with the passphrase; None for a sample."""
        if self._path is None:
            return None
        return OpenDiaryLock(self._storage, self._path, self._settings, hooks)

    def copies(
        self, go_back: Callable[[Path], None], delete_everything: "DeleteEverything"
    ) -> "Callable[[], OpenDiaryCopies] | None":
        """Return what gives the copies when they are first asked for; None for a sample."""
        path = self._path
        if path is None:
            return None
        return cache(partial(self._copies_of, path, go_back, delete_everything))

    def _copies_of(
        self, path: Path, go_back: Callable[[Path], None], delete_everything: "DeleteEverything"
    ) -> "OpenDiaryCopies":
        from tracker.app.copies import CopyHooks, OpenDiaryCopies  # noqa: PLC0415 - after the pages

        hooks = CopyHooks(self._clock, go_back, delete_everything)
        return OpenDiaryCopies(self._storage, path, self._settings, hooks)

    def tidy(self) -> None:
        """Remove what a killed process left half built; no other window has this diary."""
        if self._path is not None and self._lock is not None:
            remove_unfinished(self._path)

    def load_ahead(self) -> None:
        """Load beside the window what the first answer and the first look at a page need."""
        from tracker.app.ahead import Ahead  # noqa: PLC0415 - after the first page

        self._ahead = Ahead(self._storage.get_ready_to_write)
        self._ahead.start()

    def pause(self) -> None:
        """Let go of the file; it is opened again where it is needed again."""
        self._storage.close()

    def clear_bin(self) -> None:
        """Delete for good what lay in the bin for 30 days; another time where that is refused."""
        if not self._storage.can_write:
            return
        for person in self._storage.people():
            with suppress(TrackerError):
                Companion(self._storage, self._library, self._clock, person.id).past.clear_old()

    def build_window(
        self,
        reopen: Callable[[], None],
        lock: OpenDiaryLock | None = None,
        copies: "Callable[[], OpenDiaryCopies] | None" = None,
        shell: MainWindow | None = None,
    ) -> MainWindow:
        """Return the window of this diary: the shell, where there is one, with its pages."""
        settings = self._settings.settings
        write_days_as_in(self._person.care.country)
        companion = Companion(
            self._storage, self._library, self._clock, self._person.id, settings.writer or _SELF
        )
        file = OpenDiaryFile(self._storage, self._library, self._path, self._check, lock, copies)
        return build(companion, self._settings, file=file, reopen=reopen, shell=shell)

    def close(self) -> None:
        """Let go of file and lock."""
        if self._ahead is not None:
            self._ahead.give_up()
        storage: SqlStorage | None = getattr(self, "_storage", None)
        if storage is not None:
            storage.close()
        if self._lock is not None:
            self._lock.unlock()

    def _check(self) -> str:
        from tracker.storage.checking import check_diary  # noqa: PLC0415 - when asked for

        counted = check_diary(self._storage, self._library)
        return f"The file is sound: {counted.entries} entries, all readable."

    def _person_to_show(self, options: StartOptions) -> Person:
        people = self._storage.people()
        if not people and self._storage.is_empty():
            raise DiaryEmptyError(
                "The diary was emptied to be deleted, and the program ended before its file was "
                "removed; nothing is in it."
            )
        if options.person is not None or not people:
            return choose_person(people, options.person)
        wanted = self._settings.settings.person
        return next((each for each in people if str(each.id) == wanted), people[0])


def make_diary(
    path: Path, answers: "SetupAnswers", settings: WindowSettingsFile, now: datetime
) -> str | None:
    """Make the diary that the first start asked for; the one who writes is kept for this computer.

    Returns:
        The recovery key of an encrypted diary, which is kept nowhere; None without a passphrase.

    Raises:
        TrackerError: An answer cannot be right, or the file cannot be made; there is no file then.
    """
    from tracker.ui.setup.state import first_write  # noqa: PLC0415 - once in the life of a diary

    knowledge: Library = library()
    _, write = first_write(answers, knowledge, now)
    if path == diary_path(None, path.parent):
        make_private_folder(path.parent)
    lock = new_lock(answers.passphrase)
    create_diary(path, write, lock).close()
    if answers.writer is not None:
        settings.save(settings.settings._replace(writer=answers.writer))
    return None if lock is None else lock.recovery_key


def _clock(options: StartOptions) -> Clock:
    if not options.sample:
        return clock_of(options, datetime.now().astimezone())
    from tracker.services.sample import SAMPLE_NOW  # noqa: PLC0415 - for the sample alone

    return clock_of(options, SAMPLE_NOW)


def _opened(options: StartOptions, path: Path, now: datetime, secret: Secret | None) -> SqlStorage:
    if not options.sample:
        return open_diary(path, moment=now, passphrase=secret)
    from tracker.services.sample import sample_write  # noqa: PLC0415 - for the sample alone

    write: Write = sample_write()
    return memory_diary(write)


def _locked(path: Path) -> QLockFile | None:
    """Keep a second window away from the diary; where no lock can be made, go on without."""
    lock = QLockFile(str(path.with_name(f".{path.name}.window-lock")))
    lock.setStaleLockTime(0)
    if lock.tryLock(0):
        return lock
    if lock.error() is QLockFile.LockError.LockFailedError:
        raise DiaryInUseError(
            "This diary is open in another window on this computer; nothing was changed; "
            "go on in that window, or close it and try again."
        )
    return None
