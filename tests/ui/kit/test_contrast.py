"""Every pair of colors that carries meaning can be read."""

import pytest
from PySide6.QtGui import QColor

from tracker.ui.tokens import DARK, LIGHT

THEMES = {"light": LIGHT, "dark": DARK}
BODY, TEXT, SHAPE = 7.0, 4.5, 3.0
PAIRS = [
    ("text", "surface", BODY),
    ("text", "bg", BODY),
    ("text2", "surface", BODY),
    ("text2", "bg", TEXT),
    ("text3", "surface", TEXT),
    ("text3", "bg", TEXT),
    ("text", "surface2", BODY),
    ("text2", "surface2", TEXT),
    ("text2", "sidebar", TEXT),
    ("primary", "surface", TEXT),
    ("primary", "primarySoft", TEXT),
    ("onPrimary", "primary", TEXT),
    ("onPrimary", "primaryHover", TEXT),
    ("control", "surface", SHAPE),
    ("control", "bg", SHAPE),
    ("focus", "surface", SHAPE),
    ("focus", "bg", SHAPE),
    ("onUrgent", "urgent", TEXT),
    ("onUrgent", "urgentHover", TEXT),
    ("urgentText", "surface", TEXT),
    ("urgentText", "urgentSoft", TEXT),
    ("urgentLine", "surface", SHAPE),
    ("warnText", "warnSoft", TEXT),
    ("okText", "okSoft", TEXT),
    ("okText", "surface", TEXT),
    ("infoText", "infoSoft", TEXT),
    ("heart", "surface", TEXT),
    ("heart", "heartSoft", TEXT),
    ("radiation", "surface", SHAPE),
    ("lowcountText", "lowcountSoft", TEXT),
    ("surface", "text", BODY),
    *[(f"sevT{grade}", f"sev{grade}", TEXT) for grade in range(5)],
    ("sev3", "surface", SHAPE),
    ("sev4", "surface", SHAPE),
]


def _luminance(color: str) -> float:
    rgb = QColor(color)
    channels = (rgb.redF(), rgb.greenF(), rgb.blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    brighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("name", THEMES)
def test_no_pair_falls_below_what_wcag_asks(name):
    table = THEMES[name]

    failures = [
        (front, back) for front, back, least in PAIRS if contrast(table[front], table[back]) < least
    ]

    assert failures == []


def test_the_measure_itself_gives_the_known_extremes():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast(LIGHT["text"], LIGHT["surface"]) == pytest.approx(16.11, abs=0.01)


@pytest.mark.parametrize(("name", "falling"), [("light", True), ("dark", False)])
def test_severity_goes_one_way_from_light_to_dark_so_that_gray_paper_still_orders_it(name, falling):
    ramp = [_luminance(THEMES[name][f"sev{grade}"]) for grade in range(5)]

    assert ramp == sorted(ramp, reverse=falling)
    assert len(set(ramp)) == 5


def test_light_and_dark_name_the_same_colors():
    assert LIGHT.keys() == DARK.keys()
