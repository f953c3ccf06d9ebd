"""Keeps what was typed and not saved yet, so that a crash or a power cut takes none of it."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple

from tracker.services.desk import Desk
from tracker.services.ports import Draft

_AT, _NUMBER = "@", "#"
_WITHOUT_A_DAY = 0
"""The number of a draft that an older version wrote under its place alone."""


class HalfTyped(NamedTuple):
    """Something that was begun.

    Attributes:
        place: Where it was typed.
        day: The day it was to be about.
        values: What stood in each field, by the field's name; never empty.
        number: Tells it from others that were begun there about the same day.
    """

    place: str
    day: date
    values: Mapping[str, str]
    written_at: datetime
    number: int = 1


class Drafts:
    """The drafts of one person; they are no entries, count nowhere and go into no export.

    Each is known by its place, its day and its number, so that none takes the place of another.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def free_number(self, place: str, day: date) -> int:
        """Return a number that no draft of this place and day has."""
        same = (each for each in self.kept() if (each.place, each.day) == (place, day))
        return max((each.number for each in same), default=_WITHOUT_A_DAY) + 1

    def keep(self, place: str, values: Mapping[str, str], day: date, number: int = 1) -> None:
        """Keep what stands in the fields of a place; with all of them empty, forget it.

        Raises:
            NotSavedError: The disk refused.
            DiaryNotOpenedError: Another program writes just now.
        """
        typed = {name: text for name, text in values.items() if text}
        if not typed:
            self.drop(place, day, number)
            return
        key, now = _key(place, day, number), self._desk.now()
        draft = Draft(place=key, day=day, text=json.dumps(typed), written_at=now)
        self._desk.storage.keep_draft(self._desk.person_id, draft)

    def drop(self, place: str, day: date, number: int = 1) -> None:
        """Forget what was typed there: it was saved, or thrown away.

        Raises:
            NotSavedError: The disk refused.
            DiaryNotOpenedError: Another program writes just now.
        """
        self._desk.storage.drop_draft(self._desk.person_id, _key(place, day, number))

    def kept(self) -> tuple[HalfTyped, ...]:
        """Return what was begun and neither saved nor thrown away, oldest first."""
        drafts = self._desk.storage.drafts(self._desk.person_id)
        return tuple(map(_half_typed, drafts))


def _key(place: str, day: date, number: int) -> str:
    """Return under what a draft is stored."""
    return place if number == _WITHOUT_A_DAY else f"{place}{_AT}{day.isoformat()}{_NUMBER}{number}"


def _half_typed(draft: Draft) -> HalfTyped:
    place, at, rest = draft.place.partition(_AT)
    number = int(rest.partition(_NUMBER)[2]) if at else _WITHOUT_A_DAY
    return HalfTyped(place, draft.day, json.loads(draft.text), draft.written_at, number)
