"""What was typed from a paper page and is not stored yet, as a draft keeps it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from tracker.domain.measurements import TemperatureUnit
from tracker.services.page_entry import PageAnswers, PageTexts


@dataclass(frozen=True, slots=True)
class TypedPage:
    """The cells of a page that hold something new.

    Attributes:
        answers: Severity by symptom and day; None is "I'd rather not say". In place of the symptom
            stands the name of the row where its word is still to come.
        readings: Temperatures by day, as typed.
        units: Of the readings that are in another unit than the diary's.
        after_medicine: The days whose reading came after a fever medicine.
        own: Words of the rows for one's own, "" where there is none yet.
        texts: Notes and questions.
    """

    answers: PageAnswers
    readings: Mapping[date, str]
    units: Mapping[date, TemperatureUnit] = field(default_factory=dict)
    after_medicine: frozenset[date] = frozenset()
    own: Sequence[str] = ()
    texts: PageTexts = field(default_factory=PageTexts)

    @property
    def count(self) -> int:
        """How many cells were typed."""
        temperatures = len(self.readings) + len(self.after_medicine)
        texts = len(self.texts.notes) + len(self.texts.questions)
        return len(self.answers) + temperatures + texts

    def as_text(self) -> str:
        """Return it as one text; "" where nothing was typed."""
        if not self.count and not any(self.own):
            return ""
        answers = [[symptom, day.isoformat(), n] for (symptom, day), n in self.answers.items()]
        page = {
            "answers": answers,
            "readings": {day.isoformat(): typed for day, typed in self.readings.items()},
            "units": {day.isoformat(): unit.value for day, unit in self.units.items()},
            "after medicine": sorted(day.isoformat() for day in self.after_medicine),
            "own": list(self.own),
            "notes": _as_plain(self.texts.notes),
            "questions": _as_plain(self.texts.questions),
        }
        return json.dumps(page, ensure_ascii=False)

    @classmethod
    def from_text(cls, text: str) -> "TypedPage":
        """Return what `as_text` gave."""
        plain = json.loads(text) if text else {"answers": (), "readings": {}}
        day_of = date.fromisoformat
        return cls(
            {(symptom, day_of(day)): n for symptom, day, n in plain["answers"]},
            {day_of(day): typed for day, typed in plain["readings"].items()},
            {day_of(day): TemperatureUnit(unit) for day, unit in plain.get("units", {}).items()},
            frozenset(map(day_of, plain.get("after medicine", ()))),
            tuple(plain.get("own", ())),
            PageTexts(*(_by_day(plain.get(kind, {})) for kind in ("notes", "questions"))),
        )


def _as_plain(texts: Mapping[date, str]) -> dict[str, str]:
    return {day.isoformat(): text for day, text in texts.items()}


def _by_day(plain: Mapping[str, str]) -> dict[date, str]:
    return {date.fromisoformat(day): text for day, text in plain.items()}
