"""Days of a cycle as a person types them."""

from PySide6.QtCore import QCoreApplication

from tracker.errors import NotUnderstoodError


def read_days(typed: str) -> tuple[int, ...]:
    """Return the days in rising order, for example of "1, 8, 15".

    Raises:
        NotUnderstoodError: Anything but whole numbers with commas between them.
    """
    parts = [part.strip() for part in typed.replace(";", ",").split(",")]
    if not all(part.isascii() and part.isdigit() for part in parts):
        raise NotUnderstoodError(
            QCoreApplication.translate(
                "typed_days", "Type the days as numbers, for example 1, 8, 15"
            )
        )
    return tuple(sorted({int(part) for part in parts}))


def shown_days(days: tuple[int, ...]) -> str:
    """Return days as `read_days` reads them."""
    return ", ".join(str(day) for day in days)
