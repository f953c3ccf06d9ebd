"""The rows of a diary page that take free text: what was typed, and what the diary has already."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(slots=True)
class TextRow:
    """One such row of all weeks.

    Attributes:
        typed: By day; a text of spaces alone is none.
        stored: What the diary has already.
    """

    stored: Mapping[date, str] = field(default_factory=dict)
    typed: dict[date, str] = field(default_factory=dict)

    def write(self, day: date, text: str) -> None:
        """Put a text into a day; an empty one takes it out."""
        self.typed.pop(day, None)
        if text:
            self.typed[day] = text

    def text(self, day: date) -> str:
        """Return what the cell of a day shows."""
        return self.typed.get(day, self.stored.get(day, ""))

    def new(self) -> dict[date, str]:
        """Return what is to be stored."""
        return {day: text for day, text in self.typed.items() if text.strip()}
