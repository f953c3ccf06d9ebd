"""Gives the window the look that was chosen; read before the first paint, so it needs no widget."""

from tracker.ui.settings.window_settings import WindowSettings
from tracker.ui.theme import Theme


def dress(sheet: Theme, settings: WindowSettings) -> None:
    """Give the window the look that was chosen for this computer."""
    sheet.set_text_scale(settings.text_percent / 100)
    sheet.set_big_targets(on=settings.bigger_buttons)
    sheet.set_strong_outlines(on=settings.stronger_outlines)
    sheet.set_dark(settings.colors)
