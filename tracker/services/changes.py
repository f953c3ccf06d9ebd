"""What an action changed, so that pages know what to read again."""

from dataclasses import dataclass, fields
from typing import NamedTuple

from tracker.domain.entries import (
    AnyEntry,
    ContactEntry,
    LvefEntry,
    NoteEntry,
    QuestionEntry,
    SymptomEntry,
)


@dataclass(frozen=True, slots=True)
class Changes:
    """Subjects that are no longer what they were.

    Attributes:
        symptoms: Answers about symptoms.
        measurements: Temperature, weight, pulse, blood pressure, lab values and medicines.
        heart: LVEF values or the heart profile.
        notes: Notes, questions and appointments.
        contacts: What the team was told.
    """

    profile: bool = False
    plan: bool = False
    symptoms: bool = False
    measurements: bool = False
    heart: bool = False
    notes: bool = False
    contacts: bool = False

    def __or__(self, other: "Changes") -> "Changes":
        """Return what either of the two changed."""
        return Changes(
            **{
                field.name: getattr(self, field.name) or getattr(other, field.name)
                for field in fields(Changes)
            }
        )


class Saved(NamedTuple):
    """An entry that is on the disk."""

    entry: AnyEntry
    changes: Changes


class SavedDay(NamedTuple):
    """Several answers that were stored together.

    Attributes:
        left_out: Symptoms that were not answered: severe ones yesterday, or ones without an answer.
    """

    entries: tuple[AnyEntry, ...]
    changes: Changes
    left_out: tuple[str, ...] = ()


def changes_of(entry: AnyEntry) -> Changes:
    """Return what storing or removing this entry changes."""
    if isinstance(entry, SymptomEntry):
        return Changes(symptoms=True)
    if isinstance(entry, LvefEntry):
        return Changes(heart=True)
    if isinstance(entry, ContactEntry):
        return Changes(contacts=True)
    if isinstance(entry, NoteEntry | QuestionEntry) or not _is_measured(entry):
        return Changes(notes=True)
    return Changes(measurements=True)


def _is_measured(entry: AnyEntry) -> bool:
    return not hasattr(entry, "starts_at")
