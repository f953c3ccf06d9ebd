"""Texts of a calendar: written by the library, but for the two letters that it takes for a line."""

from icalendar import vText

# icalendar writes a backslash with an N as the end of a line, whatever it was: "C:\New".
_TAKEN_FOR_A_LINE = r"\N"


class CalendarText(vText):
    """A text that arrives as it is."""

    def to_ical(self) -> bytes:
        """Return the text with what has a meaning in calendars marked as text."""
        parts = (vText(part).to_ical() for part in self.split(_TAKEN_FOR_A_LINE))
        return rb"\\N".join(parts)
