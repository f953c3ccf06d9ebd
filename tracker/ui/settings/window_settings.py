"""How the window looks on this computer; kept beside the diary, never in it."""

import os
from pathlib import Path
from typing import Any, Literal, NamedTuple

from tracker.errors import NotSavedError

Colors = Literal["system", "light", "dark"]
LOCK_MINUTES = (5, 10, 30, 0)
TEXT_PERCENTS = (100, 125, 150, 200)
_COLORS = ("system", "light", "dark")
_ONLY_THE_OWNER = 0o600
_SWITCHES = (
    "bigger_buttons",
    "stronger_outlines",
    "one_at_a_time",
    "alerts_off",
    "number_while_locked",
)
_TEXTS = ("writer", "person", "locked_phone", "locked_emergency", "copy_folder")


class WindowSettings(NamedTuple):
    """What a person chose for this computer.

    Attributes:
        one_at_a_time: Today asks one question at a time.
        alerts_off: What to tell the team today is only listed; "call now" still interrupts.
        writer: Name of the one who writes in the diary here; None: the person herself.
        person: Id of the person whose pages open first; None: the first one in the diary.
        lock_minutes: After so many idle minutes an encrypted diary locks; 0: never.
        number_while_locked: The team's number may stand outside an encrypted diary, so that the
            lock page shows it before the diary is open.
        locked_phone: That number; None while no diary is encrypted or none is known.
        locked_emergency: The emergency number beside it.
        copy_folder: Copies of the diary are kept in this folder too; None: only beside it.
    """

    colors: Colors = "system"
    text_percent: int = 100
    bigger_buttons: bool = False
    stronger_outlines: bool = False
    one_at_a_time: bool = False
    alerts_off: bool = False
    writer: str | None = None
    person: str | None = None
    lock_minutes: int = 10
    number_while_locked: bool = True
    locked_phone: str | None = None
    locked_emergency: str | None = None
    copy_folder: str | None = None


class WindowSettingsFile:
    """Reads and writes the settings.

    Args:
        path: None keeps them for this run only.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._settings = _read(path)

    @property
    def settings(self) -> WindowSettings:
        """The settings as they are now."""
        return self._settings

    def save(self, settings: WindowSettings) -> None:
        """Keep settings; the file is replaced whole.

        Raises:
            NotSavedError: The folder refused; the settings hold for this run.
        """
        self._settings = settings
        if self._path is None:
            return
        from json import dumps  # noqa: PLC0415 - seldom written

        unfinished = self._path.with_name(f"{self._path.name}.{os.getpid()}.new")
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            unfinished.touch(_ONLY_THE_OWNER)
            unfinished.write_text(dumps(settings._asdict(), indent=1), encoding="utf-8")
            unfinished.replace(self._path)
        except OSError as error:
            raise NotSavedError(
                f"The setting holds until you close the window, but was not saved "
                f"({error.strerror}); your diary is not touched by this."
            ) from None


def _read(path: Path | None) -> WindowSettings:
    """Return what the file says; a missing or unreadable one means the usual settings."""
    if path is None:
        return WindowSettings()
    try:
        written = path.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return WindowSettings()
    from json import loads  # noqa: PLC0415 - the first paint waits, and most have no such file

    try:
        plain = loads(written)
    except ValueError:
        return WindowSettings()
    return _checked(plain) if isinstance(plain, dict) else WindowSettings()


def _checked(plain: dict[str, Any]) -> WindowSettings:
    usual = WindowSettings()
    values: dict[str, Any] = {name: plain.get(name) for name in WindowSettings._fields}
    for name in _SWITCHES:
        if not isinstance(values[name], bool):
            values[name] = getattr(usual, name)
    for name in _TEXTS:
        if not isinstance(values[name], str):
            values[name] = None
    if values["colors"] not in _COLORS:
        values["colors"] = usual.colors
    if values["text_percent"] not in TEXT_PERCENTS:
        values["text_percent"] = usual.text_percent
    if values["lock_minutes"] not in LOCK_MINUTES:
        values["lock_minutes"] = usual.lock_minutes
    return WindowSettings(**values)
