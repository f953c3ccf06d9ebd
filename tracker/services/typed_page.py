"""What was typed from a paper page and is not stored yet, as a draft keeps it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tracker.services.page_entry import PageAnswers


@dataclass(frozen=True, slots=True)
class TypedPage:
    """The cells of a page that hold something new.

    Attributes:
        answers: Severity by symptom and day; None is "I'd rather not say".
        readings: Temperatures by day, as typed.
    """

    answers: PageAnswers
    readings: Mapping[date, str]

    @property
    def count(self) -> int:
        """How many cells were typed."""
        return len(self.answers) + len(self.readings)

    def as_text(self) -> str:
        """Return it as one text; "" where nothing was typed."""
        if not self.count:
            return ""
        answers = [[symptom, day.isoformat(), n] for (symptom, day), n in self.answers.items()]
        readings = {day.isoformat(): typed for day, typed in self.readings.items()}
        return json.dumps({"answers": answers, "readings": readings}, ensure_ascii=False)

    @classmethod
    def from_text(cls, text: str) -> "TypedPage":
        """Return what `as_text` gave."""
        plain = json.loads(text) if text else {"answers": (), "readings": {}}
        return cls(
            {(symptom, date.fromisoformat(day)): n for symptom, day, n in plain["answers"]},
            {date.fromisoformat(day): typed for day, typed in plain["readings"].items()},
        )
