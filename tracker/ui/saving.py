"""Asks where a file is to be saved; the dialog asks again before a file is written over."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget


class AskWhere:
    """Asks in the folder that was chosen last, at first in the person's documents."""

    def __init__(self) -> None:
        self._folder: Path | None = None

    def __call__(self, suggested: str) -> Path | None:
        """Return a place for a file like `suggested`; None when the person changed her mind."""
        dialog = self.dialog(suggested, QApplication.activeWindow())
        try:
            if not dialog.exec():
                return None
            chosen = Path(dialog.selectedFiles()[0])
        finally:
            dialog.deleteLater()
        self._folder = chosen.parent
        return chosen

    def dialog(self, suggested: str, parent: QWidget | None = None) -> QFileDialog:
        """Return the system's dialog; a name typed without an ending gets that of `suggested`."""
        ending = Path(suggested).suffix
        dialog = QFileDialog(parent, QCoreApplication.translate("Saving", "Save"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setDefaultSuffix(ending.removeprefix("."))
        dialog.setNameFilters(
            [_kind(ending), QCoreApplication.translate("Saving", "All files (*)")]
        )
        dialog.setDirectory(str(self._folder or _documents()))
        dialog.selectFile(suggested)
        return dialog


def _kind(ending: str) -> str:
    names = {
        ".pdf": QCoreApplication.translate("Saving", "PDF"),
        ".csv": QCoreApplication.translate("Saving", "Table"),
        ".json": QCoreApplication.translate("Saving", "Data"),
        ".sqlite": QCoreApplication.translate("Saving", "Diary"),
        ".ics": QCoreApplication.translate("Saving", "Calendar"),
    }
    return f"{names.get(ending, '')} (*{ending})"


def _documents() -> Path:
    place = QStandardPaths.StandardLocation.DocumentsLocation
    documents = Path(QStandardPaths.writableLocation(place))
    return documents if documents.is_dir() else Path.home()
