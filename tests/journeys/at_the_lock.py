"""A person at a program that locks: shared by the journeys with a passphrase."""

from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from tests.journeys.hands import spoken_name
from tracker.app.program import Program

WORDS = "three blue kettles"


def field(program: Program, name: str) -> QLineEdit:
    fields = program.window.findChildren(QLineEdit)
    return next(each for each in fields if each.isVisible() and spoken_name(each) == name)


def press(program: Program, name: str) -> None:
    buttons = program.window.findChildren(QAbstractButton)
    next(each for each in buttons if each.isVisible() and spoken_name(each) == name).click()
    for _ in range(5):
        QApplication.processEvents()


def reads(program: Program, text: str) -> bool:
    return any(
        text in f"{each.text()} {each.accessibleName()}"
        for each in program.window.findChildren(QWidget)
        if each.isVisible() and callable(getattr(each, "text", None))
    )


def unlock(program: Program, words: str) -> None:
    field(program, "Passphrase").setText(words)
    press(program, "Open the diary")


def open_privacy(program: Program) -> None:
    program.window.show_page("settings")
    press(program, "Privacy and data")
