"""What no entry may hold: texts and numbers that cannot be right."""

from decimal import Decimal
from re import compile as pattern
from unicodedata import category

from tracker.errors import NotUnderstoodError

LONGEST_TEXT = 20_000
UNSTORABLE = pattern("[\x00\ud800-\udfff]")
"""Signs that no diary file can hold."""
_NO_LETTERS = frozenset({"Cc", "Cs", "Zl", "Zp"})


def is_one_line(text: str, longest: int) -> bool:
    """Return whether a name has at most `longest` letters and neither line ends nor controls.

    What joins letters or parts them without a sign is part of names in many scripts.
    """
    if len(text) > longest:
        return False
    return text.isprintable() or _NO_LETTERS.isdisjoint(map(category, text))


def check_text(text: str | None, *, needed: str | None = None) -> None:
    """Refuse a text that is too long, cannot be stored, or is needed and missing.

    Args:
        text: As typed; None where there is none.
        needed: What is missing without it, in words.

    Raises:
        NotUnderstoodError: One of these.
    """
    if needed is not None and (text is None or not text.strip()):
        raise NotUnderstoodError(f"Something is missing: {needed}; nothing was saved.")
    if text is None:
        return
    if len(text) > LONGEST_TEXT:
        raise NotUnderstoodError(
            f"This text is longer than {LONGEST_TEXT:,} characters; nothing was saved; shorten it."
        )
    if UNSTORABLE.search(text) is not None:
        raise NotUnderstoodError(
            "This text holds a character that cannot be stored; nothing was saved; retype it."
        )


def check_range(value: Decimal, low: int, high: int, what: str, unit: str) -> None:
    """Refuse a value outside its limits, which are both included; `what` says what it is.

    Raises:
        NotUnderstoodError: It is outside.
    """
    if not low <= value <= high:
        raise NotUnderstoodError(
            f"{value} is not {what}; nothing was saved; expected {low} to {high} {unit}."
        )
