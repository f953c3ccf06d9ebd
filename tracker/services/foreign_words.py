"""How other programs write days, severities and symptoms, and what that means here."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from enum import StrEnum
from re import IGNORECASE
from re import compile as pattern

from tracker.domain.entries import WORST_SEVERITY
from tracker.domain.entry_checks import is_one_line
from tracker.domain.symptoms import LONGEST_OWN_NAME, OWN_PREFIX, SymptomDefinition, is_own
from tracker.errors import NotUnderstoodError

_PARTS = pattern(r"(\d{1,4})[-./ ](\d{1,2})[-./ ](\d{1,4})")
_TIME = pattern(r"(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(?:\s*([ap])\.?m\.?)?", IGNORECASE)
_NUMBER = pattern(r"([0-9]+)(?:[.,]0+)?(?:\s*(?:/|of)\s*4)?")
_ALONE = pattern(r"\s*([0-9]{1,6})(?:[.,][0-9]{1,6})?\s*")
_NOON = time(12)
_HALF_DAY = 12

SEVERITY_WORDS: Mapping[str, int | None] = {
    **dict.fromkeys(("none", "no", "absent", "never", "not at all", "nothing", "ok", "fine"), 0),
    **dict.fromkeys(("mild", "light", "slight", "a little", "a little bit", "low", "rarely"), 1),
    **dict.fromkeys(("moderate", "medium", "some", "somewhat", "occasionally"), 2),
    **dict.fromkeys(("severe", "bad", "strong", "high", "quite a bit", "a lot", "frequently"), 3),
    **dict.fromkeys(
        ("very severe", "very bad", "worst", "unbearable", "very much", "extreme", "constantly"), 4
    ),
    **dict.fromkeys(("skipped", "skip", "prefer not to say", "i'd rather not say"), None),
}
"""Words of other diaries and of common questionnaires; None: the person would rather not say."""


_A_FIFTH = 5


class DateOrder(StrEnum):
    """In which order a day is written."""

    YEAR_FIRST = "ymd"
    DAY_FIRST = "dmy"
    MONTH_FIRST = "mdy"


def day_of(words: str, order: DateOrder) -> date:
    """Return the day that a cell means, a time of day after it left aside.

    Raises:
        NotUnderstoodError: It is no day in this order.
    """
    found = _PARTS.match(words.strip())
    if found is not None:
        first, second, third = (int(each) for each in found.groups())
        year, month, day = {
            DateOrder.YEAR_FIRST: (first, second, third),
            DateOrder.DAY_FIRST: (third, second, first),
            DateOrder.MONTH_FIRST: (third, first, second),
        }[order]
        if year >= 1900:  # noqa: PLR2004 - two digits could be any century
            try:
                return date(year, month, day)
            except ValueError:
                pass
    raise NotUnderstoodError(f"“{words[:30]}” is no day; nothing was brought in.")


def orders_of(words: str) -> tuple[DateOrder, ...]:
    """Return the orders in which a cell is a day; none for what is no day at all."""
    orders = []
    for order in DateOrder:
        try:
            day_of(words, order)
        except NotUnderstoodError:
            continue
        orders.append(order)
    return tuple(orders)


def orders_that_fit(cells: Iterable[str]) -> tuple[DateOrder, ...]:
    """Return the order of a column; several where nobody can tell, none where no cell is a day.

    A cell that is a day in one order alone speaks for it. One such cell among many that can be
    read in two ways may be a slip, and would turn April into August; so it takes a fifth of the
    cells, and five times as many as speak for another order.
    """
    read = [each for each in map(orders_of, cells) if each]
    fits = tuple(order for order in DateOrder if any(order in each for each in read))
    speak = Counter(each[0] for each in read if len(each) == 1)
    if not speak:
        return fits
    ((best, number),) = speak.most_common(1)
    others = speak.total() - number
    is_clear = number >= max(2, len(read) / _A_FIFTH) and number >= others * _A_FIFTH
    return (best,) if is_clear else fits


def moment_of(words: str, day: date, now: datetime) -> datetime:
    """Return the moment of an answer: at the time that is told, else at noon; never after now."""
    found = _TIME.search(words)
    at = _NOON
    if found is not None:
        hour, minute = int(found[1]), int(found[2])
        if found[3]:
            hour = hour % _HALF_DAY + (_HALF_DAY if found[3] in "pP" else 0)
        try:
            at = time(hour, minute)
        except ValueError:
            at = _NOON
    return min(datetime.combine(day, at, now.tzinfo), now)


def severity_of(words: str) -> int | None:
    """Return 0 to 4; None where the person would rather not say.

    Raises:
        NotUnderstoodError: It is neither a number from 0 to 4 nor one of the words.
    """
    plain = " ".join(words.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").split())
    found = _NUMBER.fullmatch(plain)
    if found is not None and int(found[1]) <= WORST_SEVERITY:
        return int(found[1])
    if plain in SEVERITY_WORDS:
        return SEVERITY_WORDS[plain]
    raise NotUnderstoodError(
        f"“{words[:30]}” is neither 0 to 4 nor a word like mild; nothing was brought in."
    )


def number_alone(words: str) -> int | None:
    """Return the whole part of a number that does not say of how many; None for other words."""
    found = _ALONE.fullmatch(words)
    return None if found is None else int(found[1])


def known_symptom(name: str, symptoms: Mapping[str, SymptomDefinition]) -> str | None:
    """Return the symptom that a name means by its id, the person's or the clinic's word."""
    plain = _plain(name)
    for each in symptoms.values():
        if plain in (_plain(each.id), _plain(each.name), _plain(each.clinical_term)):
            return each.id
    return own_symptom(name.removeprefix(OWN_PREFIX)) if is_own(name) else None


def own_symptom(name: str) -> str | None:
    """Return the name as a symptom of the person's own; None where nothing of it can be read."""
    words = " ".join("".join(c if is_one_line(c, 1) else " " for c in name).split())
    found = f"{OWN_PREFIX}{words[:LONGEST_OWN_NAME]}"
    return found if is_own(found) else None


def _plain(name: str) -> str:
    return " ".join(name.lower().replace("-", " ").replace("_", " ").split())
