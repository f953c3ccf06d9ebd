"""The last resort for a fault of the program: said plainly, without a value from the diary."""

import sys
from pathlib import Path
from traceback import extract_tb
from types import TracebackType

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from tracker.errors import TrackerError
from tracker.ui.error_messages import error_text
from tracker.ui.widgets.dialog import Dialog
from tracker.ui.widgets.labels import WrappedLabel


class CrashDialog(Dialog):
    """Says that the program has a fault, and where."""

    def __init__(self, title: str, words: str, place: str) -> None:
        super().__init__(title, self.tr("Close"), QApplication.activeWindow(), cancel_text="")
        self.body.addWidget(WrappedLabel(words))
        label = WrappedLabel(place, "small", tone="text2")
        label.make_selectable()
        self.body.addWidget(label)


def place_of(error: BaseException) -> str:
    """Return kind and place of a fault; never its message, which may hold a health value."""
    frames = extract_tb(error.__traceback__)
    if not frames:
        return type(error).__name__
    last = frames[-1]
    return f"{type(error).__name__}, {Path(last.filename).name} line {last.lineno}"


def install() -> None:
    """Show faults in a dialog instead of on a terminal nobody looks at."""
    sys.excepthook = _show


def _show(
    kind: type[BaseException], error: BaseException, _traceback: TracebackType | None
) -> None:
    if issubclass(kind, KeyboardInterrupt):
        QCoreApplication.quit()
        return
    if isinstance(error, TrackerError):
        words = error_text(error)
        CrashDialog(words.title, words.text, "").run()
        return
    place = place_of(error)
    print(f"A fault of the program: {place}", file=sys.stderr)  # noqa: T201 - for a bug report
    CrashDialog(
        QCoreApplication.translate("CrashDialog", "The program has a fault"),
        QCoreApplication.translate(
            "CrashDialog",
            "What you saved before is safe on the disk. You can go on, or close the window and "
            "start again. If you report this, the line below says where it happened; it holds "
            "nothing from your diary.",
        ),
        place,
    ).run()
