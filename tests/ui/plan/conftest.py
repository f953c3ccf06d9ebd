"""The theme as a program starts with it, put back after each test, and a page with a plan."""

from datetime import date

import pytest

from tests.ui.heart_and_plan import a_life, a_scan
from tests.ui.kit.conftest import dressed, sheet
from tests.ui.plan.page_hands import Shown

__all__ = ["dressed", "sheet"]


@pytest.fixture
def shown(qtbot) -> Shown:
    return Shown(qtbot, a_life(a_scan("64", date(2026, 2, 4))))
