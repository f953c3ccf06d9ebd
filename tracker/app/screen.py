"""Whether anybody would see a window, and what is done where nobody would."""

import os
import sys
from pathlib import Path

from tracker.errors import DiaryNotOpenedError
from tracker.services.start import StartOptions

_TOUR_FOLDER = Path("tour")
_SCREENLESS = ("offscreen", "minimal", "vnc")


def has_screen() -> bool:
    """Return whether a window would be seen."""
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if platform:
        return platform.partition(":")[0] not in _SCREENLESS
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def without_screen(options: StartOptions) -> int:
    """Write the sample's pages as pictures; there is nothing else to do without a screen.

    Raises:
        DiaryNotOpenedError: A diary was meant, not the sample.
    """
    if options.sample:
        from tracker.app.tour import write  # noqa: PLC0415 - needed only here

        written = write(_TOUR_FOLDER)
        print(  # noqa: T201 - there is no window to say it in
            f"There is no screen, so {len(written)} files with every page of the sample diary "
            f"are in {_TOUR_FOLDER.resolve()}."
        )
        return 0
    raise DiaryNotOpenedError(
        "There is no screen to open a window on; nothing was changed; start it on a desktop, or "
        "use a command such as “log”, “plan” or “report” (see --help)."
    )
