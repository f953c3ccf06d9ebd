"""Where the diary lies when nobody says so: the platform's own folder for application data."""

import os
import sys
from pathlib import Path

_FOLDER_NAME = "chemo-tracker"
_FILE_NAME = "diary.sqlite"


def default_data_folder() -> Path:
    """Return the folder for this program's data; it need not be there yet."""
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA") or home / "AppData" / "Roaming") / _FOLDER_NAME
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / _FOLDER_NAME
    named = os.environ.get("XDG_DATA_HOME", "")
    base = Path(named) if Path(named).is_absolute() else home / ".local" / "share"
    return base / _FOLDER_NAME


def diary_path(diary: Path | None, data_folder: Path | None) -> Path:
    """Return the diary file that is meant: the named one, or the one in the data folder."""
    if diary is not None:
        return diary
    return (data_folder or default_data_folder()) / _FILE_NAME
