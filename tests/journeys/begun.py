"""What was begun and not saved, and the start after the program ended in the middle of it."""

from tests.builders import Clock
from tests.journeys.hands import Hands, open_window


def kept(hands: Hands) -> dict[str, dict[str, str]]:
    return {each.place: dict(each.values) for each in hands.companion.drafts.kept()}


def after_a_crash(qtbot, path) -> Hands:
    """Start again on the file as it lies there; nobody told the first window to close."""
    return open_window(qtbot, path, Clock())
