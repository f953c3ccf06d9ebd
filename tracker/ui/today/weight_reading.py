"""What was probably meant by a weight that is a surprise: asked, never assumed."""

from tracker.domain.measurements import Weight, WeightUnit, parse_number, parse_weight
from tracker.errors import NotUnderstoodError

_WHOLE_DIGITS = {WeightUnit.KILOGRAM: (2, 3), WeightUnit.POUND: (3, 2)}


def weight_meant(typed: str, unit: WeightUnit, last: Weight | None) -> Weight | None:
    """Return what to offer in the place of a surprising weight; None without an idea.

    154 in a kg field was perhaps read in lb; 702 is perhaps 70.2. With a last weight only what is
    near it is offered; without one, only the point is put back.
    """
    try:
        text = f"{parse_number(typed):f}"
    except NotUnderstoodError:
        return None
    other = next(each for each in WeightUnit if each is not unit)
    marked = [(_with_mark(text, whole), unit) for whole in _WHOLE_DIGITS[unit]]
    guesses = [*([(text, other)] if last else []), *marked]
    for guess, guessed_unit in guesses:
        if (guess, guessed_unit) == (text, unit):
            continue
        try:
            weight = parse_weight(guess, guessed_unit)
        except NotUnderstoodError:
            continue
        if last is None or not weight.is_far_from(last):
            return weight
    return None


def _with_mark(digits: str, whole: int) -> str:
    return f"{digits[:whole]}.{digits[whole:]}" if digits[whole:].isdigit() else digits
