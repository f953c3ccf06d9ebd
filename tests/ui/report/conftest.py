"""A Report page on the screen."""

import pytest

from tests.ui.report.shown import Shown


@pytest.fixture
def shown(qtbot, tmp_path):
    return Shown(qtbot, tmp_path)
