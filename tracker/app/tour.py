"""Pictures of every page on the sample diary, and its report, where there may be no screen."""

import os
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tracker.app.diary_file import OpenDiaryFile
from tracker.app.window import build
from tracker.clinical.library import library
from tracker.private_files import write_whole
from tracker.services.companion import Companion
from tracker.services.printing import ReportRequest
from tracker.services.sample import SAMPLE_NOW, sample_write
from tracker.storage.files import make_private_folder
from tracker.storage.opening import memory_diary
from tracker.ui import theme
from tracker.ui.tour import write_pictures

_PAGES = ("today", "plan", "history", "heart", "report", "settings", "learn")


def write(folder: Path) -> tuple[Path, ...]:
    """Write pictures and report into `folder`, which is made where it is missing.

    Raises:
        NotSavedError: The folder cannot be made or refused a file.
    """
    make_private_folder(folder)
    knowledge = library()
    storage = memory_diary(sample_write())
    person = storage.people()[0]
    companion = Companion(storage, knowledge, lambda: SAMPLE_NOW, person.id)
    pictures = _pictures(companion, OpenDiaryFile(storage, knowledge, None, lambda: ""), folder)
    report = folder / "report.pdf"
    write_whole(report, _report(companion))
    storage.close()
    return (*pictures, report)


def _pictures(companion: Companion, file: OpenDiaryFile, folder: Path) -> tuple[Path, ...]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = theme.new_application()
        theme.current().apply(app)
    window = build(companion, None, file=file, reopen=None)
    try:
        return write_pictures(window, _PAGES, folder)
    finally:
        window.close()
        window.deleteLater()


def _report(companion: Companion) -> bytes:
    from tracker.report.printer import ClinicReportPrinter  # noqa: PLC0415 - Typst is heavy

    return ClinicReportPrinter(companion).prepare(ReportRequest()).pdf()
