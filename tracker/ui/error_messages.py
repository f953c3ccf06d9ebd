"""How foreseen errors are worded in the window."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from tracker.errors import (
    DiaryNotOpenedError,
    KnowledgeError,
    NotSavedError,
    NotUnderstoodError,
    TrackerError,
)


class ErrorText(NamedTuple):
    """A title of a few words, and the error's own sentence."""

    title: str
    text: str


def _tr(text: str) -> str:
    return QCoreApplication.translate("error_messages", text)


def error_text(error: TrackerError) -> ErrorText:
    """Return what to show for an error; its sentence already says what is safe and what to do."""
    return ErrorText(_title(error), str(error))


def _title(error: TrackerError) -> str:
    if isinstance(error, NotSavedError):
        return _tr("This was not saved")
    if isinstance(error, DiaryNotOpenedError):
        return _tr("Your diary did not open")
    if isinstance(error, KnowledgeError):
        return _tr("A part of the program is damaged")
    if isinstance(error, NotUnderstoodError):
        return _tr("Please check this")
    return _tr("That did not work")
