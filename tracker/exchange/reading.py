"""Strict reading of JSON objects: every key is asked for by name and type, none is left over."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from re import Pattern
from re import compile as pattern
from typing import Any, Self, TypeVar
from uuid import UUID

from tracker.domain.entry_checks import LONGEST_TEXT, UNSTORABLE
from tracker.errors import NotUnderstoodError

Choice = TypeVar("Choice", bound=StrEnum)
Made = TypeVar("Made")

_NUMBER = pattern(r"-?\d{1,9}(\.\d{1,6})?")
_DAY = pattern(r"\d{4}-\d{2}-\d{2}")
_MOMENT = pattern(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})")
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_NOTHING_DONE = "nothing was imported"


class Members(dict[str, Any]):
    """The members of a JSON object, and which key stood in it twice."""

    twice: str | None = None

    def add(self, key: str, value: Any) -> None:
        """Put one more member in; remember a key that is there already."""
        if key in self:
            self.twice = key
        self[key] = value


@dataclass(frozen=True, slots=True)
class NoValue:
    """Something that stands where a value should, and that no diary can hold."""

    why: str


def wrong(place: str, problem: str) -> NotUnderstoodError:
    """Return the error for one place of a file."""
    where = f"{place}: " if place else ""
    return NotUnderstoodError(f"{where}{problem}; {_NOTHING_DONE}; correct the file and try again.")


class Fields:
    """One JSON object that says where it stands when something in it is wrong.

    Use it as a context manager: leaving it without an error checks that every key was read.

    Raises:
        NotUnderstoodError: Names place, what is wrong, and that nothing was imported.
    """

    def __init__(self, value: Any, place: str) -> None:
        if not isinstance(value, Members):
            raise wrong(place, "an object in braces was expected")
        self._values = value
        self._read: set[str] = set()
        self.place = place
        if value.twice is not None:
            raise wrong(self.place_of(value.twice), "this key stands here twice")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        if kind is None:
            for key in self._values:
                if key not in self._read:
                    raise wrong(self.place_of(key), "a diary has no such key here")

    def place_of(self, key: str) -> str:
        """Return where a key stands, for example `people[0].entries[3].severity`."""
        shown = key[:60] if key.isprintable() else ascii(key)[:60]
        return f"{self.place}.{shown}" if self.place else shown

    def wrong(self, key: str, problem: str) -> NotUnderstoodError:
        """Return the error for one key of this object."""
        return wrong(self.place_of(key), problem)

    def get(self, key: str) -> Any:
        """Return a value as it is; None where it is null or missing."""
        self._read.add(key)
        value = self._values.get(key)
        if isinstance(value, NoValue):
            raise self.wrong(key, value.why)
        return value

    def text(self, key: str) -> str:
        """Return a text that must be there and not be empty."""
        text = self.optional_text(key)
        if text is None or not text.strip():
            raise self.wrong(key, "a text is missing")
        return text

    def optional_text(self, key: str) -> str | None:
        """Return a text; None where it is null or missing."""
        value = self.get(key)
        if value is None:
            return None
        if not isinstance(value, str):
            raise self.wrong(key, "a text in quotes was expected")
        if len(value) > LONGEST_TEXT:
            raise self.wrong(key, f"a text has at most {LONGEST_TEXT:,} characters")
        if UNSTORABLE.search(value) is not None:
            raise self.wrong(key, "this text holds a character that cannot be stored")
        return value

    def integer(self, key: str, *, low: int, high: int) -> int:
        """Return a whole number that must be there, from low to high."""
        value = self.optional_integer(key, low=low, high=high)
        if value is None:
            raise self.wrong(key, "a whole number is missing")
        return value

    def optional_integer(self, key: str, *, low: int, high: int) -> int | None:
        """Return a whole number from low to high; None where it is null or missing."""
        value = self.get(key)
        if value is None:
            return None
        if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
            raise self.wrong(key, f"a whole number from {low} to {high} was expected")
        return value

    def boolean(self, key: str, *, default: bool) -> bool:
        """Return true or false; the default where it is null or missing."""
        value = self.get(key)
        if value is None:
            return default
        if not isinstance(value, bool):
            raise self.wrong(key, "true or false was expected")
        return value

    def decimal(self, key: str) -> Decimal:
        """Return a measured value that must be there."""
        value = self.optional_decimal(key)
        if value is None:
            raise self.wrong(key, 'a value is missing, in quotes like "38.1"')
        return value

    def optional_decimal(self, key: str) -> Decimal | None:
        """Return a measured value, a text with a point; None where it is null or missing."""
        value = self.get(key)
        if value is None:
            return None
        if not isinstance(value, str):
            raise self.wrong(key, 'a value in quotes was expected, like "38.1"')
        if _NUMBER.fullmatch(value) is None or not value.isascii():
            shown = value[:40] if value.isprintable() else ascii(value)[:40]
            raise self.wrong(key, f"“{shown}” is not a number; one like 38.1 was expected")
        return Decimal(value)

    def day(self, key: str) -> date:
        """Return a day that must be there."""
        day = self.optional_day(key)
        if day is None:
            raise self.wrong(key, "a day is missing, like 2026-05-04")
        return day

    def optional_day(self, key: str) -> date | None:
        """Return a day between 1900 and 2199; None where it is null or missing."""
        value = self.get(key)
        return None if value is None else self._dated(key, value, _DAY, date.fromisoformat)

    def moment(self, key: str) -> datetime:
        """Return a moment with offset that must be there."""
        return self._dated(key, self.get(key), _MOMENT, datetime.fromisoformat)

    def choice(self, key: str, kind: type[Choice], default: Choice | None = None) -> Choice:
        """Return one of the values of an enumeration; the default where it is missing."""
        if default is not None and self.get(key) is None:
            return default
        return kind(self.known(key, tuple(kind)))

    def known(self, key: str, ids: Iterable[str]) -> str:
        """Return an id that must be there and be one of `ids`."""
        found = self.optional_known(key, ids)
        if found is None:
            raise self.wrong(key, f"one of {', '.join(ids)} is missing")
        return found

    def optional_known(self, key: str, ids: Iterable[str]) -> str | None:
        """Return one of `ids`; None where it is null or missing."""
        text = self.optional_text(key)
        if text is not None and text not in ids:
            shown = text[:60] if text.isprintable() else ascii(text)[:60]
            raise self.wrong(key, f"“{shown}” is not one of {', '.join(ids)}")
        return text

    def identity(self, key: str) -> UUID:
        """Return a UUID that must be there."""
        text = self.text(key)
        try:
            found = UUID(text)
        except ValueError:
            raise self.wrong(key, "a UUID was expected") from None
        if str(found) != text.lower():
            raise self.wrong(key, "a UUID was expected")
        return found

    def optional_identity(self, key: str) -> UUID | None:
        """Return a UUID; None where it is null or missing."""
        return None if self.get(key) is None else self.identity(key)

    def items(self, key: str) -> list[Any]:
        """Return a list as it is; empty where it is null or missing."""
        value = self.get(key)
        if value is None:
            return []
        if not isinstance(value, list):
            raise self.wrong(key, "a list was expected")
        return value

    def texts(self, key: str) -> tuple[str, ...] | None:
        """Return a list of texts; None where it is null or missing."""
        if self.get(key) is None:
            return None
        values = self.items(key)
        for value in values:
            if not isinstance(value, str) or not value.isprintable():
                raise self.wrong(key, "a list of texts was expected")
        return tuple(values)

    def objects(self, key: str) -> Iterator["Fields"]:
        """Yield the objects of a list, each checked for left-over keys after use."""
        for number, value in enumerate(self.items(key)):
            with Fields(value, f"{self.place_of(key)}[{number}]") as fields:
                yield fields

    def object(self, key: str) -> "Fields | None":
        """Return an object inside this one; None where it is null or missing."""
        value = self.get(key)
        return None if value is None else Fields(value, self.place_of(key))

    def made(self, make: Callable[[], Made]) -> Made:
        """Return what `make` makes; what it refuses is refused with the place of this object."""
        try:
            return make()
        except NotUnderstoodError as error:
            problem = str(error).partition(";")[0].rstrip(".")
            raise wrong(self.place, problem) from None

    def _dated(
        self, key: str, value: Any, shape: Pattern[str], read: Callable[[str], Made]
    ) -> Made:
        if not isinstance(value, str) or not value.isascii() or shape.fullmatch(value) is None:
            example = "a day like 2026-05-04" if shape is _DAY else "a moment with offset"
            raise self.wrong(key, f"{example} was expected")
        if not _FIRST_YEAR <= int(value[:4]) <= _LAST_YEAR:
            raise self.wrong(key, f"the year {value[:4]} cannot be right")
        try:
            return read(value)
        except ValueError:
            raise self.wrong(key, f"{value} is not in the calendar") from None
