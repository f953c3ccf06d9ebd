"""A long name takes three lines of the navigation and no more; all of it is spoken."""

import pytest
from PySide6.QtGui import QFontMetrics

from tests.ui.kit.gallery import a_frame, settle
from tracker.ui.widgets.navigation import Navigation

LONG = "Maria Magdalena Theodora von Hohenstein-Kaltenbrunn und zu Altenburg de la Cruz"


def test_a_long_name_takes_at_most_three_lines_and_is_spoken_whole(qtbot, sheet):
    navigation = Navigation("Chemo Tracker", ())
    qtbot.addWidget(navigation)
    navigation.resize(228, 700)
    navigation.show()

    navigation.show_frame(a_frame(person=LONG))
    settle()

    person = next(
        each for each in navigation.children() if getattr(each, "accessibleName", str)() == LONG
    )
    lines = person.heightForWidth(person.width()) / QFontMetrics(sheet.font("body")).lineSpacing()
    assert person.text().startswith("Maria Magdalena")
    assert person.text().endswith("…")
    assert lines < 4.2
    assert person.toolTip() == LONG


@pytest.mark.usefixtures("sheet")
def test_a_short_name_is_shown_as_it_is(qtbot):
    navigation = Navigation("Chemo Tracker", ())
    qtbot.addWidget(navigation)
    navigation.resize(228, 700)
    navigation.show()

    navigation.show_frame(a_frame(person="Ana & Bo"))

    assert any(getattr(each, "text", str)() == "Ana && Bo" for each in navigation.children())


def test_a_word_that_is_wider_than_the_navigation_ends_with_dots_and_not_in_its_middle(
    qtbot, sheet
):
    name = "Ana Featherstonehaughcholmondeleyson-Majoribanks"
    navigation = Navigation("Chemo Tracker", ())
    qtbot.addWidget(navigation)
    navigation.resize(228, 700)
    navigation.show()

    navigation.show_frame(a_frame(person=name))
    settle()

    person = next(
        each for each in navigation.children() if getattr(each, "accessibleName", str)() == name
    )
    metrics, room = QFontMetrics(sheet.font("body", strong=True)), person.width()
    first, long, last = person.text().split(" ")
    assert (first, last) == ("Ana", "Majoribanks")
    assert long.startswith("Feather")
    assert long.endswith("…")
    assert metrics.horizontalAdvance(long) < room
