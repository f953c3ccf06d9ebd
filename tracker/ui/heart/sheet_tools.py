"""What the heart sheet needs of the program; apart from its card, which is made later."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from tracker.services.printing import PreparedReport


class SheetTools(NamedTuple):
    """What the sheet needs from outside.

    Attributes:
        sheet: Reads the page from the diary as it is now.
        ask_file: Asks where to save a file of this name; None when the person changed her mind.
        print_pages: Prints through the system's dialog; False when the person changed her mind.
    """

    sheet: Callable[[], "PreparedReport"]
    ask_file: Callable[[str], Path | None]
    print_pages: Callable[[QWidget, "PreparedReport"], bool]
