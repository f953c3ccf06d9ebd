"""Deletes everything this computer keeps for a diary."""

from pathlib import Path

from tracker.app.copies import copy_folders
from tracker.storage.envelope import Secret
from tracker.storage.erasing import copies_of, erase, remove_copies
from tracker.ui.settings.window_settings import WindowSettingsFile


def delete_everything(
    path: Path, settings: WindowSettingsFile, passphrase: Secret | None, *, with_copies: bool
) -> tuple[Path, ...]:
    """Delete a diary that was let go of, and forget whom it was about; return the copies left.

    Raises:
        TrackerError: Refused; the diary is as it was.
    """
    folders = copy_folders(path, settings)
    erase(path, passphrase)
    if with_copies:
        remove_copies(copies_of(path, folders))
    settings.save(
        settings.settings._replace(
            writer=None,
            person=None,
            locked_phone=None,
            locked_emergency=None,
            copy_folder=None,
        )
    )
    return copies_of(path, folders)
