"""People in a diary that comes in: what is new about them, and what is somebody else's here."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from tracker.domain.people import Person
from tracker.errors import NotUnderstoodError
from tracker.services.ports import EntryQuery, Storage

# What a profile says, in words. Units are how somebody likes to read numbers, and no fact.
_PARTS: tuple[tuple[str, Callable[[Person], Any]], ...] = (
    ("name", lambda person: person.name),
    ("day of birth", lambda person: person.born_on),
    ("country", lambda person: person.care.country),
    ("fever card", lambda person: person.care.fever_card),
    ("numbers to call", lambda person: person.care.emergency_number),
    ("numbers to call", lambda person: person.care.contacts),
    ("operations", lambda person: person.surgeries),
    ("radiotherapy", lambda person: person.radiotherapy),
    ("label for the heart", lambda person: person.heart.label),
    ("hospital's limit of LVEF", lambda person: person.heart.lvef_lower_limit),
    ("heart risks", lambda person: person.heart.risk_factors),
    ("scan to count from", lambda person: person.heart.baseline_entry),
)


@dataclass(frozen=True, slots=True)
class OtherProfile:
    """What a file says otherwise about a person who is here.

    Attributes:
        name: As it is here.
        parts: In words.
    """

    name: str
    parts: tuple[str, ...]


def with_what_was_missing(here: Person, arriving: Person) -> Person:
    """Return the person as she is here, with what is not known here and moves no date.

    Operations move the plan, and no chosen scan is a choice, so both stay as they are here.
    """
    care, heart = here.care, here.heart
    limit, risks = heart.lvef_lower_limit, heart.risk_factors
    return replace(
        here,
        born_on=here.born_on or arriving.born_on,
        care=replace(
            care,
            fever_card=care.fever_card or arriving.care.fever_card,
            emergency_number=care.emergency_number or arriving.care.emergency_number,
            contacts=care.contacts or arriving.care.contacts,
        ),
        heart=replace(
            heart,
            lvef_lower_limit=arriving.heart.lvef_lower_limit if limit is None else limit,
            risk_factors=arriving.heart.risk_factors if risks is None else risks,
        ),
        radiotherapy=here.radiotherapy or arriving.radiotherapy,
    )


def told_otherwise(here: Person, arriving: Person) -> tuple[OtherProfile, ...]:
    """Return what is known of a person in both and not the same; empty where nothing is."""
    parts = [
        words
        for words, part in _PARTS
        if part(arriving) not in (None, ()) and part(arriving) != part(here)
    ]
    return (OtherProfile(here.name, tuple(dict.fromkeys(parts))),) if parts else ()


def refuse_what_is_of_others(
    storage: Storage,
    person: Person,
    *,
    courses: Iterable[UUID] = (),
    entries: Collection[UUID] = (),
) -> None:
    """Refuse ids that are another person's here: one of the two would lose what she has.

    Raises:
        NotUnderstoodError: Names the id and both people.
    """
    wanted = set(courses)
    for other in storage.people():
        if other.id == person.id:
            continue
        theirs = {course.id for course in storage.courses(other.id)} & wanted if wanted else set()
        if entries:
            theirs |= {each.id for each in storage.entries(other.id, EntryQuery(ids=entries))}
        if theirs:
            raise NotUnderstoodError(
                f"The file gives to {person.name} what is {other.name}'s here ({min(theirs)}); "
                "nothing was imported; what is copied for somebody else needs ids of its own."
            )
