"""Pictures of every page as a person sees it, also where there is no screen."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import QApplication

from tracker.errors import NotSavedError
from tracker.ui import theme
from tracker.ui.main_window import MainWindow

SIZE = QSize(1280, 800)
TEXT_PERCENT = (100, 150)
_ROUNDS_UNTIL_QUIET = 4


def write_pictures(window: MainWindow, pages: tuple[str, ...], folder: Path) -> tuple[Path, ...]:
    """Write each page in light and dark, at 100 and 150 % text, as `PAGE-light-100.png`.

    Raises:
        NotSavedError: The folder refused a picture.
    """
    sheet = theme.current()
    window.resize(SIZE)
    window.show()
    written: list[Path] = []
    for mode in ("light", "dark"):
        for percent in TEXT_PERCENT:
            sheet.set_dark(mode)
            sheet.set_text_scale(percent / 100)
            for page_id in pages:
                path = folder / f"{page_id}-{mode}-{percent}.png"
                _write_picture(window, page_id, path)
                written.append(path)
    return tuple(written)


def _write_picture(window: MainWindow, page_id: str, path: Path) -> None:
    window.show_page(page_id)
    window.page(page_id).settle()
    _let_settle()
    if not window.grab().save(str(path), "PNG"):
        raise NotSavedError(f"The picture {path.name} was not saved; choose another folder.")


def _let_settle() -> None:
    """Let layouts that answer each other find their sizes; nothing here waits for time."""
    app = QApplication.instance()
    for _ in range(_ROUNDS_UNTIL_QUIET):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        if app is not None:
            app.processEvents()
