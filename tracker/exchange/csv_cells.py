"""Texts in a table that a spreadsheet must not take for formulas, and back."""

from re import compile as pattern

# Tabs and ends of lines are passed over by some, who then see what follows; in Japanese settings
# the wide signs count as well.
_LOOKS_LIKE_A_FORMULA = pattern(r"'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def guarded(text: str) -> str:
    """Return a text with a `'` before it where a spreadsheet would compute it.

    A text that begins with such marks already gets one more, so that nothing is lost on the way.
    """
    return f"'{text}" if _LOOKS_LIKE_A_FORMULA.match(text) else text


def unguarded(cell: str) -> str:
    """Return the text of a cell as it was before it was guarded."""
    return cell[1:] if cell.startswith("'") and _LOOKS_LIKE_A_FORMULA.match(cell) else cell
