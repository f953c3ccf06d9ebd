"""The last resort for a fault of the program: said plainly, without a value from the diary."""

import sys
from types import TracebackType

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from tracker.errors import TrackerError
from tracker.faults import hide_values, place_of, report
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


def install() -> None:
    """Show faults in a dialog instead of on a terminal nobody looks at."""
    sys.excepthook = _show
    hide_values()


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
    report(error)
    CrashDialog(
        QCoreApplication.translate("CrashDialog", "The program has a fault"),
        QCoreApplication.translate(
            "CrashDialog",
            "What you saved before is safe on the disk. You can go on, or close the window and "
            "start again. If you report this, the line below says where it happened; it holds "
            "nothing from your diary.",
        ),
        place_of(error),
    ).run()
