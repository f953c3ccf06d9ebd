"""Whom to call while the diary is locked."""

from typing import NamedTuple


class LockedNumbers(NamedTuple):
    """Whom to call, without a word that says what for; None is not known or not to be shown."""

    team: str | None = None
    emergency: str | None = None
