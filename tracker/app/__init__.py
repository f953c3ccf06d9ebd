"""The window program: starts it, builds its window, and takes its pictures.

Nothing of Qt is imported before it is needed, so that the command line stays quick.
"""

import builtins
import gc
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from tracker.services.start import StartOptions

if TYPE_CHECKING:
    from tracker.app.diary_file import OpenDiaryFile
    from tracker.services.companion import Companion
    from tracker.ui.main_window import MainWindow
    from tracker.ui.settings.window_settings import WindowSettingsFile


def run_window(options: StartOptions) -> int:
    """Open the window and return the exit code when it was closed."""
    return int(load_program().run(options))


def load_program() -> ModuleType:
    """Import what the first paint needs, in the order that is quickest, and return the program."""
    # Importing makes many objects and frees none; looking for garbage meanwhile costs a tenth.
    gc.disable()
    import PySide6.QtWidgets  # noqa: F401, PLC0415

    # PySide6 watches every import for its own switches and reads its source text: a third slower.
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
    from tracker.app import program  # noqa: PLC0415

    return program


def build_window(
    companion: "Companion",
    settings: "WindowSettingsFile | None" = None,
    *,
    file: "OpenDiaryFile | None" = None,
    reopen: Callable[[], None] | None = None,
) -> "MainWindow":
    """Return the window of an open diary, not yet shown; a `QApplication` must be there.

    Args:
        companion: Whose pages to show.
        settings: None: the usual look, kept for this run only.
        file: None: a diary that is kept in no file.
        reopen: Called when the window must be built anew, for another person or writer.
    """
    from tracker.app.window import build  # noqa: PLC0415

    return build(companion, settings, file=file, reopen=reopen)


def write_tour(folder: Path) -> tuple[Path, ...]:
    """Write every page on the sample diary as pictures, and the report; needs no screen.

    Raises:
        NotSavedError: The folder cannot be made or refused a file.
    """
    from tracker.app.tour import write  # noqa: PLC0415

    return write(folder)
