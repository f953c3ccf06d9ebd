"""Shows a saved file where it lies, in the file manager of the computer."""

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDir, QProcess, QUrl
from PySide6.QtGui import QDesktopServices

_FILE_MANAGER = "org.freedesktop.FileManager1"
_FILE_MANAGER_PATH = "/org/freedesktop/FileManager1"


def show_in_folder(path: Path) -> bool:
    """Open the folder with the file marked, or else the folder; False where neither is possible.

    The file itself is never opened.
    """
    return _marked(path) or QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))


def why_not_shown(path: Path) -> str | None:
    """Show a file in its folder; return what to say where that did not work, else None."""
    if show_in_folder(path):
        return None
    words = "The folder did not open. The file is here: {path}"
    return QCoreApplication.translate("ShowInFolder", words).format(path=path)


def _marked(path: Path) -> bool:
    if sys.platform == "win32":
        explorer = QProcess()
        explorer.setProgram("explorer.exe")
        explorer.setNativeArguments(f'/select,"{QDir.toNativeSeparators(str(path))}"')
        return bool(explorer.startDetached()[0])
    if sys.platform == "darwin":
        return QProcess.startDetached("open", ["-R", str(path)])[0]
    return _by_message(path)


def _by_message(path: Path) -> bool:
    """Ask the file manager of a free desktop; the name stands in no list of arguments."""
    # Only here, and only when it is asked for.
    from PySide6.QtDBus import QDBusConnection, QDBusMessage  # noqa: PLC0415

    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return False
    message = QDBusMessage.createMethodCall(
        _FILE_MANAGER, _FILE_MANAGER_PATH, _FILE_MANAGER, "ShowItems"
    )
    message.setArguments([[QUrl.fromLocalFile(str(path)).toString()], ""])
    answer = bus.call(message)
    return answer.type() is QDBusMessage.MessageType.ReplyMessage
