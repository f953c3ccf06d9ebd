"""Temperatures on a page in a unit that the diary does not use: asked back, never converted."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from tests.ui.history.test_history_page import press
from tests.ui.history.test_paper import companion, dialog, grid_of, storage

__all__ = ["companion", "dialog", "storage"]


def test_temperatures_in_the_other_unit_are_asked_back_and_stored_as_read(dialog, companion):
    grid = grid_of(dialog)
    grid.setCurrentIndex(grid.model().index(grid.model().rowCount() - 1, 0))
    QTest.keyClicks(grid, "101.1")
    dialog.accept_button.click()
    refused = (dialog.saved, companion.diary.last_temperature())

    press(dialog, "All temperatures are in °F")

    assert refused == (None, None)
    assert str(companion.diary.last_temperature().temperature) == "101.1\u00a0°F"


def test_a_temperature_that_fits_no_unit_offers_no_other_unit(dialog):
    grid = grid_of(dialog)
    grid.setCurrentIndex(grid.model().index(grid.model().rowCount() - 1, 0))
    QTest.keyClicks(grid, "9")
    dialog.accept_button.click()

    assert not any(
        each.isVisible() and "°F" in each.text() for each in dialog.findChildren(QAbstractButton)
    )
