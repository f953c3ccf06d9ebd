"""Keeps what was typed and not saved yet, so that a crash or a power cut takes none of it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from tracker.services.desk import Desk
from tracker.services.ports import Draft


@dataclass(frozen=True, slots=True)
class HalfTyped:
    """Something that was begun.

    Attributes:
        place: Where it was typed.
        day: The day it was to be about.
        values: What stood in each field, by the field's name; never empty.
    """

    place: str
    day: date
    values: Mapping[str, str]
    written_at: datetime


class Drafts:
    """The drafts of one person; they are no entries, count nowhere and go into no export."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def keep(self, place: str, values: Mapping[str, str], day: date) -> None:
        """Keep what stands in the fields of a place; with all of them empty, forget it.

        Raises:
            NotSavedError: The disk refused.
            DiaryNotOpenedError: Another program writes just now.
        """
        typed = {name: text for name, text in values.items() if text}
        if not typed:
            self.drop(place)
            return
        draft = Draft(place=place, day=day, text=json.dumps(typed), written_at=self._desk.now())
        self._desk.storage.keep_draft(self._desk.person_id, draft)

    def drop(self, place: str) -> None:
        """Forget what was typed there: it was saved, or thrown away.

        Raises:
            NotSavedError: The disk refused.
            DiaryNotOpenedError: Another program writes just now.
        """
        self._desk.storage.drop_draft(self._desk.person_id, place)

    def kept(self) -> tuple[HalfTyped, ...]:
        """Return what was begun and neither saved nor thrown away, oldest first."""
        drafts = self._desk.storage.drafts(self._desk.person_id)
        return tuple(
            HalfTyped(draft.place, draft.day, json.loads(draft.text), draft.written_at)
            for draft in drafts
        )
