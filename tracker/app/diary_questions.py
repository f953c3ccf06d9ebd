"""Which diary to open instead of one that does not open."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

_NEW = "new-diary.sqlite"


def ask_for_another(parent: QWidget | None, beside: Path) -> Path | None:
    """Return a diary that is there already; None when the person changed her mind."""
    chosen, _ = QFileDialog.getOpenFileName(parent, "", str(beside.parent))
    return Path(chosen) if chosen else None


def ask_where_to_begin(parent: QWidget | None, beside: Path) -> Path | None:
    """Return where a new diary is to be; None when the person changed her mind."""
    chosen, _ = QFileDialog.getSaveFileName(parent, "", str(beside.with_name(_NEW)))
    return Path(chosen) if chosen else None
