"""The passphrase of the diary that is open, as the settings set, change and remove it."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from tracker.domain.people import Contact
from tracker.errors import NotSavedError
from tracker.storage.sql_storage import SqlStorage
from tracker.ui.settings.window_settings import WindowSettingsFile


@dataclass(frozen=True, slots=True)
class LockHooks:
    """What the lock asks of the program.

    Attributes:
        remember: The passphrase by which the diary opens from now on; None: it has none.
        lock_now: Show the lock page.
        minutes_changed: The idle minutes are others now.
        line: Whom to call.
    """

    remember: Callable[[str | None], None]
    lock_now: Callable[[], None]
    minutes_changed: Callable[[], None]
    line: Callable[[], Contact | None]


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
        self._hooks.remember(new)

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
        self.show_number(shown=False)

    def lock_now(self) -> None:
        """Show the lock page."""
        self._hooks.lock_now()

    def minutes(self) -> int:
        """Return after how many idle minutes it locks; 0: never."""
        return self._settings.settings.lock_minutes

    def lock_after(self, minutes: int) -> None:
        """Lock after so many idle minutes; 0: never."""
        self._settings.save(replace(self._settings.settings, lock_minutes=minutes))
        self._hooks.minutes_changed()

    def number_shown(self) -> bool:
        """Return whether the team's number may stand outside the encrypted diary."""
        return self._settings.settings.locked_phone is not None

    def show_number(self, *, shown: bool) -> None:
        """Keep the team's number for the lock page, or take it out."""
        line = self._hooks.line() if shown else None
        label, phone = (line.label, line.phone) if line is not None else (None, None)
        self._settings.save(
            replace(self._settings.settings, locked_label=label, locked_phone=phone)
        )

    def renew_number(self) -> None:
        """Keep up with a number that was changed in the diary."""
        if self.number_shown():
            with suppress(NotSavedError):  # the older number stays on the lock page
                self.show_number(shown=True)
