"""Strict reading of TOML tables: every key is asked for by name and type, none is left over."""

import tomllib
from collections.abc import Collection, Iterator
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from pathlib import Path
from typing import Any, Self, TypeVar

from tracker.clinical.parsed_copy import parsed_before
from tracker.errors import KnowledgeError

Choice = TypeVar("Choice", bound=StrEnum)


class Table:
    """One TOML table that says where it stands when something in it is wrong.

    Use it as a context manager: leaving it without an error checks that every key was read.

    Raises:
        KnowledgeError: Names file, place and what was expected.
    """

    __slots__ = ("_read", "_values", "_within", "file", "label")

    def __init__(
        self, values: dict[str, Any], file: str, label: str, within: "Table | None" = None
    ) -> None:
        self._values = values
        self._read: set[str] = set()
        self._within = within
        self.file = file
        self.label = label

    @property
    def place(self) -> str:
        """Where the table stands in its file; put together only when something is wrong."""
        named = self._values.get("id", "") if self._within else ""
        label = f"{self.label} {named}" if named else self.label
        if self._within is None or not self._within.place:
            return label
        return f"{self._within.place}.{label}"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        if kind is None:
            self.finish()

    def finish(self) -> None:
        """Refuse keys that nobody asked for."""
        if unknown := self._values.keys() - self._read:
            raise self.wrong(min(unknown), "no such key")

    def wrong(self, key: str, expected: str) -> KnowledgeError:
        """Return the error for one key of this table."""
        place = ".".join(part for part in (self.place, key) if part)
        return KnowledgeError(f"{self.file}, {place or 'top'}: expected {expected}.")

    def has(self, key: str) -> bool:
        """Return whether the key is there, without reading it."""
        return key in self._values

    def keys(self) -> tuple[str, ...]:
        """Return the keys of a table whose keys are ids."""
        return tuple(self._values)

    def text(self, key: str) -> str:
        """Return a text that is not empty."""
        value = self._get(key, str, "a text")
        if not value.strip():
            raise self.wrong(key, "a text that is not empty")
        return str(value)

    def optional_text(self, key: str) -> str | None:
        """Return a text, or None where the key is missing."""
        return self.text(key) if self.has(key) else None

    def integer(self, key: str, *, low: int, high: int) -> int:
        """Return a whole number from low to high, both included."""
        value = self._get(key, int, "a whole number")
        if isinstance(value, bool) or not low <= value <= high:
            raise self.wrong(key, f"a whole number from {low} to {high}")
        return int(value)

    def boolean(self, key: str, *, default: bool | None = None) -> bool:
        """Return true or false; a missing key is refused unless there is a default."""
        if default is not None and not self.has(key):
            return default
        return bool(self._get(key, bool, "true or false"))

    def decimal(self, key: str) -> Decimal:
        """Return a Decimal; it stands as a text in the file so that no digit is lost."""
        try:
            value = Decimal(self.text(key))
        except InvalidOperation as error:
            raise self.wrong(key, 'a number in quotes, for example "38.0"') from error
        if not value.is_finite():
            raise self.wrong(key, 'a number in quotes, for example "38.0"')
        return value

    def optional_decimal(self, key: str) -> Decimal | None:
        """Return a Decimal, or None where the key is missing."""
        return self.decimal(key) if self.has(key) else None

    def day(self, key: str) -> date:
        """Return a calendar day."""
        expected = "a day like 2026-05-04"
        value = self._get(key, (date, str), expected)
        try:
            return date.fromisoformat(str(value))
        except ValueError as error:
            raise self.wrong(key, expected) from error

    def choice(self, key: str, kind: type[Choice]) -> Choice:
        """Return one of the values of an enumeration."""
        text = self.text(key)
        try:
            return kind(text)
        except ValueError as error:
            raise self.wrong(key, "one of " + ", ".join(kind)) from error

    def choices(self, key: str, kind: type[Choice]) -> tuple[Choice, ...]:
        """Return a list of values of an enumeration, at least one."""
        texts = self.known_texts(key, tuple(kind))
        if not texts:
            raise self.wrong(key, "at least one of " + ", ".join(kind))
        return tuple(map(kind, texts))

    def known(self, key: str, ids: Collection[str]) -> str:
        """Return an id that must be one of `ids`."""
        text = self.text(key)
        if text not in ids:
            raise self.wrong(key, "one of " + ", ".join(sorted(ids)))
        return text

    def texts(self, key: str, *, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """Return a list of texts; a missing key is refused unless there is a default."""
        if default is not None and not self.has(key):
            return default
        values = self._get(key, list, "a list of texts")
        if not all(isinstance(value, str) and value.strip() for value in values):
            raise self.wrong(key, "a list of texts")
        return tuple(values)

    def known_texts(
        self, key: str, ids: Collection[str], *, default: tuple[str, ...] | None = None
    ) -> tuple[str, ...]:
        """Return a list of ids, each of which must be one of `ids`."""
        texts = self.texts(key, default=default)
        if any(text not in ids for text in texts):
            raise self.wrong(key, "a list of " + ", ".join(sorted(ids)))
        return texts

    def integers(self, key: str, *, low: int, high: int) -> tuple[int, ...]:
        """Return a list of whole numbers, each from low to high."""
        values = self._get(key, list, "a list of whole numbers")
        for value in values:
            if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
                raise self.wrong(key, f"whole numbers from {low} to {high}")
        return tuple(values)

    def by_id(self) -> Iterator[tuple[str, "Table"]]:
        """Yield the tables of a table whose keys are ids, each checked for left-over keys."""
        for key in self._values:
            with self.table(key) as table:
                yield key, table

    def texts_by_id(self) -> dict[str, str]:
        """Return the texts of a table whose keys are ids."""
        return {key: self.text(key) for key in self._values}

    def day_span(self, key: str, *, longest: int) -> tuple[int, int]:
        """Return the first and the last of some days, 1 to `longest`, both included."""
        match self.integers(key, low=1, high=longest):
            case (first, last) if first <= last:
                return (first, last)
        raise self.wrong(key, "the first and the last cycle day, in this order")

    def table(self, key: str) -> "Table":
        """Return a table inside this one."""
        return Table(self._get(key, dict, "a table"), self.file, key, self)

    def tables(self, key: str, *, optional: bool = False) -> Iterator["Table"]:
        """Yield the tables of a list, each checked for left-over keys after use."""
        if optional and not self.has(key):
            return
        values = self._get(key, list, "a list of tables")
        for number, value in enumerate(values, start=1):
            if not isinstance(value, dict):
                raise self.wrong(key, "a list of tables")
            with Table(value, self.file, f"{key}[{number}]", self) as table:
                yield table

    def _get(self, key: str, kind: type | tuple[type, ...], expected: str) -> Any:
        self._read.add(key)
        if key not in self._values:
            raise self.wrong(key, f"{expected}, but the key is missing")
        value = self._values[key]
        if not isinstance(value, kind):
            raise self.wrong(key, expected)
        return value


def read_file(path: Path) -> Table:
    """Return the top table of a TOML file.

    Raises:
        KnowledgeError: The file is missing or is no TOML.
    """
    try:
        content = path.read_bytes()
        values = parsed_before(content)
        if values is None:
            values = tomllib.loads(content.decode("utf-8"))
    except FileNotFoundError as error:
        raise KnowledgeError(f"{path.name}: expected this file, but it is missing.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise KnowledgeError(f"{path.name}: expected TOML in UTF-8: {error}.") from error
    return Table(values, path.name, "")
