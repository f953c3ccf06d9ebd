"""The person's own facts: name, care team and card, heart profile, radiotherapy."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from tracker.domain.entry_checks import check_text, is_one_line
from tracker.domain.people import (
    CareTeam,
    HeartProfile,
    Person,
    Radiotherapy,
)
from tracker.errors import NotUnderstoodError
from tracker.services.changes import Changes
from tracker.services.desk import Desk
from tracker.services.ports import EntryQuery, Write

RISK_FACTORS = (
    "heart-failure",
    "previous-her2-cardiotoxicity",
    "severe-valve-disease",
    "coronary-disease",
    "stable-angina",
    "arrhythmia",
    "raised-troponin",
    "raised-natriuretic-peptide",
    "previous-anthracycline",
    "previous-chest-radiotherapy",
    "hypertension",
    "diabetes",
    "kidney-disease",
    "smoking",
    "obesity",
)
SAMPLE_MARK = "Sample: "
"""How the name of an invented person begins; it marks her where a file has no other sign."""
_LONGEST_NAME = 200
_EARLIEST_BIRTH = date(1900, 1, 1)
_PLAUSIBLE_LIMITS = (Decimal(30), Decimal(80))


class Profile:
    """Changes the profile of one person, each time in one transaction."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def rename(self, name: str, *, born_on: date | None = None) -> Changes:
        """Store another name, and the day of birth where one is given."""
        person = self._desk.person()
        renamed = replace(person, name=name.strip(), born_on=born_on or person.born_on)
        return self._save(renamed, Changes(profile=True))

    def update_care(self, care: CareTeam) -> Changes:
        """Store country, units, card and phone numbers."""
        return self._save(replace(self._desk.person(), care=care), Changes(profile=True))

    def update_heart(self, heart: HeartProfile) -> Changes:
        """Store whose label counts, the hospital's lower limit and the risk factors."""
        changed = replace(self._desk.person(), heart=heart)
        return self._save(changed, Changes(profile=True, heart=True))

    def count_from(self, scan: UUID | None) -> Changes:
        """Store which heart scan the others are compared with; None leaves it to the rule.

        Raises:
            NotUnderstoodError: There is no heart scan of this id.
        """
        desk = self._desk
        scans = desk.storage.entries(desk.person_id, EntryQuery(kinds=("lvef",)))
        if scan is not None and all(each.id != scan for each in scans):
            raise NotUnderstoodError(
                "This heart scan is no longer in the diary; nothing was saved."
            )
        return self.update_heart(replace(desk.person().heart, baseline_entry=scan))

    def set_radiotherapy(self, radiotherapy: Radiotherapy | None) -> Changes:
        """Store the days of radiotherapy; None when there was none."""
        changed = replace(self._desk.person(), radiotherapy=radiotherapy)
        return self._save(changed, Changes(profile=True, plan=True))

    def _save(self, person: Person, changes: Changes) -> Changes:
        now = self._desk.now()
        check_person(person, now.date())
        return self._desk.apply(Write(at=now, people=(person,)), changes)


def _typed(person: Person) -> Iterator[str | None]:
    yield person.care.emergency_number
    for contact in person.care.contacts:
        yield from (contact.label, contact.phone)
    yield from (surgery.name for surgery in person.surgeries)


def check_person(person: Person, today: date) -> None:
    """Refuse a profile that cannot be right.

    Raises:
        NotUnderstoodError: Names what cannot be right.
    """
    if not is_one_line(person.name, _LONGEST_NAME):
        raise NotUnderstoodError(
            f"A name has at most {_LONGEST_NAME} letters on one line; nothing was saved."
        )
    born_on = person.born_on
    if born_on is not None and not _EARLIEST_BIRTH <= born_on <= today:
        raise NotUnderstoodError(
            f"{born_on.isoformat()} cannot be a day of birth; nothing was saved; check the year."
        )
    for words in _typed(person):
        check_text(words)
    country = person.care.country
    if not (len(country) == 2 and country.isascii() and country.isupper()):  # noqa: PLR2004 - ISO 3166-1 alpha-2
        raise NotUnderstoodError(
            f"“{country[:20]}” is not a country code; nothing was saved; "
            "two capital letters are expected, for example US or GB."
        )
    _check_heart(person.heart)


def _check_heart(heart: HeartProfile) -> None:
    low, high = _PLAUSIBLE_LIMITS
    limit = heart.lvef_lower_limit
    if limit is not None and not low <= limit <= high:
        raise NotUnderstoodError(
            f"{limit} cannot be a lower limit of LVEF in percent; nothing was saved; "
            f"expected {low} to {high}."
        )
    for factor in heart.risk_factors or ():
        if factor not in RISK_FACTORS:
            raise NotUnderstoodError(
                f"“{factor[:80]}” is not a risk factor this diary knows; nothing was saved; "
                f"it knows {', '.join(RISK_FACTORS)}."
            )
