"""A copy of a diary as a file, to be changed and brought in on the page for it."""

import json
from pathlib import Path
from typing import Any

from tests.journeys.hands import Hands
from tracker.exchange.diary_json import write_diaries
from tracker.services.exchanging import everything

Plain = dict[str, Any]
"""A diary as JSON."""


def open_data(hands: Hands) -> None:
    """Show what is done with all data in Settings."""
    hands.window.show_page("settings")
    hands.settle()
    hands.click("Privacy and data")


def copy_of(hands: Hands) -> Plain:
    """Return everything as it is saved."""
    companion = hands.companion
    return json.loads(write_diaries(everything(hands.storage, companion.library)))


def saved(folder: Path, plain: Plain) -> Path:
    """Write it to a file."""
    path = folder / "copy.json"
    path.write_text(json.dumps(plain), encoding="utf-8")
    return path
