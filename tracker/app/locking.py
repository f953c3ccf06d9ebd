"""The passphrase of the diary that is open, as the settings set, change and remove it."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tracker.errors import NotSavedError
from tracker.storage.envelope import Secret
from tracker.storage.sql_storage import SqlStorage
from tracker.ui.settings.window_settings import WindowSettingsFile
from tracker.ui.setup.locked_numbers import LockedNumbers


@dataclass(frozen=True, slots=True)
class LockHooks:
    """What the lock asks of the program.

    Attributes:
        remember: What opens the diary from now on; None: it has no passphrase.
        lock_now: Show the lock page.
        minutes_changed: The idle minutes are others now.
        numbers: Whom to call.
    """

    remember: Callable[[Secret | None], None]
    lock_now: Callable[[], None]
    minutes_changed: Callable[[], None]
    numbers: Callable[[], LockedNumbers]


class OpenDiaryLock:
    """The passphrase of the diary that is open; fits `ui.settings.state.DiaryLock`."""

    def __init__(
        self, storage: SqlStorage, path: Path, settings: WindowSettingsFile, hooks: LockHooks
    ) -> None:
        self._storage, self._path = storage, path
        self._settings, self._hooks = settings, hooks

    def is_set(self) -> bool:
        """Return whether the diary is encrypted."""
        return self._storage.key is not None

    def set(self, words: str) -> str:
        """Encrypt the diary and return the recovery key; the window must be built anew."""
        from tracker.storage.rekeying import encrypt  # noqa: PLC0415 - seldom needed

        self._storage.close()
        printed = encrypt(self._path, words)
        self._hooks.remember(words)
        return printed

    def change(self, words: str, new: str) -> None:
        """Open the diary by another passphrase from now on."""
        from tracker.storage.rekeying import change_passphrase  # noqa: PLC0415 - seldom needed

        self._storage.close()
        change_passphrase(self._path, words, new)

    def renew_recovery_key(self, words: str) -> str:
        """Return a new recovery key; the old one opens the diary no more."""
        from tracker.storage.rekeying import change_recovery_key  # noqa: PLC0415 - seldom needed

        self._storage.close()
        return change_recovery_key(self._path, words)

    def remove(self, words: str) -> None:
        """Take the encryption off; the window must be built anew."""
        from tracker.storage.rekeying import decrypt  # noqa: PLC0415 - seldom needed

        self._storage.close()
        decrypt(self._path, words)
        self._hooks.remember(None)
        self._keep(LockedNumbers(), shown=self.number_shown())

    def keyring_is_usable(self) -> bool:
        """Return whether this computer has a keyring that keeps secrets safe."""
        from tracker.storage.keyring_door import is_usable  # noqa: PLC0415 - seldom needed

        return is_usable()

    def keyring_opens(self) -> bool:
        """Return whether the keyring opens this diary on this computer."""
        from tracker.storage.diary_file import read_header  # noqa: PLC0415 - seldom needed

        envelope = read_header(self._path).envelope
        return envelope is not None and envelope.keyring is not None

    def let_keyring_open(self, words: str) -> None:
        """Let the keyring open the diary from now on."""
        from tracker.storage.rekeying import allow_keyring  # noqa: PLC0415 - seldom needed

        allow_keyring(self._path, words)

    def ask_again(self) -> None:
        """Let the keyring open the diary no more."""
        from tracker.storage.rekeying import refuse_keyring  # noqa: PLC0415 - seldom needed

        refuse_keyring(self._path)

    def lock_now(self) -> None:
        """Show the lock page."""
        self._hooks.lock_now()

    def minutes(self) -> int:
        """Return after how many idle minutes it locks; 0: never."""
        return self._settings.settings.lock_minutes

    def lock_after(self, minutes: int) -> None:
        """Lock after so many idle minutes; 0: never."""
        self._settings.save(self._settings.settings._replace(lock_minutes=minutes))
        self._hooks.minutes_changed()

    def number_shown(self) -> bool:
        """Return whether the team's number may stand outside the encrypted diary."""
        return self._settings.settings.number_while_locked

    def show_number(self, *, shown: bool) -> None:
        """Keep the team's number for the lock page, or take it out."""
        self._keep(self._hooks.numbers() if shown else LockedNumbers(), shown=shown)

    def renew_number(self) -> None:
        """Keep up with a number that was changed in the diary."""
        with suppress(NotSavedError):  # the older number stays on the lock page
            self.show_number(shown=self.number_shown())

    def _keep(self, numbers: LockedNumbers, *, shown: bool) -> None:
        before = self._settings.settings
        after = before._replace(
            number_while_locked=shown,
            locked_phone=numbers.team,
            locked_emergency=numbers.emergency,
        )
        if after != before:
            self._settings.save(after)
