"""A program on a real file, as it starts on a computer, and what a person does at its window."""

from pathlib import Path

from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from tests.builders import NOW, PERSON_ID, an_answer
from tests.journeys.hands import spoken_name
from tracker.app.program import Program
from tracker.services.ports import Write
from tracker.storage.opening import open_diary


def press(program: Program, start: str) -> None:
    buttons = program.window.findChildren(QAbstractButton)
    fitting = [each for each in buttons if each.isVisible() and spoken_name(each).startswith(start)]
    fitting[0].click()
    for _ in range(5):
        QApplication.processEvents()


def reads(program: Program, text: str) -> bool:
    return any(
        text in f"{each.text()} {each.accessibleName()}".replace("\u00a0", " ")
        for each in program.window.findChildren(QWidget)
        if each.isVisible() and callable(getattr(each, "text", None))
    )


def add_an_answer(path: Path) -> None:
    diary = open_diary(path, moment=NOW)
    diary.apply(Write(at=NOW, entries=((PERSON_ID, an_answer(day=NOW.date())),)))
    diary.close()
