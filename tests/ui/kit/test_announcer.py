"""What appears without the focus is said to a screen reader, once it can be seen."""

import pytest
from PySide6 import QtGui
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel

from tracker.ui.widgets.announcer import AccessibleAnnouncer


@pytest.fixture
def heard(monkeypatch):
    """What a screen reader is told, with how it is told and by which widget."""
    told = []

    class Listening(QAccessible):
        @staticmethod
        def updateAccessibility(event: QAccessibleAnnouncementEvent) -> None:  # noqa: N802 - Qt's
            told.append((event.object(), event.message(), event.politeness().name))

    monkeypatch.setattr(QtGui, "QAccessible", Listening)
    return told


def test_what_can_wait_is_said_after_the_sentence_and_what_cannot_at_once(qtbot, heard):
    label = QLabel()
    qtbot.addWidget(label)
    announcer = AccessibleAnnouncer(label)

    announcer.polite("Saved 9:40")
    announcer.assertive("Not saved: the disk is full")
    before_the_paint = list(heard)
    qtbot.waitUntil(lambda: len(heard) == 2)

    assert before_the_paint == []
    assert heard == [
        (label, "Saved 9:40", "Polite"),
        (label, "Not saved: the disk is full", "Assertive"),
    ]


def test_what_is_gone_says_nothing_any_more(qtbot, heard):
    stays, goes = QLabel(), QLabel()
    qtbot.addWidget(stays)

    AccessibleAnnouncer(goes).polite("of a page that was left")
    goes.deleteLater()
    AccessibleAnnouncer(stays).polite("of the page that is there")
    qtbot.waitUntil(lambda: bool(heard))

    assert [message for _, message, _ in heard] == ["of the page that is there"]
