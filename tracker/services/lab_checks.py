"""Whether a lab value can be what the slip says."""

from decimal import Decimal
from re import fullmatch

from tracker.clinical.library import Library
from tracker.domain.entries import LabEntry
from tracker.domain.measurements import parse_number
from tracker.domain.wording import perhaps
from tracker.errors import NotUnderstoodError

_PERHAPS_THOUSANDS = r"[1-9]\d{0,2}[.,]\d{3}"


def lab_number(library: Library, test: str, typed: str, unit: str) -> Decimal:
    """Return a number of a lab slip, where it can be read in one way only.

    “1,250” is a quarter more than one in some countries and twelve hundred and fifty in others; a
    count that is a thousand times too low would frighten, one too high would hide.

    Where only a decimal can be right, zeros that would look like thousands are left out.

    Raises:
        NotUnderstoodError: No number, or one that can be right in both readings.
    """
    test_here, text = library.labs.get(test), typed.strip()
    sizes = None if test_here is None else test_here.units.get(unit)
    value = parse_number(typed, "like 1.8 or 1,8" if sizes is None else f"in {unit}, like 1.8")
    if sizes is None or fullmatch(_PERHAPS_THOUSANDS, text) is None:
        return value
    whole = Decimal(text.replace(",", "").replace(".", ""))
    if not sizes.can_be(whole):
        # 95.000 looks like thousands to the next reader; the zeros say nothing here.
        return Decimal(f"{value.normalize():f}")
    if not sizes.can_be(value):
        return whole
    raise NotUnderstoodError(
        f"“{text}” can be {value.normalize():f} or {whole}; nothing was saved; "
        f"type it as {value.normalize():f} or as {whole}."
    )


def check_lab(library: Library, entry: LabEntry) -> None:
    """Refuse a lab value whose test, unit or size cannot be right.

    Raises:
        NotUnderstoodError: Names what does not fit and what would.
    """
    test = library.labs.get(entry.test)
    if test is None:
        names = {each.id: (each.name,) for each in library.labs.values()}
        raise NotUnderstoodError(
            f"“{entry.test[:80]}” is not a lab test this diary knows; nothing was saved; "
            f"{perhaps(entry.test[:80], names)}"
            f"it knows {', '.join(library.labs)}."
        )
    for value in (entry.value, entry.low, entry.high):
        if value is not None:
            test.check(value, entry.unit)
    if entry.low is not None and entry.high is not None and entry.low > entry.high:
        raise NotUnderstoodError(
            "The lower end of the range is above the upper end; nothing was saved; "
            "check the two numbers."
        )
