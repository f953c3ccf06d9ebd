"""Temperatures on a page in a unit that the diary does not use: asked back, never converted."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel

from tests.ui.history.test_history_page import press
from tests.ui.history.test_paper import START, companion, dialog, first_cell, grid_of, storage
from tracker.domain.entries import TemperatureEntry
from tracker.domain.measurements import TemperatureUnit
from tracker.services.page_entry import PageReading
from tracker.services.paper_diary import paper_cycle
from tracker.ui.history.page_of_cycle import page_sheet
from tracker.ui.history.page_rows import RowKind

__all__ = ["companion", "dialog", "storage"]


def type_temperatures(dialog, *typed: str) -> None:
    grid = grid_of(dialog)
    for column, text in enumerate(typed):
        grid.setCurrentIndex(first_cell(grid, RowKind.TEMPERATURE, column))
        QTest.keyClicks(grid, text)


def readings(companion) -> list[str]:
    entries = companion.diary.entries()
    return [str(e.temperature) for e in entries if isinstance(e, TemperatureEntry)]


def words_of(dialog) -> str:
    return " ".join(each.text() for each in dialog.findChildren(QLabel) if each.isVisible())


def buttons(dialog) -> list[str]:
    return [each.text() for each in dialog.findChildren(QAbstractButton) if each.isVisible()]


def test_a_temperature_in_the_other_unit_is_asked_back_and_stored_as_read(dialog, companion):
    type_temperatures(dialog, "101.1")
    dialog.accept_button.click()
    refused = (dialog.saved, readings(companion))
    asked = "Did you mean 101.1\u00a0°F?" in words_of(dialog)

    press(dialog, "Yes, 101.1\u00a0°F")

    assert refused == (None, [])
    assert asked
    assert readings(companion) == ["101.1\u00a0°F"]


def test_two_thermometers_on_one_page_are_asked_about_one_by_one(dialog, companion):
    type_temperatures(dialog, "37,2", "99.5", "384")
    dialog.accept_button.click()
    press(dialog, "Yes, 99.5\u00a0°F")
    still_open = readings(companion)
    press(dialog, "Yes, 38.4\u00a0°C")

    assert still_open == []
    assert readings(companion) == ["37.2\u00a0°C", "99.5\u00a0°F", "38.4\u00a0°C"]
    assert [e.typed for e in dialog.saved.entries] == ["37,2", "99.5", "38.4"]


def test_a_page_all_in_the_other_unit_takes_one_click(dialog, companion):
    type_temperatures(dialog, "98.6", "101.1")
    dialog.accept_button.click()

    press(dialog, "All temperatures are in °F")

    assert readings(companion) == ["98.6\u00a0°F", "101.1\u00a0°F"]


def test_a_confirmed_unit_is_seen_and_goes_when_the_cell_is_typed_anew(dialog):
    type_temperatures(dialog, "99.5", "5")
    dialog.accept_button.click()
    press(dialog, "Yes, 99.5\u00a0°F")
    grid = grid_of(dialog)
    cell = first_cell(grid, RowKind.TEMPERATURE)
    shown = cell.data()
    grid.setCurrentIndex(cell)
    QTest.keyClick(grid, Qt.Key.Key_Backspace)

    assert shown == "99.5°F"
    assert cell.data() == "99."
    assert "degF" not in dialog.typed["page"].text


def test_a_tick_goes_into_the_diary_with_its_temperature(dialog):
    type_temperatures(dialog, "38.1", "37.0")
    grid = grid_of(dialog)
    ticked = first_cell(grid, RowKind.AFTER_MEDICINE)
    grid.setCurrentIndex(ticked)
    QTest.keyClicks(grid, "x")
    shown = (ticked.data(), ticked.data(Qt.ItemDataRole.AccessibleTextRole))

    dialog.accept_button.click()

    assert shown == ("✓", "After a fever medicine, Monday 4\u00a0May: yes")
    first, second = dialog.saved.entries
    assert first.flags == ("after-fever-medicine",)
    assert second.flags == ()


def test_a_tick_alone_is_refused_with_its_day_and_can_be_taken_back(dialog):
    grid = grid_of(dialog)
    QTest.keyClicks(grid, "1")
    ticked = first_cell(grid, RowKind.AFTER_MEDICINE, 1)
    grid.setCurrentIndex(ticked)
    QTest.keyClicks(grid, "x")
    dialog.accept_button.click()
    refused = (dialog.saved, "Tuesday 5\u00a0May: a fever medicine is ticked" in words_of(dialog))
    grid.setCurrentIndex(ticked)
    QTest.keyClick(grid, Qt.Key.Key_Backspace)
    dialog.accept_button.click()

    assert refused == (None, True)
    assert len(dialog.saved.entries) == 1


def test_a_draft_keeps_ticks_and_units_and_one_of_an_older_version_is_read(companion):
    sheet = page_sheet(companion, paper_cycle(companion, START))
    sheet.take_reading(START, "99.5", TemperatureUnit.FAHRENHEIT)
    sheet.press(sheet.row_of(RowKind.AFTER_MEDICINE), START, "x")
    again = page_sheet(companion, paper_cycle(companion, START))
    older = page_sheet(companion, paper_cycle(companion, START))

    again.take_text(sheet.as_text())
    older.take_text('{"answers": [], "readings": {"2026-05-04": "37.1"}}')

    in_fahrenheit = PageReading("99.5", TemperatureUnit.FAHRENHEIT, after_medicine=True)
    assert again.new_readings() == {START: in_fahrenheit}
    assert older.new_readings() == {START: PageReading("37.1")}


def test_a_temperature_that_fits_no_unit_offers_no_other_unit(dialog):
    type_temperatures(dialog, "9")
    dialog.accept_button.click()

    assert not any("°F" in each or "Yes" in each for each in buttons(dialog))


def test_what_cannot_be_right_is_said_and_stays_typed(dialog, companion):
    grid = grid_of(dialog)
    QTest.keyClicks(grid, "3")
    grid.setCurrentIndex(first_cell(grid, RowKind.TEMPERATURE))
    QTest.keyClicks(grid, "374")

    dialog.accept_button.click()

    assert dialog.isVisible()
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "Not saved" in words
    assert "Did you mean 37.4\u00a0°C?" in words
    assert grid.model().index(0, 0).data() == "3"
    assert companion.diary.entries() == ()
