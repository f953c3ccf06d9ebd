"""The entries of a diary file: closely the first of each form, quickly all that are like it.

People answer the same few things in the same few ways, and a program writes them in one form. A
text that was found to be right is not looked into again where only id, day, moment and what stands
there in the person's own words differ from one before. That makes long diaries quick; the rules are
those of `read_entries` alone.
"""

import json
from collections.abc import Iterator
from dataclasses import MISSING, fields
from datetime import date
from re import compile as pattern
from typing import Any, NamedTuple

from tracker.clinical.library import Library
from tracker.domain.entries import AnyEntry
from tracker.domain.entry_checks import LONGEST_TEXT, UNSTORABLE
from tracker.exchange.json_text import JsonText
from tracker.exchange.read_entries import read_entry
from tracker.exchange.reading import Fields
from tracker.services.moments import utc_text_of
from tracker.services.written_diary import WrittenEntry, texts_of

_MOST_REMEMBERED = 20_000
_OF_ONE_ALONE = pattern(
    r'("(?:id|day|at|note|text|answer|who|name|amount|title)"[ \t\n\r]*:[ \t\n\r]*)'
    r'("[^"\\\x00-\x1f]*(?:\\.[^"\\\x00-\x1f]*)*"|null)'
)
"""Parts a text into what stays, a key, its value, what stays, and so on."""
_USUAL_FORM = pattern(
    r'"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"'
    r'"(?:19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}"'
    r'"(?:19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}'
    r'(?:\.(?!000000)[0-9]{6})?(?!-00:00)[+-][0-9]{2}:[0-5][0-9]"'
)
"""Id, day and moment as `WrittenEntry` has them, each in quotes."""


class _Words(NamedTuple):
    """Which of the values is a text; None: it is not there, and none is needed."""

    place: int | None
    is_needed: bool


class _Form(NamedTuple):
    """What entries of one text share, and which of the values that differ is which."""

    like: AnyEntry
    id_place: int
    day_place: int
    at_place: int
    words: tuple[_Words, ...]


class EntryReader:
    """Reads the entries of all people of one file."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._forms: dict[tuple[str, ...], _Form] = {}

    def read(self, text: JsonText, place: str) -> list[WrittenEntry]:
        """Return the entries of the list that stands here.

        Args:
            text: Read up to the list.
            place: Where it stands, for example `people[0].entries`.

        Raises:
            NotUnderstoodError: Names the place of what cannot be right.
        """
        entries: list[WrittenEntry] = []
        for number in text.elements():
            here = text.up_to_brace()
            form, values = _parted(here)
            known = self._forms.get(form)
            entry = None if known is None else _another(known, values)
            if entry is not None:
                text.pass_over(here)
            else:
                entry = self._looked_at(text.value(), f"{place}[{number}]")
                self._remember(here, entry)
            entries.append(entry)
        return entries

    def _looked_at(self, value: Any, place: str) -> WrittenEntry:
        with Fields(value, place) as fields:
            return WrittenEntry.of(read_entry(fields, self._library))

    def _remember(self, here: str, entry: WrittenEntry) -> None:
        """Remember the form of an entry that was right, where others can be like it."""
        if len(self._forms) >= _MOST_REMEMBERED:
            return
        form, _ = _parted(here)
        keys = [json.loads(key.rstrip(" \t\n\r:")) for key in form[1::2]]
        places = {key: place for place, key in enumerate(keys)}
        if places.keys() >= {"id", "day", "at"} and _is_whole(here):
            words = tuple(_words(entry.like, places))
            self._forms[form] = _Form(entry.like, places["id"], places["day"], places["at"], words)


def _parted(text: str) -> tuple[tuple[str, ...], list[str]]:
    """Return what does not belong to one entry alone, with the keys of what does, and its values.

    Equal forms with values that are JSON make texts that say the same but for these values.
    """
    parts = _OF_ONE_ALONE.split(text)
    values = parts[2::3]
    del parts[2::3]
    return tuple(parts), values


def _words(entry: AnyEntry, places: dict[str, int]) -> Iterator[_Words]:
    needed = {each.name for each in fields(entry) if each.default is MISSING}
    for name in texts_of(type(entry)):
        yield _Words(places.get(name), name in needed)


def _is_whole(text: str) -> bool:
    """Return whether a text that begins an object ends it as well."""
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def _another(form: _Form, values: list[str]) -> WrittenEntry | None:
    """Return an entry that says the same about another day; None: look at it closely."""
    entry_id, day, at = values[form.id_place], values[form.day_place], values[form.at_place]
    if _USUAL_FORM.fullmatch(f"{entry_id}{day}{at}") is None:
        return None
    entry_id, day, at = entry_id[1:-1], day[1:-1], at[1:-1]
    try:
        date.fromisoformat(day)
        at_utc = utc_text_of(at)
        texts = tuple(_text(values, each) for each in form.words)
    except ValueError:
        return None
    return WrittenEntry(entry_id, day, at, at_utc, texts, form.like)


def _text(values: list[str], words: _Words) -> str | None:
    """Return one text.

    Raises:
        ValueError: It is not right, or nothing stands where words are needed.
    """
    quoted = "null" if words.place is None else values[words.place]
    if quoted == "null":
        if words.is_needed:
            raise ValueError
        return None
    text: str = json.loads(quoted) if "\\" in quoted else quoted[1:-1]
    if len(text) > LONGEST_TEXT or UNSTORABLE.search(text) is not None:
        raise ValueError
    if words.is_needed and not text.strip():
        raise ValueError
    return text
