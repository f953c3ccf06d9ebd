"""The questions about the heart in Settings."""

import pytest
from PySide6.QtWidgets import QLabel

from tests.ui.heart_and_plan import a_life
from tracker.clinical.library import library
from tracker.ui.settings.heart_section import HeartSection
from tracker.ui.widgets.choice_card import CheckRow


@pytest.fixture
def section(qtbot):
    """Return the part, kept until its window is closed."""
    made = HeartSection(a_life().companion)
    qtbot.addWidget(made)
    return made


def test_every_risk_factor_is_explained_in_plain_words_beside_its_box(section):
    texts = library().heart_rules.texts
    shown = {label.text() for label in section.findChildren(QLabel)}
    spoken = {box.accessibleDescription() for box in section.findChildren(CheckRow)}

    for factor in texts.risk_factors:
        assert texts.risk_factors_explained[factor] in shown
        assert texts.risk_factors_explained[factor] in spoken
