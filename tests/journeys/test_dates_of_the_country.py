"""At the first start dates are asked in the order in which the person's country writes them."""

import pytest
from PySide6.QtCore import QLocale, QPoint
from PySide6.QtWidgets import QLineEdit

from tests.journeys.hands import spoken_name
from tests.journeys.test_first_start import start
from tracker.ui import day_order

__all__ = ["start"]

pytestmark = pytest.mark.usefixtures("sheet")


class CLocale(QLocale):
    """A computer that says nothing of how dates are written."""

    def __init__(self) -> None:
        super().__init__("C")


@pytest.mark.parametrize(
    ("country", "first"), [("United States", "Month"), ("United Kingdom", "Day")]
)
def test_dates_are_asked_as_the_country_writes_them_where_the_computer_does_not_say(
    start, monkeypatch, country, first
):
    monkeypatch.setattr(day_order, "QLocale", CLocale)
    start.fill("Your name", "Elena Marsh")
    start.choose("Country you are treated in", country)
    start.click("Continue")

    boxes = [each for each in start.page.findChildren(QLineEdit) if each.isVisible()]
    leftmost = min(boxes, key=lambda each: each.mapTo(start.page, QPoint(0, 0)).x())

    assert spoken_name(leftmost) == f"Date of the operation: {first}"
